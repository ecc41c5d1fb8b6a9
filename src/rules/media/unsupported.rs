//! A file of a kind that no header takes.

use super::shared;
use crate::media::Kind;
use crate::policy::media::{FORMATS, MediaFormat, media_type};
use crate::rules::prelude::*;

/// `media/unsupported`
pub struct Unsupported;

impl Rule for Unsupported {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let (Some(inspection), Some(format)) = (file.inspection(), file.media_format()) else { continue };
            let kind = inspection.kind;
            let taken = FORMATS.iter().any(|format| format.kinds.contains(&kind));
            if taken || kind == Kind::Empty {
                continue;
            }
            let (name, header) = (file.name(), shared::header_of(format.name));
            let (what, takes) = (shared::name_of(kind), shared::taken_by(format));
            let help = instead(kind, format);
            file.report(cx, format!("`{name}` is {what}, and {header} takes {takes}")).help(help);
        }
    }
}

/// What to do: for a picture in an IMAGE header, save it as something else; for a picture in a VIDEO header that would
/// be no help.
fn instead(kind: Kind, format: &MediaFormat) -> String {
    let known = media_type(kind);
    let of_a_kind = known.is_some_and(|known| match format.name {
        "IMAGE" => known.mime.starts_with("image/"),
        "VIDEO" => known.mime.starts_with("video/"),
        _ => !known.mime.starts_with("image/") && !known.mime.starts_with("video/"),
    });
    match known.map(|known| known.instead) {
        _ if kind == Kind::Gif && matches!(format.name, "GIF" | "VIDEO") => "save it as an MP4 video".to_owned(),
        Some(instead) if of_a_kind && !instead.is_empty() => instead.to_owned(),
        _ => format!("choose another file: {}", shared::taken_by(format)),
    }
}
