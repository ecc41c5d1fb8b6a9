//! MP4, 3GPP and QuickTime: what the index says about the tracks, and where it stands.

mod boxes;
mod codec;
mod track;

use super::reader::Reader;
use super::{Damage, Film, Index};

use boxes::{Boxed, Boxes};

/// Files in few parts have some dozens of outermost boxes; those in many are told by the first.
const OUTERMOST: usize = 256;

/// Reads what the index says.
pub fn read(reader: &mut Reader<'_>) -> Film {
    let mut film = Film::default();
    let mut boxes = Boxes::new(reader);
    if let Err(damage) = outermost(&mut film, &mut boxes) {
        film.damage = Some(damage);
    }
    film
}

/// The outermost boxes: the index (`moov`), and the pictures and sound (`mdat`).
fn outermost(film: &mut Film, boxes: &mut Boxes<'_, '_>) -> Result<(), Damage> {
    let (mut at, mut data) = (0, false);
    let end = boxes.reader.size();
    for _ in 0..OUTERMOST {
        let found = match boxes.at(at, end) {
            Ok(Some(found)) => found,
            Ok(None) => break,
            // Bytes that are no box, behind all that is needed, disturb nobody.
            Err(Damage::Broken(_)) if data && film.index != Index::Missing => return Ok(()),
            Err(Damage::Headless) if film.index != Index::Missing => return Err(Damage::Cut),
            Err(damage) => return Err(damage),
        };
        match &found.kind {
            b"mdat" => data = true,
            b"moof" => {
                film.fragmented = true;
                return Ok(());
            }
            b"moov" if film.index == Index::Missing => {
                film.index = if data { Index::Behind } else { Index::Front };
                index(film, &found, boxes)?;
            }
            _ => {}
        }
        at = found.end;
    }
    match film.index {
        Index::Missing => Err(Damage::Headless),
        // An index into nothing, unless it says that the pictures come in fragments.
        _ if !data && !film.fragmented => Err(Damage::Cut),
        _ => Ok(()),
    }
}

/// `moov`
fn index(film: &mut Film, moov: &Boxed, boxes: &mut Boxes<'_, '_>) -> Result<(), Damage> {
    for part in boxes.within(moov.content, moov.end)? {
        match &part.kind {
            b"mvhd" => film.milliseconds = duration(&part, boxes),
            b"mvex" => film.fragmented = true,
            b"trak" => track::read(film, &part, boxes)?,
            b"udta" => {
                let inner = boxes.within(part.content, part.end).unwrap_or_default();
                film.location |= inner.iter().any(|inner| matches!(&inner.kind, b"\xA9xyz" | b"loci"));
            }
            b"meta" => {
                let words = boxes.reader.bytes(part.content, part.length().min(4096));
                film.location |= memchr::memmem::find(&words, b"location.ISO6709").is_some();
            }
            _ => {}
        }
    }
    Ok(())
}

/// From `mvhd`: the duration in units, of which a second has so many.
fn duration(header: &Boxed, boxes: &mut Boxes<'_, '_>) -> Option<u64> {
    let reader = &mut boxes.reader;
    let (scale, units) = match reader.u8(header.content)? {
        1 => (reader.u32(header.content + 20)?, reader.u64(header.content + 24)?),
        _ => (reader.u32(header.content + 12)?, reader.u32(header.content + 16)?.into()),
    };
    (units.checked_mul(1000)?).checked_div(scale.into())
}
