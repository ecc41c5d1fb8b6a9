//! A link that hides where it leads.

use super::shared;
use crate::rules::prelude::*;

/// `links/shortener`
pub struct Shortener;

impl Rule for Shortener {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for range in shared::hosts(text, surface) {
            let host = text.value()[range.clone()].to_lowercase();
            let service = host.strip_prefix("www.").unwrap_or(&host);
            let named = policy::SHORTENERS_NAMED.contains(service);
            if !named && !policy::SHORTENERS.contains(service) {
                continue;
            }
            let finding = cx
                .report(cx.mark(text, range), format!("`{service}` shortens links and hides where they lead"))
                .help("write the address of the page itself");
            if !named {
                finding.severity(Severity::Warning);
            }
        }
    }
}
