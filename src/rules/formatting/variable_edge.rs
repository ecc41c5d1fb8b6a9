//! Formatting that the value of a variable beside it breaks.

use super::shared_samples::{self, Sent, effect};
use crate::rules::prelude::*;
use crate::text::markup::{Span, is_boundary};

/// `formatting/variable-edge`
pub struct VariableEdge;

impl Rule for VariableEdge {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (part, example) in shared_samples::bodies(variant) {
            let Some(sent) = Sent::read(part.text, example) else { continue };
            for span in sent.lost().into_iter().take(16) {
                tell(part, &sent, span, cx);
            }
        }
    }
}

fn tell(part: Sampled<'_>, sent: &Sent, span: &Span, cx: &mut Context<'_>) {
    let text = part.text;
    let before = sent.ending_at(span.opening().start).filter(|index| sticks(sent.value(*index).chars().next_back()));
    let after = sent.starting_at(span.closing().end).filter(|index| sticks(sent.value(*index).chars().next()));
    let delimiter = &text.value()[span.opening()];
    let words = effect(span.kind);
    if let Some((index, mark, new)) = before
        .map(|index| (index, span.opening(), format!(" {delimiter}")))
        .or_else(|| after.map(|index| (index, span.closing(), format!("{delimiter} "))))
    {
        let name = &text.value()[sent.variable(index)];
        let message = format!(
            "with the sample `{}` for {name} nothing is {words}: it touches the `{delimiter}`",
            sent.value(index)
        );
        let edits = cx.replace(&text.leaf, mark.clone(), &new);
        cx.report(cx.mark(text, mark), message)
            .component(part.surface.component())
            .help(format!("put a blank or punctuation between the `{delimiter}` and {name}"))
            .unsafe_fix("put a blank between them", edits);
    }
}

/// Whether formatting can not begin or end beside this character.
fn sticks(edge: Option<char>) -> bool {
    edge.is_some_and(|edge| !is_boundary(edge))
}
