//! A picture that is turned by a remark in the file.

use super::shared;
use crate::media::Facts;
use crate::rules::prelude::*;

/// `media/orientation`
pub struct Orientation;

impl Rule for Orientation {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Picture(picture)) = file.fitting().map(|found| &found.facts) else { continue };
            if picture.orientation != 1 {
                let how =
                    if picture.orientation >= 5 { "lies on its side" } else { "stands on its head or is mirrored" };
                file.report(cx, format!("`{}` {how}, and only a remark in the file (EXIF) puts it right", file.name()))
                    .help("turn the picture in an editor and save it, so that every device shows it upright");
            }
        }
    }
}
