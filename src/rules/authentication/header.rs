//! A header above a one-time code.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/header`
pub struct Header;

impl Rule for Header {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(header) = variant.header.as_ref().filter(|_| shared::applies(template)) else { return };
        cx.report(cx.at(header.key), "an AUTHENTICATION template has no header")
            .component("header")
            .help("take the header out; text, media and maps are for the other categories");
    }
}
