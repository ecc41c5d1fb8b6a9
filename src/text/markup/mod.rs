//! WhatsApp formatting: what the recipient sees of a text, and which parts of it are bold, a list or a link.
//!
//! The client looks for every kind of span in the whole text, and only then lets the kinds compete. So does this
//! parser: a finder for each makes candidates, `overlap` decides who stays, and `render` takes the delimiters out.

mod blank;
mod block;
mod boundary;
mod candidate;
mod link;
mod mark;
mod mono;
mod overlap;
mod pair;
mod render;

use std::ops::Range;

pub use blank::is_blank;
pub use boundary::is_boundary;
use candidate::Candidate;
use pair::Lines;
use render::Piece;

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `*bold*`
    Bold,
    /// `_italic_`
    Italic,
    /// `~strike~`
    Strike,
    /// `` `code` ``
    InlineCode,
    /// ```` ```monospace``` ````, which may go over several lines.
    MonoBlock,
    /// A line after `* `, `- ` or `• `.
    Bullet,
    /// A line after `1. `.
    Number,
    /// A line after `> `.
    Quote,
    /// An address, which the client makes clickable: with or without `https://`, or an e-mail address.
    Link,
}

impl Kind {
    /// The name that other programs know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Strike => "strike",
            Self::InlineCode => "inline_code",
            Self::MonoBlock => "mono_block",
            Self::Bullet => "li_bullet",
            Self::Number => "li_number",
            Self::Quote => "quote",
            Self::Link => "link",
        }
    }
}

/// A part of the text that looks or acts different. All ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: Kind,
    /// The part of the visible text. That of a quote includes the line break behind it.
    pub visible: Range<usize>,
    /// The part of the source between the delimiters.
    pub content: Range<usize>,
    opening: u8,
    closing: u8,
}

impl Span {
    /// The delimiter in front, which the recipient does not see: `*`, `- `, `12. `. Empty for a link.
    pub fn opening(&self) -> Range<usize> {
        self.content.start - usize::from(self.opening)..self.content.start
    }

    /// The delimiter behind; empty for lists, quotes and links.
    pub fn closing(&self) -> Range<usize> {
        self.content.end..self.content.end + usize::from(self.closing)
    }

    /// The whole of it in the source, delimiters included.
    pub fn source(&self) -> Range<usize> {
        self.opening().start..self.closing().end
    }
}

/// A text as its recipient sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The text without its delimiters.
    pub text: String,
    /// In the order of the text, outer spans before the spans in them. Two spans are disjoint or nested.
    pub spans: Vec<Span>,
    pieces: Vec<Piece>,
}

impl Markup {
    /// Reads a text with formatting: a body, or the body of a card. Linear in the length of the text.
    pub fn parse(text: &str) -> Self {
        let lines = Lines::read(text);
        let mono = mono::find(text);
        let pairs = [lines.code, lines.bold, lines.italic, lines.strike].map(|pairs| pairs.found);
        let mut links = link::find(text);
        overlap::give_back(&mut links, &mono);
        for pairs in &pairs {
            overlap::give_back(&mut links, pairs);
        }
        let blocks = block::find(text, &lines.starts);
        let mut candidates = mono;
        for more in pairs.into_iter().chain([links, blocks]) {
            append(&mut candidates, more);
        }
        render::render(text, overlap::keep(candidates))
    }

    /// Reads a text in which only links act, and delimiters are shown: a header or a footer.
    pub fn links(text: &str) -> Self {
        render::render(text, link::find(text))
    }

    /// Reads a text without any formatting: a button's label.
    pub fn plain(text: &str) -> Self {
        render::render(text, Vec::new())
    }

    /// The source of a part of the visible text, from its first character to its last. What is empty maps to the
    /// place behind the character in front of it.
    pub fn source(&self, visible: Range<usize>) -> Range<usize> {
        let end = render::place_after(&self.pieces, visible.end);
        if visible.is_empty() { end..end } else { render::place_before(&self.pieces, visible.start)..end }
    }

    /// What the recipient sees of a part of the source; empty where that is nothing but delimiters.
    pub fn visible(&self, source: Range<usize>) -> Range<usize> {
        render::seen(&self.pieces, source.start)..render::seen(&self.pieces, source.end)
    }
}

/// Puts one list behind another; where the first is empty, nothing is copied.
fn append(candidates: &mut Vec<Candidate>, mut more: Vec<Candidate>) {
    if candidates.is_empty() { *candidates = more } else { candidates.append(&mut more) }
}
