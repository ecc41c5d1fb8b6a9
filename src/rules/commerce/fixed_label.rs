//! A label of one's own on a button whose label is Meta's.

use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `commerce/fixed-label`
pub struct FixedLabel;

impl Rule for FixedLabel {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let part = button.kind.and_then(|kind| policy::part(policy::BUTTON_TYPES, kind.name()));
        let label = button.label.as_ref().filter(|label| !label.value().trim().is_empty());
        // What Meta returns holds the label that Meta wrote, in the language of the template.
        let returned = cx.template().is_some_and(|template| template.status.is_some());
        let (Some(part), Some(label)) = (part, label) else { return };
        if returned || cx.category() == Some(Category::Authentication) {
            return;
        }
        match part.label {
            "fixed" if is_english(cx) => differs(label, part.name, part.fixed_labels, cx),
            "none" => {
                cx.report(cx.whole(label), format!("Meta writes the label of a {} button, and not you", part.name))
                    .help("take `text` out");
            }
            _ => {}
        }
    }
}

fn is_english(cx: &Context<'_>) -> bool {
    let language = cx.variant().and_then(|variant| variant.language.as_ref());
    language.is_some_and(|code| code.value.split(['_', '-']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("en")))
}

fn differs(label: &Text, name: &str, fixed: &[&str], cx: &mut Context<'_>) {
    let written = label.value().split_whitespace().collect::<Vec<_>>().join(" ");
    if fixed.iter().any(|known| known.eq_ignore_ascii_case(&written)) {
        return;
    }
    let edits = match fixed {
        [only] => cx.replace(&label.leaf, 0..label.value().len(), only),
        _ => Vec::new(),
    };
    let known: Vec<String> = fixed.iter().map(|known| format!("`{known}`")).collect();
    let finding = cx
        .report(cx.whole(label), format!("the label of {name} buttons is fixed, and this is another one"))
        .help(format!("write {}; Meta translates it", any_of(&known)));
    if let [only] = fixed {
        finding.unsafe_fix(format!("write `{only}`"), edits);
    }
}
