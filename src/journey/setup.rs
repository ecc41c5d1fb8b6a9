//! `config`: whose account it is, and what is taken for true.

use jiff::tz::TimeZone;

use crate::template::Fields;
use crate::windows::{Account, Regime};

use super::values::Values;

/// The keys of `config`.
pub(crate) const KEYS: &[&str] = &[
    "waba_tz",
    "market",
    "regime",
    "payment_method",
    "service_free_allowance",
    "service_used_this_month",
    "service_conv_used_this_month",
    "fep_hours",
    "fep_uses_allowance",
    "utility_free_in_csw_after_2026_10",
    "call_opens_csw",
    "reaction_opens_csw",
    "entry",
    "device",
];

pub(crate) const REGIMES: &[&str] = &["R1", "R2", "R3", "R4"];
/// Entry points that open a free entry point window.
pub(crate) const ENTRIES: &[&str] = &["ctwa_ad", "fb_page_cta"];
const PHONES: &[&str] = &["ios", "android"];
pub(crate) const DEVICES: &[&str] = &["ios", "android", "web", "desktop"];

/// A year: longer than any window anybody has spoken of.
const MOST_HOURS: u32 = 366 * 24;
const MOST_MESSAGES: u32 = 1_000_000_000;

pub(super) fn account(values: &mut Values<'_, '_>, fields: &Fields) -> Account {
    let usual = Account::default();
    let count = |values: &mut Values<'_, '_>, name| values.number(fields, name, MOST_MESSAGES);
    Account {
        zone: zone(values, fields).unwrap_or(usual.zone),
        regime: values.choice(fields, "regime", REGIMES).and_then(Regime::from_id),
        payment_method: values.yes(fields, "payment_method").unwrap_or(usual.payment_method),
        service_free_allowance: count(values, "service_free_allowance").unwrap_or(usual.service_free_allowance),
        service_used: count(values, "service_used_this_month").unwrap_or(usual.service_used),
        service_conversations_used: count(values, "service_conv_used_this_month")
            .unwrap_or(usual.service_conversations_used),
        free_entry_point_hours: values.number(fields, "fep_hours", MOST_HOURS).unwrap_or(usual.free_entry_point_hours),
        utility_free_in_window_r4: values
            .yes(fields, "utility_free_in_csw_after_2026_10")
            .unwrap_or(usual.utility_free_in_window_r4),
        entry_point_uses_allowance: values
            .yes(fields, "fep_uses_allowance")
            .unwrap_or(usual.entry_point_uses_allowance),
        call_opens_window: values.yes(fields, "call_opens_csw").unwrap_or(usual.call_opens_window),
        reaction_opens_window: values.yes(fields, "reaction_opens_csw").unwrap_or(usual.reaction_opens_window),
    }
}

fn zone(values: &mut Values<'_, '_>, fields: &Fields) -> Option<TimeZone> {
    let leaf = values.leaf(fields, "waba_tz")?;
    let zone = TimeZone::get(leaf.value.trim()).ok();
    if zone.is_none() {
        let message = format!("`{}` is no time zone", leaf.value.trim());
        values.wrong(leaf, message, "write its name with continent and city, such as `Europe/Berlin`, or `UTC`");
    }
    zone
}

/// Whether the keys `entry` and `device` say that somebody came by an entry point that makes messages free.
pub(super) fn by_entry_point(values: &mut Values<'_, '_>, fields: &Fields) -> bool {
    let entry = values.choice(fields, "entry", ENTRIES).is_some();
    let device = values.choice(fields, "device", DEVICES);
    if let (true, None, Some(field), None) = (entry, device, fields.get("entry"), fields.get("device")) {
        values.missing(
            field.key,
            "`entry` without a `device`",
            "add `device: android`, `ios`, `web` or `desktop`; on a computer nothing becomes free",
        );
    }
    entry && device.is_some_and(|device| PHONES.contains(&device))
}
