//! A file that asks for a password or a key.

use super::shared;
use crate::media::Facts;
use crate::rules::prelude::*;

/// `media/encrypted`
pub struct Encrypted;

impl Rule for Encrypted {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let name = file.name();
            match file.fitting().map(|found| &found.facts) {
                Some(Facts::Film(film)) if film.encrypted => {
                    file.report(cx, format!("`{name}` is encrypted, and nobody can play it"))
                        .help("choose a file without copy protection");
                }
                Some(Facts::Document(document)) if document.encrypted => {
                    file.report(cx, format!("`{name}` is protected: recipients may be asked for a password"))
                        .severity(Severity::Warning)
                        .confidence(Confidence::Medium)
                        .help("save it without protection");
                }
                _ => {}
            }
        }
    }
}
