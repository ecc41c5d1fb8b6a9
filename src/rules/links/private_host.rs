//! An address that only its author can reach.

use super::shared;
use crate::rules::prelude::*;
use crate::text::url::Address;

/// `links/private-host`
pub struct PrivateHost;

impl Rule for PrivateHost {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Url {
            return;
        }
        let Address { scheme, host, .. } = Address::split(text.value());
        let name = &text.value()[host.clone()];
        let on_the_web = scheme.is_some_and(|scheme| shared::is_web(&text.value()[scheme]));
        // What is no address at all, and a variable in the domain, are told as that.
        if !on_the_web || name.contains(['{', '}']) {
            return;
        }
        let help = "write the public address of your site";
        let place = cx.mark(text, host.clone());
        if shared::is_numeric(name) {
            cx.report(place, format!("`{name}` is an address in digits, not a domain")).help(help);
        } else if policy::PRIVATE_HOSTS.contains(name) {
            cx.report(place, format!("`{name}` can be reached from your own network only")).help(help);
        } else if is_single_word(name) {
            // No report says what Meta does about a single word.
            cx.report(place, format!("`{name}` is no complete domain"))
                .severity(Severity::Warning)
                .confidence(Confidence::Low)
                .help(help);
        }
    }
}

/// Whether a host has no dot. Of `https://https://` the second `https` is no host.
fn is_single_word(host: &str) -> bool {
    let is_word = host.chars().all(|character| character.is_alphanumeric() || matches!(character, '-' | '_'));
    is_word && !host.is_empty() && !shared::is_web(host)
}
