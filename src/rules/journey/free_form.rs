//! A message that is no template, when only templates are let through.

use super::shared::{scenes, span};
use crate::finding::Place;
use crate::policy::windows::CUSTOMER_SERVICE_WINDOW;
use crate::rules::prelude::*;
use crate::windows::{Contact, Event, WINDOW_CLOSED};

/// `journey/free-form`
pub struct FreeForm;

impl Rule for FreeForm {
    fn run(&self, files: &[File], cx: &mut Context<'_>) {
        for scene in scenes(files) {
            let mut last: Option<(usize, Event)> = None;
            for step in scene.simulation().steps {
                let event = scene.events[step.event];
                if matches!(event.contact, Contact::In(_)) && step.window.is_some() {
                    last = Some((step.event, event));
                }
                if step.sent.is_none_or(|sent| sent.error != Some(WINDOW_CLOSED)) {
                    continue;
                }
                let message = match last {
                    None => "a free-form message to somebody who has not written yet".to_owned(),
                    Some((_, last)) => {
                        let since = span(event.at.duration_since(last.at));
                        let limit = CUSTOMER_SERVICE_WINDOW.value;
                        format!(
                            "a free-form message {since} after the person last wrote; the window closes after {limit} hours"
                        )
                    }
                };
                let related = last.map(|(index, _)| {
                    let time = &scene.message(index).time;
                    let place: Place = cx.leaf_of(scene.journey.file, time);
                    (place, "the person last wrote here")
                });
                let finding = scene.tell(step.event, message, cx);
                finding.help("send a template here, or send this while the window is open");
                if let Some((place, said)) = related {
                    finding.related(place, said);
                }
            }
        }
    }
}
