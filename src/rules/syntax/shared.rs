//! What the rules about values that must be quoted have in common.

use crate::finding::{Edit, FileId, Place};
use crate::fix::double_quoted;
use crate::rules::prelude::*;
use crate::syntax::{PitfallKind, Problem, Span};

/// Tells every value of the file that YAML misreads in this way, with the fix that quotes it.
pub(super) fn tell_pitfalls(file: &File, kind: PitfallKind, message: &str, cx: &mut Context<'_>) {
    for problem in &file.problems {
        let Problem::Pitfall(pitfall) = problem else { continue };
        if pitfall.kind == kind {
            let edit = quote(file, pitfall.value);
            cx.report(cx.at(pitfall.value), message)
                .help("put the whole value in double quotes")
                .safe_fix("put the value in quotes", vec![edit]);
        }
    }
}

/// The edit that puts a value, on one line or several, in double quotes.
pub(super) fn quote(file: &File, value: Span) -> Edit {
    Edit { place: place(file.id, value), text: double_quoted(&on_one_line(file.source.slice(value))) }
}

fn place(file: FileId, span: Span) -> Place {
    Place { file, span }
}

/// Lines that continue a value are joined with a blank, as YAML joins them.
fn on_one_line(value: &str) -> String {
    value.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
