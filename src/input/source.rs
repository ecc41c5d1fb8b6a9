//! A file's bytes as text with lines, or the reason why they are no text.

use std::sync::OnceLock;

use crate::syntax::Span;

/// One file, as it was read.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    byte_order_mark: bool,
    json: bool,
    before: Before,
    trouble: Option<Trouble>,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before every [`CHUNK`]th byte.
    characters: OnceLock<Vec<u32>>,
}

/// What stands before the text on its first line, where the text is a part of something larger.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    bytes: usize,
    characters: usize,
}

/// Columns are counted from the nearest of these steps, so that a file on a single line costs no more than others.
const CHUNK: usize = 256;

/// Why a file can not be checked, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file could not be read.
    Unreadable(String),
    /// Larger than the limit.
    TooLarge {
        /// The size of the file in bytes.
        size: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// Encoded as UTF-16.
    Utf16,
    /// Bytes that are not UTF-8 stand at the end of [`Source::text`].
    InvalidUtf8,
    /// A NUL byte stands at the end of [`Source::text`].
    Nul,
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Source {
    /// A file from its bytes. What is no UTF-8 text is kept up to the first bad byte, so that it has a place.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let path = path.into();
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || looks_like_utf16(&bytes) {
            return Self::with_trouble(path, Trouble::Utf16);
        }
        let byte_order_mark = bytes.starts_with(UTF8_MARK);
        let mut bytes = bytes;
        if byte_order_mark {
            bytes.drain(..UTF8_MARK.len());
        }
        let (mut text, mut trouble) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                bytes.truncate(valid);
                (String::from_utf8(bytes).unwrap_or_default(), Some(Trouble::InvalidUtf8))
            }
        };
        if let Some(nul) = memchr::memchr(0, text.as_bytes()) {
            text.truncate(nul);
            trouble = Some(Trouble::Nul);
        }
        text.shrink_to_fit();
        Self { text, byte_order_mark, trouble, ..Self::empty(path) }
    }

    /// A file that could not be had as text at all.
    pub fn with_trouble(path: impl Into<String>, trouble: Trouble) -> Self {
        Self { trouble: Some(trouble), ..Self::empty(path.into()) }
    }

    fn empty(path: String) -> Self {
        Self {
            json: is_json(&path),
            path,
            text: String::new(),
            byte_order_mark: false,
            before: Before::default(),
            trouble: None,
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// The same text as a value in a line of JSON, behind so many bytes and characters: places count from the start of
    /// the line, and the text is JSON whatever its path says.
    #[must_use]
    pub fn within_line(self, bytes: usize, characters: usize) -> Self {
        Self { json: true, before: Before { bytes, characters }, ..self }
    }

    /// The same file with another text in it.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self {
            path: self.path.clone(),
            text,
            byte_order_mark: self.byte_order_mark,
            json: self.json,
            before: self.before,
            trouble: self.trouble.clone(),
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// The text with its byte order mark, as it stands in the file.
    pub fn whole(&self) -> String {
        let mark = if self.byte_order_mark { "\u{FEFF}" } else { "" };
        format!("{mark}{}", self.text)
    }

    /// The path as it was given, with `/` between folders.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the file starts with a UTF-8 byte order mark.
    pub fn has_byte_order_mark(&self) -> bool {
        self.byte_order_mark
    }

    /// Why the file is not (wholly) text, if so.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Whether the file is JSON, as its path says.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// How many bytes of the file stand before [`Source::text`].
    pub fn offset(&self) -> usize {
        self.before.bytes + if self.byte_order_mark { UTF8_MARK.len() } else { 0 }
    }

    /// How many characters stand before [`Source::text`] on its first line.
    pub fn first_column(&self) -> usize {
        self.before.characters
    }

    /// The text of a span; empty where the span is not one of this source.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Where each line starts, in bytes of the text. Built when first asked for.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| line_starts(&self.text))
    }

    /// The index of the line that holds a byte of the text.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    /// How many characters stand before a byte of the text. A byte inside a character counts as its end.
    pub fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let counts = self.characters.get_or_init(|| {
            let mut total = 0;
            bytes
                .chunks(CHUNK)
                .map(|chunk| {
                    let before = total;
                    total += count_characters(chunk);
                    Span::at(before).start
                })
                .collect()
        });
        let chunk = (offset / CHUNK).min(counts.len().saturating_sub(1));
        let before = counts.get(chunk).map_or(0, |&count| count as usize);
        before + count_characters(&bytes[chunk * CHUNK..offset])
    }

    /// The bytes of a line, without its line break.
    pub fn line(&self, index: usize) -> Span {
        let starts = self.line_starts();
        let start = starts.get(index).map_or(self.text.len(), |&start| start as usize);
        let end = starts.get(index + 1).map_or(self.text.len(), |&start| start as usize);
        let content = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + content.len())
    }
}

fn is_json(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn count_characters(bytes: &[u8]) -> usize {
    // Every byte of UTF-8 but the continuations begins a character.
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Lines end where YAML ends them: after LF, CR LF, or a lone CR.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| !(bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n')))
        .map(|at| Span::at(at + 1).start);
    std::iter::once(0).chain(breaks).collect()
}

/// ASCII text in UTF-16 without a mark: every other byte of the beginning is NUL.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    head.len() >= 4 && (zeros(0) > head.len() / 4 || zeros(1) > head.len() / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_kept_up_to_their_place() {
        let source = Source::new("a.yaml", b"name: caf\xE9".to_vec());
        assert_eq!((source.text(), source.trouble()), ("name: caf", Some(&Trouble::InvalidUtf8)));
        let source = Source::new("a.yaml", b"a: \0b".to_vec());
        assert_eq!((source.text(), source.trouble()), ("a: ", Some(&Trouble::Nul)));
        let utf16: Vec<u8> = "name: x".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Source::new("a.yaml", utf16).trouble(), Some(&Trouble::Utf16));
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        let source = Source::new("a.yaml", b"\xEF\xBB\xBFa\r\nb\rc\n".to_vec());
        assert_eq!((source.line_starts(), source.offset()), (&[0, 3, 5, 7][..], 3));
        assert_eq!(source.slice(source.line(1)), "b");
        assert_eq!(source.line_of(4), 1);
    }

    #[test]
    fn characters_are_counted_the_same_from_any_step() {
        let source = Source::new("a.yaml", "é🎉a".repeat(1000).into_bytes());
        for (characters, (offset, _)) in source.text().char_indices().enumerate() {
            assert_eq!(source.characters_before(offset), characters);
        }
        assert_eq!(source.characters_before(source.text().len()), 3000);
        assert_eq!(Source::new("a.yaml", Vec::new()).characters_before(9), 0);
    }
}
