//! Whose messages these are, and what is taken for true where sources disagree.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Regime;
use crate::policy::Limit;
use crate::policy::windows as facts;

/// The WhatsApp Business Account. Without a word from the user, everything is as `rules/policy/windows.yaml` says.
#[derive(Clone, Debug)]
pub struct Account {
    /// Days and months begin by its clock.
    pub zone: TimeZone,
    /// Pricing rules to use whatever the date.
    pub regime: Option<Regime>,
    /// Whether something that costs can be paid.
    pub payment_method: bool,
    /// Service messages a month that are free (R4).
    pub service_free_allowance: u32,
    /// How many of them are used when the journey begins.
    pub service_used: u32,
    /// Service conversations of the month when the journey begins (R2).
    pub service_conversations_used: u32,
    /// How long a free entry point lasts, in hours.
    pub free_entry_point_hours: u32,
    /// Whether utility templates inside the window are free under R4 too.
    pub utility_free_in_window_r4: bool,
    /// Whether service messages in a free entry point use the allowance.
    pub entry_point_uses_allowance: bool,
    /// Whether a call opens the window.
    pub call_opens_window: bool,
    /// Whether a reaction opens the window.
    pub reaction_opens_window: bool,
}

impl Default for Account {
    fn default() -> Self {
        Self {
            zone: TimeZone::UTC,
            regime: None,
            payment_method: true,
            service_free_allowance: whole(&facts::FREE_SERVICE_MESSAGES),
            service_used: 0,
            service_conversations_used: 0,
            free_entry_point_hours: whole(&facts::FREE_ENTRY_POINT),
            utility_free_in_window_r4: facts::UTILITY_FREE_IN_WINDOW_R4,
            entry_point_uses_allowance: facts::ENTRY_POINT_USES_ALLOWANCE,
            call_opens_window: facts::CALL_OPENS_WINDOW,
            reaction_opens_window: facts::REACTION_OPENS_WINDOW,
        }
    }
}

impl Account {
    /// The day by the clock of the account.
    pub fn day(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The pricing rules of a moment.
    pub fn regime_at(&self, at: Timestamp) -> Regime {
        self.regime.unwrap_or_else(|| Regime::on(self.day(at)))
    }
}

fn whole(limit: &Limit) -> u32 {
    u32::try_from(limit.value).unwrap_or(0)
}

/// A moment so many hours later; the end of time where there is none.
pub(super) fn hours_after(at: Timestamp, hours: i64) -> Timestamp {
    SignedDuration::try_from_hours(hours).and_then(|span| at.checked_add(span).ok()).unwrap_or(Timestamp::MAX)
}
