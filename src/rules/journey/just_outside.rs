//! A message that is charged because it comes a little late.

use super::shared::{scenes, span};
use crate::rules::prelude::*;
use crate::windows::{Ended, just_missed};

/// `journey/just-outside`
pub struct JustOutside;

impl Rule for JustOutside {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        for scene in scenes(files).iter().filter(|scene| scene.costs_are_known()) {
            for missed in just_missed(&scene.journey.account, &scene.events) {
                let late = scene.events[missed.event].at.duration_since(missed.end);
                let what = match missed.ended {
                    Ended::Window => "the customer service window closed".to_owned(),
                    Ended::EntryPoint => "the free entry point ended".to_owned(),
                    Ended::Conversation(charged) => format!("the {} conversation ended", charged.words()),
                };
                let when = if late.is_zero() { "the moment".to_owned() } else { format!("{} after", span(late)) };
                let local = scene.journey.account.zone.to_datetime(missed.end);
                let help = format!("send it before {}, and it is free", local.strftime("%H:%M on %Y-%m-%d"));
                scene.tell(missed.event, format!("charged, because it is sent {when} {what}"), cx).help(help);
            }
        }
    }
}
