//! A finding points at the bytes that wrote the offending text, however the text is written: shown over generated
//! documents in which the same text stands in every style of YAML and JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use walint::{Report, Settings, Source, check};

/// What stands before the variable at the end of the body. No line break, so that every style can hold it.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,8}",
        Just("it's".to_owned()),
        Just("\"so\"".to_owned()),
        Just("back\\slash".to_owned()),
        Just("您好".to_owned()),
        Just("مرحبا".to_owned()),
        Just("नमस्ते".to_owned()),
        Just("🎉".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("e\u{301}".to_owned()),
    ];
    prop::collection::vec(word, 6..12).prop_map(|words| format!("Dear {}", words.join(" ")))
}

/// The styles a scalar can be written in, with the text that writes it.
fn written(text: &str, style: usize) -> String {
    let lines = text.replace(' ', "\n      ");
    match style {
        0 => format!("|\n      {text}\n"),
        1 => format!("|-\n      {text}\n"),
        2 => format!("|4+\n        {text}\n\n"),
        3 => format!(">\n      {lines}\n"),
        4 => format!(">-\n\n      {lines}\n"),
        5 => format!("'{}'\n", text.replace('\'', "''")),
        6 => format!("'{}'\n", lines.replace('\'', "''")),
        7 => format!("\"{}\"\n", escaped(text, false)),
        8 => format!("\"{}\"\n", escaped(text, true)),
        _ => format!("{lines}\n"),
    }
}

/// The inside of a double-quoted text; with `all`, everything outside ASCII as JSON escapes, in pairs where needed.
fn escaped(text: &str, all: bool) -> String {
    text.chars()
        .map(|character| match character {
            '"' | '\\' => format!("\\{character}"),
            _ if all && !character.is_ascii() => {
                character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
            }
            _ => character.to_string(),
        })
        .collect()
}

/// What the findings of a rule point at.
fn marked<'r>(report: &'r Report, rule: &str) -> Vec<&'r str> {
    let findings = report.findings.iter().filter(|finding| finding.rule.id == rule);
    findings.map(|finding| report.marked(finding)).collect()
}

fn run(path: &str, text: String) -> Report {
    check(vec![Source::new(path, text.into_bytes())], &Settings::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_yaml_of_every_style(words in words(), style in 0..10_usize, crlf: bool) {
        let body = written(&format!("{words} {{{{1}}}}"), style);
        let mut text = format!("name: a\ncategory: UTILITY\nvariants:\n  en:\n    body: {body}");
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let report = run("a.yaml", text.clone());
        prop_assert_eq!(marked(&report, "variables/edge"), ["{{1}}"], "{}", text);
    }

    #[test]
    fn in_json_with_and_without_escapes(words in words(), all: bool, graph: bool) {
        let body = escaped(&format!("{words} {{{{1}}}}"), all);
        let text = if graph {
            format!(r#"{{"name":"a","language":"en","category":"UTILITY","components":[{{"type":"BODY","text":"{body}"}}]}}"#)
        } else {
            format!(r#"{{"name":"a","category":"UTILITY","variants":{{"en":{{"body":"{body}"}}}}}}"#)
        };
        let report = run("a.json", text.clone());
        prop_assert_eq!(marked(&report, "variables/edge"), ["{{1}}"], "{}", text);
    }

    /// The surplus of a long text is marked from its first character on, escapes and joined emoji included.
    #[test]
    fn the_surplus_of_a_long_body_is_what_is_marked(words in words(), style in 0..9_usize) {
        // Style 4 begins with a line break, which counts.
        let filler = 1024 - usize::from(style == 4);
        let text = format!("{}{words}", "x".repeat(filler));
        let body = written(&text, style);
        let report = run("a.yaml", format!("name: a\ncategory: UTILITY\nvariants:\n  en:\n    body: {body}"));
        let surplus: String = text.chars().skip(filler).collect();
        let marked = marked(&report, "body/length");
        prop_assert_eq!(marked.len(), 1);
        let read = match style {
            3 | 4 | 6 => marked[0].split_whitespace().collect::<Vec<_>>().join(" ").replace("''", "'"),
            5 => marked[0].replace("''", "'"),
            7 => escaped(&surplus, false),
            8 => escaped(&surplus, true),
            _ => marked[0].to_owned(),
        };
        let wanted = match style {
            7 | 8 => marked[0].to_owned(),
            _ => surplus,
        };
        prop_assert_eq!(read, wanted);
    }
}
