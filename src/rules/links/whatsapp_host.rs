//! A link back into WhatsApp.

use super::shared;
use crate::rules::prelude::*;
use crate::text::url::{self, Address};

/// `links/whatsapp-host`
pub struct WhatsappHost;

impl Rule for WhatsappHost {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Url {
            return button(text, cx);
        }
        for link in url::find(text.value()).filter(|_| surface != Surface::Label) {
            let host = &text.value()[link.host.clone()];
            if policy::WHATSAPP_HOSTS.contains(host) {
                cx.report(cx.mark(text, link.host.clone()), format!("`{host}` leads from WhatsApp back to WhatsApp"))
                    .severity(Severity::Note)
                    .outcome(Outcome::Advice)
                    .help("ask for an answer in this chat, or offer a quick reply");
            }
        }
    }
}

fn button(text: &Text, cx: &mut Context<'_>) {
    let Address { scheme, host, .. } = Address::split(text.value());
    let name = &text.value()[host.clone()];
    let app = scheme.filter(|scheme| {
        policy::WHATSAPP_HOSTS.schemes.contains(&text.value()[scheme.clone()].to_ascii_lowercase().as_str())
    });
    let passcode = cx.category() == Some(Category::Authentication) && shared::is_passcode_link(text);
    let marked = match app {
        Some(scheme) => scheme.start..scheme.end + 1,
        None if policy::WHATSAPP_HOSTS.contains(name) && !passcode => host,
        None => return,
    };
    cx.report(
        cx.mark(text, marked.clone()),
        format!("a button can not lead to WhatsApp, and `{}` does", &text.value()[marked]),
    )
    .help("link to a page of your site, or use a quick reply to go on in this chat");
}
