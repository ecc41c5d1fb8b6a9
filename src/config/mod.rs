//! `walint.yaml`: what a team tells walint once instead of every time.

mod category;
mod discover;
mod languages;
mod links;
mod media;
mod paths;
mod root;
mod rules;
mod section;

use crate::input::{Source, Trouble};
use crate::rules::Metadata;
use crate::syntax::{self, Problem, Span};
use crate::template::Misfit;
use crate::template::object::Reader;

pub use category::Category;
pub use discover::{FILE_NAME, discover};
pub use languages::Languages;
pub use links::Links;
pub use media::Media;
pub use paths::PathLevels;
pub use root::Root;
pub use rules::{Level, Levels};

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
    /// Reads a configuration.
    ///
    /// # Errors
    /// Everything in the file that can not be followed, with its place.
    pub fn read(source: &Source) -> Result<Self, Vec<ConfigError>> {
        if let Some(trouble) = source.trouble() {
            return Err(vec![error(Span::at(source.text().len()), unreadable(trouble))]);
        }
        let parsed = syntax::parse(source.text());
        let mut errors: Vec<ConfigError> = parsed.problems.iter().map(of_problem).collect();
        let mut reader = Reader::new(&parsed.tree);
        let config =
            parsed.tree.documents().first().map(|root| read(&mut reader, *root, &mut errors)).unwrap_or_default();
        errors.extend(reader.misfits.iter().map(of_misfit));
        if errors.is_empty() { Ok(config) } else { Err(errors) }
    }

    /// Whether the findings of a rule are told nowhere, so that it need not look.
    pub fn silences(&self, rule: &Metadata) -> bool {
        let told = |levels: &Levels| levels.of(rule).is_some_and(|level| level != Level::Off);
        self.rules.of(rule) == Some(Level::Off) && !self.paths.iter().any(|entry| told(entry.all_levels()))
    }
}

fn read(reader: &mut Reader<'_>, root: syntax::NodeId, errors: &mut Vec<ConfigError>) -> Config {
    if reader.tree.is_absent(root) {
        return Config::default();
    }
    if !reader.is_mapping(root) {
        reader.misfit_type(root, "the configuration".to_owned(), "a group of keys, such as `links`");
        return Config::default();
    }
    let fields =
        reader.fields(root, "the configuration", &["category", "languages", "links", "media", "paths", "rules"]);
    Config {
        category: fields.get("category").map(|field| Category::read(reader, field)).unwrap_or_default(),
        languages: fields.get("languages").map(|field| Languages::read(reader, field, errors)).unwrap_or_default(),
        links: fields.get("links").map(|field| Links::read(reader, field)).unwrap_or_default(),
        media: fields.get("media").map(|field| Media::read(reader, field)).unwrap_or_default(),
        rules: fields.get("rules").map(|field| Levels::read(reader, field, errors)).unwrap_or_default(),
        paths: fields.get("paths").map(|field| PathLevels::read_all(reader, field, errors)).unwrap_or_default(),
        root: Root::default(),
    }
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
        assert_eq!(places, ["link", "rulez", "own_domain", "shop.example"]);
        assert!(errors[0].1.contains("did you mean `links`?"), "{errors:?}");
        assert!(read("- a\n").unwrap_err()[0].1.contains("should be a group of keys"));
    }
}
