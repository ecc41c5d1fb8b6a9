//! Workflow commands, read as GitHub's runner reads them.

use std::collections::HashMap;

use walint::finding::{extent, sanitize};
use walint::report::{Paths, write_github};
use walint::{Report, Severity};

use super::{all_that_is_wrong, all_that_means_harm, report_on, written};

struct Command {
    name: String,
    properties: HashMap<String, String>,
    data: String,
}

fn unescaped(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
}

/// The name up to the first blank, properties between commas, data behind the second `::`.
fn commands(text: &str) -> Vec<Command> {
    let lines = text.lines().map(str::trim_start).filter_map(|line| line.strip_prefix("::"));
    let command = |line: &str| {
        let (info, data) = line.split_once("::")?;
        let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
        let property = |pair: &str| pair.split_once('=').map(|(key, value)| (key.to_owned(), unescaped(value)));
        Some(Command {
            name: name.to_owned(),
            properties: properties.split(',').filter_map(property).collect(),
            data: unescaped(data),
        })
    };
    lines.filter_map(command).collect()
}

fn annotations<'c>(commands: &'c [Command], name: &str) -> Vec<&'c Command> {
    commands.iter().filter(|command| command.name == name && command.properties.contains_key("file")).collect()
}

#[test]
fn the_runner_reads_the_file_the_lines_and_the_words_back() {
    let report = report_on(&[(
        "a,b:50%\n::error::.yaml",
        "name: a\ncategory: UTILITY\nvariants:\n  en:\n    header: नमस्ते 🎉\n    body: \"50%, ::error::\\nx {{1}}\"\n"
            .as_bytes(),
    )]);
    let all = commands(&written(&report, "github"));
    let mut told = 0;
    for (severity, name) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "notice")] {
        let findings: Vec<_> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        let annotations = annotations(&all, name);
        assert_eq!(annotations.len(), findings.len());
        for (annotation, finding) in annotations.iter().zip(findings) {
            let range = extent(report.source(finding.place.file).unwrap(), finding.place.span);
            assert_eq!(annotation.properties["file"], "a,b:50%␊::error::.yaml");
            assert_eq!(annotation.properties["line"], range.start.line.to_string());
            assert_eq!(annotation.properties["title"], format!("walint {}", finding.rule.id));
            if range.start.line == range.end.line {
                assert_eq!(annotation.properties["col"], range.start.column.to_string());
                assert_eq!(annotation.properties["endColumn"], range.end.column.to_string());
            }
            let message = sanitize(&finding.message);
            assert!(annotation.data.to_lowercase().contains(&message.to_lowercase()), "{}", annotation.data);
            told += 1;
        }
    }
    assert!(told > 1 && told == report.findings.len());
    // Errors first, and nothing that was not meant.
    let ranks: Vec<usize> = all
        .iter()
        .map(|command| ["error", "warning", "notice"].iter().position(|name| *name == command.name).unwrap())
        .collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

fn at_most_ten_of_a_kind(report: &Report) -> String {
    let text = written(report, "github");
    let all = commands(&text);
    for name in ["error", "warning", "notice"] {
        assert!(all.iter().filter(|command| command.name == name).count() <= 10, "{name}");
    }
    text
}

#[test]
fn findings_of_a_rule_share_an_annotation_where_there_are_too_many() {
    let one =
        "name: a\ncategory: UTILITY\nvariants:\n  en: {header: 🎉, body: Your order is ready for you in our shop.}\n";
    let many: String =
        (0..34).map(|index| format!("---\n{}", one.replace("name: a", &format!("name: a{index}")))).collect();
    let report = report_on(&[("a.yaml", many.as_bytes()), ("b.yaml", one.as_bytes())]);
    let text = at_most_ten_of_a_kind(&report);
    let all = commands(&text);
    let errors = annotations(&all, "error");
    assert!(errors.iter().any(|error| error.data.contains("The same in 33 other places: a.yaml:10:16, ")), "{text}");
    // Nothing is lost: each stands in the log.
    let log = text.split("::group::").nth(1).unwrap().split("::endgroup::").next().unwrap();
    assert_eq!(log.lines().filter(|line| line.contains("header/emoji")).count(), 35, "{text}");
    assert!(all.last().unwrap().data.contains("share fewer annotations"), "{text}");
}

#[test]
fn what_has_no_annotation_is_counted() {
    let report = all_that_is_wrong();
    let text = at_most_ten_of_a_kind(&report);
    assert!(text.lines().last().unwrap().contains(&format!("more of {} findings", report.findings.len())), "{text}");
    at_most_ten_of_a_kind(&all_that_means_harm());
}

#[test]
fn quiet_annotates_errors_only() {
    let report = report_on(&[(
        "a.yaml",
        b"name: a\ncategory: utility\nvariants:\n  en: {header: \xF0\x9F\x8E\x89, body: Your order is ready.}\n",
    )]);
    let mut out = Vec::new();
    write_github(&report, &Paths::default(), true, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.lines().count() >= 1 && text.lines().all(|line| line.starts_with("::error ")), "{text}");
}
