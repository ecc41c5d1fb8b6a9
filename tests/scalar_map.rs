//! The map from decoded text to source bytes: on random documents, and on the oddities of YAML.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "scalar_map/documents.rs"]
mod documents;
#[path = "scalar_map/libyaml.rs"]
mod libyaml;
#[path = "scalar_map/texts.rs"]
mod texts;

use std::cell::Cell;
use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use walint::syntax::{Node, NodeKind, ScalarMap, Span, Style, Tree, parse};

/// A scalar of a parsed text.
struct Scalar<'t> {
    text: &'t str,
    span: Span,
    style: Style,
    value: &'t str,
}

fn scalars<'t>(text: &'t str, tree: &'t Tree) -> impl Iterator<Item = Scalar<'t>> {
    tree.iter().filter_map(move |(_, Node { kind, span })| match kind {
        NodeKind::Scalar { value, style } => Some(Scalar { text, span: *span, style: *style, value }),
        _ => None,
    })
}

fn read(text: &str) -> Tree {
    let parsed = parse(text);
    assert!(parsed.complete, "{text:?} was not read: {:?}", parsed.problems);
    parsed.tree
}

impl Scalar<'_> {
    fn map(&self) -> ScalarMap {
        ScalarMap::new(self.text, self.span, self.style, self.value)
    }

    fn is_block(&self) -> bool {
        matches!(self.style, Style::Literal | Style::Folded)
    }

    /// Asserts that each character maps to the bytes that wrote it, and that no other byte wrote anything.
    fn assert_characters(&self) {
        let map = self.map();
        assert!(map.is_exact(), "{:?} at {:?} is not {:?}", self.text, self.span, self.value);
        let inside = self.inside(&map);
        let mut written = inside.start;
        for (at, character) in self.value.char_indices() {
            let source = map.source(at..at + character.len_utf8()).range();
            self.assert_no_content(&self.text[written..source.start]);
            assert!(self.writes(source.clone(), character), "{character:?} at {source:?} in {:?}", self.text);
            written = source.end;
        }
        self.assert_no_content(&self.text[written..inside.end.max(written)]);
    }

    /// The part of the source that holds the text.
    fn inside(&self, map: &ScalarMap) -> Range<usize> {
        let span = self.span.range();
        match self.style {
            Style::Plain => span,
            Style::SingleQuoted | Style::DoubleQuoted => span.start + 1..span.end - 1,
            // Empty lines before the content belong to the text, but not to the span.
            Style::Literal | Style::Folded => map.source(0..self.value.len()).range().start..span.end,
        }
    }

    fn assert_no_content(&self, source: &str) {
        let joined = source.replace("\\\n", "").replace("\\\r", "");
        let rest = if self.style == Style::DoubleQuoted { &joined } else { source };
        assert!(rest.chars().all(is_space), "{source:?} was skipped in {:?}", self.text);
    }

    /// Whether the bytes alone stand for the character.
    fn writes(&self, source: Range<usize>, character: char) -> bool {
        let at_end = source.start == self.text.len();
        let source = &self.text[source];
        let mut itself = [0; 4];
        if source == character.encode_utf8(&mut itself) {
            return !matches!((self.style, source), (Style::SingleQuoted, "'") | (Style::DoubleQuoted, "\"" | "\\"));
        }
        match (self.style, character) {
            (_, '\n') if is_line_break(source) => true,
            // The parser ends the last line of a block scalar where the end of the file does.
            (Style::Literal | Style::Folded, '\n') => source.is_empty() && at_end,
            (Style::Plain | Style::SingleQuoted | Style::Folded, ' ') => {
                is_line_break(source.trim_matches([' ', '\t']))
            }
            (Style::DoubleQuoted, ' ') if is_line_break(source.trim_matches([' ', '\t'])) => true,
            (Style::SingleQuoted, '\'') => source == "''",
            (Style::DoubleQuoted, _) => {
                let alone = format!("\"{source}\"");
                scalars(&alone, &read(&alone)).any(|scalar| scalar.value == character.to_string())
            }
            _ => false,
        }
    }

    /// Asserts that ranges reach from the first byte of their first to the last byte of their last character,
    /// and that places between characters are between their bytes.
    fn assert_ranges(&self) {
        let map = self.map();
        let whole = map.source(0..self.value.len());
        let mut before = None;
        for (at, character) in self.value.char_indices() {
            let this = map.source(at..at + character.len_utf8());
            let place = map.source(at..at);
            assert!(place.is_empty() && place.start <= this.start && before <= Some(place.start));
            assert_eq!(map.source(0..at + character.len_utf8()), Span { end: this.end, ..whole });
            assert_eq!(map.source(at..self.value.len()), Span { start: this.start, ..whole });
            before = Some(this.end);
        }
        let end = map.source(self.value.len()..self.value.len());
        assert!(end.is_empty() && before.is_none_or(|before| end.start == before));
    }

    /// Asserts that any other value leads to the whole scalar.
    fn assert_refusal(&self) {
        let mut values = vec![format!("{}x", self.value), format!("x{}", self.value), format!("{}\n\n", self.value)];
        if let Some((at, character)) = self.value.char_indices().nth(self.value.chars().count() / 2) {
            values.push(format!("{}\u{fffd}{}", &self.value[..at], &self.value[at + character.len_utf8()..]));
            values.push(format!("{}{}", &self.value[..at], &self.value[at + character.len_utf8()..]));
        }
        for value in values {
            let map = ScalarMap::new(self.text, self.span, self.style, &value);
            // How many breaks at its end a block scalar keeps is for the value to say.
            if self.is_block() && value.trim_end_matches('\n') == self.value.trim_end_matches('\n') {
                continue;
            }
            assert!(!map.is_exact(), "{:?} was taken for {value:?}", &self.text[self.span.range()]);
            assert_eq!(map.source(0..value.len()), self.span);
            assert_eq!(map.source(1..1), self.span);
        }
    }

    /// The text with one of the scalar's characters replaced in the source, and what the scalar then is.
    fn spliced(&self, index: Index) -> Option<(String, String)> {
        let visible: Vec<_> = self.value.char_indices().filter(|(_, character)| !is_space(*character)).collect();
        if visible.is_empty() {
            return None;
        }
        let (at, character) = *index.get(&visible);
        let (mut text, mut value) = (self.text.to_owned(), self.value.to_owned());
        text.replace_range(self.map().source(at..at + character.len_utf8()).range(), "Z");
        value.replace_range(at..at + character.len_utf8(), "Z");
        Some((text, value))
    }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

fn is_line_break(text: &str) -> bool {
    matches!(text, "\n" | "\r" | "\r\n")
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_character_maps_to_the_bytes_that_wrote_it(text in documents::streams()) {
        for scalar in scalars(&text, &read(&text)) {
            scalar.assert_characters();
            scalar.assert_ranges();
            scalar.assert_refusal();
        }
    }

    #[test]
    fn replacing_the_bytes_of_a_character_replaces_the_character(text in documents::streams(), index: Index) {
        for (position, scalar) in scalars(&text, &read(&text)).enumerate() {
            if let Some((spliced, value)) = scalar.spliced(index) {
                let tree = read(&spliced);
                prop_assert_eq!(scalars(&spliced, &tree).nth(position).map(|scalar| scalar.value), Some(&*value));
            }
        }
    }
}

#[test]
fn libyaml_reads_the_same_values() {
    let (compared, refused) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(config());
    let result = runner.run(&documents::streams().prop_map(|text| libyaml::common(&text)), |text| {
        match libyaml::differences(&text, &read(&text)) {
            Ok(differences) => {
                compared.set(compared.get() + 1);
                prop_assert_eq!(differences, []);
            }
            Err(error) => {
                refused.set(refused.get() + 1);
                prop_assert!(libyaml::is_tab_refused(&error), "{}", error);
            }
        }
        Ok(())
    });
    result.unwrap();
    assert!(refused.get() * 5 < compared.get(), "libyaml refused {refused:?} and compared {compared:?}");
}

/// Documents that have led YAML parsers astray, and the scalars in them.
#[test]
fn oddities() {
    for (text, values) in [
        // Block scalars in all sorts of places, with all sorts of headers.
        ("- - |\n    a\n    b\n- c", &["a\nb\n", "c"][..]),
        ("a:\n  - |2\n      b\n    c\n", &["a", "  b\nc\n"]),
        ("a:\n- >1-\n   b\n  c\n  d\n", &["a", "  b\n c\n d"]),
        ("a: |2-\n    b\n   c\n  d\n", &["a", "  b\n c\nd"]),
        ("? |\n  a\n: - b\n  - >\n    c\n    d\n", &["a\n", "b", "c d\n"]),
        ("--- >-\n a\n b\n...\n--- |1\n  c\n--- |\nd\n e\n", &["a b", " c\n", "d\n e\n"]),
        ("--- |\n# a\n\n | b\n...\n--- >-\na\nb", &["# a\n\n | b\n", "a b"]),
        ("a: !!str |-\n  b\nc: !!str 'd'\n", &["a", "b", "c", "d"]),
        ("a: | # |+\n  b # c\n  # d\ne: >  \n  f: g\n", &["a", "b # c\n# d\n", "e", "f: g\n"]),
        ("a: |\n  b\n # c\n# d\ne: f\n", &["a", "b\n", "e", "f"]),
        // Empty lines before, between and after.
        ("a: |\n\n \n  b\n\n\nc: |+\n  d\n\n \ne: f", &["a", "\n\nb\n", "c", "d\n\n\n", "e", "f"]),
        ("a: |-\r\n  b\r\n\r\n  c\r\n\r\nd: >\r\n  e\r\n  f\r\n", &["a", "b\n\nc", "d", "e f\n"]),
        ("a: |\r  b\r\r  c\rd: 'e\r\r  f'\r", &["a", "b\n\nc\n", "d", "e\nf"]),
        ("a: >\n  b\n   c\n  d\n\n\n  e\n  f\n\n  \tg\n", &["a", "b\n c\nd\n\ne f\n\n\tg\n"]),
        ("a: |+\n\nb: >+\n\n\nc: |\n\nd: >-\ne: |", &["a", "\n", "b", "\n\n", "c", "", "d", "", "e", ""]),
        ("- |+\n\n\n", &["\n\n"]),
        ("a: |\n  b", &["a", "b\n"]),
        ("a: |+\n  b\n  ", &["a", "b\n"]),
        // Plain and quoted scalars over several lines, as keys, and in flow collections.
        ("a: b\n  c\n\n\n  d # e\n", &["a", "b c\n\nd"]),
        ("[a\n  b, 'c\n\n  d', {e: f\n  g, 'h i': \"j\n k\"}]\n", &["a b", "c\nd", "e", "f g", "h i", "j k"]),
        ("'a''b': \"c\\td\"\n\"\\u0065\": 'it''s'\n", &["a'b", "c\td", "e", "it's"]),
        ("? 'a\n  b'\n: c\n", &["a b", "c"]),
        ("\"a \\\n  \\  b\\\n  c\"", &["a   bc"]),
        ("a: 'b  \n \t\n  \tc'\n", &["a", "b\nc"]),
        ("- \"\"\n- ''\n-\n- ~\n", &["", "", "", "~"]),
        ("\u{feff}a: b\tc \t\n", &["a", "b\tc"]),
        // JSON.
        (
            "{\n\t\"a\": \"Hi \\ud83d\\ude00 \\/ \\\"{{1}}\\\"\\n\",\r\n\t\"b\":[\"\\u00e9\",1,null]\n}\n",
            &["a", "Hi 😀 / \"{{1}}\"\n", "b", "é", "1", "null"],
        ),
    ] {
        let tree = read(text);
        let read: Vec<_> = scalars(text, &tree).map(|scalar| scalar.value).collect();
        assert_eq!(read, values, "{text:?}");
        for scalar in scalars(text, &tree) {
            scalar.assert_characters();
            scalar.assert_ranges();
            scalar.assert_refusal();
        }
    }
}
