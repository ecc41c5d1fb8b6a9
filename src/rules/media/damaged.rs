//! A file that is not whole.

use super::shared;
use crate::media::{Damage, Inspection, Kind};
use crate::rules::prelude::*;

const AGAIN: &str = "copy or save the file again, and see that it opens";

/// `media/damaged`
pub struct Damaged;

impl Rule for Damaged {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let name = file.name();
            if file.media_format().is_some() && file.inspection().is_some_and(|found| found.kind == Kind::Empty) {
                file.report(cx, format!("`{name}` is empty")).help(AGAIN);
                continue;
            }
            match file.fitting().and_then(Inspection::damage) {
                None => {}
                Some(Damage::Headless) => {
                    file.report(cx, format!("`{name}` breaks off before anything can be shown")).help(AGAIN);
                }
                Some(Damage::Broken(why)) => {
                    file.report(cx, format!("`{name}` is damaged: {why}")).help(AGAIN);
                }
                Some(Damage::Cut) => {
                    let finding = file.report(cx, format!("`{name}` breaks off: its end is missing"));
                    finding.help(AGAIN).severity(Severity::Warning).confidence(Confidence::Medium);
                }
                Some(Damage::Unfinished) => {
                    let what = format!("`{name}` is so scattered that it was not looked at to its end");
                    let finding = file.report(cx, what).help("save the file anew");
                    finding.severity(Severity::Note).confidence(Confidence::Low).outcome(Outcome::Advice);
                }
            }
        }
    }
}
