use super::*;

/// A source with its scalar between `«` and `»`, as the parser reports the span.
struct Written {
    source: String,
    map: ScalarMap,
    value: &'static str,
}

fn written(marked: &str, style: Style, value: &'static str) -> Written {
    let (before, rest) = marked.split_once('«').unwrap();
    let (scalar, after) = rest.split_once('»').unwrap();
    let source = format!("{before}{scalar}{after}");
    let span = Span::new(before.len(), before.len() + scalar.len());
    let map = ScalarMap::new(&source, span, style, value);
    Written { source, map, value }
}

impl Written {
    fn source_of(&self, range: Range<usize>) -> &str {
        &self.source[self.map.source(range).range()]
    }

    /// The bytes behind the first `part` of the value.
    fn source_of_part(&self, part: &str) -> &str {
        let start = self.value.find(part).unwrap();
        self.source_of(start..start + part.len())
    }

    /// The source up to the place where text inserted at `offset` would be written.
    fn before(&self, offset: usize) -> &str {
        let place = self.map.source(offset..offset);
        assert!(place.is_empty());
        &self.source[..place.range().start]
    }
}

/// Asserts which bytes wrote each piece of the value.
#[track_caller]
fn check(marked: &str, style: Style, pieces: &[(&'static str, &str)]) {
    let value: String = pieces.iter().map(|(decoded, _)| *decoded).collect();
    let written = written(marked, style, value.leak());
    assert!(written.map.is_exact(), "{marked:?} is not {:?}", written.value);
    let mut start = 0;
    for (decoded, source) in pieces {
        assert_eq!(written.source_of(start..start + decoded.len()), *source, "{decoded:?} in {marked:?}");
        start += decoded.len();
    }
    if matches!(style, Style::Literal | Style::Folded) {
        check_without_final_breaks(marked, style, &written);
    }
}

/// Texts go without the line breaks that end their block: what stands in front of these stands where it stood.
#[track_caller]
fn check_without_final_breaks(marked: &str, style: Style, whole: &Written) {
    let text = whole.value.trim_end_matches('\n');
    let short = written(marked, style, text);
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (index, start) in places.iter().enumerate().filter(|_| !text.is_empty()) {
        for end in &places[index..] {
            assert_eq!(short.map.source(*start..*end), whole.map.source(*start..*end), "{start}..{end} in {marked:?}");
        }
    }
}

/// Asserts that a value the source does not spell out leads to the whole scalar.
#[track_caller]
fn check_refused(marked: &str, style: Style, value: &'static str) {
    let written = written(marked, style, value);
    assert!(!written.map.is_exact(), "{marked:?} was taken for {value:?}");
    let whole = marked.split(['«', '»']).nth(1).unwrap();
    assert_eq!(written.source_of(0..0), whole);
    assert_eq!(written.source_of(0..value.len()), whole);
    assert_eq!(written.source_of(1..2), whole);
}

#[test]
fn a_plain_scalar_on_one_line_stands_for_itself() {
    check("a: «Hi {{1}}, ok?»  # c\n", Style::Plain, &[("Hi ", "Hi "), ("{{1}}", "{{1}}"), (", ok?", ", ok?")]);
    check("- «你好 👩‍👩‍👧 नमस्ते»", Style::Plain, &[("你好", "你好"), (" 👩‍👩‍👧 ", " 👩‍👩‍👧 "), ("नमस्ते", "नमस्ते")]);
    check("«key»: 1", Style::Plain, &[("k", "k"), ("ey", "ey")]);
}

#[test]
fn folded_lines_of_a_plain_scalar() {
    check("a: «one \t\n   two»\n", Style::Plain, &[("one", "one"), (" ", " \t\n   "), ("two", "two")]);
    check("a: «b\n\n \t\n   c»", Style::Plain, &[("b", "b"), ("\n", "\n"), ("\n", "\n"), ("c", "c")]);
    check("[«b\r\n c», 1]", Style::Plain, &[("b", "b"), (" ", "\r\n "), ("c", "c")]);
    check("[«b\r \r\r\nc»]", Style::Plain, &[("b", "b"), ("\n", "\r"), ("\n", "\r\n"), ("c", "c")]);
}

#[test]
fn single_quotes() {
    check("a: «'it''s'»", Style::SingleQuoted, &[("it", "it"), ("'", "''"), ("s", "s")]);
    check("a: «'''''a'»", Style::SingleQuoted, &[("'", "''"), ("'", "''"), ("a", "a")]);
    check(r#"a: «'\n "x"'»"#, Style::SingleQuoted, &[(r"\n", r"\n"), (r#" "x""#, r#" "x""#)]);
    check(
        "a: «'  b \n  \n  c\t\n '»",
        Style::SingleQuoted,
        &[("  b", "  b"), ("\n", "\n"), ("c", "c"), (" ", "\t\n ")],
    );
}

#[test]
fn escapes_stand_for_their_character_as_a_whole() {
    check(
        r#"a: «"\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P"»"#,
        Style::DoubleQuoted,
        &[
            ("\0", r"\0"),
            ("\x07", r"\a"),
            ("\x08", r"\b"),
            ("\t", r"\t"),
            ("\n", r"\n"),
            ("\x0b", r"\v"),
            ("\x0c", r"\f"),
            ("\r", r"\r"),
            ("\x1b", r"\e"),
            (" ", r"\ "),
            ("\"", r#"\""#),
            ("/", r"\/"),
            ("\\", r"\\"),
            ("\u{85}", r"\N"),
            ("\u{a0}", r"\_"),
            ("\u{2028}", r"\L"),
            ("\u{2029}", r"\P"),
        ],
    );
    check(
        r#"{"a": «"x\x41\u00e9y\U0001F389{{1}}"»}"#,
        Style::DoubleQuoted,
        &[("x", "x"), ("A", r"\x41"), ("é", r"\u00e9"), ("y", "y"), ("🎉", r"\U0001F389"), ("{{1}}", "{{1}}")],
    );
    check("«\"a\\\tb\"»", Style::DoubleQuoted, &[("a", "a"), ("\t", "\\\t"), ("b", "b")]);
}

#[test]
fn a_json_surrogate_pair_is_one_character() {
    check(
        r#"["a", «"\uD83D\uDE00 ok\ud83d\ude00"»]"#,
        Style::DoubleQuoted,
        &[("😀", r"\uD83D\uDE00"), (" ok", " ok"), ("😀", r"\ud83d\ude00")],
    );
    // A part of the character is written by the whole escape.
    assert_eq!(written(r#"«"\uD83D\uDE00"»"#, Style::DoubleQuoted, "😀").source_of(1..2), r"\uD83D\uDE00");
}

#[test]
fn malformed_escapes_are_refused() {
    for scalar in [r"\uD83D", r"\uD83Dx", r"\uD83D\uD83D", r"\uDE00", r"\u+041", r"\x4", r"\q", r"\", r"\é"] {
        check_refused(&format!("«\"{scalar}\"»"), Style::DoubleQuoted, "A");
    }
}

#[test]
fn folded_lines_of_a_quoted_scalar() {
    check(
        "a: «\"b \n  c\n\n\n  d\n\"»",
        Style::DoubleQuoted,
        &[("b", "b"), (" ", " \n  "), ("c", "c"), ("\n", "\n"), ("\n", "\n"), ("d", "d"), (" ", "\n")],
    );
    // An escaped blank at the end of a line stays.
    check("«\"b\\t \n c\"»", Style::DoubleQuoted, &[("b", "b"), ("\t", r"\t"), (" ", " \n "), ("c", "c")]);
}

#[test]
fn an_escaped_line_break_joins_the_lines() {
    check("«\"b \\\n   c\"»", Style::DoubleQuoted, &[("b ", "b "), ("c", "c")]);
    check("«\"b\\\r\n \\  c\"»", Style::DoubleQuoted, &[("b", "b"), (" ", r"\ "), (" c", " c")]);
    check("«\"b\\\n\n \r\n c\"»", Style::DoubleQuoted, &[("b", "b"), ("\n", "\n"), ("\n", "\r\n"), ("c", "c")]);
    let joined = written("«\"b\\\n  c\"»", Style::DoubleQuoted, "bc");
    assert_eq!(joined.source_of(0..2), "b\\\n  c");
    assert_eq!(joined.before(1), "\"b");
}

#[test]
fn literal_lines() {
    check("a: |\n  «b c\n  d\n»", Style::Literal, &[("b c", "b c"), ("\n", "\n"), ("d", "d"), ("\n", "\n")]);
    check(
        "- - |-\r\n    «b\r\n\r\n     c\r\n»x",
        Style::Literal,
        &[("b", "b"), ("\n", "\r\n"), ("\n", "\r\n"), (" c", " c")],
    );
    check("a: |\r  «b\r  c\r»", Style::Literal, &[("b", "b"), ("\n", "\r"), ("c", "c"), ("\n", "\r")]);
    check("--- |\n«b\n c\n»...\n", Style::Literal, &[("b", "b"), ("\n", "\n"), (" c", " c"), ("\n", "\n")]);
    check(
        "a: | # |+ \"\n  «# b \t\n  \t|\n»",
        Style::Literal,
        &[("# b \t", "# b \t"), ("\n", "\n"), ("\t|", "\t|"), ("\n", "\n")],
    );
}

#[test]
fn empty_lines_around_the_content_of_a_block_scalar() {
    check(
        "a: |+ \t\n\n \n  «b\n\n  \n»c: 1",
        Style::Literal,
        &[("\n", "\n"), ("\n", "\n"), ("b", "b"), ("\n", "\n"), ("\n", "\n"), ("\n", "\n")],
    );
    check("a: |\n\n  «b\n\n  \n»c: 1", Style::Literal, &[("\n", "\n"), ("b", "b"), ("\n", "\n")]);
    check("a: >-\n\n  «b\n\n  \n»c: 1", Style::Folded, &[("\n", "\n"), ("b", "b")]);
}

#[test]
fn an_indentation_indicator_makes_further_blanks_content() {
    check("a: |2-\n  «  b\n  c»", Style::Literal, &[("  b", "  b"), ("\n", "\n"), ("c", "c")]);
    check(
        " - a: >1\n\n    «  b\n   \n    c\n»",
        Style::Folded,
        &[("\n", "\n"), ("  b", "  b"), ("\n", "\n"), ("\n", "\n"), ("c", "c"), ("\n", "\n")],
    );
}

#[test]
fn the_last_line_may_end_with_the_file() {
    check("a: |-\n  «b»", Style::Literal, &[("b", "b")]);
    check("a: |\n  «b»", Style::Literal, &[("b", "b"), ("\n", "")]);
    check("a: >+\n  «b\n  »", Style::Folded, &[("b", "b"), ("\n", "\n")]);
}

#[test]
fn folded_block_lines() {
    check(
        "a: >\n  «b \n  c\n\n\n  d\n»",
        Style::Folded,
        &[("b ", "b "), (" ", "\n  "), ("c", "c"), ("\n", "\n"), ("\n", "\n"), ("d", "d"), ("\n", "\n")],
    );
    // Breaks next to a line that starts with a blank are kept.
    check(
        "a: >\r\n  «b\r\n    c\r\n  \td\r\n\r\n  e\r\n  f\r\n»",
        Style::Folded,
        &[
            ("b", "b"),
            ("\n", "\r\n"),
            ("  c", "  c"),
            ("\n", "\r\n"),
            ("\td", "\td"),
            ("\n", "\r\n"),
            ("\n", "\r\n"),
            ("e", "e"),
            (" ", "\r\n  "),
            ("f", "f"),
            ("\n", "\r\n"),
        ],
    );
}

#[test]
fn block_scalars_without_content() {
    check("a: |+\n\n  \n«»b: 1", Style::Literal, &[("\n", "\n"), ("\n", "\n")]);
    check("a: «|+\n\n»", Style::Literal, &[("\n", "\n")]);
    check("a: «>+ # c\n\n\n»", Style::Folded, &[("\n", "\n"), ("\n", "\n")]);
    // Blanks that end the file are a line of their own.
    check("a: «|+\n  »", Style::Literal, &[("\n", "")]);
    check_refused("a: «|+\n\n»", Style::Literal, "\n\n");
}

#[test]
fn an_empty_text_has_a_place() {
    for (marked, style, before) in [
        ("a:«» # c", Style::Plain, "a:"),
        ("a: «''»", Style::SingleQuoted, "a: '"),
        ("a: «\"\"»", Style::DoubleQuoted, "a: \""),
        ("a: «|»", Style::Literal, "a: |"),
        ("a: «>- # c\n\n»", Style::Folded, "a: >- # c"),
        ("- a: |\n\n«»- b", Style::Literal, "- a: |"),
    ] {
        let empty = written(marked, style, "");
        assert!(empty.map.is_exact(), "{marked}");
        assert_eq!(empty.before(0), before);
    }
    assert!(written("«\"\\\n\"»", Style::DoubleQuoted, "").map.is_exact());
}

#[test]
fn ranges_reach_from_their_first_to_their_last_byte() {
    let text = written("a: |\n  «Hi {{1}}\n\n  you\n»b: 1", Style::Literal, "Hi {{1}}\n\nyou\n");
    assert_eq!(text.source_of_part("{{1}}\n\nyo"), "{{1}}\n\n  yo");
    // No range swallows the indentation of the line after it.
    assert_eq!(text.source_of_part("{{1}}\n"), "{{1}}\n");
    assert_eq!(text.source_of_part("\n\n"), "\n\n");
    assert_eq!(text.source_of_part("\nyou"), "\n  you");
    let text = written("a: >\n  «Hi\n  you\n»b: 1", Style::Folded, "Hi you\n");
    assert_eq!(text.source_of_part("Hi"), "Hi");
    assert_eq!(text.source_of_part("Hi "), "Hi\n  ");
    assert_eq!(text.source_of_part(" y"), "\n  y");
}

#[test]
fn an_empty_range_is_the_place_of_an_insertion() {
    let text = written("|\n  «ab\n\n  c\n»", Style::Literal, "ab\n\nc\n");
    let places: Vec<_> = (0..=6).map(|offset| text.before(offset).len()).collect();
    assert_eq!(places, [4, 5, 6, 7, 10, 11, 12]);
    let text = written("«'a \n\n b''c'»", Style::SingleQuoted, "a\nb'c");
    let places: Vec<_> = (0..=5).map(|offset| text.before(offset).len()).collect();
    assert_eq!(places, [1, 2, 6, 7, 9, 10]);
}

#[test]
fn a_range_beyond_the_text_ends_with_the_text() {
    let text = written("a: «'b'» c", Style::SingleQuoted, "b");
    assert_eq!(text.source_of(0..9), "b");
    assert_eq!(text.before(9), "a: 'b");
}

#[test]
fn a_value_the_source_does_not_spell_out_is_refused() {
    check_refused("a: «one two»", Style::Plain, "one");
    check_refused("a: «one\n two»", Style::Plain, "one\ntwo");
    check_refused("a: «*one»", Style::Plain, "");
    // The parser skips a comment behind a tab inside a plain scalar, which YAML does not allow.
    check_refused("a: «one\n\t# c\n two»", Style::Plain, "one\ntwo");
    check_refused("a: «'one'»", Style::SingleQuoted, "'one'");
    check_refused("a: «'one'»", Style::DoubleQuoted, "one");
    check_refused("a: «'»", Style::SingleQuoted, "");
    check_refused("a: |\n  «one\n  two\n»", Style::Literal, "one two\n");
    check_refused("a: |\n  «one\n  two\n»", Style::Literal, "one\n");
    check_refused("a: >\n  «one\n  two\n»", Style::Folded, "one\ntwo\n");
    check_refused("a: |\n  «one\n\n\n»", Style::Literal, "one\n\n");
    check_refused("a: |\n\n  «one\n»", Style::Literal, "one\n");
    check_refused("a: |\n  «one\n»two", Style::Literal, "one\ntwo");
    check_refused("a: |\n  «one\n»", Style::Literal, "");
    check_refused("a: |1\n «  \n»", Style::Literal, "\n");
    check_refused("a: «|\n  one»", Style::Literal, "");
    check_refused("«one»", Style::Literal, "one");
}

#[test]
fn spans_outside_the_source_are_refused() {
    for style in [Style::Plain, Style::SingleQuoted, Style::DoubleQuoted, Style::Literal, Style::Folded] {
        for span in [Span::new(1, 2), Span::new(3, 99), Span::new(3, 2), Span::new(98, 99)] {
            for value in ["a", "", "\n"] {
                assert_eq!(ScalarMap::new("é: 'a'", span, style, value).source(0..1), span);
            }
        }
    }
}
