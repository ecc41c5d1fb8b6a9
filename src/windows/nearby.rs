//! Charges that a little more or less patience would have saved.

use jiff::{SignedDuration, Timestamp};

use super::account::hours_after;
use super::simulator::{Simulator, apart, in_order};
use super::{Account, Charged, Contact, Event, Outbound, Sent};
use crate::policy::windows as facts;

/// A message that is charged and would have been free shortly before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Its index among the events.
    pub event: usize,
    /// What ended in between.
    pub ended: Ended,
    /// When that ended.
    pub end: Timestamp,
}

/// What ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The customer service window.
    Window,
    /// The free entry point.
    EntryPoint,
    /// A conversation.
    Conversation(Charged),
}

/// A message that is charged, and would be free behind the event that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sooner {
    /// Its index among the events.
    pub event: usize,
    /// The index of the event that follows.
    pub next: usize,
}

/// The messages that were sent just after something ended in which they would have been free.
pub fn just_missed(account: &Account, events: &[Event]) -> Vec<Missed> {
    let mut simulator = Simulator::new(account);
    let mut missed = Vec::new();
    for index in in_order(events) {
        let before = simulator.clone();
        let step = simulator.step(index, &events[index]);
        let Contact::Out(outbound) = events[index].contact else { continue };
        if step.sent.is_some_and(|sent| sent.billed.is_some()) {
            missed.extend(missed_before(&before, index, step.at, outbound));
        }
    }
    missed
}

fn missed_before(before: &Simulator<'_>, event: usize, at: Timestamp, outbound: Outbound) -> Option<Missed> {
    let state = &before.state;
    let conversations =
        Charged::ALL.into_iter().map(|charged| (Ended::Conversation(charged), state.conversation_end(charged)));
    let ends = [(Ended::Window, state.window_end), (Ended::EntryPoint, state.entry_point_end)].into_iter();
    ends.chain(conversations).find_map(|(ended, end)| {
        let end = end.filter(|end| *end <= at && apart(*end, at) <= just_outside())?;
        let last_moment = end.checked_sub(SignedDuration::from_secs(1)).ok()?;
        is_free(&before.instead(last_moment, outbound)).then_some(Missed { event, ended, end })
    })
}

/// The messages that would be free if they were sent behind the next event, which comes soon. What the person does
/// next may be the answer to the message itself, so that counts only where an earlier charged message may have called
/// for it.
pub fn one_message_sooner(account: &Account, events: &[Event]) -> Vec<Sooner> {
    let order = in_order(events);
    let mut simulator = Simulator::new(account);
    let mut found = Vec::new();
    let mut charged_before: Option<Timestamp> = None;
    for (place, &index) in order.iter().enumerate() {
        let before = simulator.clone();
        let sent = simulator.step(index, &events[index]).sent;
        let Some(&next) = order.get(place + 1) else { break };
        let at = events[index].at;
        if sent.is_none_or(|sent| sent.billed.is_none()) {
            continue;
        }
        let soon = apart(at, events[next].at) <= just_outside();
        let second =
            charged_before.replace(at).is_some_and(|before| at < hours_after(before, facts::CONVERSATION.value));
        if soon && (second || events[next].is_out()) && is_cheaper_behind(&before, events, index, next) {
            found.push(Sooner { event: index, next });
        }
    }
    found
}

/// Whether the first of two events would be free behind the second, and the second no dearer for it.
fn is_cheaper_behind(before: &Simulator<'_>, events: &[Event], first: usize, second: usize) -> bool {
    let (mut as_written, mut swapped) = (before.clone(), before.clone());
    as_written.step(first, &events[first]);
    let second_as_written = as_written.step(second, &events[second]).sent;
    let second_swapped = swapped.step(second, &events[second]).sent;
    let first_behind = Event { at: events[second].at, ..events[first] };
    let first_swapped = swapped.step(first, &first_behind).sent;
    let no_dearer = match (&second_as_written, &second_swapped) {
        (Some(written), Some(swapped)) => written.error == swapped.error && written.billed == swapped.billed,
        (written, swapped) => written.is_none() && swapped.is_none(),
    };
    no_dearer && first_swapped.is_some_and(|sent| is_free(&sent))
}

fn is_free(sent: &Sent) -> bool {
    sent.allowed() && sent.billed.is_none()
}

fn just_outside() -> SignedDuration {
    SignedDuration::from_mins(facts::JUST_OUTSIDE.value)
}
