//! What is filled into a template of Meta's library.

use crate::policy::Standing;
use crate::rules::prelude::*;
use crate::syntax::{NodeId, Tree};
use crate::text::similar::nearest;
use crate::text::{Variables, wording::any_of};

/// `identity/library-inputs`
pub struct LibraryInputs;

const BUTTON_INPUTS: &str = "library_template_button_inputs";
const BODY_INPUTS: &str = "library_template_body_inputs";

impl Rule for LibraryInputs {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        if !template.is_from_library() {
            inputs_alone(template, cx);
            return;
        }
        let Some(tree) = cx.file().map(|file| file.tree()) else { return };
        if let Some(field) = template.fields.get(BUTTON_INPUTS).filter(|field| !cx.is_absent(field)) {
            button_inputs(field.value, tree, cx);
        }
        if let Some(field) = template.fields.get(BODY_INPUTS).filter(|field| !cx.is_absent(field)) {
            body_inputs(field.value, tree, cx);
        }
    }
}

fn inputs_alone(template: &Template, cx: &mut Context<'_>) {
    for key in [BUTTON_INPUTS, BODY_INPUTS] {
        if let Some(field) = template.fields.get(key) {
            cx.report(cx.at(field.key), format!("`{key}` has no meaning without `library_template_name`"))
                .severity(Severity::Warning)
                .help("name the library template, or remove the key");
        }
    }
}

fn button_inputs(node: NodeId, tree: &Tree, cx: &mut Context<'_>) {
    // Meta's own sample writes the list as a text.
    if tree.scalar(node).is_some() {
        return;
    }
    let Some(items) = tree.items(node) else {
        cx.report(cx.at(tree.span(node)), format!("`{BUTTON_INPUTS}` has to be a list"))
            .help("write one group of keys for each button, each with a `-` in front or in square brackets");
        return;
    };
    for &item in items {
        if tree.entries(item).is_some() {
            button_input(item, tree, cx);
        } else {
            cx.report(cx.at(tree.span(item)), "the input for a button has to be a group of keys")
                .help("write it as in `{type: PHONE_NUMBER, phone_number: \"+12125550147\"}`");
        }
    }
}

fn button_input(item: NodeId, tree: &Tree, cx: &mut Context<'_>) {
    known_keys(item, "library_template_button_input", "the input for a button", tree, cx);
    match value(tree, item, "type") {
        None => {
            let first = tree.entries(item).and_then(|entries| entries.first()).map_or(item, |(key, _)| *key);
            cx.report(cx.at(tree.span(first)), "the input for a button does not say which type of button it is for")
                .help("add a `type`, such as `URL` or `PHONE_NUMBER`");
        }
        Some((_, kind)) => known_type(kind, tree, cx),
    }
    if let Some((key, url)) = value(tree, item, "url") {
        url_input(key, url, tree, cx);
    }
}

fn known_type(node: NodeId, tree: &Tree, cx: &mut Context<'_>) {
    let Some(leaf) = Leaf::of(tree, node) else { return };
    let written = &leaf.value;
    let known = policy::part(policy::BUTTON_TYPES, written);
    if known.is_none_or(|part| part.standing == Standing::Refused) {
        let near = nearest(written, policy::BUTTON_TYPES.iter().map(|part| part.name));
        let finding = cx.report(cx.leaf(&leaf), format!("no button has the type `{}`", written.trim()));
        finding.severity(Severity::Warning).confidence(Confidence::Medium);
        finding.help(near.map_or_else(|| "the usual ones are `URL` and `PHONE_NUMBER`".to_owned(), did_you_mean));
    }
}

fn url_input(url: NodeId, node: NodeId, tree: &Tree, cx: &mut Context<'_>) {
    if tree.entries(node).is_none() {
        cx.report(cx.at(tree.span(node)), "the address for a library template has to be a group of keys")
            .help("write it as in `{base_url: \"https://shop.example/{{1}}\", url_suffix_example: \"https://shop.example/a1\"}`");
        return;
    }
    known_keys(node, "library_template_url", "the address of a button", tree, cx);
    let Some((key, base)) = value(tree, node, "base_url") else {
        cx.report(cx.at(tree.span(url)), "the address for a library template lacks its `base_url`")
            .help("add `base_url`, with `{{1}}` at its end if it changes from message to message");
        return;
    };
    let has_variable = tree.scalar(base).is_some_and(|url| !Variables::parse(url).is_empty());
    if has_variable && value(tree, node, "url_suffix_example").is_none() {
        cx.report(cx.at(tree.span(key)), "this address has a variable, and no sample for it")
            .help("add `url_suffix_example` with a whole address, such as `https://shop.example/a1`");
    }
}

fn body_inputs(node: NodeId, tree: &Tree, cx: &mut Context<'_>) {
    if tree.entries(node).is_some() {
        known_keys(node, "library_template_body_inputs", "what is added to the body", tree, cx);
    } else if tree.items(node).is_some() {
        cx.report(cx.at(tree.span(node)), format!("`{BODY_INPUTS}` has to be a group of keys"))
            .help("write it as in `{add_track_package_link: true}`");
    }
}

/// Tells the keys that Meta's page does not list.
fn known_keys(node: NodeId, object: &str, what: &str, tree: &Tree, cx: &mut Context<'_>) {
    let Some(known) = policy::part(policy::OBJECTS, object).map(|part| part.fields) else { return };
    for &(key, _) in tree.entries(node).unwrap_or(&[]) {
        let Some(name) = tree.scalar(key).filter(|name| !known.contains(&&***name)) else { continue };
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => did_you_mean(near),
            None => format!("the keys are {}", any_of(known)),
        };
        cx.report(cx.at(tree.span(key)), format!("{what} has no key `{name}`"))
            .severity(Severity::Warning)
            .confidence(Confidence::Medium)
            .help(help);
    }
}

fn did_you_mean(near: &str) -> String {
    format!("did you mean `{near}`?")
}

/// The key and the value of that name; nothing where the value is left out.
fn value(tree: &Tree, node: NodeId, name: &str) -> Option<(NodeId, NodeId)> {
    let entries = tree.entries(node)?;
    let found = entries.iter().find(|(key, _)| tree.scalar(*key).is_some_and(|written| &**written == name))?;
    (!tree.is_absent(found.1)).then_some(*found)
}
