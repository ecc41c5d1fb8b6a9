//! A category that the journey and the template do not agree about.

use super::shared::journeys;
use crate::journey::Templates;
use crate::rules::prelude::*;
use crate::windows::Charged;

/// `journey/category`
pub struct Category;

impl Rule for Category {
    fn run(&self, files: &[File], cx: &mut Context<'_>) {
        let mut journeys = journeys(files).peekable();
        if journeys.peek().is_none() {
            return;
        }
        let templates = Templates::of(files);
        for journey in journeys {
            for message in &journey.messages {
                let (Some(name), Some(written)) = (&message.template, &message.category) else { continue };
                let (Some(here), Some(there)) = (message.event.category(), templates.category(&name.value)) else {
                    continue;
                };
                if here == there {
                    continue;
                }
                let (place, there) = (cx.leaf_of(journey.file, written), Charged::from(there).name());
                let name = name.value.trim();
                let finding =
                    cx.report(place, format!("the template `{name}` is {there}, and not {}", written.value.trim()));
                finding.help(format!("write `{there}`, or leave it out: the template says it"));
                finding.template = Some(name.to_owned());
            }
        }
    }
}
