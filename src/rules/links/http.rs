//! An address without encryption.

use super::shared;
use crate::rules::prelude::*;
use crate::text::url::Address;

/// `links/http`
pub struct Http;

impl Rule for Http {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Url {
            return;
        }
        let Address { scheme, host, .. } = Address::split(text.value());
        let Some(scheme) = scheme.filter(|scheme| text.value()[scheme.clone()].eq_ignore_ascii_case("http")) else {
            return;
        };
        // What can not be reached at all is told as that.
        let host = &text.value()[host];
        if host.is_empty() || shared::is_numeric(host) || policy::PRIVATE_HOSTS.contains(host) {
            return;
        }
        let edits = cx.replace(&text.leaf, scheme.clone(), "https");
        cx.report(
            cx.mark(text, scheme.start..scheme.end + 3),
            "the address starts with `http://`, not with `https://`",
        )
        .help("write `https://`, after checking that your site answers there")
        .unsafe_fix("write `https://`", edits);
    }
}
