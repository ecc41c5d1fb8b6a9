//! What several rules about links ask.

use std::net::Ipv4Addr;
use std::ops::Range;

use crate::template::{Surface, Text};
use crate::text::url::{self, Address};

/// Where the page of a passcode begins that Meta itself puts behind the button of an authentication template.
const PASSCODE_PAGE: (&str, &str) = ("www.whatsapp.com", "/otp/code");

/// The hosts that a text leads to: of a button's address, or of every address in a text.
pub fn hosts(text: &Text, surface: Surface) -> Vec<Range<usize>> {
    match surface {
        Surface::Label => Vec::new(),
        Surface::Url => Some(Address::split(text.value()).host).filter(|host| !host.is_empty()).into_iter().collect(),
        _ => url::find(text.value()).map(|link| link.host).filter(|host| !host.is_empty()).collect(),
    }
}

/// Whether an address is what Meta makes of an OTP button.
pub fn is_passcode_link(url: &Text) -> bool {
    let Address { host, rest, .. } = Address::split(url.value());
    let (page_host, path) = PASSCODE_PAGE;
    url.value()[host].eq_ignore_ascii_case(page_host) && url.value()[rest].starts_with(path)
}

/// Whether braces that make no proper variable stand before `end`; they are told as such, and what they do to the
/// address is not known.
pub fn has_bad_braces(url: &Text, end: usize) -> bool {
    url.variables.mistakes.iter().any(|mistake| mistake.range.start < end)
}

/// Whether a scheme is one that a button can open.
pub fn is_web(scheme: &str) -> bool {
    ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
}

/// Whether a host is an address in digits: `192.0.2.1`, `[::1]`, `3232235521`.
pub fn is_numeric(host: &str) -> bool {
    let digits = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    host.starts_with('[') || host.parse::<Ipv4Addr>().is_ok() || (digits && !host.is_empty())
}
