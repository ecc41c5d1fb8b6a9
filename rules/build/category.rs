//! The word lists and figures that tell categories apart, as Rust constants. Their types are in `src/category/`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::content::{laid, load};

type Result<T> = std::result::Result<T, Box<dyn Error>>;
/// Phrases by weight, by what they are about.
type Weighted = BTreeMap<String, BTreeMap<u8, Vec<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lexicon {
    language: String,
    codes: Vec<String>,
    boundary: String,
    #[serde(default)]
    with_english: bool,
    #[serde(default)]
    marketing: Weighted,
    #[serde(default)]
    utility: Weighted,
    #[serde(default)]
    authentication: Weighted,
    #[serde(default)]
    harmless: Vec<String>,
    #[serde(default)]
    concepts: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    version: String,
    figures: BTreeMap<String, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    promotional: Vec<String>,
}

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path) -> Result<String> {
    let mut code = String::new();
    let model: Model = load(&policy.join("category/model.yaml"))?;
    writeln!(code, "/// Which lists and weights these are.\npub const VERSION: &str = {:?};", model.version)?;
    for (name, figure) in model.figures {
        writeln!(
            code,
            "/// See `rules/policy/category/model.yaml`.\npub const {}: f32 = {figure:?};",
            name.to_uppercase()
        )?;
    }
    let names: Names = load(&policy.join("category/names.yaml"))?;
    let names = names.promotional;
    writeln!(code, "/// Words of names that say promotion.\npub static PROMOTIONAL_NAMES: &[&str] = &{names:?};")?;
    let says: BTreeMap<String, BTreeMap<String, String>> = load(&policy.join("category/tags.yaml"))?;
    let mut paths: Vec<_> =
        fs::read_dir(policy.join("lexicons"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let lexicons: Vec<Lexicon> = paths.iter().map(|path| load(path)).collect::<Result<_>>()?;
    let mut tags: Vec<(&str, String)> =
        lexicons.iter().flat_map(entries).map(|(class, tag, ..)| (class, tag)).collect();
    tags.sort();
    tags.dedup();
    writeln!(code, "/// What phrases can be about.\npub static TAGS: &[Tag] = &[")?;
    for (class, name) in &tags {
        let says = says.get(&class.to_lowercase()).and_then(|says| says.get(name)).map_or("", String::as_str);
        if says.is_empty() && !matches!(*class, "Concept" | "Harmless") {
            return Err(format!("tags.yaml does not say what {class}/{name} is").into());
        }
        writeln!(code, "    Tag::new(Class::{class}, {name:?}, {says:?}),")?;
    }
    writeln!(code, "];\n/// Every lexicon.\npub static LEXICONS: [Lexicon; {}] = [", lexicons.len())?;
    for lexicon in &lexicons {
        let Lexicon { language, codes, boundary, with_english, .. } = lexicon;
        let entries = entries(lexicon);
        write!(
            code,
            "    Lexicon {{ language: {language:?}, codes: &{codes:?}, with_english: {with_english}, phrases: "
        )?;
        let meanings: BTreeSet<(&str, &str, u8)> =
            entries.iter().map(|(class, tag, weight, _)| (*class, tag.as_str(), *weight)).collect();
        let meanings: Vec<(&str, &str, u8)> = meanings.into_iter().collect();
        let numbered = entries.iter().map(|(class, tag, weight, phrase)| {
            let at = meanings.partition_point(|known| *known < (*class, tag.as_str(), *weight));
            u16::try_from(at).map(|meaning| (*phrase, meaning))
        });
        let numbered: Vec<(&str, u16)> = numbered.collect::<std::result::Result<_, _>>()?;
        laid(&mut code, &format!("category_{language}"), boundary, numbered)?;
        write!(code, ", meanings: &[")?;
        for (class, tag, weight) in meanings {
            let index = tags.binary_search(&(class, tag.to_owned())).map_err(|_| "a tag is lost")?;
            write!(code, "({index}, {weight}), ")?;
        }
        writeln!(code, "] }},")?;
    }
    writeln!(code, "];")?;
    Ok(code)
}

/// Every phrase of a lexicon with its class, its tag and its weight.
fn entries(lexicon: &Lexicon) -> Vec<(&'static str, String, u8, &str)> {
    let mut entries = Vec::new();
    for (class, lists) in
        [("Marketing", &lexicon.marketing), ("Utility", &lexicon.utility), ("Authentication", &lexicon.authentication)]
    {
        for (tag, weights) in lists {
            for (weight, phrases) in weights {
                entries.extend(phrases.iter().map(|phrase| (class, tag.clone(), *weight, phrase.as_str())));
            }
        }
    }
    entries.extend(lexicon.harmless.iter().map(|phrase| ("Harmless", "harmless".to_owned(), 0, phrase.as_str())));
    for (tag, phrases) in &lexicon.concepts {
        entries.extend(phrases.iter().map(|phrase| ("Concept", tag.clone(), 0, phrase.as_str())));
    }
    entries
}
