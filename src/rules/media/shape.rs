//! A picture that is very small, or very long.

use super::shared;
use crate::media::Inspection;
use crate::policy::media::{RATIO_MAX, SIDE_MIN};
use crate::rules::prelude::*;

/// `media/shape`
pub struct Shape;

impl Rule for Shape {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some((width, height)) = file.fitting().and_then(Inspection::dimensions) else { continue };
            let (short, long) = (width.min(height), width.max(height));
            let size = format!("`{}` is {width} × {height} pixels", file.name());
            if u64::from(long) > u64::from(short) * u64::from(RATIO_MAX) {
                let way = if width > height { "wide" } else { "tall" };
                file.report(cx, format!("{size}: so {way} that phones cut off most of it"))
                    .help("choose a picture that is about twice as wide as it is tall");
            } else if short < SIDE_MIN {
                file.report(cx, format!("{size}: so small that it looks coarse"))
                    .help("choose a larger picture, such as 1200 × 628 pixels");
            }
        }
    }
}
