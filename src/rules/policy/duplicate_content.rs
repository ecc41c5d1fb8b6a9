//! Two templates that say the same.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use crate::finding::Finding;
use crate::finding::shortened;
use crate::rules::prelude::*;

/// `policy/duplicate-content`
pub struct DuplicateContent;

impl Rule for DuplicateContent {
    fn group(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let all: Vec<Said<'_>> = files.iter().flat_map(|file| &file.content().templates).flat_map(all_said).collect();
        let mut contents: HashMap<Content<'_>, usize> = HashMap::new();
        let mut in_language: HashMap<(usize, &str), Vec<&Said<'_>>> = HashMap::new();
        let mut in_any: HashMap<usize, Vec<&Said<'_>>> = HashMap::new();
        for said in &all {
            let next = contents.len();
            let content = *contents.entry(said.content()).or_insert(next);
            let twin = meet(in_language.entry((content, said.language)).or_default(), said);
            let other = meet(in_any.entry(content).or_default(), said);
            match (twin, other) {
                (Some(twin), _) => tell(said, twin, cx),
                (None, Some(other)) => tell_of_other_language(said, other, cx),
                (None, None) => {}
            }
        }
    }
}

/// Finds what says the same under another name, and remembers this one. Two names are enough: any third one differs
/// from one of them.
fn meet<'a>(seen: &mut Vec<&'a Said<'a>>, said: &'a Said<'a>) -> Option<&'a Said<'a>> {
    let other = seen.iter().find(|before| before.name != said.name).copied();
    if seen.len() < 2 && seen.iter().all(|before| before.name != said.name) {
        seen.push(said);
    }
    other
}

/// Body and footer, without differences in blanks.
#[derive(Eq)]
struct Content<'t> {
    body: &'t str,
    footer: &'t str,
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.body.split_whitespace().eq(other.body.split_whitespace())
            && self.footer.split_whitespace().eq(other.footer.split_whitespace())
    }
}

impl Hash for Content<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.body, self.footer].iter().flat_map(|text| text.split_whitespace()).for_each(|word| word.hash(state));
    }
}

/// One language of a template, and what it says.
struct Said<'t> {
    name: &'t str,
    language: &'t str,
    template: &'t Template,
    variant: &'t Variant,
    body: &'t Leaf,
    footer: &'t str,
}

impl<'t> Said<'t> {
    fn content(&self) -> Content<'t> {
        Content { body: &self.body.value, footer: self.footer }
    }
}

/// What Meta compares: its own texts, those of AUTHENTICATION and of the library, are the same everywhere, and what it
/// has refused or deleted is not there any more.
fn counts(template: &Template) -> bool {
    let gone = template
        .status
        .as_ref()
        .is_some_and(|status| matches!(status.upper().as_ref(), "REJECTED" | "DELETED" | "PENDING_DELETION"));
    template.category() != Some(Category::Authentication) && !template.is_from_library() && !gone
}

fn all_said(template: &Template) -> impl Iterator<Item = Said<'_>> {
    let variants = counts(template).then_some(&template.variants).into_iter().flatten();
    variants.filter_map(|variant| said(template, variant))
}

/// What the languages of a template say, as far as it counts.
pub(in crate::rules) fn contents(template: &Template) -> impl Iterator<Item = impl Hash> {
    all_said(template).map(|said| ("text", said.content()))
}

fn said<'t>(template: &'t Template, variant: &'t Variant) -> Option<Said<'t>> {
    let body = &variant.body.as_ref()?.text.as_ref()?.leaf;
    let footer = variant.footer.as_ref().and_then(|footer| footer.text.as_ref()).map_or("", Text::value);
    let (name, language) = (template.name.as_ref()?.value.trim(), variant.language.as_ref()?.value.trim());
    (!body.value.trim().is_empty()).then_some(Said { name, language, template, variant, body, footer })
}

fn tell(said: &Said<'_>, twin: &Said<'_>, cx: &mut Context<'_>) {
    let approved = said.template.is_approved();
    let mut message = format!("body and footer are the same as in `{}`, in the same language", twin.name);
    if approved {
        message.push_str(" (Meta has approved it all the same)");
    }
    let differs = frame(said.variant) != frame(twin.variant);
    let finding = report(said, twin, message, cx);
    // Meta's page speaks of body and footer only, but such pairs with another header or other buttons were approved.
    if approved || differs {
        finding.severity(Severity::Warning);
    }
}

/// What stands around body and footer: the header, and what the buttons do and say.
fn frame(variant: &Variant) -> Vec<(&str, &str)> {
    let header = variant.header.iter().map(|header| {
        let format = header.format.map_or("", HeaderFormat::name);
        (format, header.text.as_ref().map_or("", Text::value))
    });
    let buttons = variant.buttons.iter().flat_map(|buttons| &buttons.list).flat_map(|button| {
        let kind = button.kind.map_or("", ButtonKind::name);
        [&button.label, &button.url].map(|text| (kind, text.as_ref().map_or("", Text::value)))
    });
    header.chain(buttons).collect()
}

fn tell_of_other_language(said: &Said<'_>, other: &Said<'_>, cx: &mut Context<'_>) {
    let message = format!("body and footer are the same as in `{}`, which is in `{}`", other.name, other.language);
    report(said, other, message, cx).severity(Severity::Warning).confidence(Confidence::Medium);
}

fn report<'c>(said: &Said<'_>, first: &Said<'_>, message: String, cx: &'c mut Context<'_>) -> &'c mut Finding {
    let (place, before) = (cx.leaf_of(said.template.file, said.body), cx.leaf_of(first.template.file, first.body));
    let finding = cx.report(place, message);
    finding
        .component("body")
        .related(before, format!("the first one is here, in `{}`", first.name))
        .help("use one of the two for both, or say in the body what makes them different");
    finding.template = Some(shortened(said.name));
    finding.language = Some(shortened(said.language));
    finding
}
