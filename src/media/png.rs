//! PNG: the chunks at the beginning with their checksums, and whether the end is there.

use memchr::memmem;

use super::exif::{self, Exif};
use super::reader::{HEAD, Reader, TAIL};
use super::{Colour, Damage, Picture};

/// Reads what the chunks say.
pub fn read(reader: &mut Reader<'_>) -> Picture {
    let mut picture = Picture::default();
    if let Err(damage) = chunks(&mut picture, reader) {
        picture.damage = Some(damage);
    }
    picture
}

fn chunks(picture: &mut Picture, reader: &mut Reader<'_>) -> Result<(), Damage> {
    let (mut at, mut data) = (8, false);
    while at < HEAD {
        let cut = if data { Damage::Cut } else { Damage::Headless };
        let Some(start) = reader.array::<8>(at) else { return Err(cut) };
        let [a, b, c, d, kind @ ..] = start;
        let length = u64::from(u32::from_be_bytes([a, b, c, d]));
        if !kind.iter().all(u8::is_ascii_alphabetic) || length > i32::MAX as u64 {
            return Err(Damage::Broken("between its parts is something else"));
        }
        if at == 8 && (kind != *b"IHDR" || length != 13) {
            return Err(Damage::Broken("its size is not at the beginning"));
        }
        let end = at + 12 + length;
        if end > reader.size() {
            return Err(if kind == *b"IDAT" { Damage::Cut } else { cut });
        }
        // A part that begins in what is read anyway and ends behind it is taken on trust.
        if end <= HEAD {
            let content = reader.bytes(at + 4, length + 4);
            // Parts in small letters may be left out by whoever can not read them.
            if reader.u32(at + 8 + length) != Some(crc(&content)) && kind[0].is_ascii_uppercase() {
                return Err(Damage::Broken("the checksum of a part is wrong"));
            }
            chunk(picture, kind, content.get(4..).unwrap_or_default())?;
        }
        data |= kind == *b"IDAT";
        if kind == *b"IEND" {
            return if data { Ok(()) } else { Err(Damage::Broken("it holds no picture")) };
        }
        at = end;
    }
    let ends = memmem::find(&reader.tail(HEAD, TAIL), b"IEND\xAE\x42\x60\x82").is_some();
    if ends { Ok(()) } else { Err(Damage::Cut) }
}

fn chunk(picture: &mut Picture, kind: [u8; 4], content: &[u8]) -> Result<(), Damage> {
    match &kind {
        b"IHDR" => {
            let Some([w3, w2, w1, w0, h3, h2, h1, h0, bits, colour, ..]) = content.first_chunk::<13>() else {
                return Err(Damage::Broken("its size is not written out"));
            };
            picture.width = u32::from_be_bytes([*w3, *w2, *w1, *w0]);
            picture.height = u32::from_be_bytes([*h3, *h2, *h1, *h0]);
            picture.bits = *bits;
            picture.colour = match colour {
                0 => Colour::Grey,
                2 => Colour::Rgb,
                3 => Colour::Palette,
                4 => Colour::GreyAlpha,
                6 => Colour::Rgba,
                _ => return Err(Damage::Broken("its colours are of no known kind")),
            };
            if picture.width == 0 || picture.height == 0 {
                return Err(Damage::Broken("it has no size"));
            }
        }
        b"acTL" => picture.animated = true,
        b"eXIf" => {
            let Exif { orientation, location } = exif::read(content);
            picture.orientation = orientation.unwrap_or(picture.orientation);
            picture.location |= location;
        }
        b"iTXt" => picture.location |= memmem::find(content, b"exif:GPSLatitude").is_some(),
        _ => {}
    }
    Ok(())
}

/// The checksum of the PNG specification.
fn crc(bytes: &[u8]) -> u32 {
    let update = |crc: u32, byte: &u8| CRC_TABLE[(crc as u8 ^ byte) as usize] ^ (crc >> 8);
    !bytes.iter().fold(u32::MAX, update)
}

const CRC_TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let mut c = n as u32;
        let mut bit = 0;
        while bit < 8 {
            c = if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 };
            bit += 1;
        }
        table[n] = c;
        n += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_specification() {
        assert_eq!(super::crc(b"IEND"), 0xAE42_6082);
        assert_eq!(super::crc(b"123456789"), 0xCBF4_3926);
    }
}
