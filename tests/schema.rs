//! The schemas that editors use take what walint takes, refuse what is clearly wrong, and know every key and rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};
use walint::config::{Config, keys};
use walint::{Settings, Severity, Source, check, policy, rules, schema};

fn validator(schema: &Value) -> Validator {
    assert!(jsonschema::draft202012::meta::is_valid(schema), "it is itself a schema of draft 2020-12");
    jsonschema::draft202012::new(schema).unwrap()
}

/// As editors read YAML: by YAML 1.2, with its numbers and truth values.
fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}

#[test]
fn every_template_and_journey_of_ours_is_taken() {
    let (templates, journeys) = (validator(&schema::of_templates()), validator(&schema::of_journeys()));
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"), &mut found);
    assert!(found.len() > 20);
    for path in found {
        let value = yaml(&fs::read_to_string(&path).unwrap());
        assert_eq!(complaints(&templates, &value), Vec::<String>::new(), "{}", path.display());
        let is_journey = path.to_string_lossy().contains("journeys");
        assert_eq!(journeys.is_valid(&value), is_journey, "{}", path.display());
    }
}

/// The fenced blocks of every page that begin with these words.
fn blocks(info: &str) -> Vec<(&'static str, String)> {
    let mut blocks = Vec::new();
    for entry in rules::all() {
        let mut lines = entry.metadata.page.lines();
        while let Some(line) = lines.next() {
            let block: Vec<&str> = match line.strip_prefix("```") {
                Some(rest) if !rest.is_empty() => lines.by_ref().take_while(|line| *line != "```").collect(),
                _ => continue,
            };
            if line[3..] == *info {
                blocks.push((entry.metadata.id, block.join("\n")));
            }
        }
    }
    blocks
}

#[test]
fn every_right_example_of_the_pages_is_taken_in_either_form() {
    let validator = validator(&schema::of_templates());
    let mut graph = 0;
    for (rule, text) in blocks("yaml good").into_iter().chain(blocks("json good")) {
        // Marks, repetitions and several documents are for the test of the pages.
        if text.contains('⟨') || text.contains("\n---") {
            continue;
        }
        // A value that YAML 1.2 readers take for a key, a tag and the like is no value for an editor.
        let Ok(value) = serde_yaml::from_str::<Value>(&text) else { continue };
        graph += usize::from(text.contains("components"));
        let source = Source::new("a.yaml", text.clone().into_bytes());
        let report = check(vec![source], &Settings::default());
        if report.files[0].outline.templates == 0 {
            continue;
        }
        assert_eq!(complaints(&validator, &value), Vec::<String>::new(), "{rule}\n{text}");
    }
    assert!(graph > 10, "{graph} examples in the form of the Graph API");
}

#[test]
fn what_the_graph_api_takes_and_answers_is_taken() {
    let validator = validator(&schema::of_templates());
    let template = json!({
        "name": "order_shipped", "language": "en_US", "category": "utility",
        "components": [
            {"type": "header", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["A-1"]}},
            {"type": "BODY", "text": "Hello {{1}}, it is here.", "example": {"body_text": [["Ana"]]}},
            {"type": "BUTTONS", "buttons": [
                {"type": "URL", "text": "Track", "url": "https://shop.example/{{1}}", "example": ["x"], "new_key": 1},
                {"type": "SOMETHING_NEW", "text": "New"},
            ]},
            {"type": "SOMETHING_NEW", "anything": [1]},
        ],
        "a_key_that_meta_added": {"deep": true},
    });
    let mut old = template.clone();
    for (key, value) in [("id", "1"), ("status", "APPROVED"), ("category", "TICKET_UPDATE")] {
        old[key] = value.into();
    }
    for value in [
        template.clone(),
        old.clone(),
        json!([template, old]),
        json!({"data": [template, old], "paging": {"cursors": {"after": "x"}}}),
        json!({"name": "a", "category": "UTILITY", "language": "en", "library_template_name": "order_pick_up"}),
    ] {
        assert_eq!(complaints(&validator, &value), Vec::<String>::new(), "{value}");
    }
}

#[test]
fn what_is_clearly_wrong_is_refused() {
    let validator = validator(&schema::of_templates());
    let right = json!({"name": "a", "category": "UTILITY", "variants": {"en": {"body": "Hello"}}});
    assert!(validator.is_valid(&right));
    let with = |path: &str, value: Value| {
        let mut wrong = right.clone();
        match path.rsplit_once('/') {
            Some((parent, key)) => wrong.pointer_mut(parent).unwrap()[key] = value,
            None => panic!("{path} is a pointer"),
        }
        wrong
    };
    for wrong in [
        json!("a text"),
        json!({"name": "a", "category": "UTILITY"}),
        json!({"category": "UTILITY", "variants": {"en": {"body": "Hello"}}}),
        with("/name", json!("Order Shipped")),
        with("/name", json!("a".repeat(600))),
        with("/category", json!("PROMOTIONAL")),
        with("/category", json!(7)),
        with("/parameter_format", json!("NUMBERED")),
        with("/variants", json!([])),
        with("/variants", json!({})),
        with("/variants/english please", json!({"body": "Hello"})),
        with("/variants/en", json!("Hello")),
        with("/variants/en/body", json!(["Hello"])),
        with("/variants/en/body", json!("x".repeat(1100))),
        with("/variants/en/body", json!({"text": {"en": "x"}})),
        with("/variants/en/header", json!({"format": "PICTURE"})),
        with("/variants/en/footer", json!("x".repeat(70))),
        with("/variants/en/buttons", json!("Track")),
        with("/variants/en/buttons", json!([{"text": "Track"}])),
        with("/variants/en/buttons", json!([{"type": "URL", "text": "Track"}])),
        with("/variants/en/buttons", json!([{"type": "quick_reply", "text": "x".repeat(30)}])),
        with("/variants/en/carousel", json!([{"body": "x".repeat(200)}])),
        json!({"name": "a", "language": "en", "category": "UTILITY", "components": {"type": "BODY", "text": "x"}}),
        json!({"name": "a", "language": "en", "category": "UTILITY", "components": [{"text": "x"}]}),
        json!({"kind": "journey", "title": "x"}),
        json!({"kind": "journey", "events": [{"t": "+1h"}]}),
        json!({"kind": "journey", "events": [{"t": "+1h", "dir": "up"}]}),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn a_text_of_the_greatest_length_is_taken_in_every_style() {
    let validator = validator(&schema::of_templates());
    for (text, valid) in
        [("é".repeat(1024), true), (format!("{}\n", "é".repeat(1024)), true), ("é".repeat(1026), false)]
    {
        let value = json!({"name": "a", "category": "UTILITY", "variants": {"en": {"body": text}}});
        assert_eq!(validator.is_valid(&value), valid);
    }
}

/// Configurations, and whether walint can follow them.
const CONFIGURATIONS: &[(&str, bool)] = &[
    ("", true),
    ("rules:\npaths:\nlanguages:\n", true),
    ("rules: {formatting: note, formatting/glued: off}", true),
    ("rules: {formating: note}", false),
    ("rules: {formatting: warn}", false),
    ("rules: {formatting: }", false),
    ("rules: [formatting]", false),
    ("links: {own_domains: [shop.example, 7]}", true),
    ("links: {own_domains: shop.example}", false),
    ("links: {own_domain: []}", false),
    ("link: {}", false),
    ("languages: {source: en_US, required: [en_US, es], fallback: {es_MX: es, pt_PT: [pt_BR, en]}}", true),
    ("languages: {source: [en_US]}", false),
    ("languages: {source: English}", false),
    ("media: {unreferenced: true}", true),
    ("media: {unreferenced: 'true'}", true),
    ("media: {unreferenced: sometimes}", false),
    ("limits: {file_size: 2MiB}", true),
    ("limits: {file_size: 500000}", true),
    ("limits: {file_size: 500 kb}", true),
    ("limits: {file_size: 2 megs}", false),
    ("limits: {file_size: 0}", false),
    ("baseline: known.json", true),
    ("baseline: [known.json]", false),
    ("brand: {words: [WaLint, 'Café Aurora']}", true),
    ("brand: {words: WaLint}", false),
    ("brand: {words: [[WaLint]]}", false),
    ("category: {promotional: [season pass], mute: [x], sensitivity: low, markets: [US]}", true),
    ("category: {sensitivity: lower}", false),
    ("category: {paths: [{path: templates, sensitivity: high}]}", true),
    ("category: {paths: [templates]}", false),
    ("paths: [{files: legacy/, rules: {links: off}}, {templates: [a, b], rules: {links: note}}]", true),
    ("paths: [{rules: {links: off}}]", false),
    ("paths: [{files: legacy/}]", false),
    ("paths: [{files: [], rules: {links: off}}]", false),
    ("phrases: [{ban: click here, languages: en, level: error, message: x, components: [body, footer]}]", true),
    ("phrases: [{require: [STOP], categories: [marketing], files: a/, templates: b}]", true),
    ("phrases: [{ban: [a b], require: [STOP]}]", false),
    ("phrases: [{message: x}]", false),
    ("phrases: [{ban: [a b], components: [bodi]}]", false),
    ("phrases: [{ban: [a b], level: off}]", false),
    ("phrases: [{ban: [a b], categories: [PROMOTION]}]", false),
    ("phrases: [{ban: []}]", false),
];

#[test]
fn the_schema_of_configurations_says_what_walint_says() {
    let validator = validator(&schema::of_configurations());
    for (text, valid) in CONFIGURATIONS {
        let read = Config::read(&Source::new("walint.yaml", text.as_bytes().to_vec()));
        assert_eq!(read.is_ok(), *valid, "{text}: {read:?}");
        let complaints = complaints(&validator, &yaml(if text.is_empty() { "null" } else { text }));
        assert_eq!(complaints.is_empty(), *valid, "{text}: {complaints:?}");
    }
    for text in ["extends: ../shared/walint.yaml", "extends: [a.yaml, b/walint.yaml]"] {
        assert!(validator.is_valid(&yaml(text)), "{text}");
    }
}

#[test]
fn every_configuration_of_the_pages_and_the_readme_is_taken() {
    let validator = validator(&schema::of_configurations());
    let mut texts = blocks("yaml config");
    assert!(texts.len() > 5);
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let sections = keys::known("");
    for block in readme.split("```yaml\n").skip(1) {
        let text = block.split("```").next().unwrap().to_owned();
        let first = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
        if sections.contains(&first.split(':').next().unwrap_or_default()) {
            let without = text.lines().filter(|line| !line.starts_with("extends:")).collect::<Vec<_>>().join("\n");
            let read = Config::read(&Source::new("walint.yaml", without.into_bytes()));
            assert!(read.is_ok(), "{text}: {read:?}");
            texts.push(("README", text));
        }
    }
    assert!(texts.iter().any(|(from, _)| *from == "README"));
    for (from, text) in texts {
        assert_eq!(complaints(&validator, &yaml(&text)), Vec::<String>::new(), "{from}\n{text}");
    }
}

#[test]
fn the_schemas_know_every_rule_language_and_key() {
    let config = schema::of_configurations();
    let levels = &config["$defs"]["levels"]["properties"];
    for entry in rules::all() {
        let about = levels[entry.metadata.id]["description"].as_str().unwrap();
        assert!(about.starts_with(entry.metadata.summary));
        assert!(levels.get(entry.metadata.family()).is_some());
    }
    for key in keys::KEYS {
        let section = key.section();
        let holder = if section.is_empty() { &config } else { &config["properties"][section] };
        assert_eq!(holder["properties"][key.own_name()]["description"], key.about, "{}", key.name);
    }
    let template = schema::of_templates();
    let variants = &template["$defs"]["variants"]["properties"];
    for language in policy::LANGUAGES {
        assert_eq!(variants[language.code]["title"], language.name);
    }
    for key in policy::TEMPLATE_KEYS {
        assert!(template["$defs"]["template"]["properties"].get(key).is_some(), "{key}");
    }
    assert_eq!(Severity::Error.name(), config["$defs"]["level"]["enum"][0]);
}
