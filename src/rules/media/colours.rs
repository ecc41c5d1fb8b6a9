//! A picture whose colours are not RGB with 8 bits each.

use super::shared;
use crate::media::{Colour, Facts};
use crate::policy::media::BITS;
use crate::rules::prelude::*;

const RGB: &str = "save it with RGB colours, 8 bits each";
const EIGHT: &str = "save it with 8 bits for each colour";

/// `media/colours`
pub struct Colours;

impl Rule for Colours {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Picture(picture)) = file.fitting().map(|found| &found.facts) else { continue };
            if picture.width == 0 {
                continue;
            }
            let (name, bits) = (file.name(), picture.bits);
            let (what, help, severity) = match picture.colour {
                Colour::Cmyk => ("has the colours of print (CMYK)".to_owned(), RGB, Severity::Error),
                _ if bits > BITS => {
                    (format!("has {bits} bits for each colour, and may have {BITS}"), EIGHT, Severity::Error)
                }
                Colour::Palette => ("has a palette instead of RGB colours".to_owned(), RGB, Severity::Warning),
                Colour::Grey | Colour::GreyAlpha => {
                    ("has only shades of grey, not RGB colours".to_owned(), RGB, Severity::Warning)
                }
                Colour::Rgb | Colour::Rgba => continue,
            };
            let finding = file.report(cx, format!("`{name}` {what}")).help(help).severity(severity);
            if severity == Severity::Warning {
                finding.confidence(Confidence::Medium);
            }
        }
    }
}
