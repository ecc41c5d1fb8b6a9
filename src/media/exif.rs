//! EXIF: which way up a picture is, and whether it says where it was taken.

/// What is read of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exif {
    /// 1 is upright, 2 to 8 turned or mirrored; nothing where it is not said.
    pub orientation: Option<u8>,
    /// Whether there are coordinates.
    pub location: bool,
}

const ORIENTATION: u16 = 0x0112;
const GPS: u16 = 0x8825;
const LATITUDE: u16 = 2;
const LONGITUDE: u16 = 4;

/// A directory has so many entries at most: cameras write some dozens.
const ENTRIES: u16 = 512;

/// Reads the TIFF structure that EXIF is.
pub fn read(bytes: &[u8]) -> Exif {
    let mut exif = Exif::default();
    let Some(tiff) = Tiff::new(bytes) else { return exif };
    let Some(first) = tiff.u32(4) else { return exif };
    for entry in tiff.entries(first) {
        match entry.tag {
            ORIENTATION => {
                let value = tiff.u16(entry.at + 8).and_then(|value| u8::try_from(value).ok());
                exif.orientation = value.filter(|value| (1..=8).contains(value));
            }
            GPS => exif.location |= tiff.u32(entry.at + 8).is_some_and(|at| tiff.has_coordinates(at)),
            _ => {}
        }
    }
    exif
}

struct Tiff<'b> {
    bytes: &'b [u8],
    little: bool,
}

struct Entry {
    tag: u16,
    count: u32,
    at: usize,
}

impl<'b> Tiff<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, little: true }),
            b"MM\0*" => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn array<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.bytes.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    fn u16(&self, at: usize) -> Option<u16> {
        self.array(at).map(if self.little { u16::from_le_bytes } else { u16::from_be_bytes })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        self.array(at).map(if self.little { u32::from_le_bytes } else { u32::from_be_bytes })
    }

    fn entries(&self, directory: u32) -> impl Iterator<Item = Entry> {
        let start = directory as usize;
        let count = self.u16(start).unwrap_or(0).min(ENTRIES);
        (0..usize::from(count)).map_while(move |index| {
            let at = start.checked_add(2 + 12 * index)?;
            Some(Entry { tag: self.u16(at)?, count: self.u32(at.checked_add(4)?)?, at })
        })
    }

    /// Cameras without reception write the directory too, with zeros in it or without coordinates.
    fn has_coordinates(&self, directory: u32) -> bool {
        let found = |wanted: u16| {
            self.entries(directory).any(|entry| {
                let value = self.u32(entry.at + 8).map(|at| at as usize);
                let value = value.and_then(|at| self.bytes.get(at..at.checked_add(24)?));
                // Three fractions; a numerator of a real place is not nought in all of them.
                let says = value.is_some_and(|value| value.chunks(8).any(|part| part.iter().take(4).any(|b| *b != 0)));
                entry.tag == wanted && entry.count == 3 && says
            })
        };
        found(LATITUDE) || found(LONGITUDE)
    }
}
