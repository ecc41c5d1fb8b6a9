//! The local pictures of the page: each embedded once, all of them together within a limit.

use std::collections::HashMap;

use crate::preview::Header;
use crate::template::HeaderFormat;

/// The most that is embedded, in bytes of all files together.
const LIMIT: u64 = 2 * 1024 * 1024;

/// Where pictures come from. The library itself does not touch the disk.
pub trait Pictures {
    /// The bytes of a picture that a template file names, if it may be shown and has no more than `limit` of them.
    fn read(&self, template: &str, media: &str, limit: u64) -> Option<Vec<u8>>;
}

/// The pictures that were asked for so far.
pub struct Album<'p> {
    pictures: &'p dyn Pictures,
    room: u64,
    /// By the template's path and the picture's; nothing for what can not be shown.
    known: HashMap<(String, String), Option<usize>>,
    style: String,
    count: usize,
}

impl<'p> Album<'p> {
    /// An empty one.
    pub fn new(pictures: &'p dyn Pictures) -> Self {
        Self { pictures, room: LIMIT, known: HashMap::new(), style: String::new(), count: 0 }
    }

    /// The class that shows the picture of a header, if it has one.
    pub fn class(&mut self, template: &str, header: &Header) -> Option<String> {
        let Header::Media { format: Some(HeaderFormat::Image), path: Some(path), .. } = header else { return None };
        let key = (template.to_owned(), path.clone());
        let index = match self.known.get(&key) {
            Some(known) => *known,
            None => {
                let index = self.embed(template, path);
                self.known.insert(key, index);
                index
            }
        };
        index.map(class)
    }

    /// The rules for the page's style sheet.
    pub fn style(&self) -> &str {
        &self.style
    }

    fn embed(&mut self, template: &str, path: &str) -> Option<usize> {
        let bytes = self.pictures.read(template, path, self.room)?;
        let kind = kind(&bytes)?;
        self.room = self.room.checked_sub(bytes.len() as u64)?;
        let index = self.count;
        self.count += 1;
        let url = format!("data:{kind};base64,{}", base64(&bytes));
        self.style.push_str(&format!(".{}{{background-image:url(\"{url}\")}}\n", class(index)));
        Some(index)
    }
}

fn class(index: usize) -> String {
    format!("picture-{index}")
}

/// What the file is by its first bytes, whatever its name says.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some("image/png"),
        _ => None,
    }
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (group >> (18 - 6 * digit)) & 0x3F;
            text.push(if digit <= chunk.len() { char::from(DIGITS[value as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, encoded) in vectors {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
        assert_eq!(base64(&[0xFB, 0xFF, 0xFE]), "+//+");
    }

    /// A disk with pictures of one size.
    struct Disk(usize);

    impl Pictures for Disk {
        fn read(&self, _: &str, media: &str, limit: u64) -> Option<Vec<u8>> {
            let mut bytes = vec![0xFF, 0xD8, 0xFF];
            bytes.resize(self.0, 0);
            (media != "missing.jpg" && self.0 as u64 <= limit).then_some(bytes)
        }
    }

    fn header(path: &str) -> Header {
        Header::Media { format: Some(HeaderFormat::Image), name: None, path: Some(path.to_owned()) }
    }

    #[test]
    fn pictures_are_embedded_once_and_within_the_limit() {
        let disk = Disk(1_500_000);
        let mut album = Album::new(&disk);
        assert_eq!(album.class("a.yaml", &header("a.jpg")).as_deref(), Some("picture-0"));
        assert_eq!(album.class("a.yaml", &header("a.jpg")).as_deref(), Some("picture-0"));
        assert_eq!(album.class("a.yaml", &header("b.jpg")), None);
        assert_eq!(album.class("a.yaml", &header("missing.jpg")), None);
        assert_eq!(album.style().matches("data:image/jpeg").count(), 1);
    }
}
