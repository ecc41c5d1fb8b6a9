//! Small drawings, as part of the page.

use crate::template::{ButtonKind, HeaderFormat};

/// For a button.
pub fn button(kind: Option<ButtonKind>) -> String {
    svg(match kind {
        Some(ButtonKind::Url) => "M10 5H5v14h14v-5M14 5h5v5M19 5l-9 9",
        Some(ButtonKind::PhoneNumber | ButtonKind::VoiceCall) => {
            "M6 4h4l1.5 4.5L9 10.5a11 11 0 0 0 4.5 4.5l2-2.5L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z"
        }
        Some(ButtonKind::CopyCode | ButtonKind::Otp) => "M9 9h11v11H9zM15 9V4H4v11h5",
        Some(ButtonKind::Catalog | ButtonKind::Mpm | ButtonKind::Spm) => "M5 8h14l1 12H4zM8 8a4 4 0 0 1 8 0",
        Some(ButtonKind::Flow) => "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
        Some(ButtonKind::OrderDetails) => "M5 12l5 5 9-11",
        Some(ButtonKind::QuickReply) | None => "M10 8V4l-7 7 7 7v-4c5 0 8 1 11 5-1-6-4-11-11-11z",
    })
}

/// For a header without a picture.
pub fn media(format: Option<HeaderFormat>) -> String {
    svg(match format {
        Some(HeaderFormat::Video | HeaderFormat::Gif) => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 8.5v7l6-3.5z",
        Some(HeaderFormat::Document) => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        Some(HeaderFormat::Location) => {
            "M12 21c-5-6-7-8.5-7-11a7 7 0 0 1 14 0c0 2.5-2 5-7 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z"
        }
        Some(HeaderFormat::Product) => "M5 8h14l1 12H4zM8 8a4 4 0 0 1 8 0",
        Some(HeaderFormat::Image | HeaderFormat::Text) | None => "M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6M15.5 8.5h.01",
    })
}

/// For a limited-time offer.
pub fn clock() -> String {
    svg("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3")
}

fn svg(path: &str) -> String {
    format!("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>")
}
