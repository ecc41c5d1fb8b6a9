//! The boxes that MP4, 3GPP and QuickTime files are made of.

use super::super::Damage;
use super::super::reader::Reader;

/// One box: its type, and where its content stands.
#[derive(Clone, Copy, Debug)]
pub struct Boxed {
    /// Four letters.
    pub kind: [u8; 4],
    /// Where its content begins.
    pub content: u64,
    /// Where it ends.
    pub end: u64,
}

impl Boxed {
    /// How many bytes its content has.
    pub fn length(&self) -> u64 {
        self.end.saturating_sub(self.content)
    }
}

/// So many boxes are looked at in one file. A film with a dozen tracks has some hundreds.
const BOXES: usize = 2048;

/// A file with its boxes.
pub struct Boxes<'r, 's> {
    /// The bytes.
    pub reader: &'r mut Reader<'s>,
    left: usize,
}

impl<'r, 's> Boxes<'r, 's> {
    /// Over the whole file.
    pub fn new(reader: &'r mut Reader<'s>) -> Self {
        Self { reader, left: BOXES }
    }

    /// The box at a place, within something that ends at `end`; nothing where that is the end.
    pub fn at(&mut self, at: u64, end: u64) -> Result<Option<Boxed>, Damage> {
        if at >= end {
            return Ok(None);
        }
        self.left = self.left.checked_sub(1).ok_or(Damage::Unfinished)?;
        let Some([a, b, c, d, kind @ ..]) = self.reader.array::<8>(at) else { return Err(self.lacking()) };
        let (size, header) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (end - at, 8),
            1 => (self.reader.u64(at + 8).ok_or_else(|| self.lacking())?, 16),
            size => (size.into(), 8),
        };
        if size < header {
            return Err(Damage::Broken("a part of it is shorter than its own head"));
        }
        let box_end = at.checked_add(size).filter(|box_end| *box_end <= end);
        let found = |end| Boxed { kind, content: at + header, end };
        match box_end {
            Some(end) => Ok(Some(found(end))),
            None if end == self.reader.size() && is_known_outermost(&kind) => Err(Damage::Headless),
            None => Err(Damage::Broken("a part of it is longer than what it stands in")),
        }
    }

    /// The boxes inside of a range, in order. Some writers leave a few bytes behind the last.
    pub fn within(&mut self, from: u64, to: u64) -> Result<Vec<Boxed>, Damage> {
        let (mut at, mut found) = (from, Vec::new());
        while to.saturating_sub(at) >= 8 {
            let Some(inner) = self.at(at, to)? else { break };
            at = inner.end;
            found.push(inner);
        }
        Ok(found)
    }

    /// The first box of a type inside of another.
    pub fn find(&mut self, outer: &Boxed, kind: &[u8; 4]) -> Result<Option<Boxed>, Damage> {
        Ok(self.within(outer.content, outer.end)?.into_iter().find(|inner| inner.kind == *kind))
    }

    fn lacking(&self) -> Damage {
        if self.reader.is_exhausted() { Damage::Unfinished } else { Damage::Headless }
    }
}

/// A cut file ends in the middle of one of these.
pub fn is_known_outermost(kind: &[u8; 4]) -> bool {
    let known: [&[u8; 4]; 14] = [
        b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"mfra", b"sidx", b"styp", b"meta", b"uuid",
        b"pdin", b"emsg",
    ];
    known.contains(&kind)
}
