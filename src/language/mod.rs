//! Which language a text is in, and how sure that is: scripts, words and letters as evidence, and a verdict that stays
//! silent where the evidence is thin. What the languages have is data under `rules/policy/tongues/`.

pub mod chinese;
mod data;
pub mod direction;
mod evidence;
mod identify;
mod passage;
mod prose;
pub mod script;

pub use chinese::Chinese;
pub use evidence::{Evidence, texts};
pub use identify::{Declared, Reading, Verdict, read};
pub use passage::Passage;
pub use prose::places_of_evidence;
pub(crate) use prose::skipped;
pub use script::Script;

/// Whether some language has a word, in small letters, among those that it uses most.
pub fn is_frequent(word: &str) -> bool {
    data::languages_with(word) != 0
}
