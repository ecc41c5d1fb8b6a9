//! Headers and footers are plain lines: what may not stand in one, and how to take it out.

use std::ops::Range;

use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::emoji;
use crate::text::wording::counted;

/// So many places of one text are told at most. No real line has more, and a file made to waste time gains nothing.
const MOST: usize = 16;

/// Tells the line breaks of a text that has to be one line.
pub fn line_breaks(text: &Text, what: &str, cx: &mut Context<'_>) {
    let value = text.value();
    let breaks = joined(value.match_indices(['\n', '\r']).map(|(at, found)| at..at + found.len()), value);
    let Some(first) = breaks.first() else { return };
    let mut edits = edits(text, &breaks, cx, |range| if range.start > 0 && range.end < value.len() { " " } else { "" });
    for (edit, range) in edits.iter_mut().zip(&breaks) {
        edit.place.span = without_indentation(text, range, edit.place.span, cx);
    }
    let times = counted(breaks.len(), "line break");
    cx.report(cx.mark(text, first.clone()), format!("the {what} has {times}, and has to be one line"))
        .help(format!("write the {what} on one line, and the rest in the body"))
        .safe_fix("put it on one line", edits);
}

/// The place of a line break up to the characters beside it: the next line's indentation goes with it.
fn without_indentation(text: &Text, range: &Range<usize>, mut span: Span, cx: &Context<'_>) -> Span {
    let value = text.value();
    if let Some((before, _)) = value[..range.start].char_indices().next_back() {
        span.start = cx.mark(text, before..range.start).span.end;
    }
    if let Some(next) = value[range.end..].chars().next() {
        span.end = cx.mark(text, range.end..range.end + next.len_utf8()).span.start;
    }
    span
}

/// Tells the emoji of a text that may not have any.
pub fn emoji(text: &Text, what: &str, cx: &mut Context<'_>) {
    let value = text.value();
    for run in joined(emoji::find(value), value).into_iter().take(MOST) {
        let count = emoji::find(&value[run.clone()]).count();
        let without = without(text, &run, cx);
        let (which, them) = if count == 1 { ("an emoji".to_owned(), "it") } else { (format!("{count} emoji"), "them") };
        cx.report(cx.mark(text, run), format!("the {what} has {which}, and may have none"))
            .help(format!("leave {them} out, or put {them} in the body"))
            .unsafe_fix("remove the emoji", without);
    }
}

/// Some words in formatting marks, or a lone asterisk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatting {
    /// From the first mark to the last.
    pub range: Range<usize>,
    /// The marks.
    pub marks: Vec<Range<usize>>,
    /// Whether every mark has a partner.
    pub paired: bool,
}

impl Formatting {
    /// The edits that take the marks out and leave the words.
    pub fn without_marks(&self, text: &Text, cx: &Context<'_>) -> Vec<Edit> {
        let one_by_one = edits(text, &self.marks, cx, |_| "");
        if !one_by_one.is_empty() {
            return one_by_one;
        }
        // A text without quotes may not begin with the next mark, and yet with what is behind all of them.
        let words = text.value().get(self.range.clone()).unwrap_or_default().char_indices();
        let is_mark = |at: usize| self.marks.iter().any(|mark| mark.contains(&(self.range.start + at)));
        let words: String = words.filter(|(at, _)| !is_mark(*at)).map(|(_, character)| character).collect();
        cx.replace(&text.leaf, self.range.clone(), &words)
    }
}

/// The formatting of a text, in order; nested formatting is one. An asterisk is a mark wherever it stands; `_`, `~`
/// and backticks are marks in pairs that format something, so `snake_case` and `~5 minutes` have none.
pub fn formatting(text: &Text) -> Vec<Formatting> {
    let mut found = Vec::new();
    for mark in ['*', '_', '~', '`'] {
        let (pairs, lone) = pairs(text.value(), runs(text, mark));
        found.extend(pairs.into_iter().map(|(open, close)| Formatting {
            range: open.start..close.end,
            marks: vec![open, close],
            paired: true,
        }));
        let lone = lone.into_iter().filter(|_| mark == '*');
        found.extend(lone.map(|range| Formatting { range: range.clone(), marks: vec![range], paired: false }));
    }
    found.sort_by_key(|formatting| (formatting.range.start, formatting.range.end));
    let mut merged: Vec<Formatting> = Vec::new();
    for formatting in found {
        match merged.last_mut().filter(|last| formatting.range.start < last.range.end) {
            Some(last) => {
                last.range.end = last.range.end.max(formatting.range.end);
                last.marks.extend(formatting.marks);
                last.paired &= formatting.paired;
            }
            None => merged.push(formatting),
        }
    }
    merged.truncate(MOST);
    merged
}

/// Every run of that character outside variables: `**` is one.
fn runs(text: &Text, mark: char) -> Vec<Range<usize>> {
    let variables = &text.variables.list;
    let in_variable = |at: usize| {
        let next = variables.partition_point(|variable| variable.range.end <= at);
        variables.get(next).is_some_and(|variable| variable.range.start <= at)
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.value().match_indices(mark).filter(|(at, _)| !in_variable(*at)) {
        match runs.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// Where some formatting opens, and where it closes.
type Pair = (Range<usize>, Range<usize>);

/// The runs that format what is between them, two by two, and those that have no partner. A run opens where no letter
/// or digit is before it and no blank behind it, and closes the other way round, on the same line.
fn pairs(value: &str, runs: Vec<Range<usize>>) -> (Vec<Pair>, Vec<Range<usize>>) {
    let (mut pairs, mut lone) = (Vec::new(), Vec::new());
    let (mut open, mut seen): (Option<Range<usize>>, usize) = (None, 0);
    for run in runs {
        if value[seen..run.start].contains('\n') {
            lone.extend(open.take());
        }
        seen = run.end;
        let (before, behind) = (&value[..run.start], &value[run.end..]);
        let closes = !before.ends_with(char::is_whitespace) && !behind.starts_with(char::is_alphanumeric);
        let opens = !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_whitespace);
        match open.take() {
            Some(first) if closes => pairs.push((first, run)),
            Some(first) => {
                open = Some(first);
                lone.push(run);
            }
            None if opens && !behind.is_empty() => open = Some(run),
            None => lone.push(run),
        }
    }
    lone.extend(open);
    (pairs, lone)
}

/// One edit for every range; none at all where one of them can not be written.
fn edits<'n>(
    text: &Text,
    ranges: &[Range<usize>],
    cx: &Context<'_>,
    new: impl Fn(&Range<usize>) -> &'n str,
) -> Vec<Edit> {
    let edits: Vec<Edit> =
        ranges.iter().take(MOST).flat_map(|range| cx.replace(&text.leaf, range.clone(), new(range))).collect();
    if edits.len() == ranges.len() { edits } else { Vec::new() }
}

/// The edit that takes a range out, with the blanks that would be left over; none where nothing else would be left.
fn without(text: &Text, range: &Range<usize>, cx: &Context<'_>) -> Vec<Edit> {
    let (before, behind) = (&text.value()[..range.start], &text.value()[range.end..]);
    if before.trim().is_empty() && behind.trim().is_empty() {
        return Vec::new();
    }
    let is_blank = |character: char| character.is_whitespace() && character != '\n';
    let blanks_before = before.len() - before.trim_end_matches(is_blank).len();
    let blanks_behind = behind.len() - behind.trim_start_matches(is_blank).len();
    let starts_line = before.len() == blanks_before || before.ends_with('\n');
    let glued = blanks_before + blanks_behind == 0 && behind.starts_with(char::is_alphanumeric);
    match (starts_line, glued) {
        (true, _) => cx.replace(&text.leaf, range.start..range.end + blanks_behind, ""),
        (false, true) => cx.replace(&text.leaf, range.clone(), " "),
        (false, false) => cx.replace(&text.leaf, range.start - blanks_before..range.end, ""),
    }
}

/// Ranges with nothing or only blanks between them, as one.
fn joined(ranges: impl Iterator<Item = Range<usize>>, value: &str) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut().filter(|last| value[last.end..range.start].trim().is_empty()) {
            Some(last) => last.end = range.end,
            None => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Source;
    use crate::settings::Settings;
    use crate::syntax;
    use crate::template::{Content, lower};

    fn header(value: &str) -> Content {
        let json = serde_json::json!({"name": "a", "variants": {"en": {"header": value}}});
        lower(crate::finding::FileId(0), &syntax::parse(&json.to_string()).tree)
    }

    fn marked(value: &str) -> Vec<(String, bool)> {
        let content = header(value);
        let text = content.templates[0].variants[0].header.as_ref().unwrap().text.as_ref().unwrap();
        formatting(text).into_iter().map(|found| (value[found.range].to_owned(), found.paired)).collect()
    }

    #[test]
    fn words_in_marks_are_found_with_their_marks() {
        for (value, found) in [
            ("A *new* launch", "*new*"),
            ("**Sale**", "**Sale**"),
            ("_*Big* sale_ today", "_*Big* sale_"),
            ("_{{first_name}}_ wins", "_{{first_name}}_"),
            ("~10 €~ 5 €", "~10 €~"),
            ("Use ```SAVE10``` now", "```SAVE10```"),
            ("Use `SAVE10`.", "`SAVE10`"),
            ("__init__", "__init__"),
            ("中 *文* 字", "*文*"),
        ] {
            assert_eq!(marked(value), [(found.to_owned(), true)], "{value}");
        }
    }

    #[test]
    fn a_lone_asterisk_is_told_and_other_lone_marks_are_not() {
        assert_eq!(marked("5 * 3"), [("*".to_owned(), false)]);
        assert_eq!(marked("* a *b"), [("*".to_owned(), false), ("*".to_owned(), false)]);
        assert_eq!(marked("Free delivery*"), [("*".to_owned(), false)]);
        assert!(marked("{{*}} a").is_empty());
        for value in [
            "order_id_2 shipped",
            "_ a _",
            "_start only",
            "snake_case and other_names",
            "~5 to ~10 minutes",
            "about ~10~20 min",
            "It`s here",
            "____",
            "{{_x_}} and {{first_name}}",
        ] {
            assert!(marked(value).is_empty(), "{value}");
        }
    }

    /// What the header of an authoring file reads as after the first fix of every finding.
    fn fixed(written: &str) -> String {
        let file = format!("name: a\ncategory: UTILITY\nvariants:\n  en:\n    header: {written}\n    body: b\n");
        let report = crate::check::check(
            vec![Source::new("a.yaml".to_owned(), file.clone().into_bytes())],
            &Settings::default(),
        );
        let fixes = report.findings.iter().filter_map(|finding| finding.fixes.first());
        let mut edits: Vec<Edit> = fixes.flat_map(|fix| fix.edits.clone()).collect();
        edits.sort_by_key(|edit| edit.place);
        let mut fixed = file;
        for edit in edits.iter().rev() {
            fixed.replace_range(edit.place.span.range(), &edit.text);
        }
        let content = lower(crate::finding::FileId(0), &syntax::parse(&fixed).tree);
        content.templates[0].variants[0].header.as_ref().unwrap().text.as_ref().unwrap().value().to_owned()
    }

    #[test]
    fn fixes_leave_a_plain_line_in_every_way_of_writing() {
        for (written, line) in [
            ("|\n      One line\n      or two", "One line or two"),
            ("|-\n      One line\n\n\n      or two\n      or three", "One line or two or three"),
            (">\n      One line\n\n      or\n      two", "One line or two"),
            ("One line\n\n      or two", "One line or two"),
            ("\"One line\\nor two\"", "One line or two"),
            ("\"One line\n\n      or two\\n\"", "One line or two"),
            ("'One *line*\n\n      🎉 or two'", "One line or two"),
            ("🎉 One line", "One line"),
            ("One🎉line 🎉 ❤️", "One line"),
            ("_*One*_ ~line~", "One line"),
            ("'**One** line'", "One line"),
        ] {
            assert_eq!(fixed(written), line, "{written:?}");
        }
    }

    #[test]
    fn much_formatting_takes_no_longer_than_little() {
        assert_eq!(marked(&"_a *".repeat(50_000)).len(), MOST);
        assert!(marked(&"_ a".repeat(50_000)).is_empty());
    }
}
