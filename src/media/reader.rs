//! Reading here and there in a file, never more of it than a fixed number of bytes.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom};

/// What a media file is read from.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// The most that is ever read of one file, in bytes.
pub const CAP: u64 = 512 * 1024;

/// How much of its beginning is looked through, in bytes. Further on, only places that the beginning names are read.
pub const HEAD: u64 = 256 * 1024;

/// How much of its end is looked through, in bytes.
pub const TAIL: u64 = 64 * 1024;

/// The file is read in blocks of so many bytes, each at most once.
const BLOCK: u64 = 8 * 1024;

/// A file of known size, read block by block.
pub struct Reader<'s> {
    source: &'s mut dyn ReadSeek,
    size: u64,
    blocks: BTreeMap<u64, Vec<u8>>,
    /// How many blocks may still be read.
    left: u64,
    exhausted: bool,
    failure: Option<io::Error>,
}

impl<'s> Reader<'s> {
    /// A reader over `size` bytes.
    pub fn new(source: &'s mut dyn ReadSeek, size: u64) -> Self {
        Self { source, size, blocks: BTreeMap::new(), left: CAP / BLOCK, exhausted: false, failure: None }
    }

    /// How many bytes the file has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether something was not read because enough of the file had been.
    pub fn is_exhausted(&self) -> bool {
        self.exhausted
    }

    /// What the disk said when it could not be read any further.
    pub fn failure(&mut self) -> Option<io::Error> {
        self.failure.take()
    }

    /// The bytes from a place on: fewer than asked for where the file ends, or where no more may be read.
    pub fn bytes(&mut self, at: u64, length: u64) -> Vec<u8> {
        let end = at.saturating_add(length.min(CAP)).min(self.size);
        let mut bytes = Vec::new();
        let mut at = at;
        while at < end {
            let block = at / BLOCK;
            let Some(found) = self.block(block) else { break };
            let from = (at % BLOCK) as usize;
            let to = (end - block * BLOCK).min(found.len() as u64) as usize;
            let Some(part) = found.get(from..to).filter(|part| !part.is_empty()) else { break };
            bytes.extend_from_slice(part);
            at += part.len() as u64;
        }
        bytes
    }

    /// Exactly so many bytes from a place on.
    pub fn array<const N: usize>(&mut self, at: u64) -> Option<[u8; N]> {
        self.bytes(at, N as u64).try_into().ok()
    }

    /// A number of one byte.
    pub fn u8(&mut self, at: u64) -> Option<u8> {
        self.array::<1>(at).map(u8::from_be_bytes)
    }

    /// A number of two bytes, the greater first.
    pub fn u16(&mut self, at: u64) -> Option<u16> {
        self.array(at).map(u16::from_be_bytes)
    }

    /// A number of four bytes, the greatest first.
    pub fn u32(&mut self, at: u64) -> Option<u32> {
        self.array(at).map(u32::from_be_bytes)
    }

    /// A number of eight bytes, the greatest first.
    pub fn u64(&mut self, at: u64) -> Option<u64> {
        self.array(at).map(u64::from_be_bytes)
    }

    /// The last bytes of the file, but nothing before `from`.
    pub fn tail(&mut self, from: u64, length: u64) -> Vec<u8> {
        let start = self.size.saturating_sub(length).max(from);
        self.bytes(start, self.size.saturating_sub(start))
    }

    fn block(&mut self, index: u64) -> Option<&[u8]> {
        if !self.blocks.contains_key(&index) {
            if self.left == 0 || self.failure.is_some() {
                self.exhausted = true;
                return None;
            }
            self.left -= 1;
            match load(self.source, index * BLOCK) {
                Ok(bytes) => self.blocks.insert(index, bytes),
                Err(error) => {
                    self.failure = Some(error);
                    return None;
                }
            };
        }
        self.blocks.get(&index).map(Vec::as_slice)
    }
}

fn load(source: &mut dyn ReadSeek, at: u64) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(at))?;
    let mut bytes = vec![0; BLOCK as usize];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn bytes_come_from_anywhere_and_end_with_the_file() {
        let content: Vec<u8> = (0..20_000_u32).map(|n| (n % 251) as u8).collect();
        let mut source = Cursor::new(content.clone());
        let mut reader = Reader::new(&mut source, 20_000);
        assert_eq!(reader.bytes(8_190, 5), content[8_190..8_195]);
        assert_eq!(reader.bytes(19_998, 10), content[19_998..]);
        assert!(reader.bytes(u64::MAX - 1, u64::MAX).is_empty());
        assert_eq!(reader.u32(19_998), None);
        assert_eq!(reader.tail(19_999, 5), content[19_999..]);
        assert!(!reader.is_exhausted());
    }

    #[test]
    fn a_file_that_is_shorter_than_it_said_ends_early() {
        let mut source = Cursor::new(vec![7; 10]);
        let mut reader = Reader::new(&mut source, 1_000_000);
        assert_eq!(reader.bytes(0, 100), [7; 10]);
        assert!(reader.bytes(900_000, 100).is_empty());
    }

    #[test]
    fn no_more_is_read_than_the_cap() {
        let mut source = Cursor::new(vec![0; 4 * CAP as usize]);
        let mut reader = Reader::new(&mut source, 4 * CAP);
        let read: usize = (0..8).map(|n| reader.bytes(n * CAP / 2, CAP / 2).len()).sum();
        assert_eq!(read as u64, CAP);
        assert!(reader.is_exhausted());
    }
}
