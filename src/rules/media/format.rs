//! A file that another kind of header takes.

use super::shared;
use crate::policy::media::FORMATS;
use crate::rules::prelude::*;

/// `media/format`
pub struct Format;

impl Rule for Format {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let (Some(inspection), Some(format)) = (file.inspection(), file.format) else { continue };
            let header = shared::header_of(format.name());
            let Some(takes) = file.media_format() else {
                file.report(cx, format!("{header} shows no file"))
                    .severity(Severity::Warning)
                    .help("take `media` out, or write the format of the file, such as `format: IMAGE`");
                continue;
            };
            let kind = inspection.kind;
            let mut others = FORMATS.iter().filter(|other| other.kinds.contains(&kind) && other.name != "GIF");
            let Some(right) = others.next().filter(|_| !takes.kinds.contains(&kind)) else { continue };
            let (name, what, taken) = (file.name(), shared::name_of(kind), shared::taken_by(takes));
            file.report(cx, format!("`{name}` is {what}, and {header} takes {taken}"))
                .help(format!("write `format: {}`, or choose another file", right.name));
        }
    }
}
