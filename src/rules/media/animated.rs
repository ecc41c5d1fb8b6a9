//! A PNG that moves.

use super::shared;
use crate::media::Facts;
use crate::rules::prelude::*;

/// `media/animated`
pub struct Animated;

impl Rule for Animated {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Picture(picture)) = file.fitting().map(|found| &found.facts) else { continue };
            if picture.animated {
                file.report(cx, format!("`{}` is an animated PNG, and only its first picture is shown", file.name()))
                    .help("save it as a plain PNG, or as an MP4 for a VIDEO or GIF header");
            }
        }
    }
}
