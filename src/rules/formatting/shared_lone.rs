//! Delimiters without a partner on their line.

use super::shared::{Kind, Reading, Slip};
use super::shared_mark::Mark;
use crate::text::markup::is_boundary;

/// `*one line` and `the next*`: tells those, and gives back the rest.
pub(super) fn over_lines(reading: &mut Reading<'_>, lone: Vec<Mark>) -> Vec<Mark> {
    let mut rest = Vec::new();
    let mut marks = lone.into_iter().peekable();
    while let Some(mark) = marks.next() {
        let opens = mark.opens() && (mark.sign != '~' || !mark.after.is_some_and(char::is_numeric));
        let value = reading.value;
        let close = marks.next_if(|next| {
            opens
                && next.closes()
                && next.range.len() == mark.range.len()
                && value[mark.range.end..next.range.start].contains('\n')
        });
        match close {
            Some(close) => {
                let slip = over_lines_slip(value, &mark, &close);
                reading.slips.push(slip);
            }
            None => rest.push(mark),
        }
    }
    rest
}

fn over_lines_slip(value: &str, mark: &Mark, close: &Mark) -> Slip {
    let mut slip = Slip::new(Kind::Multiline, mark.range.start..close.range.end);
    let content = &value[mark.range.end..close.range.start];
    let plain = content.split('\n').all(|line| {
        line.trim() == line
            && !line.starts_with(['-', '*', '•', '>'])
            && !line.starts_with(|c: char| c.is_ascii_digit())
    });
    if !plain || content.contains(mark.sign) {
        return slip;
    }
    let mut start = mark.range.end;
    for line in content.split('\n') {
        let end = start + line.len();
        if !line.is_empty() {
            if start > mark.range.end {
                let first = line.chars().next().map_or(0, char::len_utf8);
                slip = slip.edit(start..start + first, format!("{}{}", mark.sign, &line[..first]));
            }
            if end < close.range.start {
                let last = line.chars().next_back().map_or(0, char::len_utf8);
                if last == line.len() && start > mark.range.end {
                    // One character takes both delimiters.
                    slip.edits.pop();
                    slip = slip.edit(start..end, format!("{0}{line}{0}", mark.sign));
                } else {
                    slip = slip.edit(end - last..end, format!("{}{}", &line[line.len() - last..], mark.sign));
                }
            }
        }
        start = end + 1;
    }
    slip
}

/// Delimiters at the edge of a word that have no partner at all.
pub(super) fn alone(reading: &mut Reading<'_>, lone: &[Mark]) {
    let footnote = |mark: &Mark| mark.sign == '*' && mark.closes() && !mark.opens();
    let note = |mark: &Mark| mark.sign == '*' && mark.starts_line() && mark.opens();
    let has_reference = lone.iter().any(footnote);
    let has_note = lone.iter().any(note);
    let last_part = reading.value.trim_end().rfind("\n\n").unwrap_or(0);
    for mark in lone {
        // An asterisk behind a word leads to a note, which begins with one and ends the text.
        let is_note = note(mark) && (has_reference || mark.range.start > last_part.max(1));
        if is_note || footnote(mark) && has_note || !is_at_word_edge(reading.value, mark) {
            continue;
        }
        let doubtful = footnote(mark) || mark.sign == '~';
        reading.slips.push(Slip::new(Kind::Unbalanced, mark.range.clone()).doubtful(doubtful));
    }
}

fn is_at_word_edge(text: &str, mark: &Mark) -> bool {
    let wordish =
        |beside: Option<char>| beside.is_some_and(|c| c.is_alphanumeric() || !is_boundary(c) || matches!(c, '{' | '}'));
    let (left, right) = (wordish(mark.before), wordish(mark.after));
    // `*Sale**`
    let doubled = (mark.before == Some(mark.sign)) != (mark.after == Some(mark.sign));
    if doubled && (left || right || mark.before == Some(mark.sign)) {
        return mark.sign != '`';
    }
    if left == right {
        return false;
    }
    match mark.sign {
        // A number that is not exact, a signature, and a friendly end of a sentence.
        '~' => right && mark.after.is_some_and(char::is_alphabetic) && !mark.starts_line() && !left,
        // A line to fill in, and a name on a network.
        '_' => mark.range.len() == 1 && !(left && is_name(&text[..mark.range.start])),
        // An apostrophe.
        '`' => right && !is_quoted(&text[mark.range.end..]),
        _ => true,
    }
}

/// Whether the word that ends here is a name on a network, or a part of an address.
fn is_name(before: &str) -> bool {
    before.chars().rev().take(60).take_while(|c| !c.is_whitespace()).any(|c| "@/._#:".contains(c))
}

/// Whether a quotation that began with a backtick ends with an apostrophe.
fn is_quoted(after: &str) -> bool {
    after.chars().take(200).take_while(|c| *c != '\n').any(|c| "'’´".contains(c))
}
