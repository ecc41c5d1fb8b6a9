//! What the rules about one-time codes have in common.

use crate::finding::Finding;
use crate::rules::prelude::*;
use crate::syntax::{NodeId, Span};

/// Whether a template is for one-time codes.
pub(super) fn applies(template: &Template) -> bool {
    template.category() == Some(Category::Authentication)
}

/// The walk's button, if it is the OTP button of a template for one-time codes. Elsewhere it is out of place
/// altogether, which is told as such.
pub(super) fn is_otp(button: &Button, cx: &Context<'_>) -> bool {
    button.kind == Some(ButtonKind::Otp) && cx.template().is_some_and(applies)
}

/// What an OTP button's `otp_type` says, in upper case.
pub(super) fn otp_type(button: &Button, cx: &Context<'_>) -> Option<String> {
    button.fields.get("otp_type").and_then(|field| cx.scalar(field)).map(|leaf| leaf.upper().into_owned())
}

/// Whether this type of OTP button needs the key; unknown where the type is.
pub(super) fn needs(button: &Button, key: &str, cx: &Context<'_>) -> Option<bool> {
    let part = policy::part(policy::OTP_TYPES, &otp_type(button, cx)?)?;
    Some(part.required.contains(&key))
}

/// What Meta returns holds what Meta itself wrote. Where it is approved, the walk speaks more softly by itself; in
/// other states there is nothing to put right before the template is submitted anew.
pub(super) fn soften_what_meta_returned(template: &Template, finding: &mut Finding) {
    if template.status.is_some() && !template.is_approved() {
        finding.severity(Severity::Note).outcome(Outcome::Advice);
    }
}

/// An Android app that may take the code.
pub(super) struct App {
    /// Its first key.
    pub(super) key: Span,
    /// Its keys, each with its value.
    pub(super) fields: Fields,
}

impl App {
    fn read(item: NodeId, cx: &Context<'_>) -> Option<Self> {
        let tree = cx.file()?.tree();
        let entries = tree.entries(item)?;
        let field = |&(key, value): &(NodeId, NodeId)| {
            let name = tree.scalar(key).cloned().unwrap_or_default();
            Field { name, key: tree.span(key), value }
        };
        let fields = Fields(entries.iter().map(field).collect());
        Some(Self { key: entries.first().map_or(tree.span(item), |(key, _)| tree.span(*key)), fields })
    }

    /// The text of a key; nothing where it is missing or blank.
    pub(super) fn text(&self, key: &str, cx: &Context<'_>) -> Option<Leaf> {
        self.fields.get(key).and_then(|field| cx.scalar(field)).filter(|leaf| !leaf.value.trim().is_empty())
    }
}

/// The items of `supported_apps`; nothing where that is no list.
pub(super) fn app_items(button: &Button, cx: &Context<'_>) -> Option<Vec<NodeId>> {
    let field = button.fields.get("supported_apps")?;
    Some(cx.file()?.tree().items(field.value)?.to_vec())
}

/// The apps of an OTP button.
pub(super) fn apps(button: &Button, cx: &Context<'_>) -> Vec<App> {
    app_items(button, cx).into_iter().flatten().filter_map(|item| App::read(item, cx)).collect()
}

/// Every value of a key of the button's apps, and of the button itself, where former versions had it.
pub(super) fn of_apps(button: &Button, key: &str, cx: &Context<'_>) -> Vec<Leaf> {
    let direct = button.fields.get(key).and_then(|field| cx.scalar(field));
    let listed = apps(button, cx).into_iter().filter_map(|app| app.text(key, cx));
    listed.chain(direct.filter(|leaf| !leaf.value.trim().is_empty())).collect()
}
