//! Every key of the configuration, once: the parser, the schema and `walint config` read the same table.

/// What becomes of a value where a file extends another one that has it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// The file's own value takes its place, also a whole list.
    Replace,
    /// Entries are taken over one by one, by their key.
    ByKey,
    /// The file's own entries stand behind the inherited ones, and so win over them.
    Behind,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A file, from the folder of the configuration.
    Path,
    /// One file or several.
    Paths,
    /// A list of texts.
    Texts,
    /// The name of a country in two letters, several times.
    Markets,
    /// A language code.
    Language,
    /// Several of them.
    Languages,
    /// Languages with what stands in for them.
    Fallbacks,
    /// `true` or `false`.
    Switch,
    /// `low`, `usual` or `high`.
    Sensitivity,
    /// Folders with their sensitivity.
    Sensitivities,
    /// A number of bytes.
    Size,
    /// Rules and families with their levels.
    Levels,
    /// Entries of `paths`.
    PathLevels,
    /// Entries of `phrases`.
    Phrases,
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// `languages.source`; without a dot where the key stands at the top.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// What holds where nothing is written; empty where that is nothing.
    pub default: &'static str,
    /// What becomes of it where a file extends another one.
    pub merge: Merge,
    /// What its value looks like.
    pub shape: Shape,
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, about, default: "", merge: Merge::Replace, shape }
}

impl Key {
    const fn by_default(self, default: &'static str) -> Self {
        Self { default, ..self }
    }

    const fn merged(self, merge: Merge) -> Self {
        Self { merge, ..self }
    }

    /// The section it stands in; empty at the top.
    pub fn section(&self) -> &'static str {
        self.name.split_once('.').map_or("", |(section, _)| section)
    }

    /// Its own name.
    pub fn own_name(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(_, own)| own)
    }
}

/// All keys, in the order that they are best read in.
pub const KEYS: &[Key] = &[
    key(EXTENDS, Shape::Paths, "Configurations to start from, from the folder of this file. Later ones win over earlier ones, and this file over all.").merged(Merge::Behind),
    key("baseline", Shape::Path, "What `walint check --write-baseline` wrote, from the folder of this file: the findings in it are not told again."),
    key("languages.source", Shape::Language, "The language that texts are written in first; the others are compared with it."),
    key("languages.required", Shape::Languages, "The languages that every template has to have."),
    key("languages.fallback", Shape::Fallbacks, "What your sender uses for a reader whose language a template does not have: `es_MX: es`, or a list.").merged(Merge::ByKey),
    key("links.own_domains", Shape::Texts, "The domains of your business, with everything below them. Links that lead elsewhere are told."),
    key("brand.words", Shape::Texts, "Names as your business writes them. Another spelling of one in a text is told."),
    key("phrases", Shape::Phrases, "Words that your texts may not hold, or have to hold, with what to say about them.").merged(Merge::Behind),
    key("category.promotional", Shape::Texts, "Phrases that make a message promotional, beside those that walint knows."),
    key("category.mute", Shape::Texts, "Phrases that say nothing about the category."),
    key("category.sensitivity", Shape::Sensitivity, "How easily a message is said to read as MARKETING.").by_default("usual"),
    key("category.paths", Shape::Sensitivities, "Another sensitivity for a folder or file, from the folder of this file; the longest path wins.").merged(Merge::Behind),
    key("category.markets", Shape::Markets, "Countries that your messages go to, by their two letters."),
    key("media.unreferenced", Shape::Switch, "Whether files beside the templates that no template names are told.").by_default("false"),
    key("limits.file_size", Shape::Size, "The largest file that is read: bytes, or `500KB`, `2MiB`. `--max-file-size` wins over it.").by_default("1MiB"),
    key("rules", Shape::Levels, "How seriously findings are taken, by rule or by family. A rule's own name wins over its family.").merged(Merge::ByKey),
    key("paths", Shape::PathLevels, "Other levels for some files or templates; the last entry that speaks of a rule wins.").merged(Merge::Behind),
];

/// The key that names other configurations.
pub const EXTENDS: &str = "extends";

/// What a section is about, for whoever sees it in an editor.
pub const SECTIONS: &[(&str, &str)] = &[
    ("languages", "Which languages your templates have, and what stands in for one that is missing."),
    ("links", "Where links may lead."),
    ("brand", "How your names are written."),
    ("category", "What you know better about what a message reads as."),
    ("media", "The files that templates name."),
    ("limits", "How much is read."),
];

/// The keys of a section; those at the top, sections included, for an empty name.
pub fn known(section: &str) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for key in KEYS {
        let name = match (section, key.section()) {
            ("", "") => key.name,
            ("", of) => of,
            (section, of) if section == of => key.own_name(),
            _ => continue,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The key of that name.
pub fn by_name(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_described_and_has_keys() {
        let sections = known("").into_iter().filter(|name| by_name(name).is_none());
        let described: Vec<&str> = SECTIONS.iter().map(|(name, _)| *name).collect();
        let mut sections: Vec<&str> = sections.collect();
        let mut sorted = described.clone();
        sorted.sort_unstable();
        sections.sort_unstable();
        assert_eq!(sections, sorted);
        assert_eq!(known("media"), ["unreferenced"]);
        assert!(known("nothing").is_empty());
    }
}
