//! What a message reads as: marketing, utility or a passcode, with the words that say so.

mod decision;
mod evidence;
mod features;
mod letters;
mod lexicon;
mod model;
mod reading;
mod structure;
mod unit;

pub use decision::{Claim, Points, Predicted, Sensitivity, caution, is_told_by_rule};
pub use evidence::Evidence;
pub use features::{Feature, length, tags, whole, words};
pub(crate) use letters::plain;
pub(crate) use lexicon::own_phrases;
pub use lexicon::{Class, Found, Tag, phrases};
pub use model::{Score, Weights, score, weights};
pub use reading::{Explain, Reading, read};
pub use structure::{Message, Sampled};
pub(crate) use unit::overlaps;
pub use unit::{Unit, units};

// VERSION, the figures of the model and PROMOTIONAL_NAMES, made by the build from rules/policy/.
mod data {
    include!(concat!(env!("OUT_DIR"), "/category.rs"));
}

pub use data::{PROMOTIONAL_NAMES, VERSION};
