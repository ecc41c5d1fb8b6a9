//! `walint.yaml`: what a team tells walint once instead of every time.

mod brand;
mod category;
mod discover;
mod explain;
pub mod keys;
mod languages;
mod limits;
mod links;
mod load;
mod media;
mod paths;
mod phrases;
mod place;
mod root;
mod rules;
mod scope;
mod section;
mod trail;

use std::path::{Path, PathBuf};

use crate::input::{Source, Trouble};
use crate::rules::Metadata;
use crate::syntax::{Problem, Span};
use crate::template::object::Reader;
use crate::template::{Field, Fields, Misfit};

pub use brand::Brand;
pub use category::{Category, PATH_KEYS, PathSensitivity};
pub use discover::{FILE_NAME, discover};
pub use explain::{Explained, RuleLevel, TemplateLevel, Value};
pub use languages::Languages;
pub use limits::{FILE_SIZE, Limits, size};
pub use links::Links;
pub use load::{ConfigFile, ConfigFiles, Loaded, load};
pub use media::Media;
pub use paths::{KEYS as PATH_LEVELS_KEYS, PathLevels};
pub use phrases::{CATEGORIES, COMPONENTS, Demand, KEYS as PHRASE_KEYS, PhraseEntry};
pub use place::{Mistake, Place};
pub use root::Root;
pub use rules::{Entry, Level, Levels};
pub use scope::Scope;
pub use trail::{Setting, Trail};

use place::Here;

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Which languages there are.
    pub languages: Languages,
    /// Where links may lead.
    pub links: Links,
    /// The files that templates name.
    pub media: Media,
    /// How seriously findings are taken.
    pub rules: Levels,
    /// Other levels for some files; the last that has one for a rule wins.
    pub paths: Vec<PathLevels>,
    /// Where the paths start that it names.
    pub root: Root,
    /// What a team knows better about categories.
    pub category: Category,
    /// How the names of the business are written.
    pub brand: Brand,
    /// What texts may not hold, or have to hold.
    pub phrases: Vec<PhraseEntry>,
    /// How much is read.
    pub limits: Limits,
    /// The findings that are known.
    pub baseline: Option<NamedFile>,
}

/// A file that the configuration names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Where it is.
    pub path: PathBuf,
    /// Where it is named.
    pub place: Place,
}

/// Something in the file that can not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// Where.
    pub span: Span,
    /// What, and what to write instead.
    pub message: String,
}

impl Config {
    /// Reads a configuration that extends no other.
    ///
    /// # Errors
    /// Everything in the file that can not be followed, with its place.
    pub fn read(source: &Source) -> Result<Self, Vec<ConfigError>> {
        let loaded = load::alone(source);
        let errors: Vec<ConfigError> = loaded.mistakes.into_iter().map(|mistake| mistake.error).collect();
        if errors.is_empty() { Ok(loaded.config) } else { Err(errors) }
    }

    /// Whether the findings of a rule are told nowhere, so that it need not look.
    pub fn silences(&self, rule: &Metadata) -> bool {
        let told = |levels: &Levels| levels.of(rule).is_some_and(|level| level != Level::Off);
        self.rules.of(rule) == Some(Level::Off) && !self.paths.iter().any(|entry| told(entry.all_levels()))
    }
}

impl Config {
    /// Reads the sections of a file over what the files say that it extends.
    fn read_over(&mut self, reader: &mut Reader<'_>, fields: &Fields, here: &Here<'_>, errors: &mut Vec<ConfigError>) {
        for field in &fields.0 {
            match &*field.name {
                "baseline" => self.baseline = baseline(reader, field, here).or_else(|| self.baseline.take()),
                "brand" => self.brand.read(reader, field, errors),
                "category" => self.category.read(reader, field, here),
                "languages" => self.languages.read(reader, field, errors),
                "limits" => self.limits.read(reader, field, errors),
                "links" => self.links.read(reader, field),
                "media" => self.media.read(reader, field),
                "paths" => self.paths.extend(PathLevels::read_all(reader, field, here, errors)),
                "phrases" => self.phrases.extend(PhraseEntry::read_all(reader, field, here, errors)),
                "rules" => self.rules.read(reader, field, here, errors),
                // Followed before, or told.
                _ => {}
            }
        }
    }
}

fn baseline(reader: &mut Reader<'_>, field: &Field, here: &Here<'_>) -> Option<NamedFile> {
    let leaf = reader.leaf(field, "a file")?;
    let path = root::normal(&here.folder.join(Path::new(leaf.value.trim())));
    Some(NamedFile { path, place: here.place(leaf.span) })
}

fn error(span: Span, message: String) -> ConfigError {
    ConfigError { span, message }
}

fn unreadable(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable(reason) => format!("the configuration can not be read: {reason}"),
        Trouble::TooLarge { .. } => "the configuration is too large".to_owned(),
        Trouble::Utf16 | Trouble::InvalidUtf8 | Trouble::Nul => {
            "the configuration is not text from here on; save it as UTF-8".to_owned()
        }
    }
}

pub(crate) fn of_problem(problem: &Problem) -> ConfigError {
    match problem {
        Problem::Invalid { at, what, help } => error(*at, format!("{what}; {help}")),
        Problem::Tab { at } => error(*at, "YAML does not allow a tab here; replace it with spaces".to_owned()),
        Problem::Pitfall(pitfall) => error(pitfall.value, "put this value in quotes".to_owned()),
        Problem::DuplicateKey { again, .. } => error(*again, "this key stands here for the second time".to_owned()),
        Problem::Alias { at } => error(*at, "references are not followed; write the value out".to_owned()),
        Problem::TooDeep { at } | Problem::TooLarge { at, .. } => error(*at, "this is no configuration".to_owned()),
    }
}

pub(crate) fn of_misfit(misfit: &Misfit) -> ConfigError {
    match misfit {
        Misfit::UnknownKey { key, name, within, suggestion, .. } => {
            let hint = suggestion.map(|right| format!("; did you mean `{right}`?")).unwrap_or_default();
            error(*key, format!("{within} has no key `{name}`{hint}"))
        }
        Misfit::WrongType { at, what, expected, found } => {
            error(*at, format!("{what} is {found}, and should be {expected}"))
        }
        // The others speak of templates; a configuration has none.
        Misfit::RepeatedComponent { again: at, .. }
        | Misfit::MissingType { at }
        | Misfit::ExampleShape { at, .. }
        | Misfit::NotATemplate { at, .. } => error(*at, "this does not belong here".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, Vec<(String, String)>> {
        let source = Source::new(FILE_NAME, text.as_bytes().to_vec());
        let told = |error: ConfigError| (source.slice(error.span).to_owned(), error.message);
        Config::read(&source).map_err(|errors| errors.into_iter().map(told).collect())
    }

    #[test]
    fn own_domains_are_read() {
        let config = read("links:\n  own_domains: [Shop.example, pay.example.]\n").unwrap();
        assert_eq!(config.links.own_domains, ["shop.example", "pay.example"]);
        assert_eq!(read("# nothing yet\n").unwrap(), Config::default());
    }

    #[test]
    fn languages_and_their_fallbacks_are_read() {
        let text =
            "languages:\n  source: en_US\n  required: [en_US, es]\n  fallback: {es_MX: es, pt_PT: [pt_BR, es_MX]}\n";
        let languages = read(text).unwrap().languages;
        assert_eq!(languages.source.as_deref(), Some("en_US"));
        assert_eq!(languages.required, ["en_US", "es"]);
        assert_eq!(languages.chain("es_MX"), ["es"]);
        assert_eq!(languages.chain("pt_PT"), ["pt_BR", "es_MX", "es"]);
        assert!(languages.chain("fr").is_empty());
    }

    #[test]
    fn codes_that_are_none_are_told_with_the_right_one() {
        let text =
            "languages:\n  source: en-US\n  required: [fr_FR, 7]\n  fallback: {es: es_MX, es_MX: [es], de: {}}\n";
        let errors = read(text).unwrap_err();
        let told = |place: &str| errors.iter().find(|(at, _)| at == place).map(|(_, message)| message.as_str());
        assert!(told("en-US").unwrap().contains("did you mean `en_US`?"), "{errors:?}");
        assert!(told("fr_FR").unwrap().contains("did you mean `fr`?"), "{errors:?}");
        assert!(told("7").unwrap().contains("not one of Meta's"), "{errors:?}");
        assert!(told("es").unwrap().contains("lead back to `es`"), "{errors:?}");
        assert!(told("{}").unwrap().contains("a language code, or a list"), "{errors:?}");
        assert!(read("languages: {source: xh}\n").is_ok(), "Meta may have added a language");
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        let errors = read("link:\n  own_domain: shop.example\nrulez: {}\n").unwrap_err();
        let places: Vec<&str> = errors.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["link", "own_domain", "shop.example", "rulez"]);
        assert!(errors[0].1.contains("did you mean `links`?"), "{errors:?}");
        assert!(read("- a\n").unwrap_err()[0].1.contains("should be a group of keys"));
    }
}
