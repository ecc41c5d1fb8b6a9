//! A file that is too large.

use super::shared;
use crate::rules::prelude::*;

const MEGABYTE: f64 = 1_048_576.0;

/// `media/size`
pub struct Size;

impl Rule for Size {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(format) = file.media_format().filter(|_| file.fitting().is_some()) else { continue };
            let Some(size) = file.inspection().map(|inspection| inspection.size) else { continue };
            let Ok(limit) = u64::try_from(format.limit.value) else { continue };
            if size <= limit {
                continue;
            }
            let header = shared::header_of(format.name);
            let (is, may) = (megabytes(size, limit), limit as f64 / MEGABYTE);
            let finding = file.report(cx, format!("`{}` has {is}, and {header} takes {may} MB", file.name()));
            finding.help(if format.name == "DOCUMENT" {
                "make the file smaller"
            } else {
                "save it smaller, or with stronger compression"
            });
            if let Some(note) =
                format.limit.note.filter(|_| i64::try_from(size).is_ok_and(|size| size <= limits::VIDEO_BYTES.value))
            {
                finding
                    .severity(Severity::Warning)
                    .outcome(Outcome::Rendering)
                    .message
                    .push_str(&format!(" ({})", lower(note)));
            }
        }
    }
}

/// The size in megabytes, or in bytes where it would read the same as the limit.
fn megabytes(size: u64, limit: u64) -> String {
    let rounded = |bytes: u64| format!("{:.1}", bytes as f64 / MEGABYTE);
    match rounded(size) == rounded(limit) {
        true => format!("{} bytes more than it may have", size - limit),
        false => format!("{} MB", rounded(size)),
    }
}

fn lower(note: &str) -> String {
    let note = note.trim_end_matches('.');
    let mut letters = note.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
