//! Windows, conversations and pricing rules: the facts of `rules/policy/windows.yaml`.

use jiff::civil::{Date, date};

use super::Limit;
use crate::windows::Regime;

include!(concat!(env!("OUT_DIR"), "/windows.rs"));

/// Pricing rules, and since when they hold.
#[derive(Debug)]
pub struct RegimeFact {
    /// Which.
    pub regime: Regime,
    /// What people call them.
    pub name: &'static str,
    /// Their first day, in the time zone of the account.
    pub from: Date,
}

/// A market where Meta delivers no marketing templates.
#[derive(Debug)]
pub struct PausedMarket {
    /// Its country code.
    pub market: &'static str,
    /// Its name in a sentence.
    pub name: &'static str,
    /// The first day without.
    pub from: Date,
}
