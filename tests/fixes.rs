//! What fixes promise: a fixed point, no new error, nothing changed but what they say, and a file that reads as before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use walint::config::Config;
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
            report.files[0].content().templates.iter().map(|template| template.variants.len()).collect()
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

/// The configuration that a page shows, if it does.
fn config_of(page: &str) -> Config {
    let block = page.split("```yaml config\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default();
    Config::read(&Source::new("walint.yaml", block.as_bytes().to_vec())).unwrap()
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
        let config = config_of(entry.metadata.page);
        let put_right = wrong_examples(entry.metadata.page).into_iter().any(|(path, text)| {
            let changes = fix(
                vec![Source::new(path, text.into_bytes())],
                &Settings { config: config.clone(), ..settings(path) },
                allowed,
            )
            .changes;
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
        if path.extension().is_some_and(|end| end == "yaml") {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(fixed("a.yaml", &text, Applicability::Unsafe).changes.is_empty(), "{}", path.display());
        }
    }
}

/// Once such a text was quoted, and its quotes quoted, each time twice as long: a mutant of `tests/mutants/` showed it.
#[test]
fn quotes_that_close_are_not_quoted_again() {
    for text in [
        "a:\n  text: \"Hi\"'\n  example  - {t: +1d 2h, dir: out}\n  - {t: 1}\n",
        "a:\n  example  - {t: \"x\", dir: out}\n  - {t: 1}\n",
    ] {
        let after = whole(&fixed("a.yaml", text, Applicability::Unsafe));
        assert!(after.len() < 2 * text.len() && !after.contains("\\\"\\"), "{after}");
    }
}

/// Pieces of text that have something to put right, or that look as if they had.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "**bold** word",
        "__bold__",
        "~~gone~~",
        "# Heading",
        "## Big sale",
        "* item",
        "• item",
        "-item",
        "1) first",
        ">quote",
        "> quote",
        "`code`",
        "```js\ncode\n```",
        "[here](https://shop.example)",
        "<b>bold</b>",
        "&amp;",
        "a\\*b",
        "* a*",
        "*a *",
        "*a\nb*",
        "{{ name }}",
        "{{1}}",
        "{{3}}",
        "{{01}}",
        "{{Name}}",
        "{{name}",
        "{1}",
        "**** 1234",
        "---",
        "5 * 3",
        "＊full＊",
        "word  word",
        "word     word",
        "   ",
        "\n",
        "\n\n\n",
        "your order",
        "is on its way to you today",
        "Grüße 🎉",
        "#1",
        "no",
        "it's",
        "say \"hi\"",
        "50% off: today",
        "*Sale* today",
        "- a\n  - b",
        "🎉*now*",
        "x*y*z",
        "a & b",
        "@you",
        "'",
        "\\",
    ];
    prop_oneof![9 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "[ -~é\n]{0,8}"]
}

fn prose() -> impl Strategy<Value = String> {
    let joint = proptest::sample::select(&[" ", "", "\n", ". "][..]);
    proptest::collection::vec((piece(), joint), 1..7)
        .prop_map(|parts| parts.into_iter().flat_map(|(text, joint)| [text, joint.to_owned()]).collect())
}

/// A text as some author may write it in YAML, whether or not that reads as it was meant.
fn written(text: &str, style: u8, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let lines = || text.split('\n').map(|line| format!("{pad}{line}")).collect::<Vec<_>>().join("\n");
    match style {
        0 => text.split_whitespace().collect::<Vec<_>>().join(" "),
        1 => text.replace('\n', &format!("\n{pad}")),
        2 => format!("'{}'", text.replace('\'', "''").replace('\n', &format!("\n\n{pad}"))),
        3 => serde_json::to_string(text).unwrap(),
        4 => format!("|\n{}", lines()),
        5 => format!("|-\n{}", lines()),
        _ => format!(">-\n{}", lines()),
    }
}

fn authoring() -> impl Strategy<Value = String> {
    let language = proptest::sample::select(&["en", "en-US", "iw", "pt", "fr_FR", "no", "xx"][..]);
    let category = proptest::sample::select(&["UTILITY", "utility", "Marketing", "TRANSACTIONAL", "utilty"][..]);
    let example = proptest::sample::select(
        &["", "example: [Ana]", "example: [Ana, x, y]", "example: {name: Ana, Name: Bo}", "example: [a b, 'c  d ']"][..],
    );
    let extra = proptest::sample::select(
        &[
            "",
            "allow_category_change: true\n",
            "# a comment\n",
            "allow_category_change: true # why\n",
            "parameter_format: named\n",
        ][..],
    );
    (language, category, example, extra, prose(), prose(), prose(), [0..7u8, 0..7u8, 0..7u8], any::<bool>()).prop_map(
        |(language, category, example, extra, header, body, footer, styles, crlf)| {
            let text = format!(
                "name: order_shipped # the name\n{extra}category: {category}\nvariants:\n  {language}:\n    \
                 header: {}\n    body:\n      text: {}\n      {example}\n    footer: {}\n    buttons:\n      \
                 - {{type: url, text: \"**Track**\", url: \"http://shop.example/{{{{1}}}}\", example: x y}}\n      \
                 - {{type: PHONE_NUMBER, text: Call us, phone_number: +49 30 1234567}}\n",
                written(&header, styles[0], 6),
                written(&body, styles[1], 8),
                written(&footer, styles[2], 6),
            );
            if crlf { text.replace('\n', "\r\n") } else { text }
        },
    )
}

fn graph() -> impl Strategy<Value = String> {
    (prose(), prose(), any::<bool>()).prop_map(|(body, label, pretty)| {
        let url = serde_json::json!({
            "type": "URL", "text": label, "url": "http://shop.example/t/{{2}}", "example": ["a b"]
        });
        let template = serde_json::json!({
            "name": "Order-Shipped", "language": "en-us", "category": "utility", "allow_category_change": true,
            "components": [
                {"type": "body", "text": body, "example": {"body_text": [["Ana", "x  y", "z"]]}},
                {"type": "BUTTONS", "buttons": [url]}
            ]
        });
        if pretty { serde_json::to_string_pretty(&template).unwrap() } else { template.to_string() }
    })
}

fn holds(path: &str, text: &str) -> Result<(), TestCaseError> {
    for allowed in BOTH {
        promises(path, text, allowed).map_err(TestCaseError::fail)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_generated_file_keeps_the_promises(text in authoring()) {
        holds("a.yaml", &text)?;
    }

    #[test]
    fn a_generated_payload_keeps_the_promises_and_stays_json(text in graph()) {
        holds("a.json", &text)?;
        let after = whole(&fixed("a.json", &text, Applicability::Unsafe));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&after).is_ok(), "{}", after);
    }
}
