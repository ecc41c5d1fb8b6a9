//! What the files of media headers can be and should be.

use super::Limit;
use crate::media::Kind;

include!(concat!(env!("OUT_DIR"), "/media.rs"));

/// A type of files.
#[derive(Debug)]
pub struct MediaType {
    /// What it is here.
    pub kind: Kind,
    /// How a sentence calls it, with its article.
    pub name: &'static str,
    /// The same without an article, for what a header takes; empty for what none takes.
    pub short: &'static str,
    /// As Meta calls it.
    pub mime: &'static str,
    /// The endings its name may have, the usual one first.
    pub extensions: &'static [&'static str],
    /// What to do with a file that no header takes; empty for the others.
    pub instead: &'static str,
}

/// What a header format takes.
#[derive(Debug)]
pub struct MediaFormat {
    /// Meta's name for the format.
    pub name: &'static str,
    /// The types.
    pub kinds: &'static [Kind],
    /// The largest size, in bytes.
    pub limit: &'static Limit,
}

/// What is known about files of a kind; nothing for those of no known kind.
pub fn media_type(kind: Kind) -> Option<&'static MediaType> {
    TYPES.iter().find(|known| known.kind == kind)
}

/// What the format of that name takes.
pub fn media_format(name: &str) -> Option<&'static MediaFormat> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The type whose files have names that end so.
pub fn by_extension(extension: &str) -> Option<&'static MediaType> {
    TYPES.iter().find(|known| known.extensions.iter().any(|ending| ending.eq_ignore_ascii_case(extension)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_name_and_every_format_its_types() {
        let named = |kind: &Kind| media_type(*kind).is_some_and(|known| !known.short.is_empty());
        assert!(FORMATS.iter().all(|format| !format.kinds.is_empty() && format.kinds.iter().all(named)));
        // What a header takes has a short name, and what none takes says what to do instead.
        assert!(TYPES.iter().all(|known| known.short.is_empty() != known.instead.is_empty()));
        assert_eq!(media_format("IMAGE").map(|format| format.kinds), Some(&[Kind::Jpeg, Kind::Png][..]));
        assert_eq!(by_extension("JPG").map(|known| known.kind), Some(Kind::Jpeg));
    }
}
