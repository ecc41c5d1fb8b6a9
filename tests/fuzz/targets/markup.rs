//! WhatsApp formatting: what the recipient sees of any text.

use walint::text::markup::Markup;

/// Spans are sorted, nested or apart, and on characters; what is seen is the text without the delimiters.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for markup in [Markup::parse(&text), Markup::links(&text), Markup::plain(&text)] {
        holds(&text, &markup);
    }
}

fn holds(text: &str, markup: &Markup) {
    let mut removed = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for span in &markup.spans {
        for range in [span.opening(), span.content.clone(), span.closing()] {
            assert!(text.get(range.clone()).is_some(), "{span:?}");
        }
        assert!(!span.content.is_empty() && markup.text.get(span.visible.clone()).is_some(), "{span:?}");
        assert_eq!(markup.visible(span.source()), span.visible, "{span:?}");
        let source = span.source();
        assert!(start <= source.start, "{span:?} is out of order");
        start = source.start;
        while open.last().is_some_and(|&(_, closed)| closed <= source.start) {
            open.pop();
        }
        if let Some(&(content, _)) = open.last() {
            assert!(source.end <= content, "{span:?} crosses another");
        }
        open.push((span.content.end, source.end));
        removed.extend([span.opening(), span.closing()]);
    }
    removed.retain(|range| !range.is_empty());
    removed.sort_by_key(|range| range.start);
    let (mut seen, mut read) = (String::new(), 0);
    for range in removed {
        seen.push_str(&text[read..range.start]);
        read = range.end;
    }
    seen.push_str(&text[read..]);
    assert_eq!(markup.text, seen);
    for (at, character) in markup.text.char_indices() {
        let visible = at..at + character.len_utf8();
        let source = markup.source(visible.clone());
        assert!(text[source.clone()].chars().eq([character]), "{source:?}");
        assert_eq!(markup.visible(source), visible);
    }
}
