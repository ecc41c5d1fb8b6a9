//! The templates to start from, and any of them in some of its languages only.

use crate::policy;
use crate::syntax;

/// A template that is right in everything, to be changed into one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Starter {
    /// Its name, and that of its file without the ending.
    pub name: &'static str,
    /// Its category.
    pub category: &'static str,
    /// The file.
    pub text: &'static str,
    /// The files it names, by their path from its own folder.
    pub media: &'static [(&'static str, &'static [u8])],
}

include!(concat!(env!("OUT_DIR"), "/starters.rs"));

/// Every template to start from.
pub fn starters() -> &'static [Starter] {
    ALL
}

impl Starter {
    /// The template of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|starter| starter.name == name)
    }

    /// When to send it, in one sentence: the first of the comment that the file starts with.
    pub fn about(&self) -> &'static str {
        let line = self.text.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
        line.split_once(". ").map_or(line, |(first, _)| first).trim_end_matches('.')
    }

    /// The languages it is written in.
    pub fn languages(&self) -> Vec<&'static str> {
        self.variants().into_iter().map(|(code, _)| code).collect()
    }

    /// The file with the variants of these languages only, in the file's own order.
    pub fn within(&self, languages: &[String]) -> String {
        let variants = self.variants();
        let Some((_, first)) = variants.first() else { return self.text.to_owned() };
        let mut text = self.text.get(..*first).unwrap_or_default().to_owned();
        for (at, (code, start)) in variants.iter().enumerate() {
            let end = variants.get(at + 1).map_or(self.text.len(), |(_, next)| *next);
            if languages.iter().any(|wanted| wanted == code) {
                text.push_str(self.text.get(*start..end).unwrap_or_default());
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// The code of each variant, with the byte its first line starts at.
    fn variants(&self) -> Vec<(&'static str, usize)> {
        let parsed = syntax::parse(self.text);
        let tree = &parsed.tree;
        let fields = tree.documents().first().and_then(|root| tree.entries(*root)).unwrap_or_default();
        let variants = fields.iter().find(|(key, _)| tree.scalar(*key).is_some_and(|name| &**name == "variants"));
        let entries = variants.and_then(|(_, value)| tree.entries(*value)).unwrap_or_default();
        let line_start = |at: usize| self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        entries
            .iter()
            .filter_map(|(key, _)| {
                let range = tree.span(*key).range();
                Some((self.text.get(range.clone())?, line_start(range.start)))
            })
            .collect()
    }
}

/// A language by its name, where Meta has one of that code.
pub fn language_name(code: &str) -> &str {
    policy::language(code).map_or(code, |language| language.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, Source, check};

    #[test]
    fn every_template_says_when_it_is_sent_and_in_which_languages() {
        assert!(starters().len() >= 15);
        for starter in starters() {
            assert!((15..90).contains(&starter.about().len()), "{}: {}", starter.name, starter.about());
            assert!(starter.languages().contains(&"en_US"), "{}", starter.name);
            assert!(starter.text.contains(&format!("\nname: {}\n", starter.name)), "{}", starter.name);
            assert!(starter.text.contains(&format!("\ncategory: {}\n", starter.category)), "{}", starter.name);
        }
    }

    #[test]
    fn all_languages_of_a_template_are_the_file_as_it_is() {
        for starter in starters() {
            let all: Vec<String> = starter.languages().into_iter().map(str::to_owned).collect();
            assert_eq!(starter.within(&all), starter.text, "{}", starter.name);
        }
    }

    #[test]
    fn a_template_in_any_one_of_its_languages_has_no_findings() {
        for starter in starters() {
            for code in starter.languages() {
                let text = starter.within(&[code.to_owned()]);
                let report = check(vec![Source::new("a.yaml", text.clone().into())], &Settings::default());
                assert!(report.findings.is_empty(), "{} {code}: {:?}\n{text}", starter.name, report.findings);
                assert_eq!(report.summary().variants, 1, "{} {code}", starter.name);
            }
        }
    }

    #[test]
    fn the_files_a_template_names_come_with_it() {
        let sale = Starter::named("seasonal_sale").unwrap();
        assert_eq!(sale.media.iter().map(|(path, _)| *path).collect::<Vec<_>>(), ["images/seasonal_sale.jpg"]);
        assert!(Starter::named("order_shipped").unwrap().media.is_empty());
    }
}
