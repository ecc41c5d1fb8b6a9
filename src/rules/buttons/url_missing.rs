//! A URL button without an address.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/url-missing`
pub struct UrlMissing;

impl Rule for UrlMissing {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if button.kind != Some(ButtonKind::Url) {
            return;
        }
        let url = button.url.as_ref().map(|url| &url.leaf);
        let Some(place) = shared::missing(button, "url", url, cx) else { return };
        cx.report(place, "this URL button has no address to open").help("write the address into `url`");
    }
}
