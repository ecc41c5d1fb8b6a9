//! What a file is, by its first bytes.

use memchr::memmem;

use super::reader::{Reader, TAIL};

/// What a file turned out to be. The names people know are in `rules/policy/media.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The usual names.
pub enum Kind {
    Jpeg,
    Png,
    Mp4,
    ThreeGp,
    Pdf,
    Text,
    OldOffice,
    Word,
    Excel,
    PowerPoint,
    WebP,
    Gif,
    Heic,
    Avif,
    JpegXl,
    Jpeg2000,
    Bmp,
    Tiff,
    Svg,
    Icon,
    Photoshop,
    QuickTime,
    Matroska,
    Avi,
    Flash,
    WindowsMedia,
    Mpeg,
    Audio,
    WebPage,
    RichText,
    OpenDocument,
    Zip,
    /// None of these.
    Unknown,
    /// No bytes at all.
    Empty,
}

/// How much is looked at to tell a text from something else.
const SAMPLE: u64 = 4096;

/// A PDF may begin so many bytes into the file.
const PDF: usize = 1024;

/// Says what the file is.
pub fn sniff(reader: &mut Reader<'_>) -> Kind {
    let head = reader.bytes(0, SAMPLE);
    if head.is_empty() {
        return Kind::Empty;
    }
    match &head[..] {
        [0xFF, 0xD8, 0xFF, ..] => Kind::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Kind::Png,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => branded(&head),
        [b'G', b'I', b'F', b'8', ..] => Kind::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, form @ ..] => match form {
            [b'W', b'E', b'B', b'P', ..] => Kind::WebP,
            [b'A', b'V', b'I', b' ', ..] => Kind::Avi,
            [b'W', b'A', b'V', b'E', ..] => Kind::Audio,
            _ => Kind::Unknown,
        },
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Kind::Matroska,
        [b'P', b'K', 3, 4, ..] => zipped(&head, reader),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Kind::OldOffice,
        [0, 0, 1, 0, _, 0, ..] => Kind::Icon,
        [b'8', b'B', b'P', b'S', ..] => Kind::Photoshop,
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Kind::Tiff,
        [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..] => Kind::Jpeg2000,
        [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] | [0xFF, 0x0A, ..] => Kind::JpegXl,
        [b'F', b'L', b'V', 1, ..] => Kind::Flash,
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => Kind::WindowsMedia,
        [0, 0, 1, 0xBA | 0xB3, ..] => Kind::Mpeg,
        [b'I', b'D', b'3', ..] | [b'O', b'g', b'g', b'S', ..] | [b'f', b'L', b'a', b'C', ..] => Kind::Audio,
        [b'#', b'!', b'A', b'M', b'R', ..] => Kind::Audio,
        [0xFF, 0xFB | 0xF3 | 0xF2 | 0xFA | 0xF1 | 0xF9, ..] => Kind::Audio,
        [b'{', b'\\', b'r', b't', b'f', ..] => Kind::RichText,
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Kind::Bmp,
        [_, _, _, _, b'm', b'o', b'o', b'v', ..]
        | [_, _, _, _, b'm', b'd', b'a', b't', ..]
        | [_, _, _, _, b'w', b'i', b'd', b'e', ..]
        | [_, _, _, _, b'p', b'n', b'o', b't', ..] => Kind::QuickTime,
        _ if memmem::find(&head[..head.len().min(PDF)], b"%PDF-").is_some() => Kind::Pdf,
        _ if is_transport_stream(&head) => Kind::Mpeg,
        _ => written(&head),
    }
}

/// Files of the MP4 family say in `ftyp` what they are.
fn branded(head: &[u8]) -> Kind {
    let brand = head.get(8..12).unwrap_or_default();
    let others = head.get(16..64.min(head.len())).unwrap_or_default();
    match brand {
        b"avif" | b"avis" => Kind::Avif,
        b"mif1" | b"msf1" if memmem::find(others, b"avif").is_some() => Kind::Avif,
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Kind::Heic,
        b"qt  " => Kind::QuickTime,
        b"M4A " | b"M4B " | b"M4P " => Kind::Audio,
        b"crx " => Kind::Unknown,
        [b'3', b'g' | b'G', ..] => Kind::ThreeGp,
        _ => Kind::Mp4,
    }
}

/// Modern office documents are ZIP archives; the names of what is in them tell which.
fn zipped(head: &[u8], reader: &mut Reader<'_>) -> Kind {
    if memmem::find(head, b"mimetypeapplication/vnd.oasis.opendocument").is_some() {
        return Kind::OpenDocument;
    }
    let listing = reader.tail(0, TAIL);
    let has = |name: &[u8]| [head, &listing].iter().any(|bytes| memmem::find(bytes, name).is_some());
    match () {
        () if !has(b"[Content_Types].xml") => Kind::Zip,
        () if has(b"word/") => Kind::Word,
        () if has(b"xl/") => Kind::Excel,
        () if has(b"ppt/") => Kind::PowerPoint,
        () => Kind::Zip,
    }
}

fn is_transport_stream(head: &[u8]) -> bool {
    [0, 188, 376].iter().all(|at| head.get(*at) == Some(&0x47))
}

/// A text of some kind, or nothing that is known.
fn written(head: &[u8]) -> Kind {
    let text = match str::from_utf8(head) {
        Ok(text) => text,
        // The sample may end within a character.
        Err(error) if error.error_len().is_none() => str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
        Err(_) => return Kind::Unknown,
    };
    if text.is_empty() || text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0C')) {
        return Kind::Unknown;
    }
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    if !start.starts_with('<') {
        return Kind::Text;
    }
    let start = start.to_ascii_lowercase();
    match () {
        () if start.starts_with("<!doctype html") || start.starts_with("<html") => Kind::WebPage,
        () if start.contains("<svg") => Kind::Svg,
        () if start.contains("<html") => Kind::WebPage,
        () => Kind::Text,
    }
}
