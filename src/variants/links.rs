//! Where the links of a text lead. That a link leads to a page in the reader's language is expected, and no difference.

use std::ops::Range;

use crate::config::Config;
use crate::finding::Severity;
use crate::policy;
use crate::template::Surface;
use crate::text::url::{self, Address};

use super::difference::{Difference, Kind};
use super::pair::{Pair, Texts};

/// More links than a message for people has.
const MANY: usize = 100;

pub fn compare<'r>(pair: &Pair<'r>, texts: &Texts<'r>, config: &Config, out: &mut Vec<Difference<'r>>) {
    let surface = texts.variant.slot.surface;
    let (here, there) = (texts.variant.text.value(), texts.reference.text.value());
    let (mut ours, mut theirs) = (links(here, surface), links(there, surface));
    if ours.len().max(theirs.len()) > MANY {
        return;
    }
    take_pairs(&mut ours, &mut theirs, |ours, theirs| ours.host == theirs.host && ours.path == theirs.path);
    for (ours, theirs) in take_pairs(&mut ours, &mut theirs, |ours, theirs| ours.host == theirs.host) {
        // A variable more or less is told by itself.
        if ours.has_variable() == theirs.has_variable() {
            out.push(other_path(pair, texts, &ours, &theirs));
        }
    }
    let count = ours.len().min(theirs.len());
    let missing = theirs.split_off(count);
    for (ours, theirs) in ours.into_iter().zip(theirs) {
        let own = |link: &Link| config.links.own_domains.iter().any(|domain| is_below(&link.written, domain));
        if !(own(&ours) && own(&theirs)) {
            out.push(other_domain(pair, texts, &ours, &theirs));
        }
    }
    for link in missing {
        let language = pair.reference.language;
        let message =
            format!("the {} has no link to `{}`, as `{language}` has", texts.variant.slot.name(), link.written);
        out.push(
            texts
                .difference(pair, Kind::LinkMissing, None, message)
                .reference(texts.reference_part(pair, link.range), format!("`{language}` links to it here"))
                .help("add the link, or remove it from every language"),
        );
    }
}

/// A link, as far as it does not depend on the language.
struct Link {
    /// All of it.
    range: Range<usize>,
    /// The bytes of the host.
    host_range: Range<usize>,
    /// The host as it is written, in small letters.
    written: String,
    /// The host without the labels of languages.
    host: String,
    /// Path, query and fragment without languages.
    path: Vec<String>,
    /// The bytes behind the host.
    rest: Range<usize>,
}

impl Link {
    fn has_variable(&self) -> bool {
        self.path.iter().any(|piece| piece == VARIABLE)
    }
}

/// How a variable is called is looked at elsewhere.
const VARIABLE: &str = "{{}}";

fn links(text: &str, surface: Surface) -> Vec<Link> {
    let ranges: Vec<Range<usize>> = match surface {
        Surface::Label => Vec::new(),
        Surface::Url => std::iter::once(0..text.len()).collect(),
        _ => url::find(text).map(|link| link.range).collect(),
    };
    ranges.into_iter().filter_map(|range| link(text, range)).collect()
}

/// Nothing where the host is not known before the message is sent.
fn link(text: &str, range: Range<usize>) -> Option<Link> {
    let address = &text[range.clone()];
    let Address { host, rest, .. } = Address::split(address);
    let written = address[host.clone()].trim_end_matches('.').to_lowercase();
    if written.is_empty() || written.contains('{') {
        return None;
    }
    let placed = |part: Range<usize>| range.start + part.start..range.start + part.end;
    Some(Link {
        host: neutral_host(&written),
        written,
        path: neutral_path(&address[rest.clone()]),
        host_range: placed(host),
        rest: placed(rest),
        range,
    })
}

/// `es.shop.example` is `shop.example` in another language.
fn neutral_host(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    let own = labels.len().saturating_sub(2);
    let kept = labels.iter().enumerate().filter(|(index, label)| {
        *index >= own || !(matches!(**label, "www" | "m") || is_language(label) || is_region(label))
    });
    kept.map(|(_, label)| *label).collect::<Vec<_>>().join(".")
}

/// The pieces of a path that say where it leads, and not in which language, nor who counts the visits.
fn neutral_path(path: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for piece in path.split(['/', '?', '&', '#']).filter(|piece| !piece.is_empty()) {
        let key = piece.split_once('=').map(|(key, _)| key.to_lowercase());
        let of_language = key.as_deref().is_some_and(|key| matches!(key, "lang" | "language" | "locale" | "hl" | "l"));
        let of_visits = key.as_deref().is_some_and(|key| key.starts_with("utm_"));
        let stem = piece.split('.').next().unwrap_or(piece);
        if of_language || of_visits || is_language(stem) || is_region(stem) {
            continue;
        }
        pieces.push(if piece.contains("{{") { VARIABLE.to_owned() } else { piece.to_lowercase() });
    }
    pieces
}

fn is_language(word: &str) -> bool {
    // No code is longer, and most words are.
    word.len() <= 6 && {
        let folded = word.replace('-', "_");
        policy::LANGUAGES.iter().any(|language| {
            language.code.eq_ignore_ascii_case(&folded) || policy::base(language.code).eq_ignore_ascii_case(&folded)
        })
    }
}

/// Two letters, as in `/us/` or `/us-en/`.
fn is_region(word: &str) -> bool {
    let mut parts = word.split(['-', '_']);
    parts.clone().count() <= 2
        && parts.all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The name that was registered, without what stands for countries: `shop` in `www.shop.co.uk`.
fn brand(host: &str) -> &str {
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    if labels.len() > 1 && labels.last().is_some_and(|label| label.len() <= 3) {
        labels.pop();
    }
    labels.last().copied().unwrap_or(host)
}

fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Takes out what belongs together.
fn take_pairs(ours: &mut Vec<Link>, theirs: &mut Vec<Link>, same: impl Fn(&Link, &Link) -> bool) -> Vec<(Link, Link)> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while at < ours.len() {
        match theirs.iter().position(|theirs| same(&ours[at], theirs)) {
            Some(found) => pairs.push((ours.remove(at), theirs.remove(found))),
            None => at += 1,
        }
    }
    pairs
}

fn other_path<'r>(pair: &Pair<'r>, texts: &Texts<'r>, ours: &Link, theirs: &Link) -> Difference<'r> {
    let language = pair.reference.language;
    let path = |text: &str, link: &Link| match &text[link.rest.clone()] {
        "" => "/".to_owned(),
        rest => rest.to_owned(),
    };
    let here = path(texts.variant.text.value(), ours);
    let there = path(texts.reference.text.value(), theirs);
    let range = if ours.rest.is_empty() { ours.range.clone() } else { ours.rest.clone() };
    texts
        .difference(
            pair,
            Kind::LinkPath,
            Some(range),
            format!("this leads to `{here}`, and in `{language}` to `{there}`"),
        )
        .reference(texts.reference_part(pair, theirs.range.clone()), format!("`{there}` in `{language}`"))
        .help("check that both lead to the same page, or to the page of their language")
}

fn other_domain<'r>(pair: &Pair<'r>, texts: &Texts<'r>, ours: &Link, theirs: &Link) -> Difference<'r> {
    let language = pair.reference.language;
    let message = format!("this leads to `{}`, and in `{language}` to `{}`", ours.written, theirs.written);
    let difference = texts
        .difference(pair, Kind::LinkDomain, Some(ours.host_range.clone()), message)
        .reference(
            texts.reference_part(pair, theirs.host_range.clone()),
            format!("`{}` in `{language}`", theirs.written),
        )
        .help(
            "lead to the same site from every language; list sites of your own in `links.own_domains` in walint.yaml",
        );
    // The same shop in another country.
    let same_brand = brand(&ours.host) == brand(&theirs.host);
    if same_brand { difference.severity(Severity::Note) } else { difference }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_in_an_address_make_no_difference() {
        for (a, b) in [
            ("https://shop.example/en/track", "https://shop.example/es/track"),
            ("https://www.shop.example/track/", "https://pt-br.shop.example/track"),
            ("https://shop.example/help?lang=en&id=1", "https://shop.example/de-AT/help?id=1&utm_source=x"),
            ("https://shop.example/t/{{1}}", "https://shop.example/fr/t/{{order}}"),
        ] {
            let (a, b) = (links(a, Surface::Url).remove(0), links(b, Surface::Url).remove(0));
            assert_eq!((a.host, a.path), (b.host, b.path));
        }
        assert_eq!([brand("shop.co.uk"), brand("shop.de"), brand("my.shop.com")], ["shop", "shop", "shop"]);
    }
}
