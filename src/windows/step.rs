//! What comes of a journey, event by event.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Reason, Regime, Unit};

/// What came of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its index among the events that were given.
    pub event: usize,
    /// When.
    pub at: Timestamp,
    /// The pricing rules of that moment.
    pub regime: Regime,
    /// When the customer service window closes, if it is open after the event.
    pub window: Option<Timestamp>,
    /// When the free entry point closes, if it is open after the event.
    pub entry_point: Option<Timestamp>,
    /// For what the business sends: what came of it.
    pub sent: Option<Sent>,
}

/// What came of a message of the business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The code with which Meta refuses it.
    pub error: Option<u32>,
    /// What is charged.
    pub billed: Option<Unit>,
    /// What it opens without a charge.
    pub opens: Option<Unit>,
    /// Whether it opens a free entry point.
    pub entry_point_opened: bool,
    /// Why.
    pub reason: Reason,
}

/// What came of a journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simulation {
    /// One an event, in the order of time.
    pub steps: Vec<Step>,
    /// What is charged, and how often.
    pub units: BTreeMap<Unit, u32>,
}

impl Sent {
    /// Let through without a charge.
    pub(super) fn free(reason: Reason) -> Self {
        Self { error: None, billed: None, opens: None, entry_point_opened: false, reason }
    }

    /// Whether Meta lets it through.
    pub fn allowed(&self) -> bool {
        self.error.is_none()
    }
}
