//! Windows and charges: what the rules of each time say, in a test each, and what holds for any journey at all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use walint::template::Category;
use walint::windows::{
    Account, Contact, Event, Inbound, Kind, Outbound, Regime, Sent, Simulation, Step, WINDOW_CLOSED, simulate,
};

const MARKETING: Outbound = Outbound::Template { category: Some(Category::Marketing), delivered: true };
const UTILITY: Outbound = Outbound::Template { category: Some(Category::Utility), delivered: true };
const FREE_FORM: Outbound = Outbound::FreeForm { delivered: true };
/// A Monday under the conversation-based rules, when service conversations were still charged beyond a free number.
const CONVERSATIONS: &str = "2024-03-04T09:00:00Z";
const PER_MESSAGE: &str = "2026-03-02T09:00:00Z";

fn at(start: &str, hours: i64) -> Timestamp {
    start.parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hours)
}

fn receives(start: &str, hours: i64) -> Event {
    let inbound = Inbound { kind: Kind::Message, by_entry_point: false };
    Event { at: at(start, hours), contact: Contact::In(inbound) }
}

fn sends(start: &str, hours: i64, what: Outbound) -> Event {
    Event { at: at(start, hours), contact: Contact::Out(what) }
}

/// An account that has used up what is free.
fn nothing_free() -> Account {
    Account { service_conversations_used: 1000, service_used: 1000, ..Account::default() }
}

fn bill(events: &[Event]) -> BTreeMap<String, u32> {
    let units = simulate(&nothing_free(), events).units;
    units.into_iter().map(|(unit, count)| (unit.to_string(), count)).collect()
}

fn charges(wanted: &[(&str, u32)]) -> BTreeMap<String, u32> {
    wanted.iter().map(|(unit, count)| ((*unit).to_owned(), *count)).collect()
}

fn last(events: &[Event]) -> Sent {
    simulate(&nothing_free(), events).steps.pop().unwrap().sent.unwrap()
}

// ---- What the conversation-based model says --------------------------------------------------------------------------

#[test]
fn after_24_hours_a_template_is_needed() {
    for start in [CONVERSATIONS, PER_MESSAGE, "2026-11-02T09:00:00Z"] {
        let late = last(&[receives(start, 0), sends(start, 24, FREE_FORM)]);
        assert_eq!((late.error, late.billed), (Some(WINDOW_CLOSED), None), "{start}");
        assert!(last(&[receives(start, 0), sends(start, 24, UTILITY)]).allowed(), "{start}");
    }
}

#[test]
fn the_window_of_a_business_initiated_conversation_runs_from_the_template() {
    let first = sends(CONVERSATIONS, 0, MARKETING);
    assert_eq!(last(&[first, sends(CONVERSATIONS, 23, MARKETING)]).billed, None);
    let opens = last(&[first, sends(CONVERSATIONS, 24, MARKETING)]).billed.unwrap();
    assert_eq!(opens.to_string(), "conversation:marketing");
}

#[test]
fn the_same_category_is_not_charged_again_within_24_hours() {
    let events = [0, 1, 12, 23].map(|hours| sends(CONVERSATIONS, hours, UTILITY));
    assert_eq!(bill(&events), charges(&[("conversation:utility", 1)]));
}

#[test]
fn another_category_is_charged() {
    let events = [sends(CONVERSATIONS, 0, MARKETING), sends(CONVERSATIONS, 1, UTILITY)];
    assert_eq!(bill(&events), charges(&[("conversation:marketing", 1), ("conversation:utility", 1)]));
}

#[test]
fn a_user_initiated_conversation_starts_with_the_merchants_reply() {
    assert_eq!(bill(&[receives(CONVERSATIONS, 0)]), charges(&[]));
    let events = [
        receives(CONVERSATIONS, 0),
        sends(CONVERSATIONS, 5, FREE_FORM),
        receives(CONVERSATIONS, 20),
        sends(CONVERSATIONS, 28, FREE_FORM),
    ];
    assert_eq!(
        bill(&events),
        charges(&[("conversation:service", 1)]),
        "28 hours after the message, 23 after the reply"
    );
    let first_rules = "2022-06-06T09:00:00Z";
    let events = [receives(first_rules, 0), sends(first_rules, 5, FREE_FORM)];
    assert_eq!(bill(&events), charges(&[("conversation:user_initiated", 1)]));
}

#[test]
fn free_form_text_is_allowed_inside() {
    let events = [receives(CONVERSATIONS, 0), sends(CONVERSATIONS, 1, FREE_FORM), sends(CONVERSATIONS, 23, FREE_FORM)];
    let simulation = simulate(&nothing_free(), &events);
    assert!(simulation.steps.iter().filter_map(|step| step.sent.as_ref()).all(Sent::allowed));
    assert_eq!(bill(&events), charges(&[("conversation:service", 1)]));
}

#[test]
fn after_24_hours_it_is_charged_again() {
    let events = [0, 12, 24, 36, 48].map(|hours| sends(CONVERSATIONS, hours, UTILITY));
    assert_eq!(bill(&events), charges(&[("conversation:utility", 3)]));
}

// ---- What came later -------------------------------------------------------------------------------------------------

#[test]
fn since_july_2025_every_template_is_charged_but_utility_inside_the_window() {
    let events = [
        receives(PER_MESSAGE, 0),
        sends(PER_MESSAGE, 1, UTILITY),
        sends(PER_MESSAGE, 2, MARKETING),
        sends(PER_MESSAGE, 3, MARKETING),
        sends(PER_MESSAGE, 25, UTILITY),
    ];
    assert_eq!(bill(&events), charges(&[("message:marketing", 2), ("message:utility", 1)]));
}

#[test]
fn since_october_2026_utility_and_service_are_charged_inside_the_window_too() {
    let start = "2026-10-05T09:00:00Z";
    let events = [receives(start, 0), sends(start, 1, FREE_FORM), sends(start, 2, UTILITY)];
    assert_eq!(bill(&events), charges(&[("message:service", 1), ("message:utility", 1)]));
    let disputed = Account { utility_free_in_window_r4: true, ..Account::default() };
    assert!(simulate(&disputed, &events).units.is_empty());
}

#[test]
fn rules_switch_at_midnight_of_the_account() {
    let zone = |name| Account { zone: jiff::tz::TimeZone::get(name).unwrap(), ..Account::default() };
    let event = sends("2026-09-30T23:00:00Z", 0, UTILITY);
    let regime = |name| simulate(&zone(name), &[event]).steps[0].regime;
    assert_eq!([regime("Europe/Berlin"), regime("UTC"), regime("America/Lima")], [Regime::R4, Regime::R3, Regime::R3]);
}

#[test]
fn a_new_month_brings_a_new_allowance() {
    let start = "2026-10-31T20:00:00Z";
    let events = [receives(start, 0), sends(start, 1, FREE_FORM), sends(start, 5, FREE_FORM)];
    let simulation = simulate(&nothing_free(), &events);
    let billed: Vec<bool> =
        simulation.steps.iter().filter_map(|step| step.sent.as_ref()).map(|sent| sent.billed.is_some()).collect();
    assert_eq!(billed, [true, false]);
}

#[test]
fn without_a_payment_method_what_is_not_free_is_refused() {
    let account = Account { payment_method: false, ..nothing_free() };
    let events = [receives(PER_MESSAGE, 0), sends(PER_MESSAGE, 1, UTILITY), sends(PER_MESSAGE, 2, MARKETING)];
    let simulation = simulate(&account, &events);
    let errors: Vec<Option<u32>> =
        simulation.steps.iter().filter_map(|step| step.sent.as_ref()).map(|sent| sent.error).collect();
    assert_eq!((errors, simulation.units.len()), (vec![None, Some(131_042)], 0));
}

// ---- What holds for any journey ----------------------------------------------------------------------------------------

fn contacts() -> impl Strategy<Value = Contact> {
    let kinds = prop_oneof![Just(Kind::Message), Just(Kind::Call), Just(Kind::Reaction)];
    let inbound = (kinds, prop::bool::weighted(0.2))
        .prop_map(|(kind, by_entry_point)| Contact::In(Inbound { kind, by_entry_point }));
    let categories = prop_oneof![
        Just(Some(Category::Marketing)),
        Just(Some(Category::Utility)),
        Just(Some(Category::Authentication)),
        Just(None)
    ];
    let outbound = prop_oneof![
        1 => Just(Outbound::App),
        4 => prop::bool::weighted(0.9).prop_map(|delivered| Outbound::FreeForm { delivered }),
        6 => (categories, prop::bool::weighted(0.9))
            .prop_map(|(category, delivered)| Outbound::Template { category, delivered }),
    ];
    prop_oneof![2 => inbound, 3 => outbound.prop_map(Contact::Out)]
}

/// Events within some days, in whole quarters of an hour, so that moments and ends of windows meet.
fn journeys(start: &'static str, days: i64) -> impl Strategy<Value = Vec<Event>> {
    let event = (0..days * 96, contacts()).prop_map(move |(quarters, contact)| Event {
        at: at(start, 0) + SignedDuration::from_mins(quarters * 15),
        contact,
    });
    prop::collection::vec(event, 0..40)
}

fn accounts() -> impl Strategy<Value = Account> {
    (any::<bool>(), 995_u32..=1000, 995_u32..=1000, any::<bool>(), any::<bool>()).prop_map(
        |(payment_method, service_used, service_conversations_used, utility, calls)| Account {
            payment_method,
            service_used,
            service_conversations_used,
            utility_free_in_window_r4: utility,
            call_opens_window: calls,
            ..Account::default()
        },
    )
}

/// Any time, or across the changes of the rules.
fn any_journey() -> impl Strategy<Value = Vec<Event>> {
    prop_oneof![
        journeys("2023-05-29T00:00:00Z", 8),
        journeys("2024-10-29T00:00:00Z", 6),
        journeys("2025-06-28T00:00:00Z", 6),
        journeys("2026-09-28T00:00:00Z", 6),
        journeys("2026-10-05T00:00:00Z", 5),
    ]
}

fn shown(simulation: &Simulation, shift: SignedDuration) -> Vec<Step> {
    let moved = |moment: Option<Timestamp>| moment.map(|moment| moment + shift);
    let steps = simulation.steps.iter().cloned();
    steps
        .map(|step| Step {
            at: step.at + shift,
            window: moved(step.window),
            entry_point: moved(step.entry_point),
            ..step
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_more_is_charged_than_is_sent_and_allowed(events in any_journey(), account in accounts()) {
        let simulation = simulate(&account, &events);
        prop_assert_eq!(simulation.steps.len(), events.len());
        let allowed = simulation.steps.iter().filter_map(|step| step.sent.as_ref()).filter(|sent| sent.allowed());
        let billed = allowed.filter(|sent| sent.billed.is_some()).count();
        prop_assert_eq!(simulation.units.values().sum::<u32>() as usize, billed);
        prop_assert!(simulation.units.values().all(|count| *count > 0));
        let refused = simulation.steps.iter().filter_map(|step| step.sent.as_ref()).filter(|sent| !sent.allowed());
        prop_assert!(refused.into_iter().all(|sent| sent.billed.is_none()));
    }

    #[test]
    fn one_more_message_of_the_person_closes_no_window(
        events in any_journey(), account in accounts(), quarters in 0_i64..600, by_entry_point: bool,
    ) {
        let Some(first) = events.iter().map(|event| event.at).min() else { return Ok(()) };
        // Without money, an answer that was refused may now use up the allowance of a later one.
        let account = Account { payment_method: true, ..account };
        let mut more = events.clone();
        let extra = Contact::In(Inbound { kind: Kind::Message, by_entry_point });
        more.push(Event { at: first + SignedDuration::from_mins(quarters * 15), contact: extra });
        let refused = |events: &[Event]| -> Vec<usize> {
            let steps = simulate(&account, events).steps;
            let refused = steps.iter().filter(|step| step.sent.as_ref().is_some_and(|sent| !sent.allowed()));
            refused.map(|step| step.event).collect()
        };
        let before = refused(&events);
        prop_assert!(refused(&more).iter().all(|event| before.contains(event)));
    }

    #[test]
    fn another_start_under_the_same_rules_changes_nothing(
        events in prop_oneof![
            journeys("2023-07-03T00:00:00Z", 5), journeys("2025-09-01T00:00:00Z", 5), journeys("2026-10-02T00:00:00Z", 5),
        ],
        account in accounts(), minutes in 0_i64..20 * 24 * 60,
    ) {
        // Twenty days at most: allowances start again with the month.
        let shift = SignedDuration::from_mins(minutes);
        let later: Vec<Event> = events.iter().map(|event| Event { at: event.at + shift, ..*event }).collect();
        let (one, other) = (simulate(&account, &events), simulate(&account, &later));
        prop_assert_eq!(&one.units, &other.units);
        prop_assert_eq!(shown(&one, shift), other.steps);
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(
        (events, shuffled) in any_journey().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        account in accounts(),
    ) {
        let without_index = |simulation: Simulation| -> Vec<Step> {
            simulation.steps.into_iter().map(|step| Step { event: 0, ..step }).collect()
        };
        let (one, other) = (simulate(&account, &events), simulate(&account, &shuffled));
        prop_assert_eq!(&one.units, &other.units);
        prop_assert_eq!(without_index(one), without_index(other));
    }
}
