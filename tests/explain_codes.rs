//! `walint explain` says what every known code of Meta's means and which rules prevent it.

#![allow(clippy::unwrap_used)]

use std::process::{Command, Output};

use walint::policy::{CODES, Code};
use walint::rules;

fn explain(what: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_walint")).args(["explain", what]).env_remove("CLICOLOR_FORCE").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn number(code: &Code) -> u32 {
    code.subcode.or(code.code).unwrap()
}

/// Lines are wrapped for the terminal.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_known_code_is_explained() {
    for code in CODES {
        // A code that stands alone and with a subcode is two codes.
        let written = match (code.code, code.subcode) {
            (Some(outer), Some(subcode)) => vec![format!("{outer}/{subcode}"), subcode.to_string()],
            _ => vec![number(code).to_string(), format!("(#{})", number(code))],
        };
        for what in written {
            let output = explain(&what);
            assert_eq!(output.status.code(), Some(0), "{what}");
            let text = words(&out(&output));
            // Marks of code are set as such.
            assert!(text.contains(&words(&code.meaning.replace('`', ""))), "{what}: {text}");
            assert!(text.contains(code.source) && text.contains(code.date), "{what}: {text}");
            assert!(code.title.is_none_or(|title| text.contains(title)), "{what}: {text}");
            assert!(text.contains("Meta gives it"), "{what}: {text}");
            assert!(text.contains("Rules that prevent it"), "{what}: {text}");
        }
    }
}

#[test]
fn a_code_names_exactly_the_rules_that_prevent_it() {
    for code in CODES {
        let text = out(&explain(&number(code).to_string()));
        for entry in rules::all() {
            let rule = entry.metadata;
            let prevents = rule.code == Some(number(code)) || rule.prevents.contains(&number(code));
            assert_eq!(text.contains(&format!("- {}:", rule.id)), prevents, "{code} and {}", rule.id);
        }
    }
    assert!(out(&explain("2388299")).contains("variables/edge"));
}

#[test]
fn every_code_that_a_page_prevents_is_known() {
    for entry in rules::all() {
        for prevented in entry.metadata.prevents {
            assert!(CODES.iter().any(|code| number(code) == *prevented), "{}: {prevented}", entry.metadata.id);
        }
    }
}

#[test]
fn an_unknown_code_brings_the_nearest_ones() {
    for (written, near) in [("2388298", "`walint explain 2388299`"), ("192/2388299", "2388299"), ("13104", "131049")] {
        let output = explain(written);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{written}");
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(said.contains(written) && said.contains(near), "{said}");
    }
}
