//! A message that is charged, and would be free behind the one that follows.

use super::shared::{scenes, span};
use crate::rules::prelude::*;
use crate::windows::one_message_sooner;

/// `journey/one-message-sooner`
pub struct OneMessageSooner;

impl Rule for OneMessageSooner {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        for scene in scenes(files).iter().filter(|scene| scene.costs_are_known()) {
            for sooner in one_message_sooner(&scene.journey.account, &scene.events) {
                let (event, next) = (scene.events[sooner.event], scene.events[sooner.next]);
                let gap = next.at.duration_since(event.at);
                let who = if next.is_out() { "your next message" } else { "the person's next message" };
                let related = cx.leaf_of(scene.journey.file, &scene.message(sooner.next).time);
                scene
                    .tell(sooner.event, format!("charged here, and free behind {who}, {} later", span(gap)), cx)
                    .help("send it one message later, if it can wait")
                    .related(related, "behind this one it is free");
            }
        }
    }
}
