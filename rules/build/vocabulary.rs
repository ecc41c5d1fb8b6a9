//! The phrases under `rules/policy/lexicons/` and `rules/policy/words/`, as Rust constants: one list a language. Their
//! types are in `src/vocabulary/`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::category::Class;
use crate::content::{camel_case, load};
use crate::text::table::{Laid, lay};

type Result<T> = std::result::Result<T, Box<dyn Error>>;
/// Phrases by weight, by what they are about.
type Weighted = BTreeMap<String, BTreeMap<u8, Vec<String>>>;
/// What phrases of categories can be about, in the order of their places.
pub type Tags = Vec<(Class, String)>;

/// What speaks for a category.
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

/// What makes a reviewer look twice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    language: String,
    codes: Vec<String>,
    boundary: String,
    #[serde(default)]
    asks_after: bool,
    lists: BTreeMap<String, Vec<String>>,
}

/// The languages that Meta takes, as far as they matter here.
#[derive(Deserialize)]
struct Languages {
    languages: Vec<Language>,
}

#[derive(Deserialize)]
struct Language {
    code: String,
    scripts: Vec<String>,
}

/// What a phrase stands for. Phrases of a category come first, in the order of these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Category { class: Class, tag: String, weight: u8 },
    Content { list: String },
}

/// The language of what means the same in all of them.
const ANY: &str = "any";

/// All constants, as the source of one Rust file, and what phrases of categories can be about.
pub fn constants(policy: &Path) -> Result<(String, Tags)> {
    let mut lexicons: Vec<Lexicon> = load_all(&policy.join("lexicons"))?;
    let packs: Vec<Pack> = load_all(&policy.join("words"))?;
    packs.iter().try_for_each(each_phrase_once)?;
    let mut code = String::new();
    let tags = tags(&mut code, &lexicons, &load(&policy.join("category/tags.yaml"))?)?;
    let Languages { languages } = load(&policy.join("languages.yaml"))?;
    for lexicon in &mut lexicons {
        // Words of two scripts can not be mistaken for each other.
        let is_own = |language: &&Language| language.code.split('_').next() == lexicon.codes[0].split('_').next();
        let is_latin = languages.iter().find(is_own).is_none_or(|language| language.scripts[0] == "latin");
        lexicon.with_english |= !is_latin;
    }

    let any = packs.iter().find(|pack| pack.language == ANY).ok_or("there is no pack for any language")?;
    writeln!(code, "/// What means the same in every language.\npub static ANY: Vocabulary = ")?;
    vocabulary(&mut code, None, &[any], &tags)?;
    let vocabularies = lexicons.len();
    writeln!(code, ";\n/// One a language.\npub static VOCABULARIES: [Vocabulary; {vocabularies}] = [")?;
    for lexicon in &lexicons {
        let mut own: Vec<&Pack> = packs.iter().filter(|pack| pack.language == lexicon.language).collect();
        if let Some(pack) = own.iter().find(|pack| pack.codes != lexicon.codes || pack.boundary != lexicon.boundary) {
            return Err(format!("{}: codes or boundary differ from those of the lexicon", pack.language).into());
        }
        // Where a phrase may stand anywhere, words of other scripts would be found inside of words.
        own.extend((lexicon.boundary != "anywhere").then_some(any));
        vocabulary(&mut code, Some(lexicon), &own, &tags)?;
        writeln!(code, ",")?;
    }
    writeln!(code, "];")?;
    match packs.iter().find(|pack| pack.language != ANY && !lexicons.iter().any(|l| l.language == pack.language)) {
        Some(pack) => Err(format!("{}: there are words, but no lexicon", pack.language).into()),
        None => {
            writeln!(code, "{}", codes(&lexicons)?)?;
            Ok((code, tags))
        }
    }
}

/// Writes the codes of all languages in order, each with the place of its vocabulary.
fn codes(lexicons: &[Lexicon]) -> Result<String> {
    let mut codes = BTreeMap::new();
    for (at, lexicon) in lexicons.iter().enumerate() {
        for code in &lexicon.codes {
            if codes.insert(code, at).is_some() {
                return Err(format!("{code} is a code of two languages").into());
            }
        }
    }
    let codes: Vec<String> = codes.into_iter().map(|(code, at)| format!("({code:?}, {at})")).collect();
    Ok(format!(
        "/// Language codes, or their first halves, each with the place of its vocabulary. Sorted.\npub static CODES: &[(&str, u8)] = &[{}];",
        codes.join(", ")
    ))
}

fn load_all<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    paths.iter().map(|path| load(path)).collect()
}

/// A phrase that would be found twice is a slip of whoever wrote the list.
fn each_phrase_once(pack: &Pack) -> Result<()> {
    for phrases in pack.lists.values() {
        let mut seen = BTreeSet::new();
        if let Some(phrase) = phrases.iter().find(|phrase| !seen.insert(*phrase)) {
            return Err(format!("{}: `{phrase}` stands twice in a list", pack.language).into());
        }
    }
    Ok(())
}

/// Writes what phrases of categories can be about, and tells in which order.
fn tags(code: &mut String, lexicons: &[Lexicon], says: &BTreeMap<String, BTreeMap<String, String>>) -> Result<Tags> {
    let tag = |(meaning, _): (Meaning, &str)| match meaning {
        Meaning::Category { class, tag, .. } => Some((class, tag)),
        Meaning::Content { .. } => None,
    };
    let tags: Tags =
        lexicons.iter().flat_map(of_lexicon).filter_map(tag).collect::<BTreeSet<_>>().into_iter().collect();
    writeln!(code, "/// What phrases of categories can be about.\npub static TAGS: &[Tag] = &[")?;
    for (place, (class, name)) in tags.iter().enumerate() {
        let says =
            says.get(&format!("{class:?}").to_lowercase()).and_then(|says| says.get(name)).map_or("", String::as_str);
        if says.is_empty() && !matches!(class, Class::Concept | Class::Harmless) {
            return Err(format!("tags.yaml does not say what {class:?}/{name} is").into());
        }
        writeln!(code, "    Tag::new({place}, Class::{class:?}, {name:?}, {says:?}),")?;
    }
    writeln!(code, "];")?;
    Ok(tags)
}

/// Writes the vocabulary of a language, or of what has none.
fn vocabulary(code: &mut String, lexicon: Option<&Lexicon>, packs: &[&Pack], tags: &[(Class, String)]) -> Result<()> {
    let with_any = lexicon.is_some() && packs.iter().any(|pack| pack.language == ANY);
    let own = packs.iter().find(|pack| pack.language != ANY);
    let asks_after = own.is_some_and(|pack| pack.asks_after);
    let (language, boundary) = match (lexicon, packs.first()) {
        (Some(of), _) => (&of.language, &of.boundary),
        (None, Some(of)) => (&of.language, &of.boundary),
        (None, None) => return Err("a vocabulary without words".into()),
    };
    let with_english = lexicon.is_some_and(|lexicon| lexicon.with_english);
    let phrases: Vec<(Meaning, &str)> =
        lexicon.into_iter().flat_map(of_lexicon).chain(packs.iter().flat_map(|pack| of_pack(pack))).collect();
    let meanings: BTreeSet<&Meaning> = phrases.iter().map(|(meaning, _)| meaning).collect();
    let meanings: Vec<&Meaning> = meanings.into_iter().collect();
    let numbered: Vec<(&str, u16)> = phrases
        .iter()
        .map(|(meaning, phrase)| Ok((*phrase, u16::try_from(meanings.binary_search(&meaning).unwrap_or(0))?)))
        .collect::<Result<_>>()?;
    write!(
        code,
        "Vocabulary {{ language: {language:?}, asks_after: {asks_after}, \
         with_english: {with_english}, with_any: {with_any}, phrases: "
    )?;
    laid(code, language, boundary, numbered)?;
    write!(code, ", senses: &[")?;
    for meaning in meanings {
        match meaning {
            Meaning::Category { class, tag, weight } => {
                let at = tags.binary_search(&(*class, tag.clone())).map_err(|_| "a tag is lost")?;
                write!(code, "Sense::Category({at}, {weight}), ")?;
            }
            // A list that the library does not know fails to compile under its name.
            Meaning::Content { list } => write!(code, "Sense::Content(List::{list}), ")?,
        }
    }
    write!(code, "] }}")?;
    Ok(())
}

/// Every phrase of a lexicon with what it stands for.
fn of_lexicon(lexicon: &Lexicon) -> Vec<(Meaning, &str)> {
    let mut phrases = Vec::new();
    for (class, lists) in [
        (Class::Marketing, &lexicon.marketing),
        (Class::Utility, &lexicon.utility),
        (Class::Authentication, &lexicon.authentication),
    ] {
        for (tag, weights) in lists {
            for (weight, list) in weights {
                let meaning = Meaning::Category { class, tag: tag.clone(), weight: *weight };
                phrases.extend(list.iter().map(|phrase| (meaning.clone(), phrase.as_str())));
            }
        }
    }
    let silent = |class, tag: &str| Meaning::Category { class, tag: tag.to_owned(), weight: 0 };
    let harmless = lexicon.harmless.iter().map(|phrase| (silent(Class::Harmless, "harmless"), phrase.as_str()));
    phrases.extend(harmless);
    for (tag, list) in &lexicon.concepts {
        phrases.extend(list.iter().map(|phrase| (silent(Class::Concept, tag), phrase.as_str())));
    }
    phrases
}

/// Every phrase of a pack with what it stands for.
fn of_pack(pack: &Pack) -> impl Iterator<Item = (Meaning, &str)> {
    pack.lists.iter().flat_map(|(list, phrases)| {
        let meaning = Meaning::Content { list: camel_case(list) };
        phrases.iter().map(move |phrase| (meaning.clone(), phrase.as_str()))
    })
}

/// Phrases laid out for looking up, with what each stands for. What the library finds them with becomes files. A boundary
/// that the library does not know fails to compile under its name.
fn laid<'p>(
    code: &mut String,
    language: &str,
    boundary: &str,
    phrases: impl IntoIterator<Item = (&'p str, u16)>,
) -> Result<()> {
    let Laid { automaton, lists, heads } = lay(phrases)?;
    let mut included = Vec::new();
    for (ending, bytes) in [("phrases", automaton), ("heads", heads)] {
        let file = format!("{language}.{ending}");
        fs::write(Path::new(&env::var("OUT_DIR")?).join(&file), bytes)?;
        included.push(format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))"));
    }
    let (boundary, included) = (camel_case(boundary), included.join(", "));
    write!(code, "Phrases::laid(Boundary::{boundary}, {included}, &{lists:?})")?;
    Ok(())
}
