//! A text of a message as elements.

use crate::preview::{Block, Direction, Line, Run, Shown, lines};
use crate::text::markup::Kind;

use super::escape::escape;

/// The paragraphs, lists and quotes of a text in a message of that direction.
pub fn text(shown: &Shown, base: Direction) -> String {
    let mut html = String::new();
    let mut open = None;
    for line in lines(shown) {
        let list = list(&line.block);
        if list != open {
            close(&mut html, open);
            open = list;
            html.push_str(&list.map(|name| format!("<{name}>")).unwrap_or_default());
        }
        write_line(&mut html, &line, base);
    }
    close(&mut html, open);
    html
}

fn close(html: &mut String, open: Option<&str>) {
    if let Some(name) = open {
        html.push_str(&format!("</{name}>"));
    }
}

/// The element around lines of that kind.
fn list(block: &Block) -> Option<&'static str> {
    match block {
        Block::Plain => None,
        Block::Bullet => Some("ul"),
        Block::Number(_) => Some("ol"),
        Block::Quote => Some("blockquote"),
    }
}

fn write_line(html: &mut String, line: &Line, base: Direction) {
    let name = if matches!(line.block, Block::Bullet | Block::Number(_)) { "li" } else { "p" };
    html.push_str(&format!("<{name}"));
    if let Block::Number(number) = &line.block {
        html.push_str(&format!(" value=\"{}\"", escape(number.trim_end_matches('.'))));
    }
    if let Some(own) = Direction::of_text(&line.text()).filter(|own| *own != base) {
        html.push_str(&format!(" dir=\"{}\"", code(own)));
    }
    html.push('>');
    write_runs(html, &line.runs);
    if line.runs.is_empty() {
        html.push_str("<br>");
    }
    html.push_str(&format!("</{name}>"));
}

/// What HTML calls a direction.
pub fn code(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The runs, in elements that stay open over as many of them as they can.
fn write_runs(html: &mut String, runs: &[Run]) {
    let mut open: &[Kind] = &[];
    for run in runs {
        let shared = open.iter().zip(&run.kinds).take_while(|(a, b)| a == b).count();
        end(html, &open[shared..]);
        run.kinds[shared..].iter().for_each(|kind| html.push_str(&format!("<{}>", element(*kind).0)));
        open = &run.kinds;
        match &run.variable {
            None => html.push_str(&escape(&run.text)),
            Some(name) => {
                html.push_str(&format!("<mark title=\"{}\">{}</mark>", escape(name), escape(&run.text)));
            }
        }
    }
    end(html, open);
}

fn end(html: &mut String, kinds: &[Kind]) {
    kinds.iter().rev().for_each(|kind| html.push_str(&format!("</{}>", element(*kind).1)));
}

/// How the element of a kind begins, and its name. A link is shown and can not be followed: whoever looks at a draft
/// should not end on a page that nobody has checked.
fn element(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Bold => ("strong", "strong"),
        Kind::Italic => ("em", "em"),
        Kind::Strike => ("s", "s"),
        Kind::InlineCode => ("code class=\"inline\"", "code"),
        Kind::MonoBlock => ("code", "code"),
        Kind::Link => ("span class=\"link\"", "span"),
        // These are lines, not parts of one.
        Kind::Bullet | Kind::Number | Kind::Quote => ("span", "span"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::ShownVariable;
    use crate::text::markup::Markup;

    fn html(source: &str, samples: &[(std::ops::Range<usize>, &str)]) -> String {
        let variables = samples
            .iter()
            .map(|(visible, variable)| ShownVariable {
                name: (*variable).to_owned(),
                visible: visible.clone(),
                filled: true,
            })
            .collect();
        let shown = Shown { markup: Markup::parse(source), variables, source: source.to_owned() };
        text(&shown, Direction::LeftToRight)
    }

    #[test]
    fn elements_nest_as_the_formatting_does() {
        assert_eq!(html("_a *b* ~c~_", &[]), "<p><em>a <strong>b</strong> <s>c</s></em></p>");
        assert_eq!(html("`x<y`", &[]), "<p><code class=\"inline\">x&lt;y</code></p>");
        assert_eq!(html("```a\nb```", &[]), "<p><code>a</code></p><p><code>b</code></p>");
    }

    #[test]
    fn a_sample_may_reach_into_formatting() {
        assert_eq!(
            html("Hi Ana *Li*", &[(3..8, "na\"me")]),
            "<p>Hi <mark title=\"na&quot;me\">Ana </mark><strong><mark title=\"na&quot;me\">L</mark>i</strong></p>"
        );
    }

    #[test]
    fn lists_and_quotes_are_elements_of_their_own() {
        assert_eq!(
            html("- a\n- b\n3. c\n> d\nمرحبا", &[]),
            "<ul><li>a</li><li>b</li></ul><ol><li value=\"3\">c</li></ol><blockquote><p>d</p></blockquote><p dir=\"rtl\">مرحبا</p>"
        );
    }
}
