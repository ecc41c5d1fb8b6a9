//! The texts, as features.

use std::collections::HashMap;
use std::fs;
use std::rc::Rc;

use serde_json::{Value, json};
use walint::Source;
use walint::category::{
    Feature, Message, Unit, caution, is_told_by_rule, length, phrases, read_names, tags, units, whole, words,
};
use walint::finding::FileId;
use walint::rules::File;
use walint::template::Text;
use walint::vocabulary::{Read, Reads};

/// Features by number, with their values.
pub type Sparse = Vec<(u32, f32)>;

/// A text whose category is known.
pub struct Known {
    pub language: String,
    /// Which of the authors wrote it.
    pub hand: String,
    pub scenario: String,
    pub label: String,
    pub body: String,
    pub units: Vec<Sparse>,
    pub message: Sparse,
    /// How much more it takes, by rules.
    pub caution: f64,
    /// Whether a rule warns of it without the model.
    pub told: bool,
}

/// All texts, and the hash of each feature.
pub struct Texts {
    pub known: Vec<Known>,
    /// Phrases of the lexicons with a category: whether it is marketing, and how much they weigh.
    pub phrases: Vec<(bool, f32, Sparse)>,
    pub keys: Vec<u32>,
}

#[derive(Default)]
struct Numbers {
    known: HashMap<u32, u32>,
    keys: Vec<u32>,
}

impl Numbers {
    fn unit(&mut self, unit: &Unit<'_>) -> Sparse {
        let mut sparse = self.words(std::slice::from_ref(unit));
        tags(unit, &mut |feature: Feature| sparse.push(self.sparse(&feature)));
        sparse
    }

    fn message(&mut self, units: &[Unit<'_>], message: &Message<'_>) -> Sparse {
        let mut sparse = self.words(units);
        whole(units, message, &mut |feature: Feature| sparse.push(self.sparse(&feature)));
        sparse
    }

    fn words(&mut self, units: &[Unit<'_>]) -> Sparse {
        let mut found: std::collections::BTreeMap<u32, f32> = std::collections::BTreeMap::new();
        let mut squares = 0.0;
        for unit in units {
            words(unit, |feature| {
                squares += feature.value * feature.value;
                let (at, value) = self.sparse(&feature);
                *found.entry(at).or_default() += value;
            });
        }
        found.into_iter().map(|(at, value)| (at, value / length(squares))).collect()
    }

    fn sparse(&mut self, feature: &Feature) -> (u32, f32) {
        (self.number(feature.what.key()), feature.value)
    }

    fn number(&mut self, key: u32) -> u32 {
        *self.known.entry(key).or_insert_with(|| {
            self.keys.push(key);
            u32::try_from(self.keys.len() - 1).unwrap()
        })
    }
}

pub fn read(folder: &str) -> Texts {
    let mut numbers = Numbers::default();
    let mut known = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    for path in paths {
        // A second file of a language carries a letter behind its code.
        let language = path.file_stem().unwrap().to_str().unwrap().split('.').next().unwrap().to_owned();
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.trim().is_empty()) {
            let row: Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}: {line}", path.display()));
            let mut text = read_text(&language, &row, &mut numbers);
            text.hand = path.file_stem().unwrap().to_str().unwrap().split('.').nth(1).unwrap_or("a").to_owned();
            known.push(text);
        }
    }
    let languages: std::collections::BTreeSet<String> = known.iter().map(|text| text.language.clone()).collect();
    let mut found = Vec::new();
    for language in languages {
        for (marketing, weight, phrase) in phrases(&code(&language)) {
            let row = json!({"body": phrase, "label": "", "scenario": ""});
            let text = read_text(&language, &row, &mut numbers);
            found.extend(text.units.into_iter().map(|unit| (marketing, f32::from(weight), unit)));
        }
    }
    Texts { known, phrases: found, keys: numbers.keys }
}

/// Meta's code for a language.
pub fn code(language: &str) -> String {
    match language {
        "en" => "en_US",
        "pt" => "pt_BR",
        "zh-Hans" => "zh_CN",
        "zh-Hant" => "zh_HK",
        other => other,
    }
    .to_owned()
}

fn read_text(language: &str, row: &Value, numbers: &mut Numbers) -> Known {
    let of = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let mut components = vec![json!({"type": "BODY", "text": of("body")})];
    if row["header"].is_string() {
        components.push(json!({"type": "HEADER", "format": "TEXT", "text": of("header")}));
    }
    if row["footer"].is_string() {
        components.push(json!({"type": "FOOTER", "text": of("footer")}));
    }
    if let Some(buttons) = row["buttons"].as_array().filter(|buttons| !buttons.is_empty()) {
        let button = |button: &Value| {
            let (kind, label) = button.as_object().unwrap().iter().next().unwrap();
            let kind = match kind.as_str() {
                "url" => "URL",
                "phone" => "PHONE_NUMBER",
                "copy_code" => "COPY_CODE",
                _ => "QUICK_REPLY",
            };
            json!({"type": kind, "text": label})
        };
        components.push(json!({"type": "BUTTONS", "buttons": buttons.iter().map(button).collect::<Vec<_>>()}));
    }
    let template =
        json!({"name": of("name"), "language": code(language), "category": "UTILITY", "components": components});
    let file = File::read(FileId(0), Source::new("text.json", template.to_string().into_bytes()), true);
    let template = &file.content().templates[0];
    let variant = &template.variants[0];
    let code = variant.language.as_ref().map(|code| &*code.value);
    let read = |text: &Text| Rc::new(Read::of(text.value(), &text.variables.list, code));
    let mut units = units(variant, &read);
    read_names(&mut units, &Reads::default());
    let message = Message::of(variant, None);
    Known {
        language: language.to_owned(),
        hand: String::new(),
        scenario: of("scenario"),
        label: of("label"),
        body: of("body"),
        units: units.iter().map(|unit| numbers.unit(unit)).collect(),
        message: numbers.message(&units, &message),
        caution: caution(&units).into(),
        told: is_told_by_rule(&units),
    }
}
