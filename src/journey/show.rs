//! What `walint windows` shows: every journey, played through under one or more pricing rules.

use crate::rules::File;
use crate::template::Leaf;
use crate::windows::{Account, Event, Regime, Simulation, simulate};

use super::{Journey, Templates, events, journeys};

/// A journey and what came of it.
#[derive(Debug)]
pub struct Play<'f> {
    /// The file it stands in.
    pub file: &'f File,
    /// The journey.
    pub journey: &'f Journey,
    /// What happens, with the categories of the templates.
    pub events: Vec<Event>,
    /// What comes of it under the journey's own rules.
    pub simulation: Simulation,
    /// The same under other rules.
    pub compared: Vec<(Regime, Simulation)>,
}

/// Plays every journey of some files that can be followed.
pub fn plays<'f>(files: &'f [File], compare: &[Regime]) -> Vec<Play<'f>> {
    let templates = Templates::of(files);
    let all = files.iter().flat_map(|file| journeys(file).iter().map(move |journey| (file, journey)));
    all.filter(|(_, journey)| journey.can_be_followed)
        .map(|(file, journey)| {
            let events = events(journey, &templates);
            let under = |&regime: &Regime| {
                let account = Account { regime: Some(regime), ..journey.account.clone() };
                (regime, simulate(&account, &events))
            };
            let compared = compare.iter().map(under).collect();
            Play { file, journey, simulation: simulate(&journey.account, &events), compared, events }
        })
        .collect()
}

impl Play<'_> {
    /// Whether Meta refuses a message, under the rules that are shown.
    pub fn refuses(&self) -> bool {
        let own = std::iter::once(&self.simulation).filter(|_| self.compared.is_empty());
        let shown = own.chain(self.compared.iter().map(|(_, simulation)| simulation));
        shown
            .flat_map(|simulation| &simulation.steps)
            .any(|step| step.sent.as_ref().is_some_and(|sent| !sent.allowed()))
    }

    /// The templates whose category nobody knows.
    pub fn unknown(&self) -> impl Iterator<Item = &Leaf> {
        let unknown = self.journey.messages.iter().zip(&self.events).filter(|(_, event)| {
            use crate::windows::{Contact, Outbound};
            matches!(event.contact, Contact::Out(Outbound::Template { category: None, .. }))
        });
        unknown.filter_map(|(message, _)| message.template.as_ref())
    }
}
