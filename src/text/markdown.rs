//! Constructs of Markdown and HTML that WhatsApp does not have and shows as they are written.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `**x**`, `__x__`, `***x***`
    Bold,
    /// `~~x~~`
    Strike,
    /// `# x`
    Heading,
    /// `[x](address)`
    Link,
    /// `![x](address)`
    Image,
    /// `<address>`
    Address,
    /// Rows of `|` with a row of dashes.
    Table,
}

/// Something in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// All of it.
    pub range: Range<usize>,
    /// What it is put around: the words of a bold part, of a heading, of a link.
    pub content: Range<usize>,
}

/// The constructs of a text, in order, outer before inner. CommonMark finds most of them; bold next to Chinese
/// punctuation, and bold in what CommonMark takes for code, it does not.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = if text.contains(['*', '_', '#', '[', '<', '|']) { common_mark(text) } else { Vec::new() };
    for delimiter in [b'*', b'_', b'~'] {
        found.extend(doubled(text, delimiter));
    }
    found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    found.dedup_by(|next, last| next.kind == last.kind && next.range.start < last.range.end);
    found
}

/// A text without the blanks at the start of its lines, because four of them would make code of a line and hide what
/// is in it.
struct Dedented {
    text: String,
    /// Where lines start, here and in the text as it was.
    lines: Vec<(usize, usize)>,
}

impl Dedented {
    fn new(text: &str) -> Self {
        let mut dedented = Self { text: String::with_capacity(text.len()), lines: Vec::new() };
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '\t', '\r', '\u{A0}', '\u{3000}']);
            dedented.lines.push((dedented.text.len(), start + line.len() - words.len()));
            dedented.text.push_str(words);
            start += line.len();
        }
        dedented
    }

    fn original(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(line).map_or(at, |(start, original)| original + (at - start))
    }

    /// The range in the text as it was; its end belongs to the line of its last character.
    fn range(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return self.original(range.start)..self.original(range.start);
        }
        let last = self.text[range.clone()].chars().next_back().map_or(1, char::len_utf8);
        self.original(range.start)..self.original(range.end - last) + last
    }
}

fn common_mark(text: &str) -> Vec<Found> {
    let dedented = Dedented::new(text);
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&dedented.text, Options::ENABLE_TABLES).into_offset_iter() {
        let Event::Start(tag) = event else { continue };
        let written = &dedented.text[range.clone()];
        let inner = match tag {
            Tag::Strong => Some((Kind::Bold, range.start + 2..range.end - 2)),
            Tag::Heading { .. } => heading(written).map(|inner| (Kind::Heading, moved(inner, range.start))),
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                Some((Kind::Address, range.start + 1..range.end - 1))
            }
            Tag::Link { link_type: LinkType::Inline, dest_url, .. } if leads_somewhere(&dest_url) => {
                label(written, 1).map(|inner| (Kind::Link, moved(inner, range.start)))
            }
            Tag::Image { link_type: LinkType::Inline, dest_url, .. } if leads_somewhere(&dest_url) => {
                label(written, 2).map(|inner| (Kind::Image, moved(inner, range.start)))
            }
            Tag::Table(_) => Some((Kind::Table, range.start..range.start + rows(written))),
            _ => None,
        };
        if let Some((kind, content)) = inner {
            let length = if kind == Kind::Table { content.len() } else { written.trim_end().len() };
            let whole = range.start..range.start + length;
            found.push(Found { kind, range: dedented.range(&whole), content: dedented.range(&content) });
        }
    }
    found
}

/// The length of a table without the lines behind it that have no bars, which CommonMark takes for rows.
fn rows(written: &str) -> usize {
    let last = written.rfind('|').unwrap_or(0);
    written[last..].find('\n').map_or(written.len(), |end| last + end)
}

fn moved(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The words of `## Words ##`. What is only underlined is none: dashes under a paragraph are a line between parts. A
/// number behind the sign is the number of something.
fn heading(written: &str) -> Option<Range<usize>> {
    let inner = written.strip_prefix('#')?.trim_start_matches('#').trim_start();
    let words = inner.trim_end().trim_end_matches('#').trim_end();
    let start = written.len() - inner.len();
    let is_number = inner.starts_with(|first: char| first.is_ascii_digit());
    (!words.is_empty() && !is_number).then_some(start..start + words.len())
}

/// What stands in the square brackets, which open in front of `start`.
fn label(written: &str, start: usize) -> Option<Range<usize>> {
    Some(start..written.rfind("](").filter(|end| *end >= start)?)
}

/// Whether the part in round brackets is an address, and not a remark.
fn leads_somewhere(address: &str) -> bool {
    address.contains(['/', '.', ':', '#', '@', '{'])
}

/// Words between two or three delimiters on one line.
fn doubled(text: &str, delimiter: u8) -> Vec<Found> {
    let kind = if delimiter == b'~' { Kind::Strike } else { Kind::Bold };
    let most = if delimiter == b'~' { 2 } else { 3 };
    let bytes = text.as_bytes();
    // Hardly a text has two of them side by side.
    if memchr::memmem::find(bytes, &[delimiter; 2]).is_none() {
        return Vec::new();
    }
    let (mut found, mut open, mut at): (Vec<Found>, Option<Range<usize>>, usize) = (Vec::new(), None, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            open = None;
        }
        let length = bytes[at..].iter().take_while(|byte| **byte == delimiter).count();
        let run = at..at + length;
        at += length.max(1);
        if !(2..=most).contains(&length) || delimiter == b'_' && is_in_word(bytes, &run) {
            continue;
        }
        open = match open {
            Some(first) if surrounds(&text[first.end..run.start], &text[run.end..]) => {
                found.push(Found { kind, range: first.start..run.end, content: first.end..run.start });
                None
            }
            _ => Some(run),
        };
    }
    found
}

/// Whether letters or digits stand on both sides: `snake__case`.
fn is_in_word(bytes: &[u8], run: &Range<usize>) -> bool {
    let before = run.start.checked_sub(1).and_then(|at| bytes.get(at));
    before.is_some_and(u8::is_ascii_alphanumeric) && bytes.get(run.end).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether delimiters around this content mean formatting. In `**12 and **34` they stand for digits.
fn surrounds(content: &str, behind: &str) -> bool {
    let (start, end) = (content.starts_with(char::is_whitespace), content.ends_with(char::is_whitespace));
    let masks = behind.starts_with(|next: char| next.is_ascii_digit());
    !content.trim().is_empty() && start == end && !masks
}

/// An HTML tag: `<b>`, `</div>`, `<br/>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlTag {
    /// All of it.
    pub range: Range<usize>,
    /// Its name in lower case.
    pub name: String,
    /// Whether it ends something.
    pub closing: bool,
}

/// The tags that people write into texts.
const TAGS: &[&str] = &[
    "a",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "samp",
    "script",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
];

/// The HTML tags of a text. CommonMark would take all that follows a tag for HTML, and not look into it.
pub fn tags(text: &str) -> Vec<HtmlTag> {
    let bytes = text.as_bytes();
    let mut tags = Vec::new();
    for start in memchr::memchr_iter(b'<', bytes) {
        let closing = bytes.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let length = bytes[name_start..].iter().take(10).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = text[name_start..name_start + length].to_ascii_lowercase();
        let rest = &bytes[name_start + length..];
        // Attributes of a person's own hand are short, and a hostile file gains nothing by long ones.
        let Some(end) = rest.iter().take(500).position(|byte| matches!(byte, b'>' | b'<' | b'\n')) else { continue };
        let begins = matches!(rest[0], b'>' | b'/' | b' ' | b'\t');
        if begins && rest[end] == b'>' && TAGS.contains(&name.as_str()) {
            tags.push(HtmlTag { range: start..name_start + length + end + 1, name, closing });
        }
    }
    tags
}

/// The entities of a text, such as `&amp;`, and the character each stands for.
pub fn entities(text: &str) -> Vec<(Range<usize>, String)> {
    let mut entities = Vec::new();
    for start in memchr::memchr_iter(b'&', text.as_bytes()) {
        let name = text[start + 1..].bytes().take(33).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
        let end = start + 1 + name.count();
        if end > start + 2 && text.as_bytes().get(end) == Some(&b';') {
            let written = &text[start..=end];
            if let Some(character) = decoded(written) {
                entities.push((start..end + 1, character));
            }
        }
    }
    entities
}

fn decoded(entity: &str) -> Option<String> {
    Parser::new(entity).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()).filter(|text| text != entity),
        _ => None,
    })
}

/// The backslashes in front of a delimiter of WhatsApp, with the delimiter.
pub fn escapes(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_escape = |at: &usize| match bytes.get(at + 1) {
        // ¯\_(ツ)_/¯
        Some(b'_') => bytes.get(at + 2) != Some(&b'('),
        Some(b'*' | b'~' | b'`') => true,
        _ => false,
    };
    memchr::memchr_iter(b'\\', bytes).filter(is_escape).map(|at| at..at + 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Kind, &str, &str)> {
        find(text).into_iter().map(|found| (found.kind, &text[found.range], &text[found.content])).collect()
    }

    #[test]
    fn markdown_is_found_where_common_mark_sees_it_and_where_it_does_not() {
        for (text, kind, range, content) in [
            ("a **b** c", Kind::Bold, "**b**", "b"),
            ("    **b**", Kind::Bold, "**b**", "b"),
            ("请看**「注意」**です", Kind::Bold, "**「注意」**", "「注意」"),
            ("__b__", Kind::Bold, "__b__", "b"),
            ("***b***", Kind::Bold, "***b***", "b"),
            ("**a *b* c**", Kind::Bold, "**a *b* c**", "a *b* c"),
            ("~~b~~", Kind::Strike, "~~b~~", "b"),
            ("x\n  ## B c ##\ny", Kind::Heading, "## B c ##", "B c"),
            ("a [b]({{1}}) c", Kind::Link, "[b]({{1}})", "b"),
            ("![b](https://a.example/b.png)", Kind::Image, "![b](https://a.example/b.png)", "b"),
            ("<https://a.example>", Kind::Address, "<https://a.example>", "https://a.example"),
            ("|a|b|\n|-|-|\n|c|d|\n", Kind::Table, "|a|b|\n|-|-|\n|c|d|", "|a|b|\n|-|-|\n|c|d|"),
        ] {
            assert_eq!(found(text), [(kind, range, content)], "{text}");
        }
    }

    #[test]
    fn prose_is_not_markdown() {
        for text in [
            "5*3=15 * 2",
            "a__b__c",
            "#hashtag",
            "# 1042",
            "a\n---\nb",
            "**12 and **34",
            "[your name](required)",
            "a | b | c",
            "*b* _i_ ~s~",
            "____",
            "1 < 2 > 0",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn tags_entities_and_escapes_are_found() {
        let text = "<b>a</b> <Name> <3 <br/> <a href=\"x\">";
        let names: Vec<_> = tags(text).into_iter().map(|tag| text[tag.range].to_owned()).collect();
        assert_eq!(names, ["<b>", "</b>", "<br/>", "<a href=\"x\">"]);
        assert_eq!(entities("a &amp; b &#39; &foo; & c;"), [(2..7, "&".to_owned()), (10..15, "'".to_owned())]);
        assert_eq!(escapes(r"\*a\* ¯\_(ツ)_/¯ C:\a"), [0..2, 3..5]);
    }
}
