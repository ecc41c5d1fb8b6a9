//! The names of button types and header formats.

use super::{ButtonKind, HeaderFormat};

const BUTTONS: [(&str, ButtonKind); 11] = [
    ("QUICK_REPLY", ButtonKind::QuickReply),
    ("URL", ButtonKind::Url),
    ("PHONE_NUMBER", ButtonKind::PhoneNumber),
    ("COPY_CODE", ButtonKind::CopyCode),
    ("OTP", ButtonKind::Otp),
    ("CATALOG", ButtonKind::Catalog),
    ("MPM", ButtonKind::Mpm),
    ("SPM", ButtonKind::Spm),
    ("FLOW", ButtonKind::Flow),
    ("VOICE_CALL", ButtonKind::VoiceCall),
    ("ORDER_DETAILS", ButtonKind::OrderDetails),
];

const HEADERS: [(&str, HeaderFormat); 7] = [
    ("TEXT", HeaderFormat::Text),
    ("IMAGE", HeaderFormat::Image),
    ("VIDEO", HeaderFormat::Video),
    ("GIF", HeaderFormat::Gif),
    ("DOCUMENT", HeaderFormat::Document),
    ("LOCATION", HeaderFormat::Location),
    ("PRODUCT", HeaderFormat::Product),
];

impl ButtonKind {
    /// The type of that name, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        by_name(&BUTTONS, name)
    }

    /// Meta's name for the type.
    pub fn name(self) -> &'static str {
        name_of(&BUTTONS, self)
    }
}

impl HeaderFormat {
    /// The format of that name, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        by_name(&HEADERS, name)
    }

    /// Meta's name for the format.
    pub fn name(self) -> &'static str {
        name_of(&HEADERS, self)
    }
}

fn by_name<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim())).map(|(_, value)| *value)
}

fn name_of<T: Copy + PartialEq>(table: &'static [(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}
