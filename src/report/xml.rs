//! The one gate every text passes on its way into XML.

use crate::finding::sanitize;

/// Makes text harmless between tags and in a quoted attribute: nothing can become markup, and control characters,
/// most of which XML does not allow at all, are shown as pictures.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in sanitize(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            // GitHub's and Azure's runners look for their old commands in the middle of lines.
            '[' if escaped.ends_with("##") || escaped.ends_with("##vso") => escaped.push_str("&#91;"),
            // Not characters of XML.
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_becomes_one_that_xml_allows() {
        let all: String = (0..=0x10_FFFF).filter_map(char::from_u32).collect();
        let document = format!("<a b=\"{0}\">{0}</a>", escape(&all));
        let read = roxmltree::Document::parse(&document).unwrap();
        assert_eq!(read.root_element().attribute("b"), read.root_element().text());
        assert_eq!(
            escape("<a b=\"1\">&'</a>##[x]##vso[y]"),
            "&lt;a b=&quot;1&quot;&gt;&amp;&apos;&lt;/a&gt;##&#91;x]##vso&#91;y]"
        );
        assert_eq!(escape("\u{0}\r\n\u{202E}"), "␀␍␊&lt;U+202E&gt;");
    }
}
