//! One track of a film.

use super::super::{Damage, Film, Video};
use super::boxes::{Boxed, Boxes};
use super::codec;

/// So many entries of the table of display times are looked at: B-frames come within the first few pictures.
const TIMES: u64 = 64;

/// Reads `trak` and adds it to the film.
pub fn read(film: &mut Film, track: &Boxed, boxes: &mut Boxes<'_, '_>) -> Result<(), Damage> {
    let parts = boxes.within(track.content, track.end)?;
    let Some(media) = parts.iter().find(|part| part.kind == *b"mdia") else { return Ok(()) };
    let turned = parts.iter().find(|part| part.kind == *b"tkhd").is_some_and(|header| is_turned(header, boxes));
    let parts = boxes.within(media.content, media.end)?;
    let handler = parts.iter().find(|part| part.kind == *b"hdlr");
    let handler = handler.and_then(|handler| boxes.reader.array::<4>(handler.content + 8));
    let Some(info) = parts.iter().find(|part| part.kind == *b"minf") else { return Ok(()) };
    let Some(table) = boxes.find(info, b"stbl")? else { return Ok(()) };
    let tables = boxes.within(table.content, table.end)?;
    let Some(descriptions) = tables.iter().find(|table| table.kind == *b"stsd") else { return Ok(()) };
    // Version and count stand before the entries.
    let Some(entry) = boxes.at(descriptions.content + 8, descriptions.end)? else { return Ok(()) };
    match handler.as_ref() {
        Some(b"vide") => {
            let found = codec::video(&entry, boxes)?;
            let (width, height) = found.size;
            film.encrypted |= found.encrypted;
            film.video.push(Video {
                codec: found.codec,
                profile: found.profile,
                reordered: tables.iter().find(|table| table.kind == *b"ctts").is_some_and(|t| is_reordered(t, boxes)),
                size: if turned { (height, width) } else { (width, height) },
            });
        }
        Some(b"soun") => {
            let found = codec::audio(&entry, boxes)?;
            film.encrypted |= found.encrypted;
            film.audio.push(found.codec);
        }
        _ => {}
    }
    Ok(())
}

/// Whether pictures are shown in another order than they are stored: the offsets of `ctts` differ.
fn is_reordered(table: &Boxed, boxes: &mut Boxes<'_, '_>) -> bool {
    let entries = u64::from(boxes.reader.u32(table.content + 4).unwrap_or(0)).min(TIMES);
    let mut offsets = (0..entries).filter_map(|index| boxes.reader.u32(table.content + 8 + 8 * index + 4));
    let Some(first) = offsets.next() else { return false };
    offsets.any(|offset| offset != first)
}

/// Whether the matrix of `tkhd` turns the picture by a quarter: phones film upright so.
fn is_turned(header: &Boxed, boxes: &mut Boxes<'_, '_>) -> bool {
    let matrix = header.content + if boxes.reader.u8(header.content) == Some(1) { 52 } else { 40 };
    let (a, b) = (boxes.reader.u32(matrix), boxes.reader.u32(matrix + 4));
    a == Some(0) && b.is_some_and(|b| b != 0)
}
