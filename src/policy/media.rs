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
