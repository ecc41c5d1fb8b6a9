//! What is in force for a file, and who said so.

use crate::category::Sensitivity;
use crate::finding::Severity;
use crate::rules;
use crate::text::wording::all_of;

use super::keys::{KEYS, Key, Shape};
use super::place::Place;
use super::rules::{Entry, Level};
use super::{Config, Loaded, Setting};

/// What is in force.
#[derive(Debug, Default)]
pub struct Explained {
    /// The values, in the order of the table of keys. A key without value and default is left out.
    pub values: Vec<Value>,
    /// The rules that are not taken as seriously as their pages say.
    pub rules: Vec<RuleLevel>,
    /// Levels for some templates only.
    pub for_templates: Vec<TemplateLevel>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// `languages.source`
    pub name: String,
    /// As YAML on one line.
    pub value: String,
    /// Where it is written; nothing for what holds by default.
    pub from: Option<Place>,
    /// What it took the place of, the last one first.
    pub replaced: Vec<(String, Place)>,
}

/// The level of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLevel {
    /// The rule's id.
    pub rule: &'static str,
    /// What its page says.
    pub usual: Severity,
    /// What holds instead.
    pub level: Level,
    /// The rule or family that is written.
    pub selector: String,
    /// Where.
    pub from: Place,
}

/// A level that holds in some templates of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateLevel {
    /// Which templates.
    pub templates: Vec<String>,
    /// The rule or family.
    pub selector: String,
    /// The level.
    pub level: Level,
    /// Where it is written.
    pub from: Place,
}

impl Loaded {
    /// What is in force for a file of that name, whether there is one or not.
    pub fn explain(&self, path: &str) -> Explained {
        let config = &self.config;
        let covered = || config.paths.iter().filter(|entry| entry.scope.covers(&config.root, path));
        let mut explained = Explained::default();
        for key in KEYS {
            match key.shape {
                Shape::Levels | Shape::PathLevels | Shape::Sensitivities => {}
                Shape::Sensitivity => explained.values.push(self.sensitivity(key, path)),
                Shape::Phrases => {
                    let is_meant = |place: &Place| {
                        let mut entries = config.phrases.iter().filter(|entry| entry.place == *place);
                        entries.any(|entry| entry.scope.covers(&config.root, path))
                    };
                    explained.values.extend(
                        self.values_of(key).into_iter().filter(|value| value.from.as_ref().is_some_and(is_meant)),
                    );
                }
                _ => explained.values.extend(self.values_of(key)),
            }
        }
        for entry in rules::all() {
            let whole = covered().filter(|entry| entry.scope.templates().is_empty());
            let special = whole.filter_map(|levels| levels.all_levels().entry_of(entry.metadata)).next_back();
            if let Some(found) = special.or_else(|| config.rules.entry_of(entry.metadata)) {
                explained.rules.push(rule_level(entry, found));
            }
        }
        for entry in covered().filter(|entry| !entry.scope.templates().is_empty()) {
            let templates: Vec<String> = entry.scope.templates().iter().map(ToString::to_string).collect();
            explained.for_templates.extend(entry.all_levels().entries().iter().map(|level| TemplateLevel {
                templates: templates.clone(),
                selector: level.selector.name().to_owned(),
                level: level.level,
                from: level.place.clone(),
            }));
        }
        explained
    }

    /// The values of a key: what is written, else its default, else none.
    pub fn values_of(&self, key: &Key) -> Vec<Value> {
        let written: Vec<Value> = self.trail.of(key).map(Value::written).collect();
        if written.is_empty() && !key.default.is_empty() {
            return vec![Value::by_default(key, key.default)];
        }
        written
    }

    fn sensitivity(&self, key: &Key, path: &str) -> Value {
        let Config { category, root, .. } = &self.config;
        let usual = || self.values_of(key).pop().unwrap_or_else(|| Value::by_default(key, key.default));
        let Some(entry) = category.entry_for(root, path) else { return usual() };
        let replaced = usual();
        let before = replaced.from.map(|from| (replaced.value, from));
        let replaced = before.into_iter().chain(replaced.replaced).collect();
        let value = sensitivity_name(entry.sensitivity).to_owned();
        Value { name: key.name.to_owned(), value, from: Some(entry.place.clone()), replaced }
    }

    /// The files that the configuration is made of, in a sentence; nothing where there is none.
    pub fn told_files(&self) -> Option<String> {
        let names: Vec<&str> = self.files.iter().rev().map(|(name, _)| &**name).collect();
        match names.as_slice() {
            [] => None,
            [only] => Some((*only).to_owned()),
            [own, others @ ..] => Some(format!("{own}, which extends {}", all_of(others))),
        }
    }
}

impl Value {
    fn written(setting: &Setting) -> Self {
        Self {
            name: setting.name.clone(),
            value: setting.value.clone(),
            from: Some(setting.place.clone()),
            replaced: setting.replaced.clone(),
        }
    }

    fn by_default(key: &Key, value: &str) -> Self {
        Self { name: key.name.to_owned(), value: value.to_owned(), from: None, replaced: Vec::new() }
    }
}

fn rule_level(entry: &rules::Entry, found: &Entry) -> RuleLevel {
    RuleLevel {
        rule: entry.metadata.id,
        usual: entry.metadata.severity,
        level: found.level,
        selector: found.selector.name().to_owned(),
        from: found.place.clone(),
    }
}

fn sensitivity_name(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Low => "low",
        Sensitivity::Usual => "usual",
        Sensitivity::High => "high",
    }
}
