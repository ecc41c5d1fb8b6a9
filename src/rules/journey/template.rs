//! A template that is not among the files, or not in that language.

use super::shared::each_message;
use crate::finding::shortened;
use crate::journey::{Message, Templates};
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// `journey/template`
pub struct Template;

impl Rule for Template {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        each_message(files, |message, templates, file| {
            if let Some(name) = &message.template {
                check(message, name, templates, file, cx);
            }
        });
    }
}

fn check(
    message: &Message,
    name: &Leaf,
    templates: &Templates<'_>,
    file: crate::finding::FileId,
    cx: &mut Context<'_>,
) {
    let written = name.value.trim();
    let Some(variants) = templates.variants(written) else {
        // Where no template is looked at at all, nothing speaks against this one; and its category may be said here.
        if templates.is_empty() && message.category.is_some() {
            return;
        }
        let place = cx.leaf_of(file, name);
        let finding = cx.report(place, format!("there is no template `{written}` among the files of this run"));
        finding.template = Some(shortened(written));
        match nearest(written, templates.names()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("check its name, or check its file together with this one"),
        };
        if templates.is_empty() {
            finding.severity(Severity::Warning);
        }
        return;
    };
    let Some(language) = &message.language else { return };
    let codes: Vec<&str> =
        variants.iter().filter_map(|(_, variant)| variant.language.as_ref()).map(|code| code.value.trim()).collect();
    if codes.contains(&language.value.trim()) {
        return;
    }
    let place = cx.leaf_of(file, language);
    let message = format!("the template `{written}` is not there in `{}`", language.value.trim());
    let finding = cx.report(place, message);
    (finding.template, finding.language) = (Some(written.to_owned()), Some(language.value.trim().to_owned()));
    let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
    if codes.is_empty() {
        finding.help("add this language to the template");
    } else {
        finding.help(format!("write {}, or add this language to the template", any_of(&codes)));
    }
}
