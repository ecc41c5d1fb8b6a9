//! Whether a variant is in the language it declares.

use std::sync::Arc;

use super::data::{self, PROFILES, Profile, Set};
use super::evidence::{self, Evidence, Score, Tally};
use super::passage::{self, Passage};
use super::script::Script;
use crate::policy;
use crate::template::Variant;

/// Fewer letters say nothing about a script.
const LEAST_LETTERS: usize = 8;
/// So many different words, or words in foreign letters, have to speak for another language.
const LEAST_WORDS: usize = 3;
/// The same for a language that is usually written in another script: its short words turn up anywhere.
const LEAST_ROMANISED: usize = 5;
/// One word for the declared language weighs as much as so many for the other.
const WEIGHT_OF_DECLARED: usize = 3;
/// Of all different words, one in so many has to speak for the other language; half of that where the two share most.
const SHARE_OF_WORDS: usize = 5;

/// The language that a variant declares.
#[derive(Clone, Debug)]
pub struct Declared {
    /// As on Meta's list.
    pub code: &'static str,
    /// Its name, without a region.
    pub name: &'static str,
    /// The scripts it is written in.
    pub scripts: Vec<Script>,
}

impl Declared {
    /// Reads a code, also in the wrong spelling where the right one is known.
    pub fn of(written: &str) -> Option<Self> {
        let exact = policy::language(written.trim());
        let folded = || written.trim().replace('-', "_").to_ascii_lowercase();
        let language = exact.or_else(|| listed(&folded()))?;
        let scripts: Vec<Script> = language.scripts.iter().flat_map(|name| Script::named(name)).copied().collect();
        Some(Self { code: language.code, name: without_region(language.name), scripts })
    }

    /// The code without its region.
    pub fn base(&self) -> &'static str {
        policy::base(self.code)
    }

    /// What is known of the language in a script, with what can not be told from it.
    fn same(&self, script: Script) -> Set {
        let own = |profile: &&Profile| profile.code == self.base() && profile.script() == Some(script);
        PROFILES.iter().find(own).map_or(0, |profile| profile.same)
            | if self.base() == "prs" { data::select(|profile| profile.code == "fa") } else { 0 }
    }
}

/// The language of a code in small letters, or of one that people write for it.
fn listed(folded: &str) -> Option<&'static policy::Language> {
    let listed = policy::LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(folded));
    listed.or_else(|| {
        let at = policy::LANGUAGE_SUGGESTIONS.binary_search_by(|(wrong, _)| (*wrong).cmp(folded)).ok()?;
        policy::language(policy::LANGUAGE_SUGGESTIONS[at].1.first()?)
    })
}

/// The name without what stands in brackets.
fn without_region(name: &'static str) -> &'static str {
    name.split(" (").next().unwrap_or(name)
}

/// What became of a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It is in its language, or there is too little to say otherwise.
    Silent,
    /// Most letters are of a script that the language is not written in.
    Script,
    /// It is in the language, in Latin letters.
    Romanised {
        /// Words that say so.
        words: Vec<Arc<str>>,
    },
    /// It is in another language.
    Foreign {
        /// The name of the language; two, where they can not be told apart.
        names: Vec<&'static str>,
        /// Meta's codes for it, the usual one first. None where Meta does not offer it.
        codes: Vec<&'static str>,
        /// Whether it is written in Latin letters that are not its own.
        romanised: bool,
        /// Words that say so.
        words: Vec<Arc<str>>,
        /// How many words speak for the declared language.
        against: usize,
    },
}

/// A variant that was read.
#[derive(Debug)]
pub struct Reading<'v> {
    /// The language it declares.
    pub declared: Declared,
    /// What its texts say.
    pub evidence: Evidence<'v>,
    /// The script of most letters, how many these are, and how many letters there are.
    pub letters: (Script, usize, usize),
    /// What became of it as a whole.
    pub verdict: Verdict,
    /// Parts in another language. Only where the whole is in its own.
    pub passages: Vec<Passage>,
}

/// Reads a variant; nothing where its code is none that is known.
pub fn read(variant: &Variant) -> Option<Reading<'_>> {
    let declared = Declared::of(&variant.language.as_ref()?.value)?;
    let evidence = Evidence::of(variant);
    let letters = evidence::letters(&evidence.words);
    let total: usize = letters.iter().sum();
    let (script, most) = evidence::main_script(&letters);
    let own: usize = declared.scripts.iter().map(|script| letters[*script as usize]).sum();
    let kana = letters[Script::Kana as usize];
    let verdict = if total < LEAST_LETTERS && !(script.is_dense() && total * 2 >= LEAST_LETTERS) {
        Verdict::Silent
    } else if own * 4 >= total && own * 2 < total && own >= LEAST_LETTERS {
        // Two languages one below the other: the passages say which is which.
        Verdict::Silent
    } else if own * 2 < total {
        wrong_script(&declared, &evidence, script)
    } else if script == Script::Han && declared.base() != "zh" && most == total && total >= 2 * LEAST_LETTERS {
        // Japanese and Korean write Han characters too, but never nothing else.
        by_script(Script::Han, &declared)
    } else if declared.base() == "zh" && kana >= LEAST_LETTERS && kana * 3 > total {
        by_script(Script::Kana, &declared)
    } else {
        wrong_words(&declared, &evidence, script)
    };
    let passages = if verdict == Verdict::Silent {
        passage::find(&declared, &evidence, declared.same(script))
    } else {
        Vec::new()
    };
    Some(Reading { declared, evidence, letters: (script, most, total), verdict, passages })
}

/// Letters of another script: which language is it?
fn wrong_script(declared: &Declared, evidence: &Evidence<'_>, script: Script) -> Verdict {
    let tally = Tally::of(&evidence.words, script);
    let own = data::select(|profile| profile.of.contains(&declared.base()));
    let foreign = tally.best(candidates(script, 0) & !romanised(), own, LEAST_WORDS).first().copied();
    let romanised = (script == Script::Latin).then(|| tally.best(own, 0, 2).first().copied()).flatten();
    if let Some(own) = romanised
        && own.hits >= 2
        && foreign.is_none_or(|foreign| own.hits + 1 >= foreign.words)
    {
        return Verdict::Romanised { words: spelled(evidence, &tally, own.language, 0) };
    }
    match foreign {
        // The letters have already said that it is not the declared one.
        Some(score) if score.words >= LEAST_WORDS && score.words * 2 * SHARE_OF_WORDS >= tally.len() => {
            foreign_verdict(evidence, &tally, &[score], 0)
        }
        _ => by_script(script, declared),
    }
}

/// The right letters: do the words fit?
fn wrong_words(declared: &Declared, evidence: &Evidence<'_>, script: Script) -> Verdict {
    let own = declared.same(script);
    let tally = Tally::of(&evidence.words, script);
    if own == 0 {
        // The second script of a language, of which no words are known. A language with enough of them is another one.
        let found = tally.best(candidates(script, 0) & !romanised(), 0, LEAST_WORDS).first().copied();
        let enough = |score: &Score| score.hits >= LEAST_WORDS + 2 && score.hits * SHARE_OF_WORDS >= tally.len();
        return found.filter(enough).map_or(Verdict::Silent, |score| foreign_verdict(evidence, &tally, &[score], 0));
    }
    let scores = tally.best(candidates(script, own), own, LEAST_WORDS - 1);
    let close = data::members(own).fold(0, |set, language| set | PROFILES[language].close);
    match scores.iter().position(|score| speaks(score, close, tally.len())) {
        // Another language that fares better, but not well enough, makes the case unclear.
        Some(0) => foreign_verdict(evidence, &tally, &scores, own),
        _ => Verdict::Silent,
    }
}

/// Whether a language has enough for it, and little enough against it.
fn speaks(score: &Score, close: Set, words: usize) -> bool {
    let least = if score.profile().is_romanised() { LEAST_ROMANISED } else { LEAST_WORDS };
    let is_close = close & 1 << score.language != 0;
    let (weight, share) =
        if is_close { (WEIGHT_OF_DECLARED + 1, 2 * SHARE_OF_WORDS) } else { (WEIGHT_OF_DECLARED, SHARE_OF_WORDS) };
    score.total() >= least
        && score.words >= LEAST_WORDS - 1
        && score.total() >= weight * score.against
        && score.total() * share >= words
}

/// The languages that words of a script can be in, but for those that can not be told from the declared one.
pub(super) fn candidates(script: Script, own: Set) -> Set {
    data::WRITTEN_IN[script as usize] & !own
}

/// The languages in Latin letters that are not their own.
pub(super) fn romanised() -> Set {
    *data::ROMANISED
}

fn foreign_verdict(evidence: &Evidence<'_>, tally: &Tally<'_>, scores: &[Score], own: Set) -> Verdict {
    let Some(best) = scores.first() else { return Verdict::Silent };
    let as_good =
        |score: &&Score| score.total() == best.total() && score.against == best.against && score.hits == best.hits;
    let near = |score: &&Score| (best.profile().close | best.profile().same) & 1 << score.language != 0;
    let profiles: Vec<&Profile> = std::iter::once(best)
        .chain(scores.iter().skip(1).filter(as_good).filter(near).take(1))
        .map(Score::profile)
        .collect();
    Verdict::Foreign {
        names: profiles.iter().map(|profile| profile.name).collect(),
        codes: profiles.iter().flat_map(|profile| codes(profile.code)).collect(),
        romanised: best.profile().is_romanised(),
        words: spelled(evidence, tally, best.language, own),
        against: best.against,
    }
}

/// The words that speak for a language, as they are written.
fn spelled(evidence: &Evidence<'_>, tally: &Tally<'_>, language: usize, own: Set) -> Vec<Arc<str>> {
    let written = |word: &super::prose::Word| evidence.texts[word.text].0.value()[word.range.clone()].into();
    tally.witnesses(language, own).into_iter().map(written).collect()
}

/// What a script says by itself.
fn by_script(script: Script, declared: &Declared) -> Verdict {
    let written =
        |language: &&policy::Language| language.scripts.iter().any(|name| Script::named(name).first() == Some(&script));
    let mut bases: Vec<&str> =
        policy::LANGUAGES.iter().filter(written).map(|language| policy::base(language.code)).collect();
    bases.dedup();
    match bases.as_slice() {
        [only] if *only != declared.base() => Verdict::Foreign {
            names: policy::LANGUAGES
                .iter()
                .find(|language| policy::base(language.code) == *only)
                .map(|language| without_region(language.name))
                .into_iter()
                .collect(),
            codes: codes(only),
            romanised: false,
            words: Vec::new(),
            against: 0,
        },
        _ => Verdict::Script,
    }
}

/// Meta's codes for a language: the one without a region, else all.
pub(super) fn codes(code: &'static str) -> Vec<&'static str> {
    let of_it = policy::LANGUAGES.iter().map(|language| language.code).filter(|known| policy::base(known) == code);
    let codes: Vec<&str> = of_it.collect();
    if codes.contains(&code) { vec![code] } else { codes }
}
