//! What fixes promise: a fixed point, no new error, nothing changed but what they say, and a file that reads as before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use walint::finding::Applicability;
use walint::fix::{Change, Fixed, fix, unified};
use walint::rules::Fixable;
use walint::{Report, Settings, Severity, Source, check, rules};

const BOTH: [Applicability; 2] = [Applicability::Safe, Applicability::Unsafe];

fn settings(path: &str) -> Settings {
    Settings { named: [path.to_owned()].into(), ..Settings::default() }
}

fn fixed(path: &str, text: &str, allowed: Applicability) -> Fixed {
    fix(vec![Source::new(path, text.as_bytes().to_vec())], &settings(path), allowed)
}

fn whole(fixed: &Fixed) -> String {
    fixed.report.files[0].source.whole()
}

fn errors(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        *errors.entry(finding.rule.id).or_default() += 1;
    }
    errors
}

/// Everything a fixed text has to be; says what it is not.
fn promises(path: &str, text: &str, allowed: Applicability) -> Result<Fixed, String> {
    let before = check(vec![Source::new(path, text.as_bytes().to_vec())], &settings(path));
    let result = fixed(path, text, allowed);
    let after = whole(&result);
    let told = |what: &str| Err(format!("{what}\n--- before\n{text}\n--- after\n{after}"));

    let again = fixed(path, &after, allowed);
    if whole(&again) != after {
        return told(&format!("a second run changes more:\n{}", whole(&again)));
    }
    let (file, was) = (&result.report.files[0], &before.files[0]);
    if was.complete {
        let known = errors(&before);
        let new = errors(&result.report).into_iter().find(|(rule, count)| known.get(rule).unwrap_or(&0) < count);
        if let Some((rule, _)) = new {
            return told(&format!("a new error: {rule}"));
        }
        if !file.complete || file.problems.len() > was.problems.len() {
            return told("the file reads worse than before");
        }
        let variants = |report: &Report| -> Vec<usize> {
            report.files[0].content.templates.iter().map(|template| template.variants.len()).collect()
        };
        if variants(&before) != variants(&result.report) {
            return told("a template or a variant is gone");
        }
    }
    match result.changes.as_slice() {
        [] if after == text => {}
        [change] if change.before == text && change.after == after && !change.applied.is_empty() => {
            if rebuilt(change) != after {
                return told("something changed outside of the regions");
            }
            if applied_by_hand(text, &unified(path, change)) != after {
                return told(&format!("the diff does not lead there:\n{}", unified(path, change)));
            }
        }
        changes => return told(&format!("{} changes are told", changes.len())),
    }
    Ok(result)
}

/// The original with nothing but the regions taken from the new text.
fn rebuilt(change: &Change) -> String {
    let (mut out, mut copied) = (String::new(), 0);
    for region in &change.regions {
        out.push_str(&change.before[copied..region.old.start]);
        out.push_str(&change.after[region.new.clone()]);
        copied = region.old.end;
    }
    out + &change.before[copied..]
}

/// What `patch` makes of a text; every line that the diff shows of it has to be there.
fn applied_by_hand(text: &str, diff: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut out, mut at) = (String::new(), 0);
    let mut shown = diff.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = shown.next() {
        if let Some(rest) = line.strip_prefix("@@ -") {
            let numbers = rest.split(' ').next().unwrap();
            let (start, count) = numbers.split_once(',').unwrap_or((numbers, "1"));
            let start: usize = start.parse().unwrap();
            let start = if count == "0" { start } else { start - 1 };
            out.extend(lines[at..start].iter().copied());
            at = start;
            continue;
        }
        let unended = shown.next_if(|next| next.starts_with('\\')).is_some();
        let content = if unended { line[1..].strip_suffix('\n').unwrap() } else { &line[1..] };
        if !line.starts_with('+') {
            assert_eq!(lines[at], content, "the diff shows a line that is not there");
            at += 1;
        }
        if !line.starts_with('-') {
            out.push_str(content);
        }
    }
    out.extend(lines[at..].iter().copied());
    out
}

/// The wrong examples of a page as files; those with bytes or repetitions have their own test.
fn wrong_examples(page: &str) -> Vec<(&'static str, String)> {
    let mut examples = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let path = match line {
            "```yaml bad" => "a.yaml",
            "```json bad" => "a.json",
            _ => continue,
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let text = block.join("\n").replace(['⟦', '⟧'], "") + "\n";
        if !text.contains('⟨') {
            examples.push((path, text));
        }
    }
    examples
}

#[test]
fn every_example_keeps_the_promises() {
    let mut wrong = Vec::new();
    for entry in rules::all() {
        for (path, text) in wrong_examples(entry.metadata.page) {
            for allowed in BOTH {
                let mut note = |kept: Result<Fixed, String>| match kept {
                    Ok(fixed) => !fixed.changes.is_empty(),
                    Err(why) => {
                        wrong.push(format!("{}: {why}", entry.metadata.id));
                        false
                    }
                };
                // Where something changes, it has to change the same way in files written otherwise.
                if note(promises(path, &text, allowed)) {
                    for text in [text.replace('\n', "\r\n"), format!("\u{FEFF}{text}"), text.trim_end().to_owned()] {
                        note(promises(path, &text, allowed));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} broken:\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n\n"));
}

#[test]
fn a_page_that_promises_a_fix_shows_an_example_that_it_puts_right() {
    let mut wrong = Vec::new();
    for entry in rules::all() {
        let allowed = match entry.metadata.fix {
            Fixable::None => continue,
            Fixable::Safe => Applicability::Safe,
            Fixable::Unsafe => Applicability::Unsafe,
        };
        let put_right = wrong_examples(entry.metadata.page).into_iter().any(|(path, text)| {
            let changes = fixed(path, &text, allowed).changes;
            changes.iter().flat_map(|change| &change.applied).any(|applied| applied.rule == entry.metadata.id)
        });
        if !put_right {
            wrong.push(entry.metadata.id);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_the_exemplary_templates_say_stays_as_it_is() {
    for entry in ignore::WalkBuilder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")).build() {
        let path = entry.unwrap().into_path();
        if path.is_file() {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(fixed("a.yaml", &text, Applicability::Unsafe).changes.is_empty(), "{}", path.display());
        }
    }
}
