//! Phrases laid out for looking up: sorted by the words they begin with. The build lays out the lists under `rules/`,
//! so that a run finds them ready.

use super::folded::{Folded, VARIABLE};

/// In a laid out phrase: the rest of a word.
pub(super) const REST_OF_WORD: char = '*';

/// A phrase in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins in the text of the table.
    pub start: u32,
    /// How many of its bytes are looked up: those before the first number or rest of a word.
    pub fixed: u16,
    /// How many bytes it has.
    pub length: u16,
    /// Its index among the phrases.
    pub phrase: u16,
    /// Whether a number stands in front.
    pub number_first: bool,
}

/// All rows, and what they say.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// The phrases, one behind another.
    pub text: String,
    /// Sorted by the bytes that are looked up.
    pub rows: Vec<Row>,
    /// For each first byte the first row that does not begin with a smaller one, and the end.
    pub index: Vec<u16>,
}

/// Lays out phrases. One without words of its own is left out, and so never found.
///
/// # Errors
/// Says which phrase is too long, or that there are too many.
pub fn lay<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Result<Laid, String> {
    let mut found = Vec::new();
    for (index, written) in phrases.into_iter().enumerate() {
        let phrase = u16::try_from(index).map_err(|_| "there are too many phrases".to_owned())?;
        let pattern = pattern(written);
        let rest = pattern.strip_prefix(VARIABLE);
        let words = rest.unwrap_or(&pattern);
        let fixed = words.find([VARIABLE, REST_OF_WORD]).unwrap_or(words.len());
        if fixed > 0 {
            found.push((words[..fixed].to_owned(), words.to_owned(), phrase, rest.is_some()));
        }
    }
    found.sort();
    let mut laid = Laid::default();
    for (fixed, words, phrase, number_first) in &found {
        let short = |length: usize| u16::try_from(length).map_err(|_| format!("`{words}` is too long"));
        let start = u32::try_from(laid.text.len()).map_err(|_| "there are too many phrases".to_owned())?;
        let (fixed, length) = (short(fixed.len())?, short(words.len())?);
        laid.rows.push(Row { start, fixed, length, phrase: *phrase, number_first: *number_first });
        laid.text.push_str(words);
    }
    let first = |byte: usize| found.partition_point(|(fixed, ..)| usize::from(fixed.as_bytes()[0]) < byte);
    laid.index = (0..=256).filter_map(|byte| u16::try_from(first(byte)).ok()).collect();
    Ok(laid)
}

/// A written phrase, folded, with one sign for each `{n}` and each `*`.
fn pattern(written: &str) -> String {
    let fold = |words: &str| Folded::new(words, &[]).text().to_owned();
    let with_rests = |between: &str| between.split('*').map(fold).collect::<Vec<_>>().join("*");
    written.split("{n}").map(with_rests).collect::<Vec<_>>().join(&VARIABLE.to_string())
}
