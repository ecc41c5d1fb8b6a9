//! Delimiters that are shown as they are, sorted by what their author meant.

use std::ops::Range;

use super::shared::{Kind, Reading, Slip};
use super::shared_lone::{alone, over_lines};
use super::shared_mark::{Mark, acting, ends_words, is_newer_emoji, starts_words};
use crate::text::markup;

const DELIMITERS: [char; 4] = ['*', '_', '~', '`'];

/// Delimiters without effect, sorted by what their author meant.
pub(super) fn left_over(reading: &mut Reading<'_>) {
    let acting = acting(reading);
    for sign in DELIMITERS.into_iter().filter(|sign| reading.value.contains(*sign)) {
        let marks = marks(reading, sign, &acting);
        let mut lone = Vec::new();
        for line in marks.chunk_by(|mark, next| !reading.value[mark.range.end..next.range.start].contains('\n')) {
            lone.extend(pair_up(reading, line));
        }
        let lone = over_lines(reading, lone);
        alone(reading, &lone);
    }
}

fn marks(reading: &Reading<'_>, sign: char, acting: &[bool]) -> Vec<Mark> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in reading.masked.match_indices(sign) {
        if acting[at] || reading.is_claimed(&(at..at + 1)) {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    let marks = runs.into_iter().map(|run| Mark::new(reading.value, run, sign));
    marks.filter(|mark| !mark.is_prose() && !is_dialled(reading.value, mark)).collect()
}

/// `*123#`, and the last digits `*1234`.
fn is_dialled(text: &str, mark: &Mark) -> bool {
    let rest = &text[mark.range.end..];
    let digits = rest.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || *byte == b'*').count();
    let behind = rest.as_bytes().get(digits);
    mark.sign == '*' && digits >= 3 && (behind == Some(&b'#') || !mark.touches_before() && !has_partner(rest, digits))
}

/// Whether the digits are followed by more than the end of a word.
fn has_partner(rest: &str, digits: usize) -> bool {
    rest[digits..].starts_with(|next: char| next == '%' || next == '*' || next.is_alphanumeric())
}

/// Takes the marks of one line two by two; gives back those that have no partner.
fn pair_up(reading: &mut Reading<'_>, line: &[Mark]) -> Vec<Mark> {
    let mut lone: Vec<Mark> = Vec::new();
    let mut open: Option<Mark> = None;
    for (index, mark) in line.iter().enumerate() {
        if line.len() == 1 && accidental_list(reading, mark) {
            return Vec::new();
        }
        let is_last = index + 1 == line.len();
        match open.take() {
            Some(first) => match pair(reading, &first, mark, is_last) {
                Some(slip) => reading.slips.push(slip),
                None => {
                    lone.push(first);
                    open = Some(mark.clone());
                }
            },
            None => open = Some(mark.clone()),
        }
    }
    lone.extend(open);
    lone
}

/// `* Important*` is a list of one, and nobody meant a list.
fn accidental_list(reading: &mut Reading<'_>, mark: &Mark) -> bool {
    let closes = mark.sign == '*' && mark.is_free_after() && mark.before.is_some();
    let spans = &reading.markup.spans;
    let after = spans.partition_point(|span| span.source().start <= mark.range.start);
    let around = spans[..after].iter().rev().take(8).find(|span| span.kind == markup::Kind::Bullet);
    let Some(bullet) = around.map(markup::Span::source) else { return false };
    let is_own = bullet.contains(&mark.range.start) && reading.value[bullet.start..].starts_with("* ");
    let is_item = |line: &str| line.starts_with(['*', '-', '•']);
    let beside = reading.value[..bullet.start].trim_end().rsplit('\n').next().is_some_and(is_item)
        || reading.value[bullet.end..].trim_start().lines().next().is_some_and(is_item);
    // Something else of the line can stand behind the mark only where the mark does close.
    if !closes || !is_own || beside {
        return false;
    }
    let words = &reading.value[bullet.start + 2..mark.range.start];
    let content = bullet.start + 2..bullet.start + 2 + words.trim_end().len();
    let slip = Slip::new(Kind::AccidentalList, bullet.start..mark.range.end);
    let slip = slip.edit(bullet.start..content.start, "*").edit(content.end..mark.range.end, "*");
    reading.slips.push(slip);
    true
}

/// What is wrong with two delimiters of one line, if they belong together.
fn pair(reading: &Reading<'_>, first: &Mark, second: &Mark, is_last: bool) -> Option<Slip> {
    let value = reading.value;
    let content = first.range.end..second.range.start;
    let range = first.range.start..second.range.end;
    if value[content.clone()].trim().is_empty() {
        return None;
    }
    match (first.touches_after(), second.touches_before()) {
        (true, true) if first.opens() && second.closes() => Some(Slip::new(Kind::Unbalanced, range)),
        (true, true) => glued(first, second, range, &value[content]).or_else(|| glued_inside(reading, first, second)),
        (true, false) if !first.opens() => glued_inside(reading, first, second),
        (true, false) if first.opens() && (is_last || second.is_free_after()) => {
            let blanks =
                content.end - value[content.clone()].len() + value[content.clone()].trim_end().len()..content.end;
            let outside = if second.is_free_after() { "" } else { " " };
            let new = format!("{}{outside}", first.sign);
            Some(Slip::new(Kind::EdgeSpace, range).edit(blanks.start..second.range.end, new))
        }
        (false, true) if second.closes() && first.is_free_before() && !first.near.0.is_some_and(char::is_numeric) => {
            let words = content.start + value[content.clone()].len() - value[content].trim_start().len();
            let outside = if first.is_free_before() { "" } else { " " };
            Some(Slip::new(Kind::EdgeSpace, range).edit(first.range.start..words, format!("{outside}{}", first.sign)))
        }
        _ => None,
    }
}

/// Two delimiters of which at least one touches a letter, digit, mark or new emoji on its outer side.
fn glued(first: &Mark, second: &Mark, range: Range<usize>, content: &str) -> Option<Slip> {
    let (left, right) = (!first.is_free_before(), !second.is_free_after());
    let words = first.after.is_some_and(starts_words) && second.before.is_some_and(ends_words);
    let in_words = first.is_in_word() && second.is_in_word();
    // "亲~您好~" and "周一~周五 9点~" are no strikes.
    let waves = first.sign == '~' && left;
    // "长*宽*高" is a size.
    let size = left && right && content.chars().count() == 1;
    if size || !(left || right) || !words || in_words || waves || first.range.len() > 1 || second.range.len() > 1 {
        return None;
    }
    let is_picture = |beside: Option<char>| beside.is_some_and(is_newer_emoji);
    let only_emoji = (!left || is_picture(first.before)) && (!right || is_picture(second.after));
    let kind = if only_emoji { Kind::EmojiBoundary } else { Kind::Glued };
    let mut slip = Slip::new(kind, range);
    if left {
        slip = slip.edit(first.range.clone(), format!(" {}", first.sign));
    }
    if right {
        slip = slip.edit(second.range.clone(), format!("{} ", second.sign));
    }
    Some(slip)
}

/// In `*주문*은 *내일* 와요` all from the first to the last delimiter is bold: the second closes nothing.
fn glued_inside(reading: &Reading<'_>, first: &Mark, second: &Mark) -> Option<Slip> {
    let would_close = !first.is_free_before() && !first.is_free_after() && !first.is_in_word();
    if !would_close || !second.opens() || first.range.len() > 1 {
        return None;
    }
    let spans = &reading.markup.spans;
    let after = spans.partition_point(|span| span.source().start <= first.range.start);
    let is_same = |span: &&markup::Span| {
        reading.value[span.opening()].starts_with(first.sign) && span.content.contains(&first.range.start)
    };
    let span = spans[..after].iter().rev().take(8).find(is_same)?;
    let slip = Slip::new(Kind::Glued, span.opening().start..first.range.end);
    Some(slip.edit(first.range.clone(), format!("{} ", first.sign)))
}
