//! Formatting marks in a button label.

use std::ops::Range;

use crate::rules::prelude::*;

/// `buttons/label-formatting`
pub struct LabelFormatting;

impl Rule for LabelFormatting {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Label {
            return;
        }
        let value = text.value();
        let pairs: Vec<Range<usize>> = ['*', '_', '~', '`'].iter().flat_map(|mark| pairs(value, *mark)).collect();
        for pair in &pairs {
            // Inside another pair it goes with that one.
            if !pairs.iter().any(|other| other != pair && other.start <= pair.start && pair.end <= other.end) {
                tell_pair(text, pair.clone(), cx);
            }
        }
        for (at, mark) in value.match_indices(['*', '`']) {
            if !pairs.iter().any(|pair| pair.contains(&at)) {
                tell_lone(text, at, mark, cx);
            }
        }
    }
}

fn tell_pair(text: &Text, pair: Range<usize>, cx: &mut Context<'_>) {
    let written = &text.value()[pair.clone()];
    let plain = without_marks(written);
    let edits = if plain.is_empty() { Vec::new() } else { cx.replace(&text.leaf, pair.clone(), plain) };
    cx.report(cx.mark(text, pair), format!("the button label has the formatting marks of `{written}`"))
        .help(format!("write `{plain}` without them; a label can not be formatted"))
        .safe_fix("take the formatting marks out", edits);
}

fn tell_lone(text: &Text, at: usize, mark: &str, cx: &mut Context<'_>) {
    let finding =
        cx.report(cx.mark(text, at..at + mark.len()), format!("the button label has the formatting mark `{mark}`"));
    finding.help("take it out; a label can not be formatted");
    if mark == "`" {
        // One alone formats nothing, and nobody has reported yet what Meta does about it.
        finding.severity(Severity::Warning).confidence(Confidence::Low);
    }
}

/// `*x*` wherever it stands; `_x_`, `~x~` and `` `x` `` at the edges of words, so that `snake_case` is no pair.
fn pairs(text: &str, mark: char) -> Vec<Range<usize>> {
    let mut pairs: Vec<Range<usize>> = Vec::new();
    let mut open = None;
    for (at, _) in text.match_indices(mark) {
        let inner = |side: Option<char>| side.is_some_and(|next| !next.is_whitespace() && next != mark);
        let outer = |side: Option<char>| mark == '*' || side.is_none_or(|next| !next.is_alphanumeric());
        let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        match open {
            Some(start) if inner(before) && outer(after) => {
                pairs.push(start..at + 1);
                open = None;
            }
            _ if inner(after) && outer(before) => open = Some(at),
            _ => {}
        }
    }
    pairs.into_iter().map(|pair| widened(text, pair, mark)).collect()
}

/// With the marks around it: `**x**`, ```` ```x``` ````.
fn widened(text: &str, pair: Range<usize>, mark: char) -> Range<usize> {
    let start = text[..pair.start].trim_end_matches(mark).len();
    let end = text.len() - text[pair.end..].trim_start_matches(mark).len();
    start..end
}

fn without_marks(written: &str) -> &str {
    written.trim_matches(['*', '_', '~', '`'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        ['*', '_', '~', '`'].iter().flat_map(|mark| pairs(text, *mark)).map(|pair| &text[pair]).collect()
    }

    #[test]
    fn only_pairs_at_the_edges_of_words_are_formatting() {
        assert_eq!(found("Click *me*"), ["*me*"]);
        assert_eq!(found("**Now** or _never_"), ["**Now**", "_never_"]);
        assert_eq!(found("```code``` ~old~"), ["~old~", "```code```"]);
        assert_eq!(found("*_both_*"), ["*_both_*", "_both_"]);
        for plain in ["snake_case_name", "5 * 3 * 2", "~10 ~20", "a_b c_d", "_ _", "order_{{1}}_x"] {
            assert!(found(plain).is_empty(), "{plain}");
        }
    }
}
