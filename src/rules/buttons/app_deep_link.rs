//! A URL button that opens an app, and does not say enough about it.

use crate::rules::prelude::*;
use crate::syntax::NodeId;
use crate::text::similar::nearest;

/// `buttons/app-deep-link`
pub struct AppDeepLink;

impl Rule for AppDeepLink {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let (Some(field), Some(file)) = (button.fields.get("app_deep_link"), cx.file()) else { return };
        if cx.category() == Some(Category::Utility) {
            cx.report(cx.at(field.key), "only MARKETING templates can open an app from a button")
                .help("remove `app_deep_link`, and lead to a page on the web");
            return;
        }
        let Some(part) = policy::part(policy::OBJECTS, "app_deep_link") else { return };
        let Some(entries) = file.tree().entries(field.value) else {
            cx.report(cx.at(field.key), "`app_deep_link` is not a group of keys")
                .help(format!("write it with the keys {}", part.required.join(" and ")));
            return;
        };
        let named = |wanted: &str| {
            entries.iter().find(|(key, _)| file.tree().scalar(*key).is_some_and(|name| &**name == wanted))
        };
        for missing in part.required.iter().filter(|key| named(key).is_none()) {
            cx.report(cx.at(field.key), format!("`app_deep_link` has no `{missing}`")).help(format!("add `{missing}`"));
        }
        for &(key, _) in entries {
            unknown(key, part.fields, cx);
        }
        if let Some(&(_, value)) = named("meta_app_id") {
            not_a_number(value, cx);
        }
    }
}

fn unknown(key: NodeId, known: &[&'static str], cx: &mut Context<'_>) {
    let Some(tree) = cx.file().map(|file| file.tree()) else { return };
    let Some(name) = tree.scalar(key).filter(|name| !known.contains(&&***name)) else { return };
    let help = nearest(name, known.iter().copied())
        .map_or_else(|| "remove it, or check its spelling".to_owned(), |near| format!("did you mean `{near}`?"));
    cx.report(cx.at(tree.span(key)), format!("`app_deep_link` has no key `{name}`")).help(help);
}

fn not_a_number(value: NodeId, cx: &mut Context<'_>) {
    let Some(tree) = cx.file().map(|file| file.tree()) else { return };
    let digits = tree.scalar(value).is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()));
    if !digits {
        cx.report(cx.at(tree.span(value)), "`meta_app_id` is not a number")
            .help("write the number that your app has in Meta's app dashboard");
    }
}
