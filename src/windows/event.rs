//! What happens between a person and a business.

use jiff::Timestamp;

use crate::template::Category;

/// Something that happens at a time. Events of one moment are taken in their order here: what comes in first, so that
/// the result does not depend on the order of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// When. A message counts as delivered when it is sent.
    pub at: Timestamp,
    /// What.
    pub contact: Contact,
}

/// Who turns to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contact {
    /// The person to the business.
    In(Inbound),
    /// The business to the person.
    Out(Outbound),
}

/// What the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Inbound {
    /// Whether it is a message.
    pub kind: Kind,
    /// Whether the person came by an advertisement or a page button that opens a chat, on a telephone.
    pub by_entry_point: bool,
}

/// How a person turns to a business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Any message.
    Message,
    /// A call.
    Call,
    /// An emoji under a message of the business.
    Reaction,
}

/// What the business sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outbound {
    /// From the WhatsApp Business app on a telephone: no part of the platform.
    App,
    /// Anything but a template.
    FreeForm {
        /// Whether it arrives.
        delivered: bool,
    },
    /// A template.
    Template {
        /// Its category; nothing where the template is not known.
        category: Option<Category>,
        /// Whether it arrives.
        delivered: bool,
    },
}

impl Event {
    /// The category, where it is a template that is known.
    pub fn category(&self) -> Option<Category> {
        match self.contact {
            Contact::Out(Outbound::Template { category, .. }) => category,
            _ => None,
        }
    }

    /// Whether the business sends it.
    pub fn is_out(&self) -> bool {
        matches!(self.contact, Contact::Out(_))
    }
}
