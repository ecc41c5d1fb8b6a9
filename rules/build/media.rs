//! What the files of media headers are and should be, as Rust constants. Their types are in `src/policy/media.rs`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use crate::content::load;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path) -> Result<String> {
    let mut code = String::new();
    let media: Media = load(&policy.join("media.yaml"))?;
    types(&mut code, &media.types)?;
    formats(&mut code, &load(&policy.join("components.yaml"))?, &media.types)?;
    let listed = |of: &str, names: &[String]| -> String {
        names.iter().map(|name| format!("crate::media::{of}::{name}, ")).collect()
    };
    let (video, audio) = (listed("VideoCodec", &media.video_codecs), listed("AudioCodec", &media.audio_codecs));
    writeln!(
        code,
        "/// The video codecs that may be.\npub static VIDEO_CODECS: &[crate::media::VideoCodec] = &[{video}];"
    )?;
    writeln!(
        code,
        "/// The audio codecs that may be.\npub static AUDIO_CODECS: &[crate::media::AudioCodec] = &[{audio}];"
    )?;
    let Advice { side_min, ratio_max, ratio_percent, .. } = media.advice;
    for (name, about, kind, value) in [
        ("AUDIO_STREAMS", "How many sound tracks a video may have.", "usize", media.audio_streams),
        ("BITS", "How many bits each colour of a picture has.", "u8", media.bits),
        ("SIDE_MIN", "The shorter side in pixels below which a picture looks coarse.", "u32", side_min),
        ("RATIO_MAX", "How many times the longer side may be the shorter.", "u32", ratio_max),
        ("RATIO_PERCENT", "By how many percent the shapes of cards may differ.", "u64", ratio_percent),
    ] {
        writeln!(code, "/// {about}\npub const {name}: {kind} = {value};")?;
    }
    Ok(code)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Media {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    types: BTreeMap<String, Type>,
    video_codecs: Vec<String>,
    audio_codecs: Vec<String>,
    audio_streams: u32,
    bits: u32,
    advice: Advice,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Type {
    name: String,
    #[serde(default)]
    short: String,
    mime: String,
    extensions: Vec<String>,
    #[serde(default)]
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advice {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    side_min: u32,
    ratio_max: u32,
    ratio_percent: u32,
}

/// The part of components.yaml that is about files.
#[derive(Deserialize)]
struct Components {
    header_formats: Vec<Format>,
}

#[derive(Deserialize)]
struct Format {
    name: String,
    #[serde(default)]
    media_types: Vec<String>,
    max_bytes: Option<String>,
}

fn types(code: &mut String, types: &BTreeMap<String, Type>) -> Result<()> {
    writeln!(code, "/// Every type that is recognised.\npub static TYPES: &[MediaType] = &[")?;
    for (id, Type { name, short, mime, extensions, instead }) in types {
        // A type that the library does not know fails to compile under its name.
        writeln!(
            code,
            "    MediaType {{ kind: Kind::{}, name: {name:?}, short: {short:?}, mime: {mime:?}, extensions: &{extensions:?}, instead: {instead:?} }},",
            camel_case(id)
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn formats(code: &mut String, components: &Components, types: &BTreeMap<String, Type>) -> Result<()> {
    writeln!(code, "/// What the header formats that need a file take.\npub static FORMATS: &[MediaFormat] = &[")?;
    for Format { name, media_types, max_bytes } in &components.header_formats {
        let Some(limit) = max_bytes else { continue };
        let mut kinds = String::new();
        for mime in media_types {
            let (id, _) = types
                .iter()
                .find(|(_, known)| known.mime == *mime)
                .or_else(|| types.iter().find(|_| OLD_OFFICE.contains(&&**mime)).and(types.get_key_value("old_office")))
                .ok_or_else(|| format!("media.yaml: no type for {mime}"))?;
            write!(kinds, "Kind::{}, ", camel_case(id))?;
        }
        let limit = limit.to_uppercase();
        writeln!(code, "    MediaFormat {{ name: {name:?}, kinds: &[{kinds}], limit: &super::limits::{limit} }},")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// Their files can not be told from one another by the first bytes.
const OLD_OFFICE: &[&str] = &["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"];

fn camel_case(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
