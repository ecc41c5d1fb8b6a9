//! Slips that begin a line: lists, quotes, lines across.

use std::ops::Range;

use super::shared::{Kind, Reading, Slip};

/// The lines of a text, without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        range
    })
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200A}' | '\u{202F}')
}

/// Lines of nothing but `-`, `*` or `_`, three or more, with or without blanks.
pub(super) fn rule_lines(reading: &mut Reading<'_>) {
    for line in lines(reading.value) {
        let written = reading.masked[line.clone()].trim();
        let Some(sign) = written.chars().next().filter(|sign| matches!(sign, '-' | '*' | '_' | '~')) else { continue };
        let signs = written.matches(sign).count();
        if signs < 3 || !written.chars().all(|other| other == sign || is_blank(other)) {
            continue;
        }
        let start = line.start + (reading.masked[line.clone()].find(sign).unwrap_or(0));
        let range = start..start + written.len();
        // Dashes are shown as they are: three of them are Markdown, and more are somebody's own line.
        let shown = sign == '-' && !written.contains(is_blank);
        reading.claim(range.clone());
        if !shown || signs == 3 {
            reading.slips.push(Slip::new(Kind::RuleLine, range.clone()).doubtful(shown).edit(range, "———"));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Bullet,
    Number,
    /// `+`, `–`: no marker in WhatsApp.
    Foreign(char),
    /// `1)`
    ForeignNumber,
    /// `(1)`
    BracketedNumber,
}

/// The start of a line that is meant as an item.
#[derive(Clone)]
struct Item {
    line: usize,
    family: Family,
    /// The blanks in front.
    indent: Range<usize>,
    /// The marker without blanks.
    marker: Range<usize>,
    /// The blanks behind it.
    gap: Range<usize>,
    ends_with_asterisk: bool,
}

impl Item {
    fn read(text: &str, line: usize, range: &Range<usize>) -> Option<Self> {
        let written = &text[range.clone()];
        let indent = written.len() - written.trim_start_matches(is_blank).len();
        let rest = &written[indent..];
        let (family, length) = marker(rest)?;
        let behind = &rest[length..];
        let gap = behind.len() - behind.trim_start_matches(is_blank).len();
        let words = &behind[gap..];
        let (start, marker_end) = (range.start + indent, range.start + indent + length);
        // "– 5 °C" and "+ 49 30 1234" are numbers.
        let signed = matches!(family, Family::Foreign('+' | '–' | '—'))
            && words.starts_with(|first: char| first.is_ascii_digit() || "€$£".contains(first));
        (gap > 0 && !words.is_empty() && !signed).then(|| Self {
            line,
            family,
            indent: range.start..start,
            marker: start..marker_end,
            gap: marker_end..marker_end + gap,
            ends_with_asterisk: words.trim_end().ends_with('*'),
        })
    }

    fn is_foreign(&self) -> bool {
        !matches!(self.family, Family::Bullet | Family::Number)
    }

    /// Blanks that are not one simple blank.
    fn is_spaced_out(&self, text: &str) -> bool {
        let gap = &text[self.gap.clone()];
        !gap.starts_with(' ') || gap.starts_with("  ")
    }
}

fn marker(line: &str) -> Option<(Family, usize)> {
    let first = line.chars().next()?;
    match first {
        '*' | '-' | '•' => return Some((Family::Bullet, first.len_utf8())),
        '+' | '–' | '—' | '·' => return Some((Family::Foreign(first), first.len_utf8())),
        _ => {}
    }
    let bracket = usize::from(first == '(');
    let digits = line[bracket..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    let family = match (bracket, line.as_bytes().get(bracket + digits)) {
        (0, Some(b'.')) => Family::Number,
        (0, Some(b')')) => Family::ForeignNumber,
        (1, Some(b')')) => Family::BracketedNumber,
        _ => return None,
    };
    (1..=2).contains(&digits).then_some((family, bracket + digits + 1))
}

/// List items that WhatsApp takes for text. Items that follow one another are told together.
pub(super) fn lists(reading: &mut Reading<'_>) {
    let items: Vec<Item> = lines(&reading.masked)
        .enumerate()
        .filter_map(|(line, range)| Item::read(&reading.masked, line, &range))
        .filter(|item| !reading.is_claimed(&item.marker))
        .collect();
    // Two items may have an empty line between them.
    for run in items.chunk_by(|item, next| next.line - item.line <= 2 && !is_far(reading.value, item, next)) {
        list(reading, run);
    }
}

/// Whether something other than blanks stands on the line between two items.
fn is_far(text: &str, item: &Item, next: &Item) -> bool {
    let between = &text[item.gap.end..next.indent.start];
    next.line - item.line == 2 && between.lines().nth(1).is_some_and(|line| !line.trim().is_empty())
}

fn list(reading: &mut Reading<'_>, run: &[Item]) {
    if run.len() > 1 {
        nested(reading, run);
        for family in run.chunk_by(|item, next| item.family == next.family) {
            foreign(reading, family);
        }
    }
    let spaced: Vec<&Item> = run
        .iter()
        .filter(|item| item.indent.is_empty() && !item.is_foreign() && item.is_spaced_out(reading.value))
        .filter(|item| run.len() > 1 || item.family == Family::Bullet && !item.ends_with_asterisk)
        .collect();
    let Some(first) = spaced.first() else { return };
    let slip = Slip::new(Kind::ListSpacing, first.gap.clone());
    let slip = spaced.iter().fold(slip, |slip, item| slip.edit(item.gap.clone(), " "));
    spaced.iter().for_each(|item| reading.claim(item.marker.clone()));
    reading.slips.push(slip);
}

fn nested(reading: &mut Reading<'_>, run: &[Item]) {
    let indented: Vec<&Item> = run.iter().filter(|item| !item.indent.is_empty() && !item.is_foreign()).collect();
    let Some(first) = indented.first() else { return };
    let shown = indented
        .iter()
        .all(|item| item.family == Family::Number || reading.value[item.marker.clone()].starts_with('•'));
    let slip = Slip::new(Kind::NestedList, first.indent.start..first.marker.end).doubtful(shown);
    let slip = indented.iter().fold(slip, |slip, item| slip.edit(item.indent.clone(), ""));
    indented.iter().for_each(|item| reading.claim(item.marker.clone()));
    reading.slips.push(slip);
}

/// Items of one family that is no list in WhatsApp.
fn foreign(reading: &mut Reading<'_>, run: &[Item]) {
    let [first, _, ..] = run else { return };
    if !first.is_foreign() {
        return;
    }
    let looks_good = first.family != Family::Foreign('+');
    let mut slip = Slip::new(Kind::ListMarker, first.marker.clone()).doubtful(looks_good);
    for item in run {
        let number = reading.value[item.marker.clone()].trim_matches(['(', ')']);
        let new = match item.family {
            Family::Foreign(_) => "- ".to_owned(),
            _ => format!("{number}. "),
        };
        slip = slip.edit(item.indent.start..item.gap.end, new);
    }
    reading.slips.push(slip);
}

/// Lines that begin with `>` and are no quotes.
pub(super) fn quotes(reading: &mut Reading<'_>) {
    for line in lines(reading.value) {
        let written = &reading.masked[line.clone()];
        let signs = written.bytes().take_while(|byte| *byte == b'>').count();
        let rest = &written[signs..];
        let words = rest.trim_start_matches(is_blank);
        let blanks = rest.len() - words.len();
        let says = words.starts_with(|first: char| first.is_alphabetic() || "*_~`{\"'“«¡¿".contains(first));
        let is_quote = signs == 1 && blanks > 0 && !rest.starts_with("  ");
        if signs == 0 || signs > 3 || !says || is_quote || reading.is_claimed(&(line.start..line.start + signs)) {
            continue;
        }
        let range = line.start..line.start + signs + blanks;
        // Arrows look like this, too.
        reading.slips.push(Slip::new(Kind::QuoteSpacing, range.clone()).doubtful(signs > 1).edit(range, "> "));
    }
}
