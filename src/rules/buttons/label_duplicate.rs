//! Two buttons with the same label.

use crate::rules::prelude::*;

/// `buttons/label-duplicate`
pub struct LabelDuplicate;

impl Rule for LabelDuplicate {
    fn buttons(&self, buttons: &[Button], cx: &mut Context<'_>) {
        let labels: Vec<(&Text, String)> = buttons
            .iter()
            .filter_map(|button| button.label.as_ref())
            .map(|label| (label, folded(label.value())))
            .filter(|(_, folded)| !folded.is_empty())
            .collect();
        for (index, (label, folded)) in labels.iter().enumerate() {
            if let Some((first, _)) = labels[..index].iter().find(|(_, earlier)| earlier == folded) {
                tell(first, label, cx);
            }
        }
    }
}

fn tell(first: &Text, again: &Text, cx: &mut Context<'_>) {
    let related = cx.whole(first);
    let finding = cx
        .report(cx.whole(again), format!("another button already has the label \"{}\"", again.value()))
        .help("give each button a label of its own")
        .related(related, "the other one is here");
    if first.value() != again.value() {
        // Meta's own client compares letter by letter.
        finding.severity(Severity::Warning);
        finding.message =
            format!("only blanks or capitals tell the labels \"{}\" and \"{}\" apart", first.value(), again.value());
    }
}

fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
