//! A category that the journey and the template do not agree about.

use super::shared::each_message;
use crate::finding::FileId;
use crate::finding::shortened;
use crate::journey::{Message, Templates};
use crate::rules::prelude::*;
use crate::windows::Charged;

/// `journey/category`
pub struct Category;

impl Rule for Category {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        each_message(files, |message, templates, file| check(message, templates, file, cx));
    }
}

fn check(message: &Message, templates: &Templates<'_>, file: FileId, cx: &mut Context<'_>) {
    let (Some(name), Some(written)) = (&message.template, &message.category) else { return };
    let (Some(here), Some(there)) = (message.event.category(), templates.category(&name.value)) else { return };
    if here == there {
        return;
    }
    let (place, there) = (cx.leaf_of(file, written), Charged::from(there).name());
    let name = name.value.trim();
    let finding = cx.report(place, format!("the template `{name}` is {there}, and not {}", written.value.trim()));
    finding.help(format!("write `{there}`, or leave it out: the template says it"));
    finding.template = Some(shortened(name));
}
