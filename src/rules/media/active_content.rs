//! A PDF that does something when it is opened.

use super::shared;
use crate::media::Facts;
use crate::rules::prelude::*;

/// `media/active-content`
pub struct ActiveContent;

impl Rule for ActiveContent {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Document(document)) = file.fitting().map(|found| &found.facts) else { continue };
            let does = match (document.scripts, document.launches) {
                (_, true) => "starts a program",
                (true, false) => "runs JavaScript",
                (false, false) => continue,
            };
            file.report(cx, format!("`{}` {does} when it is opened", file.name()))
                .help("save the document without scripts and actions; printing it to a new PDF removes them");
        }
    }
}
