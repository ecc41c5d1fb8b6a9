//! What a media file really is, by its content and never by its name: a bounded look at its headers, and no decoding.
//!
//! Never more than [`CAP`] bytes of a file are read, and no memory is set aside because a file says so.

mod exif;
mod facts;
mod files;
mod jpeg;
mod kind;
mod mp4;
mod pdf;
mod png;
mod reader;
mod shelf;

use std::io;

pub use facts::{
    AudioCodec, Colour, Damage, Document, Facts, Film, Index, Inspection, Picture, Profile, Video, VideoCodec,
};
pub use files::{Located, MediaFiles, Obstacle};
pub use kind::Kind;
pub use reader::{CAP, ReadSeek};
pub use shelf::{Item, Shelf};

use reader::Reader;

/// Looks at a file of `size` bytes.
///
/// # Errors
/// What the disk says.
pub fn inspect(source: &mut dyn ReadSeek, size: u64) -> io::Result<Inspection> {
    let mut reader = Reader::new(source, size);
    let kind = kind::sniff(&mut reader);
    let facts = match kind {
        Kind::Jpeg => Facts::Picture(jpeg::read(&mut reader)),
        Kind::Png => Facts::Picture(png::read(&mut reader)),
        Kind::Mp4 | Kind::ThreeGp | Kind::QuickTime => Facts::Film(mp4::read(&mut reader)),
        Kind::Pdf => Facts::Document(pdf::read(&mut reader)),
        _ => Facts::Nothing,
    };
    match reader.failure() {
        Some(error) => Err(error),
        None => Ok(Inspection { kind, size, facts }),
    }
}
