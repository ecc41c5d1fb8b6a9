//! PDF: version, end, password, pages where that is cheap, and content that acts by itself.
//!
//! What stands in compressed objects is not seen: nothing is decompressed here.

use std::ops::Range;

use memchr::memmem;

use super::reader::{HEAD, Reader, TAIL};
use super::{Damage, Document};

/// The end mark stands within so many bytes of the end.
const END: usize = 2048;

/// How far behind an index its dictionary is looked for.
const INDEX: u64 = 32 * 1024;

/// Reads what can be seen without decompressing anything.
pub fn read(reader: &mut Reader<'_>) -> Document {
    let head = reader.bytes(0, HEAD);
    let tail = reader.tail(0, TAIL);
    let mut names = without_streams(&head);
    if reader.size() > HEAD {
        names.extend(without_streams(&reader.tail(HEAD, TAIL)));
    }
    let last = &tail[tail.len().saturating_sub(END)..];
    let has_end = memmem::rfind(last, b"%%EOF").is_some();
    Document {
        version: version(&head),
        encrypted: is_encrypted(&tail, reader),
        pages: pages(&head, &names, reader.size() <= HEAD),
        scripts: has_name(&names, b"JavaScript"),
        launches: launches(&names),
        damage: (!has_end || is_shorter_than_it_says(&head, reader.size())).then_some(Damage::Cut),
    }
}

/// `%PDF-1.7`
fn version(head: &[u8]) -> Option<(u8, u8)> {
    let at = memmem::find(head, b"%PDF-")?;
    match head.get(at + 5..at + 8)? {
        [major, b'.', minor] if major.is_ascii_digit() && minor.is_ascii_digit() => Some((major - b'0', minor - b'0')),
        _ => None,
    }
}

/// Whether the dictionary at the end, or the one that `startxref` leads to, names a way of encryption.
fn is_encrypted(tail: &[u8], reader: &mut Reader<'_>) -> bool {
    let trailer = memmem::rfind(tail, b"trailer").and_then(|at| tail.get(at..)).unwrap_or_default();
    if has_name(trailer, b"Encrypt") {
        return true;
    }
    let Some(at) = memmem::rfind(tail, b"startxref").and_then(|at| tail.get(at + 9..)) else { return false };
    let digits: String = at.trim_ascii_start().iter().take_while(|b| b.is_ascii_digit()).map(|b| *b as char).collect();
    let Ok(at) = digits.parse::<u64>() else { return false };
    let index = reader.bytes(at, INDEX);
    let dictionary = match index.starts_with(b"xref") {
        true => memmem::find(&index, b"trailer").and_then(|at| index.get(at..)).unwrap_or_default(),
        false => &index[..],
    };
    let ends = [&b"stream"[..], b"startxref"].iter().filter_map(|word| memmem::find(dictionary, word)).min();
    has_name(&dictionary[..ends.unwrap_or(dictionary.len())], b"Encrypt")
}

/// What stands outside of streams, whose bytes can look like anything.
fn without_streams(bytes: &[u8]) -> Vec<u8> {
    let (mut kept, mut rest) = (Vec::new(), bytes);
    while let Some(start) = memmem::find(rest, b"stream") {
        let inside = &rest[start + 6..];
        if rest[..start].ends_with(b"end") {
            // The bytes began in the middle of a stream.
            kept.clear();
            rest = inside;
            continue;
        }
        kept.extend_from_slice(&rest[..start]);
        rest = memmem::find(inside, b"endstream").map_or(&[][..], |end| &inside[end + 9..]);
    }
    kept.extend_from_slice(rest);
    kept
}

/// Whether a name such as `/JavaScript` stands there, wholly, with or without `#53` for some of its letters.
fn has_name(bytes: &[u8], name: &[u8]) -> bool {
    names(bytes).any(|(found, _)| found == name)
}

/// `/S /Launch`: an action that starts a program.
fn launches(bytes: &[u8]) -> bool {
    let mut kind_ends = None;
    names(bytes).any(|(name, place)| {
        let gap = kind_ends.and_then(|end: usize| bytes.get(end..place.start));
        kind_ends = (name == b"S").then_some(place.end);
        name == b"Launch" && gap.is_some_and(|gap| gap.trim_ascii().is_empty())
    })
}

/// Every name, and where it stands with its slash.
fn names(bytes: &[u8]) -> impl Iterator<Item = (Vec<u8>, Range<usize>)> {
    memchr::memchr_iter(b'/', bytes).map(|slash| {
        let mut at = slash + 1;
        let mut name = Vec::new();
        while let Some(&byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric() || **byte == b'#') {
            if name.len() > 32 {
                break;
            }
            let hex = bytes.get(at + 1..at + 3).filter(|_| byte == b'#').and_then(|hex| str::from_utf8(hex).ok());
            match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                Some(decoded) => {
                    name.push(decoded);
                    at += 3;
                }
                None => {
                    name.push(byte);
                    at += 1;
                }
            }
        }
        (name, slash..at)
    })
}

/// A file made for the web has an end mark behind its front page too, and says there how long all of it is.
fn is_shorter_than_it_says(head: &[u8], size: u64) -> bool {
    let front = front(head);
    has_name(front, b"Linearized") && number_after(front, b"L").is_some_and(|length| u64::from(length) > size)
}

fn front(head: &[u8]) -> &[u8] {
    &head[..head.len().min(1024)]
}

/// From the front page of a file made for the web, else the largest count of a file that was seen whole.
fn pages(head: &[u8], names: &[u8], whole: bool) -> Option<u32> {
    let front = front(head);
    if has_name(front, b"Linearized") {
        return number_after(front, b"N");
    }
    let counts = memmem::find_iter(names, b"/Count").filter_map(|at| number(names.get(at + 6..)?));
    if whole { counts.max() } else { None }
}

fn number_after(bytes: &[u8], name: &[u8]) -> Option<u32> {
    let (_, place) = names(bytes).find(|(found, _)| found == name)?;
    number(bytes.get(place.end..)?)
}

fn number(bytes: &[u8]) -> Option<u32> {
    let bytes = bytes.trim_ascii_start();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    str::from_utf8(bytes.get(..digits)?).ok()?.parse().ok()
}
