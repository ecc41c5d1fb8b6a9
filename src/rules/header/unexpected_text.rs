//! A text in a header that shows something else.

use super::shared;
use crate::rules::prelude::*;

/// `header/unexpected-text`
pub struct UnexpectedText;

impl Rule for UnexpectedText {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            let Some(format) = header.format.filter(|format| *format != HeaderFormat::Text) else { continue };
            let Some(text) = header.text.as_ref().filter(|text| !text.value().trim().is_empty()) else { continue };
            cx.report(cx.whole(text), format!("the header shows {}, and no text", content(format)))
                .component(component)
                .help("put the text in the body, or make it a TEXT header");
        }
    }
}

fn content(format: HeaderFormat) -> &'static str {
    match format {
        HeaderFormat::Text => "a line of text",
        HeaderFormat::Image => "a picture",
        HeaderFormat::Video => "a video",
        HeaderFormat::Gif => "a GIF",
        HeaderFormat::Document => "a document",
        HeaderFormat::Location => "a map",
        HeaderFormat::Product => "a product",
    }
}
