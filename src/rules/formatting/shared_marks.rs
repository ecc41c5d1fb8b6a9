//! Delimiters that are shown as they are, and those that format what nobody meant.

use std::ops::Range;

use super::shared::{Kind, Reading, Slip};
use crate::text::markup::{self, is_blank, is_boundary};

const DELIMITERS: [char; 4] = ['*', '_', '~', '`'];

/// Which bytes are delimiters that format something.
fn acting(reading: &Reading<'_>) -> Vec<bool> {
    let mut acting = vec![false; reading.value.len()];
    for span in &reading.markup.spans {
        acting[span.opening()].fill(true);
        acting[span.closing()].fill(true);
    }
    acting
}

/// Asterisks in place of digits, `****1234`, of which some act; and other runs of which some act.
pub(super) fn masked_numbers(reading: &mut Reading<'_>) {
    let acting = acting(reading);
    let bytes = reading.masked.clone().into_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let sign = bytes[at];
        if !b"*_~".contains(&sign) {
            at += 1;
            continue;
        }
        let start = at;
        let mut runs: Vec<Range<usize>> = Vec::new();
        // `**** **** 1234` is one.
        loop {
            let length = bytes[at..].iter().take_while(|byte| **byte == sign).count();
            runs.push(at..at + length);
            at += length;
            let next = bytes.get(at + 1) == Some(&sign) && bytes.get(at + 2) == Some(&sign);
            if sign != b'*' || length < 2 || !next || !b" -".contains(&bytes[at]) {
                break;
            }
            at += 1;
        }
        let Some(last) = runs.last().cloned() else { continue };
        if last.len() < 2 || reading.is_claimed(&(start..last.end)) {
            continue;
        }
        let acts = runs.iter().any(|run| acting[run.clone()].contains(&true));
        let behind = bytes[last.end..].strip_prefix(b" ").or_else(|| bytes[last.end..].strip_prefix(b"-"));
        let digits = |rest: &[u8]| rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let length = match behind {
            Some(rest) if digits(rest) >= 3 => 1 + digits(rest),
            _ => digits(&bytes[last.end..]),
        };
        let masks = sign == b'*' && (length > 0 || bytes[last.end..].starts_with(b"{{"));
        let kind = match (masks, last.len()) {
            (true, _) => Kind::MaskedNumber,
            (false, 3..) => Kind::RuleLine,
            _ => continue,
        };
        reading.claim(start..last.end);
        at += length;
        if acts {
            let slip = Slip::new(kind, start..last.end + length);
            let slip = match kind {
                Kind::MaskedNumber => runs.iter().fold(slip, |slip, run| slip.edit(run.clone(), "•".repeat(run.len()))),
                _ => slip,
            };
            reading.slips.push(slip);
        }
    }
}

/// `＊x＊`: what looks like delimiters and is none.
pub(super) fn full_width(reading: &mut Reading<'_>) {
    for (sign, ascii) in [('＊', "*"), ('＿', "_"), ('～', "~")] {
        let mut open: Option<usize> = None;
        let mut read = 0;
        let signs: Vec<usize> = reading.value.match_indices(sign).map(|(at, _)| at).collect();
        for at in signs {
            let value = reading.value;
            if value[read..at].contains('\n') {
                open = None;
            }
            read = at;
            let content = open.map(|open| open + sign.len_utf8()..at);
            let Some(content) = content.filter(|content| is_pair(&value[content.clone()], sign)) else {
                open = Some(at);
                continue;
            };
            let range = content.start - sign.len_utf8()..at + sign.len_utf8();
            open = None;
            reading.slips.push(
                Slip::new(Kind::FullWidth, range.clone())
                    .edit(range.start..content.start, ascii)
                    .edit(content.end..range.end, ascii),
            );
        }
    }
}

/// Whether full-width signs around this content are meant as delimiters. A wave between two times is not, and waves
/// around words are decoration; around a price they strike it.
fn is_pair(content: &str, sign: char) -> bool {
    let price = || {
        content.contains(['¥', '￥', '$', '€', '元', '円', '원'])
            && !content.contains([':', '：', '、', '，', ',', ' '])
    };
    !content.is_empty() && !content.contains(sign) && content.trim() == content && (sign != '～' || price())
}

/// A delimiter that formats nothing, and what is beside it.
#[derive(Clone, Debug)]
struct Mark {
    range: Range<usize>,
    /// Which of the delimiters.
    sign: char,
    before: Option<char>,
    after: Option<char>,
    /// The nearest characters that are not blank.
    near: (Option<char>, Option<char>),
}

impl Mark {
    fn new(text: &str, range: Range<usize>, sign: char) -> Self {
        let solid = |character: &char| !is_blank(*character);
        let before = || text[..range.start].chars().rev().take_while(|character| *character != '\n').take(40);
        let after = || text[range.end..].chars().take_while(|character| *character != '\n').take(40);
        Self {
            sign,
            before: before().next(),
            after: after().next(),
            near: (before().find(solid), after().find(solid)),
            range: range.clone(),
        }
    }

    fn starts_line(&self) -> bool {
        self.before.is_none()
    }

    fn is_free_before(&self) -> bool {
        self.before.is_none_or(is_boundary)
    }

    fn is_free_after(&self) -> bool {
        self.after.is_none_or(is_boundary)
    }

    fn touches_before(&self) -> bool {
        self.before.is_some_and(|before| !is_blank(before))
    }

    fn touches_after(&self) -> bool {
        self.after.is_some_and(|after| !is_blank(after))
    }

    /// Whether it looks like the first of two.
    fn opens(&self) -> bool {
        self.is_free_before() && self.touches_after() && self.after.is_some_and(starts_words)
    }

    /// Whether it looks like the second of two.
    fn closes(&self) -> bool {
        self.touches_before() && self.is_free_after() && self.before.is_some_and(ends_words)
    }

    fn is_in_word(&self) -> bool {
        self.before.is_some_and(|before| before.is_ascii_alphanumeric())
            && self.after.is_some_and(|after| after.is_ascii_alphanumeric())
    }

    /// `5 * 3`, `2*3`, `9~17`, `snake_case`, `{{1}} * {{2}}`, ` - _ `.
    fn is_prose(&self) -> bool {
        let numeric = |near: Option<char>| near.is_some_and(|near| near.is_numeric() || matches!(near, '{' | '}'));
        let apart = !self.touches_before() && !self.touches_after();
        let tight = self.touches_before() && self.touches_after();
        match self.sign {
            '*' | '~' => {
                let digits = [self.near.0, self.near.1].iter().all(|near| near.is_some_and(char::is_numeric));
                digits || numeric(self.near.0) && numeric(self.near.1) && apart
            }
            '_' => self.is_in_word() || tight && self.is_free_before() && self.is_free_after() && !self.has_words(),
            _ => self.is_in_word(),
        }
    }

    /// Whether what is beside it can be the edge of words: `(_)` and `^_^` have none.
    fn has_words(&self) -> bool {
        self.before.is_some_and(ends_words)
            && matches!(self.before, Some('}' | '"' | '”' | '!' | '.' | '?' | '*' | '~'))
            || matches!(self.after, Some('{' | '"' | '“' | '¡' | '¿' | '*' | '~'))
    }
}

/// Whether words can start with this character.
fn starts_words(character: char) -> bool {
    !is_boundary(character) || is_picture(character) || "({[「『（【《“‘«¿¡$€£¥₹#@\"'*_~`".contains(character)
}

/// Whether words can end with this character.
fn ends_words(character: char) -> bool {
    !"([「『（【《“‘«¿¡".contains(character) && !is_blank(character)
}

fn is_picture(character: char) -> bool {
    matches!(character, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// Whether a character that is no boundary is an emoji or the end of one.
fn is_newer_emoji(character: char) -> bool {
    !is_boundary(character) && matches!(character, '\u{FE0F}' | '\u{20E3}' | '\u{1F000}'..='\u{1FAFF}')
}

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

/// `*one line` and `the next*`: tells those, and gives back the rest.
fn over_lines(reading: &mut Reading<'_>, lone: Vec<Mark>) -> Vec<Mark> {
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
fn alone(reading: &mut Reading<'_>, lone: &[Mark]) {
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
