//! What the rules about samples have in common.

use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::words;

/// The texts of a variant that need samples. Those that must not be there at all are told elsewhere: a text in the
/// body of an authentication template, which is Meta's own, and one in a header that shows something else.
pub(super) fn texts<'v>(variant: &'v Variant, cx: &Context<'_>) -> Vec<Sampled<'v>> {
    let fixed = cx.category() == Some(Category::Authentication);
    let format = variant.header.as_ref().and_then(|header| header.format);
    let is_read = |part: &Sampled<'_>| match part.surface {
        Surface::Body => !fixed,
        Surface::Header => format.is_none_or(|format| format == HeaderFormat::Text),
        _ => true,
    };
    variant.sampled().into_iter().filter(is_read).collect()
}

/// Every sample for a variable of a variant, with its text.
pub(super) fn samples<'v>(variant: &'v Variant, cx: &Context<'_>) -> Vec<(Sampled<'v>, &'v Sample)> {
    let mut all = Vec::new();
    for part in texts(variant, cx).into_iter().filter(|part| !part.text.variables.is_empty()) {
        all.extend(part.example.iter().flat_map(|example| &example.samples).map(|sample| (part, sample)));
    }
    all
}

/// Whether a sample says nothing.
pub(super) fn is_empty(sample: &Sample, cx: &Context<'_>) -> bool {
    let absent = cx.file().is_some_and(|file| file.tree().is_absent(sample.value.node));
    absent || words::is_blank(&sample.value.value)
}

/// Whether a part of the file has a shape that can not be read, which is told by itself.
pub(super) fn is_misshapen(span: Span, cx: &Context<'_>) -> bool {
    cx.file().is_some_and(|file| {
        file.content().misfits.iter().any(|misfit| match misfit {
            Misfit::WrongType { at, .. } | Misfit::ExampleShape { at, .. } => {
                span.start <= at.start && at.end <= span.end
            }
            _ => false,
        })
    })
}
