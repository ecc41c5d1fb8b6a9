//! What mutants are made of: our own templates, the examples on the pages of the rules, and the files of other tests.

use std::fs;
use std::path::{Path, PathBuf};

use walint::Source;
use walint::finding::FileId;
use walint::rules::{self, File};
use walint::syntax::NodeKind;

/// Everything that walint says about a configuration.
const CONFIGURATION: &str = "\
languages:
  source: en_US
  required: [en_US, es, pt_BR]
  fallback: {es_MX: es, pt_PT: [pt_BR, es]}
links:
  own_domains: [shop.example, pay.example]
media: {}
category: {}
rules:
  variables/edge: warning
  formatting: off
paths:
  - files: [\"legacy/**\", \"*.yaml\"]
    rules: {body/length: note}
";

const BASELINE: &str = "{\n  \"version\": 1,\n  \"findings\": []\n}\n";

const PRICES: [&str; 2] = [
    "currency: EUR\nmarkets:\n  Germany:\n    marketing: 0.1131\n    utility: 0.0456\n    authentication: 0.0636\n",
    "market,category,price\nGermany,marketing,0.1131\nGermany,utility,0.0456\nIndia,utility,0.0014\n",
];

/// Files with templates, in YAML and JSON.
pub fn files() -> Vec<Vec<u8>> {
    let mut seeds = contents(&paths("templates", &["yaml"]));
    seeds.extend(examples(&["yaml bad", "yaml good", "json bad", "json good"], ""));
    seeds
}

/// Texts with formatting.
pub fn texts() -> Vec<Vec<u8>> {
    let files =
        contents(&paths("templates", &["yaml"])).into_iter().chain(examples(&["yaml bad", "yaml good"], "formatting"));
    let mut seeds: Vec<Vec<u8>> = files
        .flat_map(|bytes| {
            let file = File::read(FileId::default(), Source::new("a.yaml", bytes), true);
            let texts = file.tree().iter().filter_map(|(_, node)| match &node.kind {
                NodeKind::Scalar { value, .. } if value.contains(' ') => Some(value.as_bytes().to_vec()),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        })
        .collect();
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Pictures, films and documents.
pub fn media() -> Vec<Vec<u8>> {
    contents(&paths("tests/media", &[]))
}

/// Configurations and baselines.
pub fn configurations() -> Vec<Vec<u8>> {
    let mut seeds = examples(&["yaml config"], "");
    seeds.extend([CONFIGURATION, BASELINE].map(|text| text.as_bytes().to_vec()));
    seeds
}

/// Journeys, and the prices they are charged by.
pub fn journeys() -> Vec<Vec<u8>> {
    let mut seeds = contents(&paths("templates/journeys", &["yaml"]));
    seeds.extend(examples(&["yaml bad", "yaml good"], "journey"));
    seeds.extend(PRICES.map(|text| text.as_bytes().to_vec()));
    seeds
}

/// What fuzzers have found before, with its name. It is tried first, and never fails again.
pub fn found(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("tests/fuzz/found/{target}");
    let paths = if Path::new(&folder).is_dir() { paths(&folder, &[]) } else { Vec::new() };
    paths.iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}

fn contents(paths: &[PathBuf]) -> Vec<Vec<u8>> {
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The files below a folder with one of the extensions, or with any.
fn paths(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![PathBuf::from(folder)]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            match path.is_dir() {
                true => folders.push(path),
                false if extensions.is_empty() || extensions.contains(&extension) => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

/// The fenced blocks of the pages of a family, or of all, without their marks. What an example repeats often is
/// repeated a few times.
fn examples(kinds: &[&str], family: &str) -> Vec<Vec<u8>> {
    let mut examples = Vec::new();
    for entry in rules::all().iter().filter(|entry| family.is_empty() || entry.metadata.family() == family) {
        let mut lines = entry.metadata.page.lines();
        while let Some(line) = lines.next() {
            let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if kinds.iter().any(|kind| info.starts_with(kind)) {
                examples.push(unmarked(&(block.join("\n") + "\n")).into_bytes());
            }
        }
    }
    examples
}

fn unmarked(block: &str) -> String {
    let plain = block.replace(['⟦', '⟧'], "");
    let mut parts = plain.split('⟨');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, behind) = part.split_once('⟩').expect("a repetition is closed");
        let (times, unit) = inside.split_once('×').expect("a repetition says how often");
        text.push_str(&unit.repeat(times.parse::<usize>().expect("a number").min(40)));
        text.push_str(behind);
    }
    text
}
