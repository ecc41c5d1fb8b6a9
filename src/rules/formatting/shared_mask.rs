//! What of a text its delimiters can act on.

use crate::template::Text;
use crate::text::markup::{Kind, Markup, Span};

/// The text, byte for byte as long, in which code, the names of variables and addresses have no delimiters.
pub(super) fn masked(text: &Text, markup: &Markup) -> String {
    let mut bytes = text.value().as_bytes().to_vec();
    for span in &markup.spans {
        match span.kind {
            Kind::MonoBlock | Kind::InlineCode => {
                bytes[span.opening()].fill(b'"');
                bytes[span.closing()].fill(b'"');
                overwrite(&mut bytes[span.content.clone()], u8::is_ascii_punctuation);
            }
            Kind::Link => overwrite_address(&mut bytes, span),
            _ => {}
        }
    }
    for variable in &text.variables.list {
        overwrite(&mut bytes[variable.name.clone()], u8::is_ascii_punctuation);
    }
    // Only ASCII took the place of ASCII.
    String::from_utf8(bytes).unwrap_or_default()
}

fn overwrite(bytes: &mut [u8], which: impl Fn(&u8) -> bool) {
    bytes.iter_mut().filter(|byte| which(byte)).for_each(|byte| *byte = b'x');
}

/// An address goes on to the next blank, and takes the delimiters with it that close what was opened before it.
fn overwrite_address(bytes: &mut [u8], span: &Span) {
    let range = span.content.clone();
    let before = range.start.checked_sub(1).map(|at| bytes[at]).filter(|byte| b"*_~`".contains(byte));
    let closing = bytes[range.clone()].iter().rev().take_while(|byte| Some(**byte) == before).count();
    overwrite(&mut bytes[range.start..range.end - closing], |byte| b"*_~`&\\#|<".contains(byte));
}
