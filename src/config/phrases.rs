//! `phrases`: words that the texts of a team may not hold, or have to hold.

use std::sync::Arc;

use crate::finding::Severity;
use crate::policy;
use crate::syntax::{NodeId, Span};
use crate::template::object::Reader;
use crate::template::{Category, Field, Fields, Surface};
use crate::text::HousePhrases;
use crate::text::house_phrases::can_be_found;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

use super::place::{Here, Place};
use super::rules::{no_level, severity};
use super::scope::{Scope, one_or_more};
use super::{ConfigError, error, section};

/// One entry of the section `phrases`.
///
/// ```yaml
/// phrases:
///   - ban: [click here, "cheap*"]      # `*` is the rest of a word, `{n}` a number or a variable
///     languages: [en]                  # with all its regions; without it every language
///     message: say where the link leads
///     level: warning
///   - require: [Reply STOP, Opt out]   # one of them
///     components: [footer]
///     categories: [MARKETING]
/// ```
#[derive(Clone, Debug)]
pub struct PhraseEntry {
    /// Whether the phrases are wanted, or not.
    pub demand: Demand,
    /// The phrases.
    pub phrases: Arc<HousePhrases>,
    /// Which files and templates it is about.
    pub scope: Scope,
    /// The parts of a message, as findings name them; nothing for all of them.
    pub components: Vec<&'static str>,
    /// What the house says about it.
    pub message: Option<String>,
    /// How serious that is.
    pub level: Option<Severity>,
    /// Where it stands.
    pub place: Place,
    languages: Vec<String>,
    categories: Vec<Category>,
}

/// What is asked of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// None of them may stand in a text.
    Ban,
    /// One of them has to stand there.
    Require,
}

impl PartialEq for PhraseEntry {
    fn eq(&self, other: &Self) -> bool {
        (self.demand, self.phrases.written(), &self.scope, &self.place)
            == (other.demand, other.phrases.written(), &other.scope, &other.place)
    }
}

impl Eq for PhraseEntry {}

/// The keys of an entry.
pub const KEYS: &[&str] =
    &["ban", "require", "languages", "components", "categories", "files", "templates", "message", "level"];
/// The parts of a message that an entry can be about.
pub const COMPONENTS: &[&str] = &["header", "body", "footer", "buttons", "carousel", "limited_time_offer"];
/// The categories that an entry can be about.
pub const CATEGORIES: &[&str] = &["MARKETING", "UTILITY", "AUTHENTICATION"];
const LEVELS: &str = "`error`, `warning` or `note`";

impl PhraseEntry {
    pub(super) fn read_all(
        reader: &mut Reader<'_>,
        field: &Field,
        here: &Here<'_>,
        errors: &mut Vec<ConfigError>,
    ) -> Vec<Self> {
        let written = "a list of entries, such as `- {ban: [click here], message: say where}`";
        let items =
            section::groups(reader, field, written, "an entry of `phrases`", "a group of keys with `ban` or `require`");
        items.into_iter().filter_map(|item| Self::read(reader, item, here, errors)).collect()
    }

    fn read(reader: &mut Reader<'_>, item: NodeId, here: &Here<'_>, errors: &mut Vec<ConfigError>) -> Option<Self> {
        let fields = reader.fields(item, "an entry of `phrases`", KEYS);
        let key = reader.first_key(item);
        let (ban, require) = (fields.get("ban"), fields.get("require"));
        let (demand, field) = match (ban, require) {
            (Some(ban), None) => (Demand::Ban, Some(ban)),
            (None, Some(require)) => (Demand::Require, Some(require)),
            (None, None) => {
                errors.push(error(key, "this entry of `phrases` says neither `ban` nor `require`".to_owned()));
                (Demand::Ban, None)
            }
            (Some(_), Some(require)) => {
                let message = "an entry of `phrases` has `ban` or `require`; write a second entry for the other";
                errors.push(error(require.key, message.to_owned()));
                (Demand::Ban, None)
            }
        };
        let phrases = phrases(reader, field, errors);
        let mut read = Reading { reader, fields: &fields, errors };
        let (languages, components) = (read.list("languages", language), read.list("components", component));
        let categories = read.list("categories", category);
        let (message, level) = (read.message(), read.level());
        let scope = Scope::read(reader, &fields, here, errors)?;
        field?;
        let place = here.place(key);
        let phrases = Arc::new(HousePhrases::new(phrases));
        Some(Self { demand, phrases, scope, components, message, level, place, languages, categories })
    }

    /// Whether a language is meant: its own code, or that of the language whatever the region.
    pub fn is_for_language(&self, code: Option<&str>) -> bool {
        let is_meant = |code: &str| {
            let within = |meant: &String| {
                code == meant || code.strip_prefix(meant.as_str()).is_some_and(|region| region.starts_with('_'))
            };
            self.languages.iter().any(within)
        };
        self.languages.is_empty() || code.is_some_and(is_meant)
    }

    /// Whether a category is meant.
    pub fn is_for_category(&self, category: Option<Category>) -> bool {
        self.categories.is_empty() || category.is_some_and(|category| self.categories.contains(&category))
    }

    /// Whether a part of a message is meant.
    pub fn is_for(&self, surface: Surface) -> bool {
        self.components.is_empty() || self.components.contains(&surface.component())
    }
}

fn phrases(reader: &mut Reader<'_>, field: Option<&Field>, errors: &mut Vec<ConfigError>) -> Vec<String> {
    let mut phrases = Vec::new();
    for (node, written) in one_or_more(reader, field, "a phrase", "some words, such as `click here`") {
        if can_be_found(&written) {
            phrases.push(written.trim().to_owned());
        } else {
            errors.push(error(reader.tree.span(node), "this phrase has no words that could be found".to_owned()));
        }
    }
    phrases
}

/// The other keys of an entry.
struct Reading<'e, 'r, 't> {
    reader: &'r mut Reader<'t>,
    fields: &'e Fields,
    errors: &'e mut Vec<ConfigError>,
}

impl Reading<'_, '_, '_> {
    /// The values of a list, or a single one.
    fn list<T>(&mut self, name: &str, value: impl Fn(&str) -> Result<T, String>) -> Vec<T> {
        let expected = "a list of names";
        let written = one_or_more(self.reader, self.fields.get(name), "an item of the list", expected);
        let mut values = Vec::new();
        for (node, written) in written {
            let at = self.reader.tree.span(node);
            values.extend(self.told(value(written.trim()), at));
        }
        values
    }

    fn message(&mut self) -> Option<String> {
        let leaf = self.reader.leaf(self.fields.get("message")?, "a sentence")?;
        // A finding is one line.
        let line = leaf.value.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    fn level(&mut self) -> Option<Severity> {
        let leaf = self.reader.leaf(self.fields.get("level")?, LEVELS)?;
        let written = leaf.value.trim();
        self.told(severity(written).ok_or_else(|| no_level(written, LEVELS)), leaf.span)
    }

    fn told<T>(&mut self, value: Result<T, String>, at: Span) -> Option<T> {
        value.map_err(|message| self.errors.push(error(at, message))).ok()
    }
}

/// A code of Meta's list, or that of a language it has with some region.
fn language(written: &str) -> Result<String, String> {
    let known = |code: &&str| *code == written || code.split('_').next() == Some(written);
    if policy::LANGUAGES.iter().any(|language| known(&language.code)) {
        return Ok(written.to_owned());
    }
    super::languages::known_or_likely(written).map(|()| written.to_owned())
}

fn component(written: &str) -> Result<&'static str, String> {
    one_of(written, COMPONENTS.iter().copied()).map_err(|hint| format!("there is no component `{written}`; {hint}"))
}

fn category(written: &str) -> Result<Category, String> {
    let name = one_of(&written.to_uppercase(), CATEGORIES.iter().copied());
    let name = name.map_err(|hint| format!("there is no category `{written}`; {hint}"))?;
    Category::from_name(name).ok_or_else(|| format!("there is no category `{written}`"))
}

fn one_of(written: &str, known: impl Iterator<Item = &'static str> + Clone) -> Result<&'static str, String> {
    known.clone().find(|name| *name == written).ok_or_else(|| match nearest(written, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write {}", any_of(&known.map(|name| format!("`{name}`")).collect::<Vec<_>>())),
    })
}
