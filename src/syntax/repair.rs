//! Reading a file as its author meant it: values that YAML takes for syntax are quoted in a copy,
//! and every place in the copy is turned back into a place in the file.

use std::borrow::Cow;

use super::Span;

/// A text in which some values were put in single quotes.
pub(super) struct Quoted<'t> {
    text: Cow<'t, str>,
    /// Offsets in `text` of the quote bytes that were put in, ascending.
    inserted: Vec<usize>,
}

/// Quotes the `values` (ascending, disjoint) of `text`.
pub(super) fn quote<'t>(text: &'t str, values: &[Span]) -> Quoted<'t> {
    if values.is_empty() {
        return Quoted { text: Cow::Borrowed(text), inserted: Vec::new() };
    }
    let mut quoted = String::with_capacity(text.len() + 2 * values.len());
    let mut inserted = Vec::new();
    let mut insert = |quoted: &mut String| {
        inserted.push(quoted.len());
        quoted.push('\'');
    };
    let mut copied = 0;
    for value in values {
        quoted.push_str(&text[copied..value.range().start]);
        insert(&mut quoted);
        for piece in text[value.range()].split_inclusive('\'') {
            quoted.push_str(piece);
            if piece.ends_with('\'') {
                insert(&mut quoted);
            }
        }
        insert(&mut quoted);
        copied = value.range().end;
    }
    quoted.push_str(&text[copied..]);
    Quoted { text: Cow::Owned(quoted), inserted }
}

impl Quoted<'_> {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the file that a span of the quoted text stands for.
    pub(super) fn original(&self, span: Span) -> Span {
        let back = |offset: usize| offset - self.inserted.partition_point(|&inserted| inserted < offset);
        Span::new(back(span.range().start), back(span.range().end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_the_quoted_text_lead_back_to_the_file() {
        let text = "a: it's {{1}}\nb: c\n";
        let quoted = quote(text, &[Span::new(3, 13)]);
        assert_eq!(quoted.text(), "a: 'it''s {{1}}'\nb: c\n");
        assert_eq!(quoted.original(Span::new(3, 16)), Span::new(3, 13));
        assert_eq!(quoted.original(Span::new(17, 18)), Span::new(14, 15));
    }
}
