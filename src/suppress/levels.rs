//! How seriously the configuration wants findings to be taken.

use std::collections::HashMap;

use crate::config::{Config, Level, PathLevels};
use crate::finding::{FileId, Finding};
use crate::rules::{File, Metadata};

/// Gives every finding the level that the configuration has for it, and takes those out that are off. The last entry
/// of `paths` with a level for the rule wins, then `rules`, then what the rule itself thinks. Within each of them, the
/// rule's own name wins over its family.
pub fn apply(findings: &mut Vec<Finding>, judge: &mut Judge<'_>) {
    if judge.is_idle() {
        return;
    }
    findings.retain_mut(|finding| match judge.level(finding.rule, finding.place.file, finding.template.as_deref()) {
        None => true,
        Some(Level::Off) => false,
        Some(Level::Severity(severity)) => {
            finding.severity = severity;
            true
        }
    });
}

/// Knows the level of every rule in every file: which entries of `paths` are about which file is asked once.
pub struct Judge<'r> {
    files: &'r [File],
    config: &'r Config,
    entries: HashMap<FileId, Vec<&'r PathLevels>>,
}

impl<'r> Judge<'r> {
    /// The levels of a configuration.
    pub fn new(files: &'r [File], config: &'r Config) -> Self {
        Self { files, config, entries: HashMap::new() }
    }

    fn is_idle(&self) -> bool {
        self.config.rules.is_empty() && self.config.paths.is_empty()
    }

    /// The level of a rule in a file and template; nothing where the rule itself decides.
    pub fn level(&mut self, rule: &Metadata, file: FileId, template: Option<&str>) -> Option<Level> {
        let (files, config) = (self.files, self.config);
        let entries = self.entries.entry(file).or_insert_with(|| {
            let path = files.get(file.0 as usize).map_or("", |file| file.source.path());
            config.paths.iter().filter(|entry| entry.scope.covers(&config.root, path)).collect()
        });
        let special = entries.iter().rev().find_map(|entry| entry.levels(template)?.of(rule));
        special.or_else(|| config.rules.of(rule))
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::{Settings, Severity, Source, check};

    const TEMPLATE: &str = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";

    fn told(config: &str, path: &str) -> Vec<(&'static str, Severity)> {
        let config = Config::read(&Source::new("walint.yaml", config.into())).unwrap();
        let settings = Settings { config, ..Settings::default() };
        let report = check(vec![Source::new(path, TEMPLATE.into())], &settings);
        report.findings.iter().map(|finding| (finding.rule.id, finding.severity)).collect()
    }

    const CASE: &str = "identity/enum-case";
    const EDGE: &str = "variables/edge";

    #[test]
    fn a_rule_wins_over_its_family_in_any_order() {
        assert_eq!(told("", "a.yaml"), [(CASE, Severity::Note), (EDGE, Severity::Error)]);
        let off = "rules:\n  variables/edge: warning\n  variables: off\n  identity/enum-case: error\n";
        assert_eq!(told(off, "a.yaml"), [(CASE, Severity::Error), (EDGE, Severity::Warning)]);
        assert_eq!(told("rules: {variables: off}", "a.yaml"), [(CASE, Severity::Note)]);
    }

    #[test]
    fn the_last_entry_of_paths_wins_over_the_first_and_over_rules() {
        let config = "rules: {variables: warning, identity: off}\npaths:\n  - files: legacy/\n    rules: {variables/edge: off, identity: error}\n  - files: [\"*/new/\", \"!*/new/old*\"]\n    rules: {variables: note}\n";
        assert_eq!(told(config, "a.yaml"), [(EDGE, Severity::Warning)]);
        assert_eq!(told(config, "legacy/deep/a.yaml"), [(CASE, Severity::Error)]);
        assert_eq!(told(config, "legacy/new/a.yaml"), [(CASE, Severity::Error), (EDGE, Severity::Note)]);
        assert_eq!(told(config, "legacy/new/old.yaml"), [(CASE, Severity::Error)]);
        assert_eq!(told(config, "../legacy.yaml"), [(EDGE, Severity::Warning)]);
    }

    #[test]
    fn an_entry_may_be_about_some_templates_only() {
        let named = "paths: [{files: '*.json', templates: order_ready, rules: {variables/edge: off}}]";
        assert_eq!(told(named, "dump.json").len(), told("", "dump.json").len() - 1);
        assert_eq!(told(named, "a.yaml").len(), 2);
        assert_eq!(told(&named.replace("order_ready", "[a, b]"), "dump.json"), told("", "dump.json"));
    }
}
