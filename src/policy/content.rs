//! What texts say: phrases that make a reviewer look twice, and what samples and account numbers look like. The data is
//! under `rules/policy/words/`, in `samples.yaml` and in `accounts.yaml`.

use std::ops::Range;

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

/// A phrase that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is about.
    pub list: List,
    /// Its bytes in the text.
    pub range: Range<usize>,
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
