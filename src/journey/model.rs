//! A journey as its file tells it, every leaf with its place.

use crate::finding::FileId;
use crate::syntax::Span;
use crate::template::Leaf;
use crate::windows::{Account, Event};

/// One person's journey.
#[derive(Debug)]
pub struct Journey {
    /// The file it stands in.
    pub file: FileId,
    /// Its first key.
    pub key: Span,
    /// `id`
    pub id: Option<Leaf>,
    /// `title`
    pub title: Option<Leaf>,
    /// The market whose rates hold.
    pub market: Option<Leaf>,
    /// What `config` says, and what it does not say as the policy has it.
    pub account: Account,
    /// What happens, in the order of the file.
    pub messages: Vec<Message>,
    /// What in it can not be followed.
    pub slips: Vec<Slip>,
    /// Whether all of it was understood. Where an event is lost, what comes of the others means little.
    pub can_be_followed: bool,
}

/// One thing that happens.
#[derive(Debug)]
pub struct Message {
    /// When, as it is written.
    pub time: Leaf,
    /// What happens. A template that is only named has no category here.
    pub event: Event,
    /// The name of the template.
    pub template: Option<Leaf>,
    /// The category that the journey says the template has.
    pub category: Option<Leaf>,
    /// The language of the template.
    pub language: Option<Leaf>,
    /// The values for the variables of the body.
    pub parameters: Option<Parameters>,
    /// What is written, for whoever reads the file.
    pub text: Option<Leaf>,
}

/// The values for the variables of a body.
#[derive(Debug)]
pub struct Parameters {
    /// The key that holds them.
    pub key: Span,
    /// How many.
    pub count: usize,
    /// Their names, where they have some.
    pub names: Option<Vec<Leaf>>,
}

/// Something in a journey that can not be followed.
#[derive(Debug)]
pub struct Slip {
    /// The value that is wrong, or the key of what lacks one.
    pub at: Result<Leaf, Span>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Journey {
    /// The market as it is written.
    pub fn market(&self) -> Option<&str> {
        self.market.as_ref().map(|market| market.value.trim())
    }
}
