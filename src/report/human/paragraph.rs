//! Text that breaks between words and keeps its indentation.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

/// Writes text that starts `at` a column and goes on below `indent`. A word wider than the line is left to the
/// terminal to break.
pub fn paragraph(out: &mut dyn Write, text: &str, at: usize, indent: usize, width: usize) -> io::Result<()> {
    let mut column = at;
    let mut first = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let columns = word.width();
        if !first && column + 1 + columns > width {
            write!(out, "\n{:indent$}", "")?;
            column = indent;
        } else if !first {
            write!(out, " ")?;
            column += 1;
        }
        write!(out, "{word}")?;
        column += columns;
        first = false;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_stay_indented() {
        let mut out = Vec::new();
        paragraph(&mut out, "one two three four", 4, 2, 11).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "one two\n  three\n  four\n");
    }
}
