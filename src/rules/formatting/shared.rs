//! What went wrong with the formatting of a text: every slip has one kind, so that one rule tells it.

use std::ops::Range;

use super::{shared_full_width, shared_left_over, shared_lines, shared_mask, shared_masked_numbers};
use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::text::markdown;
use crate::text::markup::Markup;

/// So many slips of one kind in one text are told at most: a file made to waste time gains nothing.
const MOST: usize = 16;

/// What a slip is; each is told by the rule of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Kind {
    AccidentalList,
    CodeLanguageTag,
    EdgeSpace,
    EmojiBoundary,
    Escape,
    FullWidth,
    Glued,
    Html,
    HtmlEntity,
    ListMarker,
    ListSpacing,
    MarkdownBold,
    MarkdownHeading,
    MarkdownLink,
    MarkdownStrike,
    MarkdownTable,
    MaskedNumber,
    Multiline,
    NestedList,
    QuoteSpacing,
    RuleLine,
    Unbalanced,
}

/// Something that does not look as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Slip {
    pub(super) kind: Kind,
    /// What is marked.
    pub(super) range: Range<usize>,
    /// What to write instead, in order; empty where only a person can say.
    pub(super) edits: Vec<(Range<usize>, String)>,
    /// Whether it may well be meant as it is.
    pub(super) doubtful: bool,
}

impl Slip {
    pub(super) fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, range, edits: Vec::new(), doubtful: false }
    }

    pub(super) fn edit(mut self, range: Range<usize>, new: impl Into<String>) -> Self {
        self.edits.push((range, new.into()));
        self
    }

    pub(super) fn doubtful(mut self, doubtful: bool) -> Self {
        self.doubtful = doubtful;
        self
    }

    /// The edits in the file; none where one of them can not be written there.
    pub(super) fn edits(&self, text: &Text, cx: &Context<'_>) -> Vec<Edit> {
        let edits: Vec<Edit> =
            self.edits.iter().flat_map(|(range, new)| cx.replace(&text.leaf, range.clone(), new)).collect();
        if edits.len() == self.edits.len() { edits } else { Vec::new() }
    }

    /// The characters that are marked, shortened for a sentence.
    pub(super) fn written(&self, text: &Text) -> String {
        shortened(&text.value()[self.range.clone()])
    }

    /// What the marked part reads as after the edits, shortened for a sentence.
    pub(super) fn better(&self, text: &Text) -> String {
        let (mut better, mut read) = (String::new(), self.range.start);
        for (range, new) in self.edits.iter().filter(|(range, _)| range.start >= self.range.start) {
            if range.end > self.range.end || range.start < read {
                break;
            }
            better.push_str(&text.value()[read..range.start]);
            better.push_str(new);
            read = range.end;
        }
        better.push_str(&text.value()[read..self.range.end]);
        shortened(&better)
    }
}

/// The beginning and the end of something long.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.replace('\n', " ⏎ ");
    let count = text.chars().count();
    if count <= LONGEST {
        return text;
    }
    let end = text.char_indices().nth(count - LONGEST / 2).map_or(text.len(), |(at, _)| at);
    let start: String = text.chars().take(LONGEST / 2).collect();
    format!("{} … {}", start.trim_end(), text[end..].trim_start())
}

/// The slips of one kind in a body; nothing on surfaces that have no formatting, because others tell that.
pub(super) fn slips(kind: Kind, text: &Text, surface: Surface, cx: &Context<'_>) -> Vec<Slip> {
    if !matches!(surface, Surface::Body | Surface::CardBody) {
        return Vec::new();
    }
    let all = cx.slips(text, || find(text).into());
    all.iter().filter(|slip| slip.kind == kind).take(MOST).cloned().collect()
}

/// Whether a character can be a part of some formatting.
fn is_telling(character: char) -> bool {
    matches!(character, '*' | '_' | '~' | '`' | '#' | '<' | '>' | '[' | '|' | '&' | '\\' | '-' | '+' | '.' | ')')
        || matches!(character, '•' | '–' | '—' | '·' | '＊' | '＿' | '～')
}

fn find(text: &Text) -> Vec<Slip> {
    if !text.value().contains(is_telling) {
        return Vec::new();
    }
    let markup = Markup::parse(text.value());
    let mut reading = Reading::new(text, markup);
    reading.code_tags();
    reading.html();
    shared_lines::rule_lines(&mut reading);
    reading.markdown();
    reading.escapes();
    shared_masked_numbers::masked_numbers(&mut reading);
    shared_lines::lists(&mut reading);
    shared_lines::quotes(&mut reading);
    shared_full_width::full_width(&mut reading);
    shared_left_over::left_over(&mut reading);
    let mut slips = reading.slips;
    slips.sort_by_key(|slip| (slip.range.start, slip.range.end));
    slips
}

/// A text while it is being looked at.
pub(super) struct Reading<'t> {
    pub(super) value: &'t str,
    /// As long as the value, without what delimiters can not act on.
    pub(super) masked: String,
    pub(super) markup: Markup,
    /// The bytes that a slip explains already.
    claimed: Vec<bool>,
    pub(super) slips: Vec<Slip>,
}

impl<'t> Reading<'t> {
    fn new(text: &'t Text, markup: Markup) -> Self {
        let masked = shared_mask::masked(text, &markup);
        let value = text.value();
        Self { value, masked, markup, claimed: vec![false; value.len()], slips: Vec::new() }
    }

    pub(super) fn is_claimed(&self, range: &Range<usize>) -> bool {
        self.claimed[range.clone()].contains(&true)
    }

    pub(super) fn claim(&mut self, range: Range<usize>) {
        self.claimed[range].fill(true);
    }

    fn code_tags(&mut self) {
        for span in self.markup.spans.iter().filter(|span| span.kind == crate::text::markup::Kind::MonoBlock) {
            let content = &self.value[span.content.clone()];
            let Some((first, rest)) = content.split_once('\n') else { continue };
            let is_tag = first.starts_with(|start: char| start.is_ascii_lowercase())
                && first.len() <= 12
                && first
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+#".contains(&byte));
            if is_tag && rest.contains('\n') && rest.ends_with('\n') {
                let range = span.content.start..span.content.start + first.len();
                self.slips.push(Slip::new(Kind::CodeLanguageTag, range.clone()).edit(range, ""));
            }
        }
    }

    fn html(&mut self) {
        let tags = markdown::tags(&self.masked);
        let mut open: Vec<usize> = Vec::new();
        let mut partner: Vec<Option<usize>> = vec![None; tags.len()];
        for (index, tag) in tags.iter().enumerate() {
            // Nobody nests deeper than a few, and what is not closed soon is not closed.
            let depth = open.iter().rev().take(8).position(|&other| tags[other].name == tag.name);
            match depth {
                Some(depth) if tag.closing => {
                    let other = open[open.len() - 1 - depth];
                    open.truncate(open.len() - 1 - depth);
                    (partner[index], partner[other]) = (Some(other), Some(index));
                }
                _ if !tag.closing => open.push(index),
                _ => {}
            }
        }
        for (index, tag) in tags.iter().enumerate() {
            let closing = partner[index];
            if self.is_claimed(&tag.range) {
                continue;
            }
            let slip = match closing.filter(|closing| *closing > index) {
                Some(closing) => {
                    let end = tags[closing].range.clone();
                    self.claim(end.clone());
                    let slip = Slip::new(Kind::Html, tag.range.start..end.end);
                    let words = &self.value[tag.range.end..end.start];
                    let is_plain = !words.contains(['\n', '*', '_', '~', '`', '<']) && words.trim() == words;
                    match delimiter_for(&tag.name) {
                        Some(delimiter) if is_plain && !words.is_empty() => {
                            slip.edit(tag.range.clone(), delimiter).edit(end, delimiter)
                        }
                        _ => slip,
                    }
                }
                None if tag.name == "br" => {
                    let breaks = self.value[tag.range.end..].starts_with('\n');
                    Slip::new(Kind::Html, tag.range.clone()).edit(tag.range.clone(), if breaks { "" } else { "\n" })
                }
                None => Slip::new(Kind::Html, tag.range.clone()),
            };
            self.claim(tag.range.clone());
            self.slips.push(slip);
        }
        for (range, character) in markdown::entities(&self.masked) {
            let character = if character == "\u{A0}" { " ".to_owned() } else { character };
            self.claim(range.clone());
            self.slips.push(Slip::new(Kind::HtmlEntity, range.clone()).edit(range, character));
        }
    }

    fn markdown(&mut self) {
        // What is not the address in `<address>` would hide what follows it.
        let mut text = self.masked.clone().into_bytes();
        for at in 0..text.len() {
            let is_address = |rest: &[u8]| rest.starts_with(b"http") || rest.starts_with(b"mailto:");
            if text[at] == b'<' && (self.claimed[at] || !is_address(&text[at + 1..])) {
                text[at] = b'x';
            }
        }
        for found in markdown::find(&String::from_utf8(text).unwrap_or_default()) {
            self.markdown_found(&found);
        }
    }

    fn markdown_found(&mut self, found: &markdown::Found) {
        let (range, content) = (found.range.clone(), found.content.clone());
        let (opening, closing) = (range.start..content.start, content.end..range.end);
        if matches!(found.kind, markdown::Kind::Bold | markdown::Kind::Strike | markdown::Kind::Heading)
            && (self.is_claimed(&opening) || self.is_claimed(&closing))
        {
            return;
        }
        let words = &self.value[content.clone()];
        let slip = match found.kind {
            markdown::Kind::Bold => {
                let (before, behind) = match opening.len() {
                    3 => ("_*", "*_"),
                    _ => ("*", "*"),
                };
                doubled(Slip::new(Kind::MarkdownBold, range), words, &opening, &closing, before, behind)
            }
            markdown::Kind::Strike => {
                doubled(Slip::new(Kind::MarkdownStrike, range), words, &opening, &closing, "~", "~")
            }
            markdown::Kind::Heading => self.heading(range, content.clone()),
            markdown::Kind::Link => self.link(range, content.clone()),
            markdown::Kind::Image => {
                self.claim(range.clone());
                Slip::new(Kind::MarkdownLink, range)
            }
            markdown::Kind::Address => {
                let address = words.to_owned();
                Slip::new(Kind::MarkdownLink, range.clone()).edit(range, address)
            }
            markdown::Kind::Table => {
                self.claim(range.clone());
                Slip::new(Kind::MarkdownTable, range)
            }
        };
        self.claim(opening);
        self.claim(closing);
        self.slips.push(slip);
    }

    fn heading(&mut self, range: Range<usize>, content: Range<usize>) -> Slip {
        let words = &self.value[content.clone()];
        let bare = words.trim_matches(['*', '_']);
        let marks = words.len() - bare.len();
        let slip = Slip::new(Kind::MarkdownHeading, range.clone());
        if marks > 0
            && bare.len() + marks == words.len()
            && words.starts_with(['*', '_'])
            && words.ends_with(['*', '_'])
        {
            let start = content.start + (words.len() - words.trim_start_matches(['*', '_']).len());
            self.claim(content.start..start);
            self.claim(start + bare.len()..content.end);
        }
        if bare.contains('*') || bare.trim() != bare || bare.is_empty() {
            return slip;
        }
        slip.edit(range, format!("*{bare}*"))
    }

    fn link(&mut self, range: Range<usize>, label: Range<usize>) -> Slip {
        let address_range = label.end + 2..range.end - 1;
        self.claim(label.end..range.end);
        let slip = Slip::new(Kind::MarkdownLink, range.clone());
        let (label, address) = (&self.value[label], &self.value[address_range]);
        if address.contains([' ', '\n']) || label.contains('\n') {
            return slip;
        }
        let words = if label == address { address.to_owned() } else { format!("{label}: {address}") };
        slip.edit(range, words)
    }

    fn escapes(&mut self) {
        for range in markdown::escapes(&self.masked) {
            self.claim(range.clone());
            let slip = Slip::new(Kind::Escape, range.clone()).edit(range.start..range.start + 1, "");
            self.slips.push(slip);
        }
    }
}

/// One delimiter in place of two or three; the blanks inside go.
fn doubled(
    slip: Slip,
    words: &str,
    opening: &Range<usize>,
    closing: &Range<usize>,
    before: &str,
    behind: &str,
) -> Slip {
    let blanks = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
    if words.contains('\n') || before.bytes().any(|mark| words.as_bytes().contains(&mark)) {
        return slip;
    }
    slip.edit(opening.start..opening.end + blanks.0, before).edit(closing.start - blanks.1..closing.end, behind)
}

/// What WhatsApp has for an element.
fn delimiter_for(tag: &str) -> Option<&'static str> {
    match tag {
        "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some("*"),
        "i" | "em" => Some("_"),
        "s" | "strike" | "del" => Some("~"),
        "code" | "tt" | "kbd" | "samp" => Some("`"),
        "pre" => Some("```"),
        _ => None,
    }
}
