//! JPEG: the markers up to the picture itself, and whether its end is there.

use memchr::memmem;

use super::exif::{self, Exif};
use super::reader::{Reader, TAIL};
use super::{Colour, Damage, Picture};

/// Files of cameras have some dozens of segments before the picture.
const SEGMENTS: usize = 1024;

/// Reads what the headers say.
pub fn read(reader: &mut Reader<'_>) -> Picture {
    let mut jpeg = Jpeg::default();
    if let Err(damage) = jpeg.segments(reader) {
        jpeg.picture.damage = Some(damage);
    }
    jpeg.picture
}

#[derive(Default)]
struct Jpeg {
    picture: Picture,
    /// Whether the file goes on behind the picture: a film, a second picture.
    has_more: bool,
}

impl Jpeg {
    fn segments(&mut self, reader: &mut Reader<'_>) -> Result<(), Damage> {
        let mut at = 2;
        for _ in 0..SEGMENTS {
            let marker = marker(reader, &mut at)?;
            match marker {
                0x01 | 0xD0..=0xD8 => continue,
                // The end, and no picture before it.
                0xD9 => return Err(Damage::Broken("it holds no picture")),
                _ => {}
            }
            let length = u64::from(reader.u16(at).ok_or_else(|| lacking(reader))?);
            if length < 2 {
                return Err(Damage::Broken("a part of it has no length"));
            }
            if at + length > reader.size() {
                return Err(Damage::Headless);
            }
            let (content, length) = (at + 2, length - 2);
            match marker {
                0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => self.frame(marker, content, length, reader)?,
                0xDA if self.picture.width == 0 => return Err(Damage::Broken("its picture begins without a size")),
                0xDA => return self.end(content + length, reader),
                0xE1 => self.application(&reader.bytes(content, length)),
                // The multi-picture format: more pictures behind the first.
                0xE2 => self.has_more |= reader.bytes(content, 4) == *b"MPF\0",
                _ => {}
            }
            at = content + length;
        }
        Ok(())
    }

    fn frame(&mut self, marker: u8, at: u64, length: u64, reader: &mut Reader<'_>) -> Result<(), Damage> {
        let frame: [u8; 6] = reader.array(at).ok_or_else(|| lacking(reader))?;
        let [bits, height_1, height_0, width_1, width_0, components] = frame;
        if length < 6 + 3 * u64::from(components) {
            return Err(Damage::Broken("its size is not written out"));
        }
        let picture = &mut self.picture;
        picture.bits = bits;
        picture.width = u16::from_be_bytes([width_1, width_0]).into();
        picture.height = u16::from_be_bytes([height_1, height_0]).into();
        picture.colour = match components {
            1 => Colour::Grey,
            3 => Colour::Rgb,
            4 => Colour::Cmyk,
            _ => return Err(Damage::Broken("its colours are of no known kind")),
        };
        picture.progressive = marker == 0xC2;
        picture.unusual = !matches!(marker, 0xC0..=0xC2);
        Ok(())
    }

    fn application(&mut self, content: &[u8]) {
        if let Some(tiff) = content.strip_prefix(b"Exif\0\0") {
            let Exif { orientation, location } = exif::read(tiff);
            self.picture.orientation = orientation.unwrap_or(self.picture.orientation);
            self.picture.location |= location;
        } else if content.starts_with(b"http://ns.adobe.com/x") {
            self.picture.location |= memmem::find(content, b"exif:GPSLatitude").is_some();
            let film = [&b"MotionPhoto"[..], b"MicroVideo"];
            self.has_more |= film.iter().any(|word| memmem::find(content, word).is_some());
        }
    }

    /// Within the picture, `FF` is never followed by `D9`: that is its end.
    fn end(&self, picture: u64, reader: &mut Reader<'_>) -> Result<(), Damage> {
        let tail = reader.tail(picture, TAIL);
        let ends = memmem::find(&tail, b"\xFF\xD9").is_some();
        if ends || self.has_more || reader.is_exhausted() { Ok(()) } else { Err(Damage::Cut) }
    }
}

/// The next marker; `at` is moved behind it. Any number of `FF` may stand before one.
fn marker(reader: &mut Reader<'_>, at: &mut u64) -> Result<u8, Damage> {
    if reader.u8(*at).ok_or_else(|| lacking(reader))? != 0xFF {
        return Err(Damage::Broken("between its parts is something else"));
    }
    for _ in 0..64 {
        *at += 1;
        match reader.u8(*at).ok_or_else(|| lacking(reader))? {
            0xFF => {}
            found => {
                *at += 1;
                return Ok(found);
            }
        }
    }
    Err(Damage::Broken("between its parts is something else"))
}

/// Why there was nothing to read.
fn lacking(reader: &Reader<'_>) -> Damage {
    if reader.is_exhausted() { Damage::Unfinished } else { Damage::Headless }
}
