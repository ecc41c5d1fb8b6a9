//! `walint.yaml`: what a team tells walint once instead of every time.

mod category;
mod discover;
mod links;
mod section;

use crate::input::{Source, Trouble};
use crate::syntax::{self, Problem, Span};
use crate::template::Misfit;
use crate::template::object::Reader;

pub use category::Category;
pub use discover::{FILE_NAME, discover};
pub use links::Links;

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where links may lead.
    pub links: Links,
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
        let config = parsed.tree.documents().first().map(|root| read(&mut reader, *root)).unwrap_or_default();
        errors.extend(reader.misfits.iter().map(of_misfit));
        if errors.is_empty() { Ok(config) } else { Err(errors) }
    }
}

fn read(reader: &mut Reader<'_>, root: syntax::NodeId) -> Config {
    if reader.tree.is_absent(root) {
        return Config::default();
    }
    if !reader.is_mapping(root) {
        reader.misfit_type(root, "the configuration".to_owned(), "a group of keys, such as `links`");
        return Config::default();
    }
    let fields = reader.fields(root, "the configuration", &["category", "links"]);
    Config {
        links: fields.get("links").map(|field| Links::read(reader, field)).unwrap_or_default(),
        category: fields.get("category").map(|field| Category::read(reader, field)).unwrap_or_default(),
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

fn of_problem(problem: &Problem) -> ConfigError {
    match problem {
        Problem::Invalid { at, what, help } => error(*at, format!("{what}; {help}")),
        Problem::Tab { at } => error(*at, "YAML does not allow a tab here; replace it with spaces".to_owned()),
        Problem::Pitfall(pitfall) => error(pitfall.value, "put this value in quotes".to_owned()),
        Problem::DuplicateKey { again, .. } => error(*again, "this key stands here for the second time".to_owned()),
        Problem::Alias { at } => error(*at, "references are not followed; write the value out".to_owned()),
        Problem::TooDeep { at } | Problem::TooLarge { at, .. } => error(*at, "this is no configuration".to_owned()),
    }
}

fn of_misfit(misfit: &Misfit) -> ConfigError {
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
    fn every_mistake_is_told_at_its_place() {
        let errors = read("link:\n  own_domain: shop.example\nrulez: 1\n").unwrap_err();
        let places: Vec<&str> = errors.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["link", "rulez", "own_domain", "shop.example"]);
        assert!(errors[0].1.contains("did you mean `links`?"), "{errors:?}");
        assert!(read("- a\n").unwrap_err()[0].1.contains("should be a group of keys"));
    }
}
