//! A message that is no template, when only templates are let through.

use super::shared::{Scene, scenes, span};
use crate::policy::windows::CUSTOMER_SERVICE_WINDOW;
use crate::rules::prelude::*;
use crate::windows::WINDOW_CLOSED;

/// `journey/free-form`
pub struct FreeForm;

impl Rule for FreeForm {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        for scene in scenes(files) {
            let (mut window, mut opened_by) = (None, None);
            for step in scene.simulation().steps {
                if step.window.is_some() && step.window != window {
                    opened_by = Some(step.event);
                }
                window = step.window;
                if step.sent.is_some_and(|sent| sent.error == Some(WINDOW_CLOSED)) {
                    tell(&scene, step.event, opened_by, cx);
                }
            }
        }
    }
}

/// Says that a message comes too late for the window that `opened_by` opened, or before there was any.
fn tell(scene: &Scene<'_>, event: usize, opened_by: Option<usize>, cx: &mut Context<'_>) {
    let help = "send a template here, or send this while the window is open";
    let Some(opened_by) = opened_by else {
        scene.tell(event, "a free-form message to somebody who has not written yet".to_owned(), cx).help(help);
        return;
    };
    let late = scene.events[event].at.duration_since(scene.events[opened_by].at);
    let message = format!(
        "a free-form message {} after the person last wrote; the window closes after {} hours",
        span(late),
        CUSTOMER_SERVICE_WINDOW.value
    );
    let opened = cx.leaf_of(scene.journey.file, &scene.message(opened_by).time);
    scene.tell(event, message, cx).help(help).related(opened, "the person last wrote here");
}
