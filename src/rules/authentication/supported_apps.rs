//! Which Android apps may take the code.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::similar::nearest;
use crate::text::wording::counted;

/// `authentication/supported-apps`
pub struct SupportedApps;

const KEYS: [&str; 2] = ["package_name", "signature_hash"];

impl Rule for SupportedApps {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) {
            return;
        }
        let former = former_keys(button, cx);
        match shared::app_items(button, cx) {
            Some(items) => {
                count(button, items.len(), cx);
                each_app(button, cx);
            }
            None => missing(button, former, cx),
        }
    }
}

/// Tells an app that is named on the button itself. Returns whether there is one.
fn former_keys(button: &Button, cx: &mut Context<'_>) -> bool {
    let found: Vec<Span> = KEYS.iter().filter_map(|key| button.fields.get(key)).map(|field| field.key).collect();
    let Some((first, others)) = found.split_first() else { return false };
    let related: Vec<_> = others.iter().map(|span| cx.at(*span)).collect();
    let finding = cx
        .report(cx.at(*first), "the app is named on the button, and belongs in `supported_apps` since version 21.0")
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help("move both keys into a list: `supported_apps: [{package_name: ..., signature_hash: ...}]`");
    for place in related {
        finding.related(place, "this belongs there too");
    }
    true
}

fn missing(button: &Button, former: bool, cx: &mut Context<'_>) {
    let field = button.fields.get("supported_apps");
    if let Some(field) = field.filter(|field| !cx.is_absent(field)) {
        cx.report(cx.at(field.key), "`supported_apps` is not a list")
            .help("write a list: `supported_apps: [{package_name: ..., signature_hash: ...}]`");
        return;
    }
    if former || shared::needs(button, "supported_apps", cx) != Some(true) {
        return;
    }
    let kind = shared::otp_type(button, cx).unwrap_or_default();
    let at = field.map_or(place(button, cx), |field| cx.at(field.key));
    cx.report(at, format!("this {kind} button does not say which app takes the code"))
        .help("add `supported_apps: [{package_name: ..., signature_hash: ...}]`, or use `otp_type: COPY_CODE`");
}

fn count(button: &Button, found: usize, cx: &mut Context<'_>) {
    let Some(field) = button.fields.get("supported_apps") else { return };
    let (least, most) = (limits::SUPPORTED_APPS_MIN.count(), limits::SUPPORTED_APPS_MAX.count());
    if found > most {
        let apps = shared::apps(button, cx);
        let place = cx.at(apps.get(most).map_or(field.key, |app| app.key));
        cx.report(place, format!("there are {found} of {} that may take the code", counted(most, "app")))
            .help(format!("take {} out; this is the first that is too many", counted(found - most, "app")));
    } else if found < least && shared::needs(button, "supported_apps", cx) == Some(true) {
        cx.report(cx.at(field.key), "there is no app in `supported_apps`")
            .help("add the package name and the signature hash of your app");
    } else if found > 0 && shared::needs(button, "supported_apps", cx) == Some(false) {
        cx.report(cx.at(field.key), "a COPY_CODE button hands its code to no app")
            .severity(Severity::Note)
            .outcome(Outcome::Advice)
            .help("take `supported_apps` out, or use `otp_type: ONE_TAP`");
    }
}

fn each_app(button: &Button, cx: &mut Context<'_>) {
    let mut seen: HashMap<(Arc<str>, Arc<str>), Span> = HashMap::new();
    for app in shared::apps(button, cx) {
        let [package, hash] = KEYS.map(|key| app.text(key, cx));
        for (key, value) in KEYS.iter().zip([&package, &hash]) {
            if value.is_none() {
                incomplete(&app, key, cx);
            }
        }
        let (Some(package), Some(hash)) = (package, hash) else { continue };
        match seen.entry((package.value, hash.value)) {
            Entry::Occupied(first) => twice(&app, *first.get(), cx),
            Entry::Vacant(free) => {
                free.insert(app.key);
            }
        }
    }
}

fn incomplete(app: &shared::App, key: &str, cx: &mut Context<'_>) {
    let misspelt = app.fields.0.iter().find(|field| nearest(&field.name, KEYS) == Some(key) && &*field.name != key);
    let place = cx.at(app.fields.get(key).or(misspelt).map_or(app.key, |field| field.key));
    let finding = cx.report(place, format!("this app has no `{key}`"));
    match misspelt {
        Some(_) => finding.help(format!("did you mean `{key}`?")),
        None => finding.help(format!("add `{key}`; every app needs its package name and its signature hash")),
    };
}

fn twice(app: &shared::App, first: Span, cx: &mut Context<'_>) {
    let related = cx.at(first);
    // A sample of Meta's own names one app twice.
    cx.report(cx.at(app.key), "this app is already in the list")
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help("take it out here")
        .related(related, "it is named here first");
}
