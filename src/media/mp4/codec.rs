//! How the picture and the sound of a film are encoded.

use super::super::{AudioCodec, Damage, Profile, VideoCodec};
use super::boxes::{Boxed, Boxes};

/// A track as its sample description has it.
pub struct Entry<C> {
    /// The codec.
    pub codec: C,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// For H.264.
    pub profile: Option<Profile>,
    /// For pictures.
    pub size: (u32, u32),
}

/// The bytes of a visual entry before its boxes: fixed fields of QuickTime.
const VISUAL: u64 = 78;
const SIZE: u64 = 24;

/// The same for sound; QuickTime's later versions have more.
const SOUND: u64 = 28;
const VERSION: u64 = 8;

/// The entry of a picture track.
pub fn video(entry: &Boxed, boxes: &mut Boxes<'_, '_>) -> Result<Entry<VideoCodec>, Damage> {
    let encrypted = entry.kind == *b"encv";
    let inner = boxes.within(entry.content + VISUAL, entry.end)?;
    let kind = if encrypted { original(&inner, boxes)?.unwrap_or(entry.kind) } else { entry.kind };
    let codec = match &kind {
        b"avc1" | b"avc2" | b"avc3" | b"avc4" => VideoCodec::H264,
        b"hvc1" | b"hev1" | b"hvc2" | b"hev2" | b"dvh1" | b"dvhe" => VideoCodec::H265,
        b"vvc1" | b"vvi1" => VideoCodec::H266,
        b"av01" => VideoCodec::Av1,
        b"vp08" => VideoCodec::Vp8,
        b"vp09" => VideoCodec::Vp9,
        b"mp4v" => VideoCodec::Mpeg4,
        b"s263" | b"h263" => VideoCodec::H263,
        b"jpeg" | b"mjpa" | b"mjpb" | b"mjpg" => VideoCodec::MotionJpeg,
        b"apch" | b"apcn" | b"apcs" | b"apco" | b"ap4h" | b"ap4x" => VideoCodec::ProRes,
        _ => VideoCodec::Other(kind),
    };
    let configuration = inner.iter().find(|inner| inner.kind == *b"avcC");
    let profile = configuration.and_then(|avc| boxes.reader.u8(avc.content + 1)).map(|number| match number {
        66 => Profile::Baseline,
        77 => Profile::Main,
        88 => Profile::Extended,
        100 => Profile::High,
        _ => Profile::Higher,
    });
    let side = |boxes: &mut Boxes<'_, '_>, at| boxes.reader.u16(entry.content + at).unwrap_or(0).into();
    Ok(Entry { codec, encrypted, profile, size: (side(boxes, SIZE), side(boxes, SIZE + 2)) })
}

/// The entry of a sound track.
pub fn audio(entry: &Boxed, boxes: &mut Boxes<'_, '_>) -> Result<Entry<AudioCodec>, Damage> {
    let encrypted = entry.kind == *b"enca";
    let more = match boxes.reader.u16(entry.content + VERSION) {
        Some(1) => 16,
        Some(2) => 36,
        _ => 0,
    };
    // Only some codecs have boxes here, and some writers put anything.
    let inner = boxes.within(entry.content + SOUND + more, entry.end).unwrap_or_default();
    let kind = if encrypted { original(&inner, boxes)?.unwrap_or(entry.kind) } else { entry.kind };
    let codec = match &kind {
        b"mp4a" => mpeg_audio(&inner, boxes)?,
        b".mp3" => AudioCodec::Mp3,
        b"samr" | b"sawb" => AudioCodec::Amr,
        b"Opus" => AudioCodec::Opus,
        b"ac-3" | b"ec-3" => AudioCodec::Dolby,
        b"alac" => AudioCodec::Alac,
        b"fLaC" => AudioCodec::Flac,
        b"sowt" | b"twos" | b"lpcm" | b"in24" | b"in32" | b"raw " | b"NONE" | b"ipcm" => AudioCodec::Pcm,
        _ => AudioCodec::Other(kind),
    };
    Ok(Entry { codec, encrypted, profile: None, size: (0, 0) })
}

/// `sinf/frma`: what an encrypted track was before.
fn original(inner: &[Boxed], boxes: &mut Boxes<'_, '_>) -> Result<Option<[u8; 4]>, Damage> {
    let Some(protection) = inner.iter().find(|inner| inner.kind == *b"sinf") else { return Ok(None) };
    let format = boxes.find(protection, b"frma")?;
    Ok(format.and_then(|format| boxes.reader.array(format.content)))
}

/// `mp4a` stands for many codecs; `esds` says which.
fn mpeg_audio(inner: &[Boxed], boxes: &mut Boxes<'_, '_>) -> Result<AudioCodec, Damage> {
    let mut description = inner.iter().find(|inner| inner.kind == *b"esds").copied();
    if description.is_none()
        && let Some(wave) = inner.iter().find(|inner| inner.kind == *b"wave")
    {
        description = boxes.find(wave, b"esds")?;
    }
    let bytes = description.map(|found| boxes.reader.bytes(found.content + 4, found.length().min(64)));
    Ok(match bytes.as_deref().and_then(object_type) {
        Some(0x40 | 0x66..=0x68) => AudioCodec::Aac,
        Some(0x69 | 0x6B) => AudioCodec::Mp3,
        Some(0xA5 | 0xA6) => AudioCodec::Dolby,
        Some(0xAD) => AudioCodec::Opus,
        // Not said, or in a way of its own.
        _ => AudioCodec::Unsaid,
    })
}

/// The object type of the decoder configuration (tag 4) inside of the elementary stream (tag 3).
fn object_type(bytes: &[u8]) -> Option<u8> {
    let rest = descriptor(bytes, 3)?;
    let flags = *rest.get(2)?;
    let mut skip = 3;
    if flags & 0x80 != 0 {
        skip += 2;
    }
    if flags & 0x40 != 0 {
        skip += 1 + usize::from(*rest.get(skip)?);
    }
    if flags & 0x20 != 0 {
        skip += 2;
    }
    descriptor(rest.get(skip..)?, 4)?.first().copied()
}

/// What follows the tag and the length of a descriptor.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (first, mut rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    for _ in 0..4 {
        let (length, after) = rest.split_first()?;
        rest = after;
        if length & 0x80 == 0 {
            break;
        }
    }
    Some(rest)
}
