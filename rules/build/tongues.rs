//! What tells languages apart, as Rust constants: words and letters under `rules/policy/tongues/`, and the characters of
//! `chinese.yaml`. Their types are in `src/language/`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use crate::content::load;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tongues {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    languages: Vec<Tongue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tongue {
    code: String,
    name: String,
    #[serde(default)]
    of: Vec<String>,
    letters: String,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closeness {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    same: Vec<Same>,
    close: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    languages: Vec<String>,
    #[serde(rename = "why")]
    _why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chinese {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    simplified: String,
    traditional: String,
}

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path) -> Result<String> {
    let folder = policy.join("tongues");
    let mut tongues: Vec<Tongue> = Vec::new();
    for file in ["latin", "others", "romanised"] {
        tongues.extend(load::<Tongues>(&folder.join(format!("{file}.yaml")))?.languages);
    }
    if tongues.len() > 128 {
        return Err("tongues: more than a set of 128 can hold".into());
    }
    let mut code = String::new();
    profiles(&mut code, &tongues, &load(&folder.join("close.yaml"))?)?;
    words(&mut code, &tongues)?;
    letters(&mut code, &tongues)?;
    chinese(&mut code, &load(&policy.join("chinese.yaml"))?)?;
    Ok(code)
}

fn profiles(code: &mut String, tongues: &[Tongue], closeness: &Closeness) -> Result<()> {
    let named = |codes: &[String]| -> Result<()> {
        let unknown = codes.iter().find(|code| !tongues.iter().any(|tongue| tongue.code == **code) && *code != "prs");
        unknown.map_or(Ok(()), |code| Err(format!("tongues/close.yaml: `{code}` is not a language").into()))
    };
    for codes in closeness.same.iter().map(|same| &same.languages).chain(&closeness.close) {
        named(codes)?;
    }
    let beside = |code: &str, groups: &mut dyn Iterator<Item = &Vec<String>>| -> u128 {
        let others: BTreeSet<&String> = groups.filter(|group| group.iter().any(|it| it == code)).flatten().collect();
        mask(tongues, |tongue| others.contains(&tongue.code))
    };
    writeln!(
        code,
        "/// Every language that is told by its words.\npub static PROFILES: [Profile; {}] = [",
        tongues.len()
    )?;
    for Tongue { code: tag, name, of, words, .. } in tongues {
        let same = beside(tag, &mut closeness.same.iter().map(|same| &same.languages))
            | mask(tongues, |tongue| tongue.code == *tag);
        let close = beside(tag, &mut closeness.close.iter());
        let sample = words.chars().find(|sign| sign.is_alphabetic()).ok_or_else(|| format!("{tag} has no words"))?;
        writeln!(
            code,
            "    Profile {{ code: {tag:?}, name: {name:?}, of: &{of:?}, letter: {sample:?}, same: {same:#x}, close: {close:#x} }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn mask(tongues: &[Tongue], wanted: impl Fn(&Tongue) -> bool) -> u128 {
    tongues.iter().enumerate().filter(|(_, tongue)| wanted(tongue)).fold(0, |mask, (index, _)| mask | 1 << index)
}

fn words(code: &mut String, tongues: &[Tongue]) -> Result<()> {
    let mut words: BTreeMap<String, u128> = BTreeMap::new();
    for (index, tongue) in tongues.iter().enumerate() {
        for word in tongue.words.split_whitespace() {
            if word.contains(|sign: char| sign.is_ascii_punctuation() || sign.is_uppercase()) {
                return Err(format!("tongues, {}: `{word}` is not a word in small letters", tongue.code).into());
            }
            *words.entry(word.to_owned()).or_default() |= 1 << index;
            let plain: String = word.chars().map(without_accent).collect();
            if plain.chars().count() > 3 {
                *words.entry(plain).or_default() |= 1 << index;
            }
        }
    }
    // Addresses would have to be put right at every start of the program, so the words are one text, and a few sets of
    // languages are shared by all of them.
    let sets: Vec<u128> = words.values().copied().collect::<BTreeSet<u128>>().into_iter().collect();
    let letters: String = words.keys().map(String::as_str).collect();
    let count = words.len();
    writeln!(
        code,
        "/// The words of all languages, sorted, one behind the other.\nstatic LETTERS_OF_WORDS: &str = {letters:?};"
    )?;
    writeln!(
        code,
        "/// Sets of languages that have words in common.\nstatic SETS: [u128; {}] = {sets:?};",
        sets.len()
    )?;
    writeln!(
        code,
        "/// Where each word starts and ends, and the place of its set.\nstatic WORDS: [(u32, u32, u16); {count}] = ["
    )?;
    let mut start = 0;
    for (word, mask) in words {
        let set = sets.binary_search(&mask).map_err(|_| "a set is lost")?;
        writeln!(code, "    ({start}, {}, {set}),", start + word.len())?;
        start += word.len();
    }
    writeln!(code, "];")?;
    Ok(())
}

/// The letter that people type who leave accents out.
fn without_accent(letter: char) -> char {
    const PLAIN: [(&str, char); 17] = [
        ("áàâãäăāąảạấầẩẫậắằẳẵặ", 'a'),
        ("çćčĉ", 'c'),
        ("ďđ", 'd'),
        ("éèêëěēęėẻẽẹếềểễệ", 'e'),
        ("ğģ", 'g'),
        ("íìîïīįıỉĩị", 'i'),
        ("ķƙ", 'k'),
        ("łľĺļ", 'l'),
        ("ñńňņ", 'n'),
        ("óòôõöőōơỏọốồổỗộớờởỡợ", 'o'),
        ("řŕ", 'r'),
        ("śšșş", 's'),
        ("ťțţ", 't'),
        ("úùûüűūųůưủũụứừửữự", 'u'),
        ("ýÿỳỷỹỵ", 'y'),
        ("źžż", 'z'),
        ("ə", 'e'),
    ];
    PLAIN.iter().find(|(accented, _)| accented.contains(letter)).map_or(letter, |(_, plain)| *plain)
}

fn letters(code: &mut String, tongues: &[Tongue]) -> Result<()> {
    let letters: BTreeSet<char> = tongues.iter().flat_map(|tongue| tongue.letters.chars()).collect();
    writeln!(
        code,
        "/// Letters that some languages of a script have and others lack, sorted, with those that have them."
    )?;
    writeln!(code, "pub static LETTERS: [(char, u128); {}] = [", letters.len())?;
    for letter in letters {
        writeln!(code, "    ({letter:?}, {:#x}),", mask(tongues, |tongue| tongue.letters.contains(letter)))?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn chinese(code: &mut String, chinese: &Chinese) -> Result<()> {
    for (name, about, written) in
        [("SIMPLIFIED", "simplified", &chinese.simplified), ("TRADITIONAL", "traditional", &chinese.traditional)]
    {
        let characters: BTreeSet<char> = written.chars().filter(|sign| !sign.is_whitespace()).collect();
        writeln!(code, "/// Characters of {about} Chinese only, sorted.")?;
        let characters: Vec<char> = characters.into_iter().collect();
        writeln!(code, "pub static {name}: [char; {}] = {characters:?};", characters.len())?;
    }
    Ok(())
}
