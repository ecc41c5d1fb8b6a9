//! What the headers of a file can say.

use super::Kind;

/// What the headers of a file say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// What the file is.
    pub kind: Kind,
    /// How many bytes it has.
    pub size: u64,
    /// What there is to know about a file of that kind.
    pub facts: Facts,
}

/// What there is to know about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    /// About a JPEG or PNG.
    Picture(Picture),
    /// About an MP4, 3GPP or QuickTime.
    Film(Film),
    /// About a PDF.
    Document(Document),
    /// Only what it is.
    Nothing,
}

/// What is wrong with the structure of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It ends before what is needed to show anything.
    Headless,
    /// The beginning is whole, and the end is missing.
    Cut,
    /// It is not built as it should be; why, as a sentence.
    Broken(&'static str),
    /// Enough was read, and it was not all that is needed.
    Unfinished,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // The usual names.
pub enum Colour {
    #[default]
    Rgb,
    Rgba,
    Grey,
    GreyAlpha,
    Palette,
    Cmyk,
}

/// A JPEG or PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels, as stored; 0 where that was not to be read.
    pub width: u32,
    /// In pixels, as stored; 0 where that was not to be read.
    pub height: u32,
    /// Of each colour.
    pub bits: u8,
    /// Of what the colours are made.
    pub colour: Colour,
    /// Which way up: 1 is upright, 2 to 8 turned or mirrored.
    pub orientation: u8,
    /// Whether it says where it was taken.
    pub location: bool,
    /// Whether it is stored in passes.
    pub progressive: bool,
    /// A JPEG of a rare process: arithmetic, lossless, hierarchical.
    pub unusual: bool,
    /// An animated PNG.
    pub animated: bool,
    /// What is wrong with it.
    pub damage: Option<Damage>,
}

impl Default for Picture {
    fn default() -> Self {
        Self {
            width: 0,
            height: 0,
            bits: 8,
            colour: Colour::Rgb,
            orientation: 1,
            location: false,
            progressive: false,
            unusual: false,
            animated: false,
            damage: None,
        }
    }
}

/// Where the index of a film stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Index {
    /// There is none, or it was not reached.
    #[default]
    Missing,
    /// Before pictures and sound: a device can start at once.
    Front,
    /// Behind them.
    Behind,
}

/// An MP4, 3GPP or QuickTime.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Film {
    /// The tracks with pictures.
    pub video: Vec<Video>,
    /// The codecs of the tracks with sound.
    pub audio: Vec<AudioCodec>,
    /// How long it is.
    pub milliseconds: Option<u64>,
    /// Where the index stands.
    pub index: Index,
    /// Whether it is stored in fragments.
    pub fragmented: bool,
    /// Whether a track is encrypted.
    pub encrypted: bool,
    /// Whether it says where it was filmed.
    pub location: bool,
    /// What is wrong with it.
    pub damage: Option<Damage>,
}

/// A track with pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    /// The codec.
    pub codec: VideoCodec,
    /// For H.264.
    pub profile: Option<Profile>,
    /// Whether it has B-frames: pictures that are stored in another order than they are shown.
    pub reordered: bool,
    /// Width and height as shown, in pixels.
    pub size: (u32, u32),
}

/// How pictures are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The usual names.
pub enum VideoCodec {
    H264,
    H265,
    H266,
    Av1,
    Vp8,
    Vp9,
    Mpeg4,
    H263,
    MotionJpeg,
    ProRes,
    Other([u8; 4]),
}

/// How sound is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The usual names.
pub enum AudioCodec {
    Aac,
    Mp3,
    Amr,
    Opus,
    Dolby,
    Alac,
    Flac,
    Pcm,
    Other([u8; 4]),
    /// An MPEG codec that the file does not name in the usual way.
    Unsaid,
}

/// The profile of H.264.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The usual names.
pub enum Profile {
    Baseline,
    Main,
    Extended,
    High,
    /// With more than 8 bits, or more colour.
    Higher,
}

/// A PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Such as 1 and 7.
    pub version: Option<(u8, u8)>,
    /// Whether it is protected with a password.
    pub encrypted: bool,
    /// How many pages, where that could be seen.
    pub pages: Option<u32>,
    /// Whether it holds JavaScript.
    pub scripts: bool,
    /// Whether it starts programs.
    pub launches: bool,
    /// What is wrong with it.
    pub damage: Option<Damage>,
}

impl Inspection {
    /// Width and height as a person sees them, where they are known.
    pub fn dimensions(&self) -> Option<(u32, u32)> {
        let (width, height) = match &self.facts {
            // From 5 on, the picture lies on its side.
            Facts::Picture(picture) if picture.orientation >= 5 => (picture.height, picture.width),
            Facts::Picture(picture) => (picture.width, picture.height),
            Facts::Film(film) => film.video.first()?.size,
            Facts::Document(_) | Facts::Nothing => return None,
        };
        (width > 0 && height > 0).then_some((width, height))
    }

    /// What is wrong with its structure.
    pub fn damage(&self) -> Option<Damage> {
        match &self.facts {
            Facts::Picture(picture) => picture.damage,
            Facts::Film(film) => film.damage,
            Facts::Document(document) => document.damage,
            Facts::Nothing => None,
        }
    }
}
