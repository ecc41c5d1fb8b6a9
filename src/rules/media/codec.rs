//! A video or picture that is encoded in a way WhatsApp does not play.

use super::shared;
use crate::media::{AudioCodec, Facts, VideoCodec};
use crate::policy::media::{AUDIO_CODECS, VIDEO_CODECS};
use crate::rules::prelude::*;

const ENCODE: &str =
    "save the video as MP4 with H.264 and AAC; video editors call that \"for the web\" or \"compatible\"";

/// `media/codec`
pub struct Codec;

impl Rule for Codec {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let name = file.name();
            match file.fitting().map(|found| &found.facts) {
                Some(Facts::Film(film)) => {
                    let picture = film.video.iter().find(|video| !VIDEO_CODECS.contains(&video.codec));
                    if let Some(codec) = picture.map(|video| video_name(video.codec)) {
                        file.report(
                            cx,
                            format!("the pictures of `{name}` are encoded as {codec}, and should be H.264"),
                        )
                        .help(ENCODE);
                    }
                    let sound =
                        film.audio.iter().find(|codec| **codec != AudioCodec::Unsaid && !AUDIO_CODECS.contains(codec));
                    if let Some(codec) = sound.map(|codec| audio_name(*codec)) {
                        file.report(cx, format!("the sound of `{name}` is encoded as {codec}, and should be AAC"))
                            .help(ENCODE);
                    }
                }
                Some(Facts::Picture(picture)) if picture.unusual => {
                    file.report(cx, format!("`{name}` is a JPEG of a rare kind that few programs can show"))
                        .severity(Severity::Warning)
                        .help("save it as a usual JPEG");
                }
                _ => {}
            }
        }
    }
}

fn video_name(codec: VideoCodec) -> String {
    let known = match codec {
        VideoCodec::H264 => "H.264",
        VideoCodec::H265 => "H.265 (HEVC)",
        VideoCodec::H266 => "H.266",
        VideoCodec::Av1 => "AV1",
        VideoCodec::Vp8 => "VP8",
        VideoCodec::Vp9 => "VP9",
        VideoCodec::Mpeg4 => "MPEG-4 Visual",
        VideoCodec::H263 => "H.263",
        VideoCodec::MotionJpeg => "Motion JPEG",
        VideoCodec::ProRes => "ProRes",
        VideoCodec::Other(letters) => return quoted(letters),
    };
    known.to_owned()
}

fn audio_name(codec: AudioCodec) -> String {
    let known = match codec {
        AudioCodec::Aac => "AAC",
        AudioCodec::Mp3 => "MP3",
        AudioCodec::Amr => "AMR",
        AudioCodec::Opus => "Opus",
        AudioCodec::Dolby => "Dolby Digital",
        AudioCodec::Alac => "Apple Lossless",
        AudioCodec::Flac => "FLAC",
        AudioCodec::Pcm => "PCM, without compression",
        AudioCodec::Unsaid => "something unknown",
        AudioCodec::Other(letters) => return quoted(letters),
    };
    known.to_owned()
}

/// The four letters of the file; whatever is no letter is shown as a dot.
fn quoted(letters: [u8; 4]) -> String {
    let shown: String = letters.iter().map(|b| if b.is_ascii_graphic() { char::from(*b) } else { '.' }).collect();
    format!("`{shown}`")
}
