//! Every rule has a page and every page a rule; what a page shows as wrong fires exactly that rule at the marked
//! place, and what it shows as right fires nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use walint::config::Config;
use walint::input::Trouble;
use walint::{Settings, Source, check, rules};

#[path = "common/media.rs"]
mod media;

/// One fenced block of a page: ```` ```yaml bad ```` or ```` ```json good ````, optionally `escaped`. A
/// ```` ```yaml config ```` block before it is the configuration. Files that it names with `media:` are those of
/// `tests/media/`; see [`media::Fixtures`].
struct Example {
    rule: &'static str,
    line: usize,
    bad: bool,
    /// The bytes without marks.
    bytes: Vec<u8>,
    /// What stands between `⟦` and `⟧`, in bytes of the file.
    marks: Vec<(usize, usize)>,
    /// Of the file; empty for a `path` block.
    extension: &'static str,
    /// From a `yaml config` block before it.
    config: Config,
}

fn examples() -> Vec<Example> {
    rules::all().iter().flat_map(|entry| page_examples(entry.metadata.id, entry.metadata.page)).collect()
}

fn page_examples(rule: &'static str, page: &'static str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut config = Config::default();
    let mut lines = page.lines().enumerate();
    while let Some((line, text)) = lines.next() {
        let Some(info) = text.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let words: Vec<&str> = info.split_whitespace().collect();
        let block: Vec<&str> = lines.by_ref().map(|(_, text)| text).take_while(|text| *text != "```").collect();
        let extension = match words[0] {
            "yaml" => "yaml",
            "json" => "json",
            "path" => "",
            _ => continue,
        };
        let bad = match words.get(1) {
            Some(&"bad") => true,
            Some(&"good") => false,
            Some(&"config") => {
                let source = Source::new("walint.yaml", block.join("\n").into_bytes());
                config = Config::read(&source).unwrap_or_else(|errors| panic!("{rule}: {errors:?}"));
                continue;
            }
            other => panic!("{rule}: a {extension} block is `bad` or `good`, not {other:?}"),
        };
        let (bytes, marks) = read(&(block.join("\n") + "\n"), words.get(2) == Some(&"escaped"));
        examples.push(Example { rule, line, bad, bytes, marks, extension, config: config.clone() });
    }
    examples
}

/// Takes the marks out of an example, repeats what stands in `⟨3×text⟩` (`№` in it counts), and turns `\xNN`, `\r` and `\t` into
/// bytes where it is `escaped`.
fn read(text: &str, escaped: bool) -> (Vec<u8>, Vec<(usize, usize)>) {
    let (mut bytes, mut marks, mut open) = (Vec::new(), Vec::new(), None);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let mut length = character.len_utf8();
        match character {
            '⟦' => open = Some(bytes.len()),
            '⟧' => marks.push((open.take().expect("a mark is opened before it is closed"), bytes.len())),
            '⟨' => {
                let (inside, _) = rest[length..].split_once('⟩').expect("a repetition is closed");
                let (times, unit) = inside.split_once('×').expect("a repetition says how often");
                let times: usize = times.parse().expect("a number of times");
                bytes.extend((1..=times).flat_map(|n| unit.replace('№', &n.to_string()).into_bytes()));
                length += inside.len() + '⟩'.len_utf8();
            }
            '\\' if escaped && rest.starts_with("\\x") => {
                bytes.push(u8::from_str_radix(&rest[2..4], 16).expect("two hexadecimal digits"));
                length = 4;
            }
            '\\' if escaped && rest.starts_with("\\r") => {
                bytes.push(b'\r');
                length = 2;
            }
            '\\' if escaped && rest.starts_with("\\t") => {
                bytes.push(b'\t');
                length = 2;
            }
            _ => bytes.extend_from_slice(&rest.as_bytes()[..length]),
        }
        rest = &rest[length..];
    }
    (bytes, marks)
}

/// The file of an example; a `path` block stands for a file that is not there.
fn source(example: &Example) -> (String, Source) {
    if example.extension.is_empty() {
        let path = String::from_utf8(example.bytes.clone()).unwrap();
        return (path.clone(), Source::with_trouble(path, Trouble::Unreadable("there is no such file".to_owned())));
    }
    let path = format!("{}.{}", media::TEMPLATE, example.extension);
    (path.clone(), Source::new(path, example.bytes.clone()))
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = |folder: &str, extension: &str| -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for family in fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            let family_name = family.file_name().unwrap().to_str().unwrap().to_owned();
            if !family.is_dir() || family_name == "build" {
                continue;
            }
            for file in fs::read_dir(family).unwrap().map(|entry| entry.unwrap().path()) {
                let stem = file.file_stem().unwrap().to_str().unwrap().replace('_', "-");
                let helper = matches!(stem.as_str(), "mod" | "README") || stem.starts_with("shared");
                if file.extension().is_some_and(|found| found == extension) && !helper {
                    names.insert(format!("{family_name}/{stem}"));
                }
            }
        }
        names
    };
    assert_eq!(named("rules", "md"), named("src/rules", "rs"));
    let registered: BTreeSet<String> = rules::all().iter().map(|entry| entry.metadata.id.to_owned()).collect();
    assert_eq!(registered, named("rules", "md"));
}

#[test]
fn every_page_says_what_why_and_what_to_do() {
    for entry in rules::all() {
        let page = entry.metadata.page;
        assert!(page.starts_with(&format!("# {}\n", entry.metadata.id)), "{}: its title is its id", entry.metadata.id);
        for heading in ["\n## What\n", "\n## Why\n", "\n## Fix\n", "\n## Examples\n"] {
            assert!(page.contains(heading), "{}: no {heading:?}", entry.metadata.id);
        }
        let summary = entry.metadata.summary;
        assert!(!summary.ends_with('.') && summary.len() <= 90, "{}: summary {summary:?}", entry.metadata.id);
    }
}

#[test]
fn every_page_names_its_source_and_a_code_that_is_known() {
    for entry in rules::all() {
        let rule = entry.metadata;
        assert!(!rule.sources.is_empty(), "{}: no source", rule.id);
        for source in rule.sources {
            let day = source.date.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            assert!(day && source.date.len() >= 7, "{}: date {:?}", rule.id, source.date);
            let known = source.url.starts_with("https://") || matches!(source.url, "observed" | "walint");
            assert!(known, "{}: source {:?}", rule.id, source.url);
        }
        assert!(rule.code.is_none() || rule.meta().is_some(), "{}: code {:?} is not in codes.yaml", rule.id, rule.code);
    }
}

#[test]
fn every_page_shows_what_is_wrong_and_what_is_right() {
    for entry in rules::all() {
        let id = entry.metadata.id;
        let examples = page_examples(id, entry.metadata.page);
        assert!(examples.iter().any(|example| example.bad), "{id}: no bad example");
        assert!(examples.iter().any(|example| !example.bad), "{id}: no good example");
    }
}

#[test]
fn bad_examples_fire_their_rule_where_they_are_marked_and_good_ones_fire_nothing() {
    let mut wrong = Vec::new();
    for example in examples() {
        let (path, source) = source(&example);
        let files = Some(Arc::new(media::Fixtures) as _);
        let mut settings = Settings { config: example.config.clone(), media: files, ..Settings::default() };
        settings.named.insert(path);
        let report = check(vec![source], &settings);
        let offset = report.files[0].source.offset();
        let mut found: Vec<(&str, (usize, usize))> = report
            .findings
            .iter()
            .map(|finding| (finding.rule.id, finding.place.span.range()))
            .map(|(rule, range)| (rule, (range.start + offset, range.end + offset)))
            .collect();
        let mut wanted: Vec<_> = example.marks.iter().map(|mark| (example.rule, *mark)).collect();
        found.sort();
        wanted.sort();
        if found != wanted || (example.bad && wanted.is_empty()) {
            let text = String::from_utf8_lossy(&example.bytes);
            let show = |places: &[(&str, (usize, usize))]| -> Vec<String> {
                places.iter().map(|(rule, (a, b))| format!("{rule} at {a}..{b} {:?}", text.get(*a..*b))).collect()
            };
            wrong.push(format!(
                "{} (page line {}):\n  wanted {:#?}\n  found  {:#?}",
                example.rule,
                example.line + 1,
                show(&wanted),
                show(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
