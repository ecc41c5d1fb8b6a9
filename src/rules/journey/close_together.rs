//! Two templates of one category, seconds apart.

use jiff::SignedDuration;

use super::shared::{scenes, span};
use crate::policy::windows::CLOSE_TOGETHER;
use crate::rules::prelude::*;
use crate::windows::{Contact, Outbound};

/// `journey/close-together`
pub struct CloseTogether;

impl Rule for CloseTogether {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let close = SignedDuration::from_secs(CLOSE_TOGETHER.value);
        for scene in scenes(files) {
            let steps = scene.simulation().steps;
            for (first, second) in steps.iter().zip(steps.iter().skip(1)) {
                let gap = second.at.duration_since(first.at);
                let category = scene.events[second.event].category();
                let same = category.is_some() && scene.events[first.event].category() == category;
                let arrives = |index: usize| {
                    matches!(scene.events[index].contact, Contact::Out(Outbound::Template { delivered: true, .. }))
                };
                if gap > close || !same || !arrives(first.event) || !arrives(second.event) {
                    continue;
                }
                let billed = |step: &crate::windows::Step| step.sent.as_ref().is_some_and(|sent| sent.billed.is_some());
                let cost = if billed(first) && billed(second) { ", and both are charged" } else { "" };
                let name = category.map_or("", |category| crate::windows::Charged::from(category).name());
                let when =
                    if gap.is_zero() { "at the same time as".to_owned() } else { format!("{} after", span(gap)) };
                let related = cx.leaf_of(scene.journey.file, &scene.message(first.event).time);
                scene
                    .tell(second.event, format!("sent {when} another {name} template{cost}"), cx)
                    .help("put both into one template, or send the second when the first was answered")
                    .related(related, "the first one is here");
            }
        }
    }
}
