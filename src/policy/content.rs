//! What texts say: phrases that make a reviewer look twice, and what samples and account numbers look like. The data is
//! under `rules/policy/words/`, in `samples.yaml` and in `accounts.yaml`.

use std::ops::Range;

use crate::text::{Boundary, Folded, Phrases, Variable};

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// What a phrase is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// Asking the reader to hand something over.
    Asks,
    /// What should not be asked for in a chat.
    Secrets,
    /// What makes a sentence with both harmless.
    Harmless,
    /// What parts the two.
    Breaks,
    /// Legal action against the reader.
    Threats,
    /// Telling others about the reader.
    Shaming,
    /// Money that is due, without which telling others is no shaming.
    Debts,
    /// Games for money.
    Gambling,
    /// Goods that the commerce policy restricts.
    Alcohol,
    /// Likewise.
    Tobacco,
    /// Likewise.
    Drugs,
    /// Likewise.
    Weapons,
    /// Likewise.
    Adult,
    /// Loans and investments that the commerce policy restricts.
    Money,
    /// Text that was to be replaced.
    Fillers,
    /// What stands in brackets in such text.
    Slots,
    /// Notes of an author to himself, in capitals.
    Markers,
    /// Bodies that only try something out.
    Tests,
    /// What may stand beside these.
    Greetings,
}

/// The phrases of one language.
#[derive(Debug)]
pub struct Pack {
    /// The language; `any` for what means the same in all of them.
    pub language: &'static str,
    /// The codes it is for, or their first halves.
    codes: &'static [&'static str],
    /// Whether people are asked behind the thing that is asked for, beside before it.
    pub asks_after: bool,
    /// Every phrase with its list.
    pub phrases: &'static [(List, &'static str)],
    ready: Phrases,
}

/// A phrase that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is about.
    pub list: List,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Pack {
    fn find<'p>(&'p self, text: &Folded) -> impl Iterator<Item = Found> + use<'p> {
        let list = |index: usize| self.phrases.get(index).map(|(list, _)| *list);
        self.ready
            .find(text)
            .into_iter()
            .filter_map(move |hit| Some(Found { list: list(hit.meaning)?, range: hit.range }))
    }
}

/// The pack that means the same in every language.
pub fn any() -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.language == "any")
}

/// The pack for a language code; English where there is no code.
pub fn pack(code: Option<&str>) -> Option<&'static Pack> {
    let code = code.map_or("en", str::trim);
    let half = code.split(['_', '-']).next().unwrap_or(code);
    PACKS.iter().find(|pack| pack.codes.iter().any(|known| *known == code || *known == half))
}

/// The phrases of a text, in its order.
pub fn find(text: &str, variables: &[Variable], code: Option<&str>) -> Vec<Found> {
    let folded = Folded::new(text, variables);
    let mut found: Vec<Found> = any().into_iter().chain(pack(code)).flat_map(|pack| pack.find(&folded)).collect();
    found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end), found.list));
    found
}

/// The first digits of some card numbers.
#[derive(Debug)]
pub struct CardRange {
    /// The lowest.
    pub from: u32,
    /// The highest.
    pub to: u32,
    /// How many digits these are.
    pub length: usize,
    /// How many digits the whole number can have.
    pub digits: &'static [usize],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_found_by_code() {
        for (code, language) in [
            (Some("en_GB"), "en"),
            (Some("es"), "es"),
            (Some("pt_BR"), "pt"),
            (Some("zh_CN"), "zh-Hans"),
            (Some("zh_TW"), "zh-Hant"),
            (Some("pt-BR"), "pt"),
            (None, "en"),
        ] {
            assert_eq!(pack(code).map(|pack| pack.language), Some(language));
        }
        assert!(pack(Some("nl")).is_none() && pack(Some("")).is_none() && any().is_some());
    }

    #[test]
    fn every_pack_has_every_list_and_finds_every_phrase_of_its_own() {
        use List::*;
        let lists = [
            Asks, Secrets, Harmless, Breaks, Threats, Shaming, Debts, Gambling, Alcohol, Tobacco, Drugs, Weapons,
            Adult, Money, Fillers, Slots, Tests,
        ];
        for pack in PACKS.iter().filter(|pack| pack.language != "any") {
            for list in lists {
                assert!(pack.phrases.iter().any(|(known, _)| *known == list), "{}: {list:?}", pack.language);
            }
            for (list, phrase) in pack.phrases {
                let written = phrase.replace("{n}", "4").replace(" *", " x").replace('*', "");
                let found: Vec<Found> = pack.find(&Folded::new(&written, &[])).collect();
                let whole = found.iter().any(|found| found.list == *list && found.range == (0..written.len()));
                assert!(whole, "{}: {phrase}", pack.language);
            }
        }
    }
}
