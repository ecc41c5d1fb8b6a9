//! More or fewer values than the body has variables.

use std::collections::BTreeSet;

use super::shared::each_message;
use crate::finding::shortened;
use crate::journey::{Message, Templates};
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `journey/parameters`
pub struct Parameters;

impl Rule for Parameters {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        each_message(files, |message, templates, file| check(message, templates, file, cx));
    }
}

fn check(message: &Message, templates: &Templates<'_>, file: crate::finding::FileId, cx: &mut Context<'_>) {
    let (Some(name), Some(given)) = (&message.template, &message.parameters) else { return };
    let Some(variants) = templates.variants(&name.value) else { return };
    let language = message.language.as_ref().map(|code| code.value.trim());
    // Without a language, the first version stands for all.
    let variant = variants
        .into_iter()
        .map(|(_, variant)| variant)
        .find(|variant| language.is_none() || variant.language.as_ref().map(|code| code.value.trim()) == language);
    let Some(body) = variant.and_then(|variant| variant.body.as_ref()).and_then(|body| body.text.as_ref()) else {
        return;
    };
    let names: BTreeSet<&str> =
        body.variables.list.iter().map(|variable| &body.value()[variable.name.clone()]).collect();
    let place = crate::finding::Place { file, span: given.key };
    let told = if given.count != names.len() {
        let help = match names.len() {
            0 => "leave out `parameters`".to_owned(),
            _ => format!("give one value for each of {}", list(names.iter())),
        };
        Some((format!("{} for {} of the body", counted(given.count, "value"), counted(names.len(), "variable")), help))
    } else {
        let given: BTreeSet<&str> = given.names.iter().flatten().map(|name| &*name.value).collect();
        let missing: Vec<&&str> = names.difference(&given).collect();
        let named = names.iter().any(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
        (named && !given.is_empty() && !missing.is_empty()).then(|| {
            (format!("no value for {}", list(missing.iter())), "write the names of the body's variables".to_owned())
        })
    };
    if let Some((what, help)) = told {
        let finding = cx.report(place, what);
        finding.help(help);
        finding.template = Some(shortened(name.value.trim()));
        finding.language = language.map(str::to_owned);
    }
}

fn list<S: std::fmt::Display>(names: impl Iterator<Item = S>) -> String {
    names.map(|name| format!("{{{{{name}}}}}")).collect::<Vec<_>>().join(", ")
}
