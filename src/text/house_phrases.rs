//! Phrases that a team names in its configuration: whole words, or any place in scripts without blanks.

use std::ops::Range;

use super::Folded;
use super::phrases::{Boundary, Hit, Phrases, longest};
use crate::template::Text;

/// Phrases of the configuration, ready to be looked for.
#[derive(Debug, Default)]
pub struct HousePhrases {
    written: Vec<String>,
    /// By what may stand before them; with the index of each in `written`.
    groups: Vec<(Phrases, Vec<usize>)>,
}

impl HousePhrases {
    /// Gets phrases ready.
    pub fn new(written: Vec<String>) -> Self {
        let mut groups = Vec::new();
        for boundary in [Boundary::ByScript, Boundary::Arabic, Boundary::Hebrew] {
            let indices: Vec<usize> =
                (0..written.len()).filter(|index| boundary_of(&written[*index]) == boundary).collect();
            if !indices.is_empty() {
                let small: Vec<String> = indices.iter().map(|index| written[*index].to_lowercase()).collect();
                groups.push((Phrases::new(small.iter().map(String::as_str), boundary), indices));
            }
        }
        Self { written, groups }
    }

    /// The phrases, as they are written.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    /// Where phrases stand in a text, the longest where they overlap, each with its index.
    pub fn find(&self, folded: &Folded) -> Vec<(Range<usize>, usize)> {
        let mut hits: Vec<Hit> = Vec::new();
        for (phrases, indices) in &self.groups {
            let found = phrases.find(folded).into_iter();
            hits.extend(found.filter_map(|hit| Some(Hit { meaning: *indices.get(hit.meaning)?, ..hit })));
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.meaning));
        longest(hits).into_iter().map(|hit| (hit.range, hit.meaning)).collect()
    }

    /// Whether a text holds any of the phrases.
    pub fn is_in(&self, text: &Text) -> bool {
        !self.find(&Folded::new(text.value(), &text.variables.list)).is_empty()
    }
}

/// Whether a phrase says anything that could be found.
pub fn can_be_found(phrase: &str) -> bool {
    phrase.chars().any(|character| !character.is_whitespace() && !matches!(character, '*' | '_' | '~' | '`'))
        && !Phrases::new([phrase.to_lowercase().as_str()], Boundary::Anywhere).is_empty()
}

/// In Arabic and Hebrew, particles stand before a word without a blank.
fn boundary_of(phrase: &str) -> Boundary {
    match phrase.chars().find(|character| character.is_alphabetic()) {
        Some('\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}') => Boundary::Arabic,
        Some('\u{590}'..='\u{5FF}') => Boundary::Hebrew,
        _ => Boundary::ByScript,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;

    fn found<'t>(phrases: &[&str], text: &'t str) -> Vec<&'t str> {
        let phrases = HousePhrases::new(phrases.iter().map(ToString::to_string).collect());
        let folded = Folded::new(text, &Variables::parse(text).list);
        phrases.find(&folded).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn phrases_are_found_as_whole_words_whatever_their_case_and_width() {
        assert_eq!(found(&["Click here", "Here"], "Please *CLICK\nhere*, or ｈｅｒｅ."), ["CLICK\nhere", "ｈｅｒｅ"]);
        assert_eq!(found(&["cheap"], "cheaper, uncheap, cheap-ish: {{1}}cheap"), ["cheap", "cheap"]);
        assert_eq!(found(&["cheap*"], "cheaper than uncheap"), ["cheaper"]);
        assert_eq!(found(&["up to {n}% off"], "Up to {{1}}% off"), ["Up to {{1}}% off"]);
        assert!(found(&["50% off"], "150% off").is_empty());
    }

    #[test]
    fn scripts_without_blanks_are_searched_anywhere() {
        assert_eq!(found(&["免费"], "现在免费领取"), ["免费"]);
        assert_eq!(found(&["sale"], "今天sale开始"), ["sale"]);
        assert_eq!(found(&["할인"], "오늘 할인을 받으세요"), ["할인"]);
        assert_eq!(found(&["ฟรี"], "จัดส่งฟรีวันนี้"), ["ฟรี"]);
        assert_eq!(found(&["مجانا"], "ومجانا لك"), ["مجانا"]);
        assert!(found(&["रद्द"], "अरद्द").is_empty());
    }

    #[test]
    fn emoji_can_be_phrases_and_nothing_can_not() {
        assert_eq!(found(&["🔥"], "Hot🔥deal"), ["🔥"]);
        assert!(can_be_found("🔥") && can_be_found("no reply") && can_be_found("!!"));
        assert!(!can_be_found(" ") && !can_be_found("*") && !can_be_found("{n}"));
    }
}
