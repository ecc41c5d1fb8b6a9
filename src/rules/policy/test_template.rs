//! A template that only tries something out.

use std::ops::Range;

use crate::policy::content::{BESIDE_TESTS, List, TEST_NAMES};
use crate::rules::prelude::*;
use crate::vocabulary;

use super::shared::phrases;

/// `policy/test-template`
pub struct TestTemplate;

impl Rule for TestTemplate {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(name) = &template.name else { return };
        if name.value.trim() == "test" {
            exactly_test(template, name, cx);
        } else if is_name_of_a_test(&name.value) {
            cx.report(cx.leaf(name), format!("`{}` looks like the name of a test", name.value.trim()))
                .help("name it after what the message is for, as in `order_shipped`; a name can not be changed later");
        }
    }

    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Body || !is_only_a_test(text, cx) {
            return;
        }
        cx.report(cx.whole(text), "the body says nothing but that it is a test")
            .help("write a message that a customer could get; Meta may take this one for unclear content");
    }
}

/// Meta's client knows this one name, and expects one body under it.
fn exactly_test(template: &Template, name: &Leaf, cx: &mut Context<'_>) {
    let mut bodies = template.variants.iter().filter_map(|variant| variant.body.as_ref()?.text.as_ref());
    if bodies.any(|body| body.value().trim() != "Hello {{1}}") {
        cx.report(cx.leaf(name), "Meta expects the body `Hello {{1}}` of a template that is called `test`")
            .severity(Severity::Warning)
            .help("give it another name, which says what the message is for");
    }
}

/// `test_1`, `my_test_template_v2`; not `test_drive` or `test_results_ready`.
fn is_name_of_a_test(name: &str) -> bool {
    let words = || name.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    words().any(|word| TEST_NAMES.contains(&word))
        && words().all(|word| TEST_NAMES.contains(&word) || BESIDE_TESTS.contains(&word) || is_language(word))
}

fn is_language(word: &str) -> bool {
    vocabulary::of(Some(word)).is_some()
}

/// Whether words for a test, and a greeting at most, make up the text.
fn is_only_a_test(text: &Text, cx: &Context<'_>) -> bool {
    let found = phrases(text, Surface::Body, &[List::Tests, List::Greetings], cx);
    let variables = text.variables.list.iter().map(|variable| variable.range.clone());
    let mut covered: Vec<_> = found.iter().map(|found| found.range.clone()).chain(variables).collect();
    covered.sort_by_key(|range| range.start);
    found.iter().any(|found| found.list == List::Tests) && !says_more(text.value(), &covered)
}

/// Whether there is a letter outside of these places.
fn says_more(text: &str, covered: &[Range<usize>]) -> bool {
    let mut from = 0;
    let before = covered.iter().any(|place| {
        let between = text.get(from..place.start).unwrap_or("");
        from = place.end;
        between.contains(char::is_alphabetic)
    });
    before || text.get(from..).unwrap_or("").contains(char::is_alphabetic)
}
