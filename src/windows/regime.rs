//! Which pricing rules hold on a day.

use jiff::civil::Date;

use crate::policy::windows::REGIMES;

/// The pricing rules of a time. Their dates are in `rules/policy/windows.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Regime {
    /// One charge a conversation of 24 hours, whoever began it.
    R1,
    /// One charge a category and conversation of 24 hours.
    R2,
    /// One charge a template message; utility is free inside the window.
    R3,
    /// One charge a message: utility inside the window and service beyond an allowance too.
    R4,
}

impl Regime {
    /// The rules of a day; the oldest ones for days before them.
    pub fn on(day: Date) -> Self {
        REGIMES.iter().rev().find(|fact| fact.from <= day).map_or(Self::R1, |fact| fact.regime)
    }

    /// The rules of that id, in any case.
    pub fn from_id(id: &str) -> Option<Self> {
        REGIMES.iter().map(|fact| fact.regime).find(|regime| regime.id().eq_ignore_ascii_case(id.trim()))
    }

    /// `R3`
    pub fn id(self) -> &'static str {
        match self {
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
        }
    }

    /// What people call them: `per message`.
    pub fn name(self) -> &'static str {
        REGIMES.iter().find(|fact| fact.regime == self).map_or("", |fact| fact.name)
    }

    /// Whether conversations are charged, and not messages.
    pub fn by_conversation(self) -> bool {
        matches!(self, Self::R1 | Self::R2)
    }
}
