//! A rule's page for those who read it outside of the repository: no marks, no links to its neighbours.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The marks that examples have around the wrong place.
const MARKS: [char; 2] = ['⟦', '⟧'];

/// The page as Markdown.
pub fn markdown(page: &str) -> String {
    let page = captioned(page);
    let mut markdown = String::with_capacity(page.len());
    let mut copied = 0;
    let mut links = Parser::new(&page).into_offset_iter().peekable();
    while let Some((event, range)) = links.next() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        if dest_url.starts_with("https://") {
            continue;
        }
        if let Some((Event::Text(text), _)) = links.peek() {
            markdown.push_str(&page[copied..range.start]);
            markdown.push_str(&format!("`{text}`"));
            copied = range.end;
        }
    }
    markdown.push_str(&page[copied..]);
    markdown.trim().to_owned()
}

/// The page as plain text.
pub fn text(page: &str) -> String {
    plain(&captioned(page))
}

/// Says above each example what it shows. In the page the first line of its block does.
fn captioned(page: &str) -> String {
    let mut captioned = String::with_capacity(page.len());
    for line in page.replace(MARKS, "").lines() {
        let mut words = line.strip_prefix("```").unwrap_or("").split_whitespace();
        let (language, caption) = (words.next().unwrap_or(""), words.next());
        let caption = match caption {
            Some("bad") => "Instead of:",
            Some("good") => "Write:",
            Some("config") => "With this `walint.yaml`:",
            _ => "",
        };
        if caption.is_empty() {
            captioned.push_str(line);
        } else {
            captioned.push_str(&format!("{caption}\n\n```{language}"));
        }
        captioned.push('\n');
    }
    captioned
}

/// The paragraphs below a heading of the second level as plain text.
pub fn section(page: &str, heading: &str) -> String {
    let start = format!("## {heading}");
    let lines = page.lines().skip_while(|line| line.trim_end() != start).skip(1);
    let section: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    plain(&section.join("\n"))
}

fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(Tag::Item) => text.push_str("- "),
            Event::End(TagEnd::Item) => text = format!("{}\n", text.trim_end()),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::List(_)) => {
                text = format!("{}\n\n", text.trim_end());
            }
            _ => {}
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# a/b\n\n## What\nIt is `x`, as in [a/c](c.md)\nor [there](https://example.com).\n\n- one\n- two\n\n\
        ## Fix\nDo it.\n\n```yaml bad\nbody: ⟦{{1}}⟧\n```\n";

    #[test]
    fn links_to_neighbours_and_marks_are_taken_out() {
        let written = markdown(PAGE);
        assert!(written.contains("as in `a/c`\nor [there](https://example.com)."), "{written}");
        assert!(written.ends_with("Instead of:\n\n```yaml\nbody: {{1}}\n```"), "{written}");
        assert_eq!(section(PAGE, "What"), "It is x, as in a/c or there.\n\n- one\n- two");
        assert_eq!(
            text(PAGE),
            "a/b\n\nWhat\n\nIt is x, as in a/c or there.\n\n- one\n- two\n\nFix\n\nDo it.\n\nInstead of:\n\nbody: {{1}}"
        );
    }
}
