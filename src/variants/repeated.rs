//! Texts that were copied to another language and not translated.

use std::collections::HashMap;

use crate::template::{Category, Surface, Text};
use crate::text::wording::counted;
use crate::text::{url, words};

use super::difference::{Difference, Kind, Spot};
use super::family::{Family, Member};
use super::part::{Part, Slot, parts};

/// Fewer letters than that may be a name, or a phrase that two languages share.
const LETTERS: usize = 20;
const WORDS: usize = 4;
/// The same for scripts in which a letter is a syllable or a word.
const SYLLABLES: usize = 8;
/// The same for languages that are so close that a sentence may read alike in both.
const LETTERS_OF_KIN: usize = 80;
const KIN: [&[&str]; 5] = [&["id", "ms"], &["hr", "sr"], &["nb", "da"], &["fa", "prs"], &["cs", "sk"]];

/// Looks each text up among those seen before it, the reference first.
pub fn compare<'r>(family: &Family<'r>, out: &mut Vec<Difference<'r>>) {
    if family.members.len() < 2 {
        return;
    }
    let mut seen: HashMap<(Slot, String), (Member<'r>, Part<'r>)> = HashMap::new();
    let others = (0..family.members.len()).filter(|index| *index != family.reference);
    for index in std::iter::once(family.reference).chain(others) {
        let member = family.members[index];
        // The texts of passcodes are Meta's own.
        if member.template.category() == Some(Category::Authentication) {
            continue;
        }
        let mut same: Vec<(Part<'r>, Member<'r>, Part<'r>)> = Vec::new();
        for part in parts(member.variant).into_iter().filter(|part| is_prose(part.slot.surface)) {
            let words = words_of(part.text);
            let before = *seen.entry((part.slot, folded(&words))).or_insert((member, part));
            let (one, other) = (before.0.base(), member.base());
            if one != other && Weight::of(&words).is_telling(one, other) {
                same.push((part, before.0, before.1));
            }
        }
        out.extend(tell(index, member, &same));
    }
}

fn is_prose(surface: Surface) -> bool {
    matches!(surface, Surface::Header | Surface::Body | Surface::Footer | Surface::CardBody)
}

fn tell<'r>(index: usize, member: Member<'r>, same: &[(Part<'r>, Member<'r>, Part<'r>)]) -> Option<Difference<'r>> {
    let (part, other, before) = same.first()?;
    let name = part.slot.name();
    let more = match same.len() - 1 {
        0 => String::new(),
        count => format!(", as {} more", counted(count, "text")),
    };
    Some(Difference {
        kind: Kind::Untranslated,
        member: index,
        component: Some(if part.slot.card.is_some() { "carousel" } else { part.slot.surface.component() }),
        at: Spot::Whole(member.file.id, &part.text.leaf),
        message: format!("the {name} is the same as in `{}`{more}", other.language),
        help: format!("translate it to `{}`, or leave the language out until it is translated", member.language),
        reference: Spot::Whole(other.file.id, &before.text.leaf),
        shown: format!("the same words in `{}`", other.language),
        severity: None,
    })
}

/// The words of a text beside its variables and addresses, as they are written.
fn words_of(text: &Text) -> String {
    let value = text.value();
    let mut skip: Vec<std::ops::Range<usize>> =
        text.variables.list.iter().map(|variable| variable.range.clone()).collect();
    skip.extend(url::find(value).map(|link| link.range));
    skip.sort_by_key(|range| range.start);
    let mut rest = String::with_capacity(value.len());
    let mut from = 0;
    for range in skip.into_iter().chain(std::iter::once(value.len()..value.len())) {
        if range.start >= from {
            rest.push_str(&value[from..range.start]);
            rest.push(' ');
            from = range.end;
        }
    }
    rest
}

/// Words without marks and case.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let before = folded.len();
        folded.extend(word.chars().filter(|character| character.is_alphanumeric()));
        if folded.len() > before {
            folded.push(' ');
        }
    }
    folded.to_lowercase()
}

/// How much some words say.
struct Weight {
    /// Letters of words that can be translated.
    letters: usize,
    words: usize,
    /// Whether a letter is a syllable or a word.
    syllables: bool,
}

impl Weight {
    fn of(written: &str) -> Self {
        let (mut letters, mut count, mut begins) = (0, 0, true);
        for word in written.split(|character: char| character.is_whitespace()) {
            let plain: String = word.chars().filter(|character| character.is_alphanumeric()).collect();
            if !plain.is_empty() && (begins || !is_name(&plain)) {
                letters += plain.chars().filter(|character| character.is_alphabetic()).count();
                count += 1;
            }
            begins = (begins && plain.is_empty()) || word.ends_with(['.', '!', '?', ':']);
        }
        let is_hangul = |letter: char| matches!(letter, '\u{AC00}'..='\u{D7A3}');
        let syllables = !words::count(written).certain || written.contains(is_hangul);
        Self { letters, words: count, syllables }
    }

    /// Whether there is so much of it that it can not be the same in both languages by chance.
    fn is_telling(&self, one: &str, other: &str) -> bool {
        let kin = KIN.iter().any(|kin| kin.contains(&one) && kin.contains(&other));
        match (kin, self.syllables) {
            (true, _) => self.letters >= LETTERS_OF_KIN,
            (false, true) => self.letters >= SYLLABLES,
            (false, false) => self.letters >= LETTERS && self.words >= WORDS,
        }
    }
}

/// Inside a sentence, what begins with a capital or has digits is a name that stays as it is.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word.chars().any(char::is_numeric)
}
