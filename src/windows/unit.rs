//! What a charge is for.

use std::fmt;

use crate::template::Category;

/// One thing that is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A conversation of 24 hours.
    Conversation(Charged),
    /// A single message.
    Message(Charged),
}

/// Which rate it goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // Meta's own names.
pub enum Charged {
    Marketing,
    Utility,
    Authentication,
    Service,
    UserInitiated,
    BusinessInitiated,
}

impl Charged {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Marketing,
        Self::Utility,
        Self::Authentication,
        Self::Service,
        Self::UserInitiated,
        Self::BusinessInitiated,
    ];

    /// `user_initiated`
    pub fn name(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Utility => "utility",
            Self::Authentication => "authentication",
            Self::Service => "service",
            Self::UserInitiated => "user_initiated",
            Self::BusinessInitiated => "business_initiated",
        }
    }

    /// `user-initiated`
    pub fn words(self) -> &'static str {
        match self {
            Self::UserInitiated => "user-initiated",
            Self::BusinessInitiated => "business-initiated",
            other => other.name(),
        }
    }
}

impl From<Category> for Charged {
    fn from(category: Category) -> Self {
        match category {
            Category::Marketing => Self::Marketing,
            Category::Utility => Self::Utility,
            Category::Authentication => Self::Authentication,
        }
    }
}

impl Unit {
    /// Which rate it goes by.
    pub fn charged(self) -> Charged {
        match self {
            Self::Conversation(charged) | Self::Message(charged) => charged,
        }
    }

    /// `marketing conversation`
    pub fn words(self) -> String {
        match self {
            Self::Conversation(charged) => format!("{} conversation", charged.words()),
            Self::Message(charged) => format!("{} message", charged.words()),
        }
    }
}

impl fmt::Display for Unit {
    /// `conversation:marketing`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conversation(charged) => write!(f, "conversation:{}", charged.name()),
            Self::Message(charged) => write!(f, "message:{}", charged.name()),
        }
    }
}
