//! A name that says something else than the content.

use super::shared;
use crate::media::Kind;
use crate::policy::media::{by_extension, media_type};
use crate::rules::prelude::*;

/// `media/extension`
pub struct Extension;

impl Rule for Extension {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(kind) = file.fitting().map(|inspection| inspection.kind) else { continue };
            let Some(known) = media_type(kind) else { continue };
            let name = file.name();
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            let fits = known.extensions.iter().any(|right| right.eq_ignore_ascii_case(ending));
            // A text can have any ending, and the Office documents of old have many.
            let other = by_extension(ending);
            if fits || (other.is_none() && matches!(kind, Kind::Text | Kind::OldOffice)) {
                continue;
            }
            let [right, ..] = known.extensions else { continue };
            let (says, or) = match other {
                Some(other) => (format!("is that of {}", other.name), ", or save it as what its name says"),
                None => ("does not say so".to_owned(), ""),
            };
            file.report(cx, format!("`{name}` is {}, and its name {says}", known.name))
                .help(format!("end the name of the file with `.{right}`{or}"));
        }
    }
}
