//! What the rules about journeys have in common.

use jiff::SignedDuration;

use crate::finding::shortened;
use crate::finding::{FileId, Finding};
use crate::journey::{self, Journey, Message, Templates, events};
use crate::rules::prelude::*;
use crate::text::wording::counted;
use crate::windows::{Contact, Event, Outbound, Simulation, simulate};

/// A journey with the categories of its templates.
pub(super) struct Scene<'f> {
    pub journey: &'f Journey,
    pub events: Vec<Event>,
}

/// The journeys of a run that can be followed.
pub(super) fn scenes(files: Files<'_>) -> Vec<Scene<'_>> {
    let mut journeys = journeys(files).filter(|journey| journey.can_be_followed).peekable();
    if journeys.peek().is_none() {
        return Vec::new();
    }
    let templates = Templates::of(files.iter());
    journeys.map(|journey| Scene { events: events(journey, &templates), journey }).collect()
}

/// All journeys of a run.
pub(super) fn journeys<'f>(files: Files<'f>) -> impl Iterator<Item = &'f Journey> {
    files.iter().flat_map(journey::journeys)
}

/// Looks at every message of every journey, with the templates that it may name. A run without journeys costs nothing.
pub(super) fn each_message<'f>(files: Files<'f>, mut look: impl FnMut(&'f Message, &Templates<'f>, FileId)) {
    let mut journeys = journeys(files).peekable();
    if journeys.peek().is_none() {
        return;
    }
    let templates = Templates::of(files.iter());
    for journey in journeys {
        journey.messages.iter().for_each(|message| look(message, &templates, journey.file));
    }
}

impl<'f> Scene<'f> {
    pub fn message(&self, index: usize) -> &'f Message {
        &self.journey.messages[index]
    }

    pub fn simulation(&self) -> Simulation {
        simulate(&self.journey.account, &self.events)
    }

    /// Whether all categories are known, so that something can be said about what is charged.
    pub fn costs_are_known(&self) -> bool {
        let unknown = Contact::Out(Outbound::Template { category: None, delivered: true });
        !self.events.iter().any(|event| event.contact == unknown)
    }

    /// Says something about when a message is sent.
    pub fn tell<'c>(&self, index: usize, message: String, cx: &'c mut Context<'_>) -> &'c mut Finding {
        let at = self.message(index);
        let place = cx.leaf_of(self.journey.file, &at.time);
        let finding = cx.report(place, message);
        finding.template = at.template.as_ref().map(|name| shortened(name.value.trim()));
        finding.language = at.language.as_ref().map(|code| code.value.trim().to_owned());
        finding
    }
}

/// `3 hours`, `25 minutes`, `40 seconds`: the largest unit that says it well.
pub(super) fn span(duration: SignedDuration) -> String {
    let seconds = usize::try_from(duration.as_secs()).unwrap_or(0);
    match seconds {
        0..120 => counted(seconds, "second"),
        120..7200 => counted(seconds / 60, "minute"),
        7200..172_800 => counted(seconds / 3600, "hour"),
        _ => counted(seconds / 86_400, "day"),
    }
}
