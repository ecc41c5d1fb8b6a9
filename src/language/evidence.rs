//! All that the texts of a variant say about its language.

use super::data::{self, PROFILES, Set};
use super::prose::{self, Word};
use super::script::{SCRIPTS, Script};
use crate::template::{Card, Surface, Text, Variant};

/// The texts of a variant and the words in them that can tell its language.
#[derive(Debug)]
pub struct Evidence<'v> {
    /// What people read, in the order of the message.
    pub texts: Vec<(&'v Text, Surface)>,
    /// In that order.
    pub words: Vec<Word>,
}

impl<'v> Evidence<'v> {
    /// Reads all texts of a variant.
    pub fn of(variant: &'v Variant) -> Self {
        let texts = texts(variant);
        let (mut words, mut sentence) = (Vec::new(), 0);
        for (index, (text, _)) in texts.iter().enumerate() {
            sentence = prose::collect(text, index, sentence, &mut words);
        }
        let letters = |shouted: bool| -> usize {
            words.iter().filter(|word| word.shouted == shouted).map(|word| word.letters).sum()
        };
        // Capitals are abbreviations and codes, unless the whole message is in capitals.
        if letters(true) <= letters(false) {
            words.retain(|word| !word.shouted);
        }
        Self { texts, words }
    }

    /// The text that says most: the body, else the longest.
    pub fn main_text(&self) -> Option<usize> {
        let mut letters = vec![0; self.texts.len()];
        for word in &self.words {
            letters[word.text] += word.letters;
        }
        let body = self.texts.iter().position(|(_, surface)| *surface == Surface::Body);
        let longest = || (0..letters.len()).max_by_key(|index| letters[*index]);
        body.filter(|index| letters[*index] > 0).or_else(longest).filter(|index| letters[*index] > 0)
    }
}

/// Everything people read but addresses.
pub fn texts<'v>(variant: &'v Variant) -> Vec<(&'v Text, Surface)> {
    let mut texts = Vec::new();
    let mut add = |text: Option<&'v Text>, surface| texts.extend(text.map(|text| (text, surface)));
    add(variant.header.as_ref().and_then(|header| header.text.as_ref()), Surface::Header);
    add(variant.body.as_ref().and_then(|body| body.text.as_ref()), Surface::Body);
    add(variant.footer.as_ref().and_then(|footer| footer.text.as_ref()), Surface::Footer);
    add(variant.offer.as_ref().and_then(|offer| offer.text.as_ref()), Surface::Offer);
    for button in variant.buttons.iter().flat_map(|buttons| &buttons.list) {
        add(button.label.as_ref(), Surface::Label);
    }
    for Card { header, body, buttons, .. } in variant.carousel.iter().flat_map(|carousel| &carousel.cards) {
        add(header.as_ref().and_then(|header| header.text.as_ref()), Surface::Header);
        add(body.as_ref().and_then(|body| body.text.as_ref()), Surface::CardBody);
        for button in buttons.iter().flat_map(|buttons| &buttons.list) {
            add(button.label.as_ref(), Surface::Label);
        }
    }
    texts
}

/// How many letters of each script some words have.
pub fn letters<'w>(words: impl IntoIterator<Item = &'w Word>) -> [usize; SCRIPTS] {
    let mut letters = [0; SCRIPTS];
    for word in words {
        letters[word.script as usize] += word.letters;
    }
    letters
}

/// The script of most letters, and how many these are.
pub fn main_script(letters: &[usize; SCRIPTS]) -> (Script, usize) {
    Script::ALL
        .into_iter()
        .map(|script| (script, letters[script as usize]))
        .rev()
        .max_by_key(|(_, count)| *count)
        .unwrap_or((Script::Latin, 0))
}

/// The words of one script, each once.
pub struct Tally<'w> {
    words: Vec<&'w Word>,
}

/// What speaks for a language and against the declared one, in different words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The language, by its place in [`PROFILES`].
    pub language: usize,
    /// Frequent words of it that the declared language lacks.
    pub words: usize,
    /// Words in letters of it that the declared language lacks.
    pub letters: usize,
    /// What speaks for the declared language and against this one.
    pub against: usize,
    /// Frequent words of it, whether shared or not.
    pub hits: usize,
}

impl Score {
    /// All that speaks for it.
    pub fn total(&self) -> usize {
        self.words + self.letters
    }

    /// What is known of the language.
    pub fn profile(&self) -> &'static data::Profile {
        &PROFILES[self.language]
    }
}

impl<'w> Tally<'w> {
    /// Takes each word of a script once.
    pub fn of(words: impl IntoIterator<Item = &'w Word>, script: Script) -> Self {
        let mut words: Vec<&Word> = words.into_iter().filter(|word| word.script == script).collect();
        words.sort_by_key(|word| (word.key, word.range.start));
        words.dedup_by_key(|word| word.key);
        Self { words }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// How a language fares against the declared ones.
    pub fn score(&self, language: usize, declared: Set) -> Score {
        let this: Set = 1 << language;
        let mut score = Score { language, words: 0, letters: 0, against: 0, hits: 0 };
        for word in &self.words {
            let (here, there) = (word.lists & this != 0, word.lists & declared != 0);
            let (writes_here, writes_there) = (word.writes & this != 0, word.writes & declared != 0);
            score.hits += usize::from(here);
            match (here, there) {
                (true, false) => score.words += 1,
                (false, true) => score.against += 1,
                (true, true) => {}
                (false, false) if declared != 0 && writes_here && !writes_there => score.letters += 1,
                (false, false) if declared != 0 && !writes_here && writes_there => score.against += 1,
                (false, false) => {}
            }
        }
        score
    }

    /// The languages of a set that have at least so many words which the declared ones lack, the best first.
    pub fn best(&self, candidates: Set, declared: Set, least: usize) -> Vec<Score> {
        // Nearly all texts are in their language, and have hardly a word that it lacks.
        let mut counts = [0usize; Set::BITS as usize];
        for word in self.words.iter().filter(|word| word.lists & declared == 0) {
            data::members(word.lists & candidates).for_each(|language| counts[language] += 1);
        }
        let languages = data::members(candidates).filter(|language| counts[*language] >= least.max(1));
        let mut scores: Vec<Score> = languages.map(|language| self.score(language, declared)).collect();
        scores.sort_by_key(|score| (score.against as isize - score.total() as isize, usize::MAX - score.hits));
        scores
    }

    /// The words that speak for a language and against the declared ones, in the order of the texts.
    pub fn witnesses(&self, language: usize, declared: Set) -> Vec<&'w Word> {
        let speaks = |word: &&&Word| word.lists & 1 << language != 0 && word.lists & declared == 0;
        let mut words: Vec<&Word> = self.words.iter().filter(speaks).copied().collect();
        words.sort_by_key(|word| (word.text, word.range.start));
        words
    }
}
