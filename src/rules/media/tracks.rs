//! A video with several sound tracks, or without pictures.

use super::shared;
use crate::media::Facts;
use crate::policy::media::AUDIO_STREAMS;
use crate::rules::prelude::*;

/// `media/tracks`
pub struct Tracks;

impl Rule for Tracks {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Film(film)) = file.fitting().map(|found| &found.facts) else { continue };
            // What is damaged or in fragments may have more tracks than were seen.
            let name = file.name();
            if film.audio.len() > AUDIO_STREAMS {
                let count = film.audio.len();
                file.report(cx, format!("`{name}` has {count} sound tracks, and may have one"))
                    .help("save the video with one sound track, or without sound");
            }
            if film.video.is_empty() && film.damage.is_none() {
                file.report(
                    cx,
                    format!(
                        "`{name}` has no pictures, only {}",
                        if film.audio.is_empty() { "an index" } else { "sound" }
                    ),
                )
                .help("choose a file with a video track");
            }
        }
    }
}
