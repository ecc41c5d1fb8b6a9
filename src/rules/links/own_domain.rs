//! A link that leads away from the business.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `links/own-domain`
pub struct OwnDomain;

impl Rule for OwnDomain {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let own = &cx.config().links.own_domains;
        if own.is_empty() {
            return;
        }
        for range in shared::hosts(text, surface) {
            let host = text.value()[range.clone()].trim_end_matches('.').to_lowercase();
            // A host with a variable in it is told by links/variable-position.
            if host.contains('{') || own.iter().any(|domain| is_below(&host, domain)) {
                continue;
            }
            cx.report(cx.mark(text, range), format!("`{host}` is not one of your own domains"))
                .help(format!("lead to {}, or add the host to `links.own_domains` in walint.yaml", any_of(own)));
        }
    }
}

/// Whether a host is a domain, or stands below it.
fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
