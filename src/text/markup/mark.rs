//! Whether a delimiter can open or close a span: what it touches decides.

use super::blank::is_blank;
use super::boundary::is_boundary;

/// What a delimiter could do where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) opens: bool,
    pub(super) closes: bool,
}

impl Mark {
    /// A span starts behind a boundary, and ends in front of one; it neither starts nor ends with a blank.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let (before, after) = (before(text, at), after(text, at + 1));
        Self { opens: before.bounds && after.begins, closes: before.ends && after.bounds }
    }
}

/// What stands in front of a delimiter.
struct Before {
    bounds: bool,
    /// Whether a span can end with it.
    ends: bool,
}

/// What stands behind a delimiter.
struct After {
    bounds: bool,
    /// Whether a span can begin with it.
    begins: bool,
}

fn before(text: &str, at: usize) -> Before {
    match at.checked_sub(1).map(|last| text.as_bytes()[last]) {
        None => Before { bounds: true, ends: false },
        Some(byte) if byte.is_ascii() => {
            Before { bounds: ASCII[usize::from(byte)].bounds, ends: !ASCII[usize::from(byte)].blank }
        }
        Some(_) => {
            let character = text[..at].chars().next_back().unwrap_or(' ');
            Before { bounds: is_boundary(character), ends: !is_blank(character) }
        }
    }
}

fn after(text: &str, from: usize) -> After {
    match text.as_bytes().get(from) {
        None => After { bounds: true, begins: false },
        Some(byte) if byte.is_ascii() => {
            let ascii = ASCII[usize::from(*byte)];
            // Two backticks are an empty span of code, or a part of a fence.
            let empty_code = *byte == b'`' && text.as_bytes()[from - 1] == b'`';
            After { bounds: ascii.bounds, begins: !ascii.blank && !empty_code }
        }
        Some(_) => {
            let character = text[from..].chars().next().unwrap_or(' ');
            let begins = !is_blank(character) && (text.as_bytes()[from - 1] == b'`' || !is_keycap(&text[from..]));
            After { bounds: is_boundary(character), begins }
        }
    }
}

/// Whether the delimiter in front of `rest` is the sign on a keycap: *️⃣
fn is_keycap(rest: &str) -> bool {
    rest.strip_prefix('\u{FE0F}').unwrap_or(rest).starts_with('\u{20E3}')
}

#[derive(Clone, Copy)]
struct Ascii {
    bounds: bool,
    blank: bool,
}

/// [`is_boundary`] and [`is_blank`] for the characters that nearly all delimiters touch.
const ASCII: [Ascii; 128] = {
    let mut table = [Ascii { bounds: false, blank: false }; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let blank = matches!(byte, b'\t'..=b'\r' | b' ');
        table[byte as usize] = Ascii { bounds: blank || byte.is_ascii_punctuation(), blank };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_functions_say() {
        for byte in 0..128_u8 {
            let (ascii, character) = (ASCII[usize::from(byte)], char::from(byte));
            assert_eq!((ascii.bounds, ascii.blank), (is_boundary(character), is_blank(character)), "{character:?}");
        }
    }
}
