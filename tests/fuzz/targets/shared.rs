//! What several targets hold a result against.

use walint::finding::{FileId, is_unsafe};
use walint::rules::File;
use walint::syntax::Span;
use walint::{Report, Source};

/// A file of these bytes, under a name that says what they are.
pub fn source(bytes: &[u8]) -> Source {
    let json = matches!(bytes.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['));
    Source::new(if json { "a.json" } else { "a.yaml" }, bytes.to_vec())
}

/// The file, read.
pub fn file(bytes: &[u8]) -> File {
    File::read(FileId::default(), source(bytes), true)
}

/// No rule failed, and every place is inside its file and between characters.
pub fn is_sound(report: &Report) {
    assert!(report.failures.is_empty(), "{:?}", report.failures);
    for finding in &report.findings {
        let places = std::iter::once(finding.place)
            .chain(finding.related.iter().map(|related| related.place))
            .chain(finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.place));
        for place in places {
            let source = report.source(place.file).expect("a finding is in a file of the run");
            is_inside(source, place.span, finding.rule.id);
        }
        assert!(!finding.message.is_empty(), "{}", finding.rule.id);
    }
    let keys: Vec<_> = report.findings.iter().map(|finding| (finding.place, finding.rule.id)).collect();
    assert!(keys.is_sorted(), "findings are not sorted");
}

/// The span is one of the text, from character to character.
pub fn is_inside(source: &Source, span: Span, what: &str) {
    assert!(source.text().get(span.range()).is_some(), "{what}: {span:?} of {} bytes", source.text().len());
}

/// Nothing in it could move a cursor, colour a terminal or reorder a line, and no line is a command to a CI runner.
/// Styles of our own are told apart by their exact shape: `ESC [ digits m`.
pub fn is_harmless(what: &str, output: &[u8]) {
    let text = std::str::from_utf8(output).unwrap_or_else(|error| panic!("{what} is not UTF-8: {error}"));
    let plain = without_styles(text);
    if let Some(at) = plain.find(|character| character != '\n' && is_unsafe(character)) {
        panic!("{what} holds {:?}: {:?}", plain[at..].chars().next(), around(&plain, at));
    }
    if let Some(at) = plain.find("##[").or_else(|| plain.find("##vso[")) {
        panic!("{what} holds a command: {:?}", around(&plain, at));
    }
}

/// No line is one that GitHub's runner would obey.
pub fn has_no_command(what: &str, output: &[u8]) {
    let plain = without_styles(&String::from_utf8_lossy(output));
    let command = plain.lines().find(|line| line.trim_start().starts_with("::"));
    assert!(command.is_none(), "{what} holds a command: {command:?}");
}

fn without_styles(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split("\u{1b}[");
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        match part[end..].strip_prefix('m') {
            Some(rest) => plain.push_str(rest),
            None => plain.extend(["\u{1b}[", part]),
        }
    }
    plain
}

fn around(text: &str, at: usize) -> &str {
    let start = text.floor_char_boundary(at.saturating_sub(60));
    &text[start..text.ceil_char_boundary(at + 40)]
}
