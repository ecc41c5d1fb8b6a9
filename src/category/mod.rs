//! What a message reads as: marketing, utility or a passcode, with the words that say so.

mod cause;
mod class;
mod decision;
mod evidence;
mod features;
mod key;
mod letters;
mod lexicon;
mod model;
mod reading;
mod structure;
mod thing;
mod token;
mod unit;

pub use cause::Cause;
pub use class::Class;
pub use decision::{Claim, Points, Predicted, Sensitivity, caution, is_told_by_rule};
pub use evidence::Evidence;
pub use features::{Feature, Listen, What, length, tags, whole, words};
pub(crate) use letters::plain;
pub(crate) use lexicon::own_phrases;
pub use lexicon::{Found, Tag, phrases};
pub use model::{Score, score};
pub use reading::{Explain, Reading, read};
pub use structure::{Message, Sampled, is_settled};
pub use thing::{Thing, Things};
pub use token::{Build, Token, TokenKind};
pub(crate) use unit::overlaps;
pub use unit::{Unit, read_names, units};

// VERSION, the figures and weights of the model and PROMOTIONAL_NAMES, made by the build from rules/policy/.
mod data {
    include!(concat!(env!("OUT_DIR"), "/category.rs"));
}

pub use data::{PROMOTIONAL_NAMES, VERSION};
