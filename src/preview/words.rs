//! What WhatsApp and Meta put into a message themselves, and what stands for it in a preview.

use crate::template::{ButtonKind, HeaderFormat};

use super::{Button, Message};

/// When every previewed message arrived. A preview does not read the clock: the same file gives the same picture.
pub const TIME: &str = "09:41";

/// What stands for the text of a message for a one-time passcode, which the file does not hold.
pub const PASSCODE: &str = "Meta writes this text, in this language: a code such as 123456, and what it is for.";

/// What stands for the question that WhatsApp asks in a request for permission to call.
pub const CALL_PERMISSION: &str = "WhatsApp asks here whether your business may call, with buttons to allow it or not.";

/// Whether Meta writes the body.
pub fn is_written_by_meta(message: &Message) -> bool {
    message.body.is_none() && message.buttons.iter().any(|button| button.kind == Some(ButtonKind::Otp))
}

impl Button {
    /// What the button says: its label, else what WhatsApp writes on such a button in English.
    pub fn title(&self) -> &str {
        match (&self.label, self.kind) {
            (Some(label), _) => label,
            (None, Some(ButtonKind::CopyCode | ButtonKind::Otp)) => "Copy code",
            (None, Some(ButtonKind::Catalog)) => "View catalog",
            (None, Some(ButtonKind::Mpm)) => "View items",
            (None, Some(ButtonKind::Spm)) => "View",
            (None, Some(ButtonKind::VoiceCall)) => "Call on WhatsApp",
            (None, Some(ButtonKind::OrderDetails)) => "Review and pay",
            (None, _) => "(no label)",
        }
    }
}

/// The word for what a header shows.
pub fn media(format: Option<HeaderFormat>) -> &'static str {
    match format {
        Some(HeaderFormat::Image) => "Image",
        Some(HeaderFormat::Video) => "Video",
        Some(HeaderFormat::Gif) => "GIF",
        Some(HeaderFormat::Document) => "Document",
        Some(HeaderFormat::Location) => "Location",
        Some(HeaderFormat::Product) => "Product",
        Some(HeaderFormat::Text) | None => "Header",
    }
}

/// `1 error`, `2 errors`
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
