//! A text line by line, and each line in runs that look the same throughout.

use crate::text::markup::{Kind, Span};

use super::Shown;

/// A line as its author broke it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What the line is.
    pub block: Block,
    /// Its parts, in order; none for an empty line.
    pub runs: Vec<Run>,
}

/// What a line is.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Block {
    /// A line of prose.
    #[default]
    Plain,
    /// An item with a bullet.
    Bullet,
    /// An item with a number, such as `12.`
    Number(String),
    /// A quote.
    Quote,
}

/// A part of a line that looks the same throughout.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it is formatted, the outermost first.
    pub kinds: Vec<Kind>,
    /// The name of the variable whose sample it is.
    pub variable: Option<String>,
}

impl Line {
    /// The text of the line without its formatting.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// The lines of a text.
pub fn lines(shown: &Shown) -> Vec<Line> {
    let text = &shown.markup.text;
    let mut lines = vec![Line::default()];
    let mut spans = shown.markup.spans.iter().peekable();
    let mut open: Vec<&Span> = Vec::new();
    let mut variables = shown.variables.iter().peekable();
    let ends = ends(shown);
    for (start, end) in ends.iter().copied().zip(ends.iter().copied().skip(1)) {
        let Some(line) = lines.last_mut() else { break };
        open.retain(|span| span.visible.end > start);
        while let Some(span) = spans.next_if(|span| span.visible.start <= start) {
            if span.visible.end > start {
                line.block = block(span, shown).unwrap_or_else(|| std::mem::take(&mut line.block));
                open.push(span);
            }
        }
        while variables.next_if(|variable| variable.visible.end <= start).is_some() {}
        let part = &text[start..end];
        if part == "\n" {
            lines.push(Line::default());
            continue;
        }
        let variable = variables.peek().filter(|variable| variable.visible.start <= start);
        line.runs.push(Run {
            text: part.to_owned(),
            kinds: open.iter().map(|span| span.kind).filter(|kind| is_inline(*kind)).collect(),
            variable: variable.map(|variable| variable.name.clone()),
        });
    }
    lines
}

/// The places at which the look may change, in order.
fn ends(shown: &Shown) -> Vec<usize> {
    let text = &shown.markup.text;
    let spans = shown.markup.spans.iter().flat_map(|span| [span.visible.start, span.visible.end]);
    let variables = shown.variables.iter().flat_map(|variable| [variable.visible.start, variable.visible.end]);
    let breaks = text.match_indices('\n').flat_map(|(at, _)| [at, at + 1]);
    let mut ends: Vec<usize> = spans.chain(variables).chain(breaks).chain([0, text.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn block(span: &Span, shown: &Shown) -> Option<Block> {
    match span.kind {
        Kind::Bullet => Some(Block::Bullet),
        Kind::Number => Some(Block::Number(shown.source[span.opening()].trim().to_owned())),
        Kind::Quote => Some(Block::Quote),
        _ => None,
    }
}

fn is_inline(kind: Kind) -> bool {
    !matches!(kind, Kind::Bullet | Kind::Number | Kind::Quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::ShownVariable;
    use crate::text::markup::Markup;

    fn shown(source: &str) -> Shown {
        Shown { markup: Markup::parse(source), variables: Vec::new(), source: source.to_owned() }
    }

    #[test]
    fn lines_know_what_they_are() {
        let lines = lines(&shown("Hi\n\n12. one\n- two\n> three\nfour"));
        let blocks: Vec<_> = lines.iter().map(|line| (&line.block, line.text())).collect();
        assert_eq!(
            blocks,
            [
                (&Block::Plain, "Hi".to_owned()),
                (&Block::Plain, String::new()),
                (&Block::Number("12.".to_owned()), "one".to_owned()),
                (&Block::Bullet, "two".to_owned()),
                (&Block::Quote, "three".to_owned()),
                (&Block::Plain, "four".to_owned()),
            ]
        );
    }

    #[test]
    fn runs_carry_what_is_around_them_from_the_outside_in() {
        let mut shown = shown("_a *b c* d_");
        shown.variables.push(ShownVariable { name: "1".to_owned(), visible: 4..7, filled: true });
        let [line] = lines(&shown).try_into().unwrap();
        let runs: Vec<_> =
            line.runs.iter().map(|run| (run.text.as_str(), run.kinds.as_slice(), run.variable.is_some())).collect();
        assert_eq!(
            runs,
            [
                ("a ", &[Kind::Italic][..], false),
                ("b ", &[Kind::Italic, Kind::Bold], false),
                ("c", &[Kind::Italic, Kind::Bold], true),
                (" d", &[Kind::Italic], true),
            ]
        );
    }
}
