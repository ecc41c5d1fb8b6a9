//! A video that some Android phones do not play.

use super::shared;
use crate::media::{Facts, Profile, VideoCodec};
use crate::rules::prelude::*;

/// `media/video-profile`
pub struct VideoProfile;

impl Rule for VideoProfile {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Film(film)) = file.fitting().map(|found| &found.facts) else { continue };
            let Some(video) = film.video.iter().find(|video| video.codec == VideoCodec::H264) else { continue };
            let high = matches!(video.profile, Some(Profile::High | Profile::Higher));
            let (what, severity) = match (high, video.reordered) {
                (true, true) => (
                    "is H.264 of the High profile with B-frames, which some Android phones do not play",
                    Severity::Warning,
                ),
                (true, false) => (
                    "is H.264 of the High profile, which some Android phones do not play together with B-frames",
                    Severity::Note,
                ),
                (false, true) => (
                    "has B-frames, which some Android phones do not play together with the High profile",
                    Severity::Note,
                ),
                (false, false) => continue,
            };
            file.report(cx, format!("`{}` {what}", file.name()))
                .severity(severity)
                .help("save it with the Main profile without B-frames, or with the Baseline profile");
        }
    }
}
