//! `rules`: how seriously findings are taken, by rule or by family.

use crate::finding::Severity;
use crate::rules::Metadata;
use crate::settings::Selector;
use crate::syntax::NodeId;
use crate::template::Field;
use crate::template::object::Reader;

use super::place::{Here, Place};
use super::{ConfigError, error};

/// How seriously the findings of a rule are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// They are not told.
    Off,
    /// They are told as this, whatever the rule thinks of them.
    Severity(Severity),
}

impl Level {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Severity(severity) => severity.name(),
        }
    }
}

/// The section `rules`.
///
/// ```yaml
/// rules:
///   formatting: note            # every rule of a family
///   formatting/glued: off       # one rule; wins over its family, wherever it stands
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(Vec<Entry>);

/// The level of one rule or family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The rule or family.
    pub selector: Selector,
    /// How seriously it is taken.
    pub level: Level,
    /// Where that is written.
    pub place: Place,
}

impl Levels {
    /// Reads levels over those that are there.
    pub(super) fn read(
        &mut self,
        reader: &mut Reader<'_>,
        field: &Field,
        here: &Here<'_>,
        errors: &mut Vec<ConfigError>,
    ) {
        if reader.tree.is_absent(field.value) {
            return;
        }
        let Some(entries) = reader.tree.entries(field.value) else {
            reader.wrong_type(field, "rules with their levels, such as `formatting/glued: off`");
            return;
        };
        for &(key, value) in entries {
            let selector = selector(reader, key, errors);
            let level = level(reader, value, key, errors);
            if let (Some(selector), Some(level)) = (selector, level) {
                self.0.retain(|entry| entry.selector != selector);
                self.0.push(Entry { selector, level, place: here.place(reader.tree.span(value)) });
            }
        }
    }

    /// As they are written.
    pub fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// Whether every rule is left as it is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The level of a rule: its own, else that of its family, else none.
    pub fn of(&self, rule: &Metadata) -> Option<Level> {
        self.entry_of(rule).map(|entry| entry.level)
    }

    /// The entry that decides the level of a rule.
    pub fn entry_of(&self, rule: &Metadata) -> Option<&Entry> {
        let named = |name: &str| self.0.iter().find(|entry| entry.selector.name() == name);
        named(rule.id).or_else(|| named(rule.family()))
    }
}

fn selector(reader: &mut Reader<'_>, key: NodeId, errors: &mut Vec<ConfigError>) -> Option<Selector> {
    let Some(leaf) = reader.scalar(key) else {
        reader.misfit_type(key, "a key of `rules`".to_owned(), "the name of a rule or family");
        return None;
    };
    Selector::parse(&leaf.value).map_err(|message| errors.push(error(leaf.span, message))).ok()
}

fn level(reader: &mut Reader<'_>, value: NodeId, key: NodeId, errors: &mut Vec<ConfigError>) -> Option<Level> {
    let Some(leaf) = reader.scalar(value).filter(|_| !reader.tree.is_absent(value)) else {
        if reader.tree.is_absent(value) {
            errors.push(error(reader.tree.span(key), format!("no level stands here; write {LEVELS}")));
        } else {
            reader.misfit_type(value, "the level".to_owned(), LEVELS);
        }
        return None;
    };
    match leaf.value.trim() {
        "off" => Some(Level::Off),
        other => match severity(other) {
            Some(severity) => Some(Level::Severity(severity)),
            None => {
                errors.push(error(leaf.span, no_level(other, LEVELS)));
                None
            }
        },
    }
}

/// The severity of that name.
pub(super) fn severity(written: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Note].into_iter().find(|severity| severity.name() == written)
}

/// What to write instead of a word that is no level.
pub(super) fn no_level(written: &str, levels: &str) -> String {
    let near = meant(written).filter(|near| levels.contains(near));
    let hint = near.map_or_else(|| format!("write {levels}"), |near| format!("did you mean `{near}`?"));
    format!("`{written}` is not a level; {hint}")
}

const LEVELS: &str = "`error`, `warning`, `note` or `off`";

/// The level that was meant by a word that other linters, or hurried people, write.
fn meant(written: &str) -> Option<&'static str> {
    match written.to_lowercase().as_str() {
        "err" | "deny" | "fatal" | "critical" | "2" => Some("error"),
        "warn" | "warnings" | "1" => Some("warning"),
        "info" | "hint" | "notice" | "advice" | "notes" => Some("note"),
        "no" | "none" | "false" | "disable" | "disabled" | "ignore" | "skip" | "allow" | "0" => Some("off"),
        other => crate::text::similar::nearest(other, ["error", "warning", "note", "off"]),
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::input::Source;

    fn told(text: &str) -> Vec<(String, String)> {
        let source = Source::new("walint.yaml", text.as_bytes().to_vec());
        let told = |error: crate::config::ConfigError| (source.slice(error.span).to_owned(), error.message);
        Config::read(&source).map_or_else(|errors| errors.into_iter().map(told).collect(), |_| Vec::new())
    }

    fn tells(text: &str, place: &str, words: &str) {
        let errors = told(text);
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].0 == place && errors[0].1.contains(words), "{errors:?}");
    }

    #[test]
    fn a_slip_is_told_at_its_place_with_what_was_meant() {
        tells("rules: {variables/egde: off}", "variables/egde", "did you mean `variables/edge`?");
        tells("rules: {edge: off}", "edge", "did you mean `variables/edge`?");
        tells("rules: {formating: off}", "formating", "did you mean `formatting`?");
        tells("rules: {links: warn}", "warn", "did you mean `warning`?");
        tells("rules: {links: loud}", "loud", "`note` or `off`");
        tells("rules: {links: }", "links", "no level stands here");
        tells("rules: {links: [off]}", "[off]", "the level is a list");
        tells("rules: [links]", "[links]", "should be rules with their levels");
        tells("paths: {legacy: off}", "{legacy: off}", "should be a list of entries");
        tells("paths: [legacy]", "legacy", "should be a group of keys");
        tells("paths: [{rules: {links: off}}]", "rules", "neither `files` nor `templates`");
        tells("paths: [{files: a, rule: {links: off}}]", "rule", "did you mean `rules`?");
        tells("paths: [{files: a}]", "files", "it changes nothing");
        tells("paths: [{files: [], rules: {links: off}}]", "[]", "a path or pattern");
        tells("paths: [{files: '', rules: {links: off}}]", "''", "it is empty");
        tells("paths: [{files: '#a', rules: {links: off}}]", "'#a'", "begins with `#`");
        tells("paths: [{files: '[z-a]', rules: {links: off}}]", "'[z-a]'", "invalid range");
        tells("paths: [{files: [{a: b}], rules: {links: off}}]", "{a: b}", "a file is a group of keys");
        let unquoted = told("paths:\n  - files: *.json\n    rules: {links: off}\n");
        assert!(unquoted.iter().any(|(place, words)| place.starts_with("*.json") && words.contains("in quotes")));
    }

    #[test]
    fn an_empty_section_changes_nothing() {
        assert_eq!(told("rules:\npaths:\n"), []);
        assert_eq!(told("rules: {}\npaths: []\n"), []);
    }
}
