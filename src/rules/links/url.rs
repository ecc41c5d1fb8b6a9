//! The address of a URL button that is no web address.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::url::Address;

/// `links/url`
pub struct Url;

impl Rule for Url {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        // An address that is not there is told as missing.
        if surface != Surface::Url || text.value().trim().is_empty() {
            return;
        }
        if let Some(blank) = blank(text.value()) {
            return tell_blank(text, blank, cx);
        }
        if let Some(end) = damaged_start(text.value()) {
            return tell_damaged_start(text, end, cx);
        }
        let address = Address::split(text.value());
        match address.scheme.clone() {
            None => no_scheme(text, &address, cx),
            Some(scheme) if shared::is_web(&text.value()[scheme.clone()]) => web(text, scheme.end, &address, cx),
            Some(scheme) => other_scheme(text, scheme, cx),
        }
    }
}

/// The first blanks that are no part of a variable.
fn blank(url: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let (start, _) = url.char_indices().find(|(_, character)| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && character.is_whitespace()
    })?;
    Some(start..url.len() - url[start..].trim_start().len())
}

fn tell_blank(text: &Text, blank: Range<usize>, cx: &mut Context<'_>) {
    let value = text.value();
    let at_edge = blank.start == 0 || blank.end == value.len();
    let edits = if at_edge { cx.replace(&text.leaf, 0..value.len(), value.trim()) } else { Vec::new() };
    cx.report(cx.mark(text, blank), "the address has a blank in it")
        .help("take the blank out; inside an address it is written `%20`")
        .safe_fix("take the blanks around the address out", edits);
}

/// The end of `https:/`, `http//`, `https;//` and the like.
fn damaged_start(url: &str) -> Option<usize> {
    const SIGNS: [char; 6] = [':', ';', '/', '\\', ',', '.'];
    let letters = url.len() - url.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (name, behind) = url.split_at(letters);
    let signs = &behind[..behind.len() - behind.trim_start_matches(SIGNS).len()];
    let meant = signs.contains([':', ';', '/', '\\']) && !signs.starts_with("://");
    (shared::is_web(name) && meant).then_some(letters + signs.len())
}

fn tell_damaged_start(text: &Text, end: usize, cx: &mut Context<'_>) {
    let written = &text.value()[..end];
    let name = written.trim_end_matches(|c: char| !c.is_ascii_alphabetic()).to_ascii_lowercase();
    let edits = cx.replace(&text.leaf, 0..end, &format!("{name}://"));
    cx.report(cx.mark(text, 0..end), format!("the address starts with `{written}`, not with `{name}://`"))
        .help(format!("write `{name}://`"))
        .safe_fix(format!("write `{name}://`"), edits);
}

fn no_scheme(text: &Text, address: &Address, cx: &mut Context<'_>) {
    let host = &text.value()[address.host.clone()];
    // A variable in place of the domain is told as that, and so are braces that make no variable.
    if host.contains("{{") || shared::has_bad_braces(text, address.host.end) {
        return;
    }
    if host.contains('.') && wrong_in_host(host).is_none() {
        let start = 0..address.host.end;
        let edits = cx.replace(&text.leaf, start.clone(), &format!("https://{host}"));
        cx.report(cx.mark(text, start), format!("the address starts with `{host}`, without `https://`"))
            .help(format!("write `https://{host}`"))
            .unsafe_fix("put `https://` in front", edits);
    } else {
        cx.report(cx.whole(text), format!("`{}` is no web address", text.value()))
            .help("write the whole address, such as `https://shop.example/sale`");
    }
}

fn other_scheme(text: &Text, scheme: Range<usize>, cx: &mut Context<'_>) {
    let name = text.value()[scheme.clone()].to_ascii_lowercase();
    // Links into WhatsApp are told as that.
    if policy::WHATSAPP_HOSTS.schemes.contains(&name.as_str()) {
        return;
    }
    let meant = nearest(&name, ["https", "http"]);
    let edits = meant.map(|meant| cx.replace(&text.leaf, scheme.clone(), meant)).unwrap_or_default();
    let place = cx.mark(text, scheme.start..scheme.end + 1);
    let finding = cx.report(place, format!("a URL button can not open a `{name}:` address"));
    if let Some(meant) = meant {
        finding.help(format!("did you mean `{meant}:`?")).unsafe_fix(format!("write `{meant}:`"), edits);
        return;
    }
    finding.help(match name.as_str() {
        "tel" => "use a PHONE_NUMBER button for a phone number",
        "mailto" => "a button can not write an e-mail; link to a contact page instead",
        _ => "link to a page of your site, with `https://`",
    });
}

fn web(text: &Text, scheme_end: usize, address: &Address, cx: &mut Context<'_>) {
    let (value, host) = (text.value(), &text.value()[address.host.clone()]);
    let start = 0..scheme_end + "://".len();
    if Address::split(&value[start.end..]).scheme.is_some_and(|again| shared::is_web(&value[start.end..][again])) {
        let edits = cx.replace(&text.leaf, start.clone(), "");
        let message = format!("the address starts twice: `{}` is one too many", &value[start.clone()]);
        cx.report(cx.mark(text, start), message)
            .help("keep the beginning that belongs to your site")
            .unsafe_fix("take the first one out", edits);
    } else if host.is_empty() {
        cx.report(cx.whole(text), "the address has no domain").help("write your site behind `https://`");
    } else if host.contains("{{") || shared::has_bad_braces(text, address.host.end) {
        // Told by the rules about variables.
    } else if let Some(wrong) = wrong_in_host(host) {
        let place = address.host.start + wrong.start..address.host.start + wrong.end;
        cx.report(cx.mark(text, place), format!("no domain can have `{}` in it", &host[wrong]))
            .help("write the domain as it stands in a browser");
    }
}

/// What no domain can have: signs other than `-` and `_` (which some have), and dots with nothing in between.
fn wrong_in_host(host: &str) -> Option<Range<usize>> {
    if host.starts_with('[') {
        return None;
    }
    let named = host.strip_suffix('.').unwrap_or(host);
    let dots = named.find("..").map(|at| at..at + 2).or_else(|| named.starts_with('.').then_some(0..1));
    // Letters of many scripts are made of more than one character.
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') || !c.is_ascii();
    let sign = || named.char_indices().find(|(_, c)| !fits(*c)).map(|(at, c)| at..at + c.len_utf8());
    dots.or_else(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_of_every_script_are_domains() {
        for host in ["shop.example", "käse.example", "उदाहरण.example", "a_b.example.", "[::1]", "192.0.2.1"]
        {
            assert_eq!(wrong_in_host(host), None, "{host}");
        }
        assert_eq!(wrong_in_host("shop,example"), Some(4..5));
        assert_eq!(wrong_in_host("shop..example"), Some(4..6));
    }

    #[test]
    fn a_damaged_start_is_told_from_a_host() {
        let start = |url| damaged_start(url).map(|end: usize| url[..end].to_owned());
        for (url, damaged) in [
            ("https:/shop.example", "https:/"),
            ("http//shop.example", "http//"),
            ("HTTPS;//x", "HTTPS;//"),
            ("https:\\\\shop.example", "https:\\\\"),
            ("https:shop.example", "https:"),
        ] {
            assert_eq!(start(url).as_deref(), Some(damaged), "{url}");
        }
        for url in ["https://shop.example", "https:///x", "http.example/x", "httpsite.example", "{{1}}"] {
            assert_eq!(start(url), None, "{url}");
        }
    }
}
