//! A tap target in a template: it belongs to a message that is sent.

use crate::finding::Place;
use crate::rules::prelude::*;

/// `identity/tap-target`
pub struct TapTarget;

/// Whether a component or a key is a tap target. The rules about unknown ones leave it to this rule.
pub(in crate::rules) fn is_tap_target(name: &str) -> bool {
    name.trim().eq_ignore_ascii_case("tap_target_configuration")
}

impl Rule for TapTarget {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            if let Misfit::UnknownKey { key, name, .. } = misfit
                && is_tap_target(name)
            {
                tell(cx.at(*key), cx);
            }
        }
    }

    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for component in variant.others.iter().filter(|component| is_tap_target(&component.value)) {
            tell(cx.leaf(component), cx);
        }
    }
}

fn tell(place: Place, cx: &mut Context<'_>) {
    cx.report(place, "a tap target is given when a message is sent, and not in its template")
        .help("remove it here, and give it with each message; the template needs a URL button for it");
}
