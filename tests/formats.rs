//! The formats of a report, as the programs that read them do: by their schemas, and with files that mean harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "formats/github.rs"]
mod github;
#[path = "formats/json.rs"]
mod json;
#[path = "formats/xml.rs"]
mod xml;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use walint::finding::is_unsafe;
use walint::report::{self, Paths};
use walint::{Report, Settings, Severity, Source, check, rules};

/// The report on files of those names and contents, all of which had to be templates.
fn report_on(files: &[(&str, &[u8])]) -> Report {
    let named = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let sources = files.iter().map(|(name, bytes)| Source::new(*name, bytes.to_vec())).collect();
    check(sources, &Settings { named, ..Settings::default() })
}

/// All that the pages of the rules show as wrong: every rule, and most fixes.
fn all_that_is_wrong() -> Report {
    let mut sources = Vec::new();
    for entry in rules::all() {
        for (index, block) in entry.metadata.page.split("\n```").skip(1).step_by(2).enumerate() {
            let (info, text) = block.split_once('\n').unwrap_or((block, ""));
            let extension = if info.starts_with("json") { "json" } else { "yaml" };
            let path = format!("{}-{index}.{extension}", entry.metadata.id);
            sources.push(Source::new(path, text.replace(['⟦', '⟧'], "").into_bytes()));
        }
    }
    check(sources, &Settings::default())
}

/// Names and texts that try to become markup, commands, links or moves of the cursor.
fn all_that_means_harm() -> Report {
    let evil = "name: \"a\\e[31m\\u202E::error::b\"\ncategory: utility\nvariants:\n  \"en<b>&'\\\"%0A\":\n    header: \"##[error]x ]]> \\u2028<!-- \\uFFFE\"\n    body:\n      text: \"::error::x **\\n::warning::y** [a](https://evil.example) @team \\u009B \u{202E} `x {{1}}\"\n";
    report_on(&[
        ("a\n::error title=x::y.yaml", evil.as_bytes()),
        ("::error::b.yaml", evil.as_bytes()),
        ("##[error]c \u{202E}\u{1b}[2J&<>'\"%,:#?é\u{FFFF}.yaml", evil.as_bytes()),
        ("\r::error::latin.yaml", b"name: caf\xE9\n"),
        ("../outside`|.yaml", evil.as_bytes()),
        ("empty.yaml", b""),
    ])
}

fn every_format(report: &Report) -> Vec<(&'static str, String)> {
    let paths = Paths::default();
    let fails = |severity| severity == Severity::Error;
    let mut written = Vec::new();
    let mut with = |name, write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        written.push((name, String::from_utf8(out).expect("every format is UTF-8")));
    };
    with("concise", &|out| report::write_concise(report, false, false, out));
    with("json", &|out| report::write_json(report, out));
    with("sarif", &|out| report::write_sarif(report, &paths, out));
    with("github", &|out| report::write_github(report, &paths, false, out));
    with("gitlab", &|out| report::write_gitlab(report, &paths, out));
    with("junit", &|out| report::write_junit(report, &paths, &fails, out));
    with("checkstyle", &|out| report::write_checkstyle(report, &paths, out));
    with("markdown", &|out| report::write_markdown(report, false, out));
    with("human", &|out| {
        let human = report::Human::new(report, false);
        let mut text = Vec::new();
        for finding in &report.findings {
            human.finding(&mut text, finding)?;
        }
        out.extend(report::guard(&String::from_utf8(text).unwrap()).bytes());
        Ok(())
    });
    written
}

fn written(report: &Report, format: &str) -> String {
    every_format(report).into_iter().find(|(name, _)| *name == format).expect("a format of that name").1
}

fn schema(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name)).unwrap()
}

/// Nothing raw, and no command but those that the format for GitHub means.
fn is_harmless(format: &str, text: &str) {
    let raw = text.chars().find(|&character| character != '\n' && is_unsafe(character));
    assert_eq!(raw, None, "{format}: {text}");
    assert!(!text.contains("##["), "{format}: {text}");
    for line in text.lines().filter(|line| line.trim_start().starts_with("::")) {
        assert!(format == "github", "{format}: {line}");
        let command = line.split("::").nth(1).unwrap();
        let known = ["error file=", "warning file=", "notice file=", "notice title=walint", "group", "endgroup"];
        assert!(known.iter().any(|known| command.starts_with(known)), "{line}");
    }
}

#[test]
fn nothing_from_a_file_is_raw_or_a_command_in_any_format() {
    let report = all_that_means_harm();
    assert!(report.findings.len() > 20, "{}", report.findings.len());
    for (format, text) in every_format(&report).iter().chain(&every_format(&all_that_is_wrong())) {
        is_harmless(format, text);
    }
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let written = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| every_format(&all_that_is_wrong()))
    };
    let one = written(1);
    for threads in [1, 2, 8] {
        for ((format, text), (_, again)) in one.iter().zip(&written(threads)) {
            let differs = text.lines().zip(again.lines()).find(|(a, b)| a != b);
            assert_eq!(differs, None, "{format} with {threads} threads");
            assert_eq!(text.len(), again.len(), "{format} with {threads} threads");
        }
    }
}

#[test]
fn every_finding_is_in_every_format() {
    let report = all_that_is_wrong();
    let rules: std::collections::BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert!(rules.len() > 150, "{}", rules.len());
    // A summary may leave some out and say so.
    for (format, text) in every_format(&report).iter().filter(|(format, _)| *format != "markdown") {
        for rule in &rules {
            assert!(text.contains(rule), "{format} lacks {rule}");
        }
    }
    let markdown = written(&report, "markdown");
    assert!(markdown.len() < 65_536 && markdown.contains(" more\n"), "{}", markdown.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_name_can_be_written(name in any::<String>(), parts in prop::collection::vec(any::<String>(), 4)) {
        let quoted = |index: usize| serde_json::to_string(&parts[index]).unwrap();
        let text = format!(
            "name: {}\ncategory: {}\nvariants:\n  en:\n    header: {}\n    body: {}\n",
            quoted(0), quoted(1), quoted(2), quoted(3)
        );
        let report = report_on(&[(&name, text.as_bytes())]);
        for (format, text) in every_format(&report) {
            is_harmless(format, &text);
            match format {
                "json" | "sarif" | "gitlab" => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap()),
                "junit" | "checkstyle" => drop(roxmltree::Document::parse(&text).unwrap()),
                _ => {}
            }
        }
    }
}
