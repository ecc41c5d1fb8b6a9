//! Too few words for the number of variables.

use super::shared;
use crate::rules::prelude::*;
use crate::text::plain;
use crate::text::wording::{counted, number};
use crate::text::words::{self, Words};

/// `variables/word-ratio`
pub struct WordRatio;

impl Rule for WordRatio {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if text.variables.is_empty() || !shared::is_own_body(surface, cx) || shared::is_only_variables(text) {
            return;
        }
        let variables = weight(text);
        let allowed = limits::WORDS_PER_VARIABLE.count() * variables;
        let pieces = own_pieces(text, variables);
        // Enough by the simpler of the two counts, as nearly always.
        if pieces > allowed {
            return;
        }
        let own = own_words(text, pieces);
        let promised = own.count + promised(text);
        if promised <= allowed {
            tell(text, variables, own, promised < allowed, cx);
        }
    }
}

/// How many variables count: each number once, and each name as often as it stands there.
fn weight(text: &Text) -> usize {
    let numbered = |variable: &&Variable| shared::number(text, variable).is_some();
    let named = text.variables.list.len() - text.variables.list.iter().filter(numbered).count();
    named + shared::numbers(text).len()
}

/// The words beside the variables. What Meta counts is not known to the last sign, so the larger of two counts:
/// words by the Unicode rules, and what stands between blanks, as its client counts.
fn own_words(text: &Text, pieces: usize) -> Words {
    let counted = words::count(&shared::without_variables(text));
    Words { count: counted.count.max(pieces), ..counted }
}

/// What stands between blanks beside the variables.
fn own_pieces(text: &Text, variables: usize) -> usize {
    let pieces = words::pieces(&plain::filled(text.value(), &text.variables.list, |_| Some("x")));
    pieces.saturating_sub(variables)
}

/// The words that the text gets when a variable at its start or end, which is told by itself, is put right.
fn promised(text: &Text) -> usize {
    let Some((before, after)) = shared::edges(text) else { return 0 };
    [before, after].iter().filter(|edge| !words::says_something(edge)).count() * 2
}

fn tell(text: &Text, variables: usize, own: Words, too_few: bool, cx: &mut Context<'_>) {
    let wanted = limits::WORDS_PER_VARIABLE.count() * variables + 1;
    let only = if too_few { "only " } else { "" };
    let message = format!(
        "the body has {} and {only}{} beside {}; Meta wants {}",
        counted(variables, "variable"),
        counted(own.count, "word"),
        if variables == 1 { "it" } else { "them" },
        number(wanted)
    );
    let more = counted(wanted.saturating_sub(own.count), "more word");
    let finding = cx.report(cx.whole(text), message);
    finding.help(format!("write {more}, or use fewer variables"));
    if !too_few {
        finding.severity(Severity::Warning).confidence(Confidence::Medium);
    } else if !own.certain {
        finding.severity(Severity::Warning).confidence(Confidence::Low);
    }
}
