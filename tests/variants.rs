//! All languages of a message side by side: which belong together, what is found, and what the table shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use walint::config::Config;
use walint::finding::FileId;
use walint::rules::{File, Files};
use walint::variants::{Kind, compare};
use walint::{Report, Settings, Source, check};

fn run(files: &[(&str, &str)], config: &str) -> Report {
    let config = Config::read(&Source::new("walint.yaml", config.as_bytes().to_vec())).expect("a configuration");
    let settings = Settings { config, ..Settings::default() };
    let sources = files.iter().map(|(path, text)| Source::new(*path, text.as_bytes().to_vec())).collect();
    check(sources, &settings)
}

/// The findings about variants: rule, file, marked text, text of the other place.
fn told(report: &Report) -> Vec<(&str, &str, &str, &str)> {
    let about = report.findings.iter().filter(|finding| finding.rule.family() == "variants");
    about
        .map(|finding| {
            let path = report.source(finding.place.file).unwrap().path();
            let other = finding
                .related
                .first()
                .map_or("", |related| report.source(related.place.file).unwrap().slice(related.place.span));
            (finding.rule.id, path, report.marked(finding), other)
        })
        .collect()
}

fn graph(language: &str, body: &str) -> String {
    format!(
        r#"{{"name":"order_shipped","language":"{language}","category":"UTILITY","parameter_format":"POSITIONAL",
        "components":[{{"type":"BODY","text":"{body}","example":{{"body_text":[["A-1042"]]}}}}]}}"#
    )
}

const ENGLISH: &str = "Your order {{1}} has left our warehouse and arrives tomorrow.";
const SPANISH: &str = "Tu pedido {{1}} ha salido de nuestro almacén y llegará mañana.";
const WITHOUT: &str = "Tu pedido ha salido de nuestro almacén y llegará mañana a tu casa.";

#[test]
fn both_places_are_named_across_files() {
    let (english, spanish) =
        (graph("en_US", ENGLISH), graph("es", WITHOUT).replace(r#","example":{"body_text":[["A-1042"]]}"#, ""));
    let report = run(&[("t/en_US/a.json", &english), ("t/es/a.json", &spanish)], "");
    assert_eq!(told(&report), [("variants/variables", "t/es/a.json", "\"BODY\"", "{{1}}")]);
    let finding = report.findings.iter().find(|finding| finding.rule.id == "variants/variables").unwrap();
    assert_eq!((finding.template.as_deref(), finding.language.as_deref()), (Some("order_shipped"), Some("es")));
    assert_eq!(finding.meta.and_then(|code| code.code), Some(132_000));
}

#[test]
fn projects_in_different_folders_are_not_compared() {
    let (english, spanish) = (graph("en_US", ENGLISH), graph("es", WITHOUT));
    assert!(told(&run(&[("one/a.json", &english), ("two/a.json", &spanish)], "")).is_empty());
}

#[test]
fn where_a_language_is_defined_twice_only_what_one_file_holds_is_compared() {
    let (english, spanish) = (graph("en_US", ENGLISH), graph("es", WITHOUT));
    assert!(told(&run(&[("a.json", &english), ("b.json", &spanish), ("c.json", &english)], "")).is_empty());
    let both = format!("[{english},{spanish}]");
    assert_eq!(told(&run(&[("a.json", &both), ("c.json", &english)], "")).len(), 1);
}

#[test]
fn what_meta_has_returned_gives_way_to_the_file_it_was_made_from() {
    let returned = graph("es", WITHOUT).replacen('{', r#"{"id":"1","status":"APPROVED","#, 1);
    let files = [("a.json", graph("en_US", ENGLISH)), ("b.json", returned), ("c.json", graph("es", SPANISH))];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert!(told(&run(&files, "")).is_empty());
    assert_eq!(told(&run(&files[..2], "")).len(), 1);
}

#[test]
fn the_source_language_is_the_measure() {
    let text = "name: order_shipped\ncategory: UTILITY\nvariants:\n  en_US:\n    body: Your order has left our warehouse and \
        arrives tomorrow.\n  es:\n    body: Tu pedido ha salido de nuestro almacén y llega mañana.\n    footer: Gracias por todo\n";
    let place = |config| told(&run(&[("a.yaml", text)], config)).first().map(|found| found.2.to_owned());
    assert_eq!(place("").as_deref(), Some("en_US"), "the most complete one is the measure");
    assert_eq!(place("languages: {source: en_US}").as_deref(), Some("footer"));
    assert_eq!(place("languages: {source: en_GB}").as_deref(), Some("footer"), "another region of the source");
}

#[test]
fn one_slip_is_told_once_and_not_of_every_other_language() {
    let mut text = "name: order_shipped\ncategory: UTILITY\nvariants:\n".to_owned();
    for (language, body) in [
        ("de", "Deine Bestellung {{1}} hat unser Lager verlassen, Code {{2}} bitte bereithalten."),
        ("en_US", ENGLISH),
        ("es", SPANISH),
    ] {
        writeln!(text, "  {language}:\n    body: {{text: \"{body}\", example: [A-1042, B-7]}}").unwrap();
    }
    let text = text.replace("arrives tomorrow.\", example: [A-1042, B-7]", "arrives tomorrow.\", example: [A-1042]");
    let text = text.replace("mañana.\", example: [A-1042, B-7]", "mañana.\", example: [A-1042]");
    assert_eq!(told(&run(&[("a.yaml", &text)], "")), [("variants/variables", "a.yaml", "{{2}}", ENGLISH)]);
}

/// A carousel in as many languages, and the kinds of difference that one wrong language makes in it.
fn carousel(languages: usize, spoiled: Option<usize>) -> String {
    let mut text = "name: new_kettles\ncategory: MARKETING\nvariants:\n".to_owned();
    for index in 0..languages {
        writeln!(text, "  l{index}:\n    body: Text number one of language l{index}\n    carousel:").unwrap();
        for card in 0..if spoiled == Some(index) { 9 } else { 10 } {
            writeln!(text, "      - body: Card {card} of l{index} costs $20\n        buttons:").unwrap();
            writeln!(text, "          - {{type: URL, text: View, url: \"https://shop.example/{card}\"}}").unwrap();
        }
    }
    text
}

#[test]
fn forty_variants_of_a_carousel_cost_forty_comparisons() {
    let pairs = |languages: usize| -> usize {
        let source = Source::new("a.yaml", carousel(languages, None).into_bytes());
        let file = File::read(FileId(0), source, true);
        let files = [&file];
        let compared = compare(Files::new(&files), &Config::default());
        assert_eq!(compared.len(), 1);
        assert_eq!(compared[0].family.members.len(), languages);
        compared[0].pairs
    };
    assert_eq!([pairs(1), pairs(2), pairs(40), pairs(80)], [0, 1, 39, 79]);
}

#[test]
fn the_one_odd_carousel_of_forty_is_found() {
    let report = run(&[("a.yaml", &carousel(40, Some(17)))], "");
    let told: Vec<&str> = told(&report).into_iter().map(|found| found.0).collect();
    assert_eq!(told, ["variants/card-count"]);
}

/// What one change to the German text of a message makes of it.
#[test]
fn every_slip_of_a_translator_is_told_once() {
    const ENGLISH: &str =
        "Hi {{1}}, *{{2}}* costs $1,250.50 until 18:00 on 2026-10-12. Get 20% off with SAVE20 in 24 hours.";
    const GERMAN: &str =
        "Hallo {{1}}, *{{2}}* kostet bis 12.10.2026 um 18 Uhr 1.250,50 $. Mit SAVE20 gibt es 20 % Rabatt an einem Tag.";
    let message = |german: &str| {
        let mut text = "name: price\ncategory: MARKETING\nvariants:\n".to_owned();
        for (language, body) in [("en_US", ENGLISH), ("de", german)] {
            writeln!(text, "  {language}:\n    body:\n      text: \"{body}\"\n      example: [Ana, A-1]").unwrap();
        }
        let source = Source::new("a.yaml", text.into_bytes());
        let file = File::read(FileId(0), source, true);
        let files = [&file];
        let compared = compare(Files::new(&files), &Config::default());
        compared[0].differences.iter().map(|difference| difference.kind).collect::<Vec<Kind>>()
    };
    assert_eq!(message(GERMAN), []);
    for (from, to, kind) in [
        ("1.250,50 $", "1.520,50 $", Kind::Currency),
        ("1.250,50 $", "1.250,50 €", Kind::Currency),
        ("1.250,50 $", "zu wenig", Kind::Currency),
        ("20 % Rabatt", "30 % Rabatt", Kind::Numbers),
        ("18 Uhr", "19:30 Uhr", Kind::Numbers),
        ("*{{2}}*", "{{2}}", Kind::Formatting),
        ("*{{2}}*", "*Artikel*", Kind::Variables),
        ("*{{2}}*", "*{{2}}* {{3}}", Kind::Variables),
    ] {
        assert_eq!(message(&GERMAN.replace(from, to)), [kind], "{from} -> {to}");
    }
    assert_eq!(message(ENGLISH), [Kind::Untranslated]);
}

#[test]
fn the_table_shows_what_is_there_what_differs_and_what_is_missing() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.json"), format!("[{},{}]", graph("en_US", ENGLISH), graph("es", WITHOUT))).unwrap();
    fs::write(folder.path().join("walint.yaml"), "languages: {required: [en_US, fr], fallback: {pt_BR: es}}\n")
        .unwrap();
    let walint = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
        let output =
            command.args(["variants", "a.json", "--format", format]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let human = walint("human");
    assert!(human.contains("               en_US  es  fr  pt_BR\n"), "{human}");
    assert!(human.contains("order_shipped  ●      ≠1  ✗   →es\n"), "{human}");
    assert!(human.contains("1 template in 4 languages: 1 variant differs, 1 required variant is missing."), "{human}");
    assert!(walint("markdown").contains("| order\\_shipped | ● | ≠1 | ✗ | →es |"));
    let json: Value = serde_json::from_str(&walint("json")).unwrap();
    let languages = &json["templates"][0]["languages"];
    assert_eq!(languages["es"]["state"], "differs");
    assert_eq!(languages["es"]["differences"][0]["rule"], "variants/variables");
    assert_eq!(languages["fr"]["required"], true);
    assert_eq!(languages["pt_BR"]["fallback"], "es");
}

#[test]
fn nothing_to_show_is_said() {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    let output = command.args(["variants", "."]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
}
