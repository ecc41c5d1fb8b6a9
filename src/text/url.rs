//! Addresses: where they stand in a text, and what a button's address is made of.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// The parts of an address, in bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https`; nothing where the address does not begin with a scheme.
    pub scheme: Option<Range<usize>>,
    /// `shop.example`, without user name and port; empty where there is none.
    pub host: Range<usize>,
    /// Path, query and fragment.
    pub rest: Range<usize>,
}

/// An address in the middle of other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// All of it, without the punctuation that ends a sentence.
    pub range: Range<usize>,
    /// Its host.
    pub host: Range<usize>,
}

impl Address {
    /// Takes an address apart. Never fails: what can not be found is missing or empty. A variable may stand anywhere,
    /// and whatever is written in it belongs to the part it stands in. Linear in the length.
    pub fn split(address: &str) -> Self {
        let (scheme, start) = match address.find(':') {
            Some(colon) if is_scheme(&address[..colon], &address[colon + 1..]) => {
                if !address[colon + 1..].starts_with("//") {
                    let after = colon + 1;
                    return Self { scheme: Some(0..colon), host: after..after, rest: after..address.len() };
                }
                (Some(0..colon), colon + 3)
            }
            _ if address.starts_with("//") => (None, 2),
            _ => (None, 0),
        };
        let end = find_outside_variables(address, start, |byte| b"/?#\\".contains(&byte)).unwrap_or(address.len());
        let host = host_of(&address[..end], start);
        Self { scheme, host, rest: end..address.len() }
    }
}

/// Whether `name` before a colon is a scheme, and not the host of `shop.example:8080`.
fn is_scheme(name: &str, after: &str) -> bool {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let named = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_port = after.starts_with(|first: char| first.is_ascii_digit());
    starts_well && named && (after.starts_with("//") || !(name.contains('.') || is_port))
}

/// The host in `user:password@host:port`, which begins at `start` and ends with the text.
fn host_of(authority: &str, start: usize) -> Range<usize> {
    let start = authority[start..].rfind('@').map_or(start, |at| start + at + 1);
    let end = match authority[start..].strip_prefix('[').and_then(|inside| inside.find(']')) {
        Some(bracket) => start + bracket + 2,
        None => find_outside_variables(authority, start, |byte| byte == b':').unwrap_or(authority.len()),
    };
    start..end
}

/// Where the first byte of that kind stands that is no part of a `{{variable}}`.
fn find_outside_variables(text: &str, from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut inside = false;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match (byte, bytes.get(at + 1)) {
            (b'{', Some(b'{')) => inside = true,
            (b'}', _) => inside = false,
            _ if !inside && wanted(byte) => return Some(at),
            _ => {}
        }
    }
    None
}

/// With a scheme an address begins anywhere. Without one there has to be something behind the host, because
/// "ready.Go" and "file.txt" are no addresses.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const HOST: &str = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}";
    // Chinese and Japanese put no blank between an address and the sentence around it.
    const PATH: &str = r#"[^\s<>"，。！？；：、（）「」『』《》【】]"#;
    Regex::new(&format!("(?i)(?:https?|whatsapp)://{PATH}+|(?:^|[^a-z0-9@._/-])({HOST}(?::[0-9]+)?/{PATH}*)")).ok()
});

/// The addresses in a text that people read.
pub fn find(text: &str) -> impl Iterator<Item = Link> {
    // Every address has a slash, and most texts have none.
    let links = LINK.as_ref().filter(|_| text.contains('/'));
    links.into_iter().flat_map(|link| link.captures_iter(text)).filter_map(move |found| {
        let whole = found.get(1).or_else(|| found.get(0))?;
        let address = whole.as_str().trim_end_matches(|last: char| ".,;:!?)]'*_~…»”’".contains(last));
        let Range { start, end } = Address::split(address).host;
        let begin = whole.start();
        Some(Link { range: begin..begin + address.len(), host: begin + start..begin + end })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(address: &str) -> (Option<&str>, &str, &str) {
        let Address { scheme, host, rest } = Address::split(address);
        (scheme.map(|scheme| &address[scheme]), &address[host], &address[rest])
    }

    #[test]
    fn an_address_is_taken_apart() {
        assert_eq!(parts("https://shop.example/a?b#c"), (Some("https"), "shop.example", "/a?b#c"));
        assert_eq!(parts("HTTP://me:x@Shop.example:8080"), (Some("HTTP"), "Shop.example", ""));
        assert_eq!(parts("https://shop.example?q=a/b:c@d"), (Some("https"), "shop.example", "?q=a/b:c@d"));
        assert_eq!(parts("https://[::1]:80/x"), (Some("https"), "[::1]", "/x"));
        assert_eq!(parts("https://käse.example/ü"), (Some("https"), "käse.example", "/ü"));
        assert_eq!(parts("https:///x"), (Some("https"), "", "/x"));
    }

    #[test]
    fn variables_may_stand_anywhere() {
        assert_eq!(parts("https://{{1}}/x"), (Some("https"), "{{1}}", "/x"));
        assert_eq!(parts("https://shop.example{{a/b:c}}"), (Some("https"), "shop.example{{a/b:c}}", ""));
        assert_eq!(parts("{{1}}"), (None, "{{1}}", ""));
        assert_eq!(parts("{{1}}://shop.example"), (None, "{{1}}", "//shop.example"));
        assert_eq!(parts("https://shop.example/{{"), (Some("https"), "shop.example", "/{{"));
    }

    #[test]
    fn what_only_resembles_an_address_is_taken_apart_too() {
        assert_eq!(parts("shop.example:8080/x"), (None, "shop.example", "/x"));
        assert_eq!(parts("localhost:3000"), (None, "localhost", ""));
        assert_eq!(parts("//shop.example/x"), (None, "shop.example", "/x"));
        assert_eq!(parts("javascript:alert(1)"), (Some("javascript"), "", "alert(1)"));
        assert_eq!(parts("https:/shop.example"), (Some("https"), "", "/shop.example"));
        assert_eq!(parts(""), (None, "", ""));
    }

    fn found(text: &str) -> Vec<(&str, &str)> {
        find(text).map(|link| (&text[link.range], &text[link.host])).collect()
    }

    #[test]
    fn addresses_are_found_between_words() {
        assert_eq!(found("See https://a.example/x."), [("https://a.example/x", "a.example")]);
        assert_eq!(found("请看https://a.example/x，谢谢"), [("https://a.example/x", "a.example")]);
        assert_eq!(found("(bit.ly/abc), wa.me/1!"), [("bit.ly/abc", "bit.ly"), ("wa.me/1", "wa.me")]);
        assert_eq!(found("https://a.example/{{1}}"), [("https://a.example/{{1}}", "a.example")]);
    }

    #[test]
    fn prose_is_no_address() {
        for text in ["ready.Go now", "me@s.id/x", "1.5/2", "and/or", "v.gd", "t.co is short", "http://"] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
