//! The words of a comment that is meant for walint.

use std::ops::Range;

use crate::text::similar::nearest;

/// What a comment asks for, in places of the comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// For the whole file, and not only for what is near.
    pub file: bool,
    /// The rules and families between the brackets.
    pub names: Vec<Range<usize>>,
    /// Whether it says why.
    pub reason: bool,
}

/// Why a comment that is meant for walint can not be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It asks for something unknown; what was probably meant, where something was.
    Order(Option<&'static str>),
    /// It names no rule between brackets.
    NoRules,
    /// The bracket is not closed.
    Unclosed,
}

const ORDERS: [&str; 2] = ["ignore", "file-ignore"];

/// Whether a comment is meant for walint: `# walint: ...`, however it is spaced.
pub fn is_directive(comment: &str) -> bool {
    words(comment).is_some()
}

/// Reads a comment, with its `#`. Nothing for one that is not meant for walint.
pub fn read(comment: &str) -> Option<Result<Directive, Slip>> {
    let words = words(comment)?;
    let order_length = words.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(words.len());
    let (order, rest) = words.split_at(order_length);
    let rest = rest.trim_start();
    let order = order.to_lowercase().replace('_', "-");
    if !ORDERS.contains(&order.as_str()) {
        let near = nearest(&order, ORDERS);
        // A remark that only begins with the name of the tool is left alone.
        return (near.is_some() || rest.starts_with('[')).then_some(Err(Slip::Order(near)));
    }
    let Some(inside) = rest.strip_prefix('[') else { return Some(Err(Slip::NoRules)) };
    let Some((inside, reason)) = inside.split_once(']') else { return Some(Err(Slip::Unclosed)) };
    let names: Vec<Range<usize>> =
        inside.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| place(name, comment)).collect();
    if names.is_empty() {
        return Some(Err(Slip::NoRules));
    }
    Some(Ok(Directive { file: order == "file-ignore", names, reason: reason.contains(char::is_alphanumeric) }))
}

/// What follows `# walint:`.
fn words(comment: &str) -> Option<&str> {
    const TOOL: &str = "walint";
    let words = comment.trim_start_matches('#').trim();
    let tool = words.get(..TOOL.len()).filter(|tool| tool.eq_ignore_ascii_case(TOOL))?;
    words[tool.len()..].trim_start().strip_prefix(':').map(str::trim_start)
}

/// Where in `whole` a part of it stands.
fn place(part: &str, whole: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether it is for the file, the names, and whether there is a reason.
    type Told<'c> = Result<(bool, Vec<&'c str>, bool), Slip>;

    fn told(comment: &str) -> Option<Told<'_>> {
        let names = |directive: Directive| {
            let names = directive.names.into_iter().map(|name| &comment[name]).collect();
            (directive.file, names, directive.reason)
        };
        read(comment).map(|read| read.map(names))
    }

    #[test]
    fn spacing_and_case_do_not_matter() {
        for comment in [
            "# walint: ignore[variables/edge, links] a friend agreed",
            "#walint:ignore[variables/edge,links]a friend agreed",
            "##  Walint :  Ignore [ variables/edge ,links, ] - a friend agreed ",
        ] {
            assert_eq!(told(comment), Some(Ok((false, vec!["variables/edge", "links"], true))), "{comment}");
        }
        assert_eq!(told("# walint: file_ignore[links] —"), Some(Ok((true, vec!["links"], false))));
    }

    #[test]
    fn what_is_not_meant_for_walint_is_left_alone() {
        for comment in
            ["# ignore[links]", "# walint is great", "# see walint: ignore[links]", "# walint: see wiki", "#", ""]
        {
            assert_eq!(told(comment), None, "{comment}");
        }
    }

    #[test]
    fn slips_are_told() {
        assert_eq!(told("# walint: ignroe[links]"), Some(Err(Slip::Order(Some("ignore")))));
        assert_eq!(told("# walint: disable[links]"), Some(Err(Slip::Order(None))));
        assert_eq!(told("# walint: ignore links"), Some(Err(Slip::NoRules)));
        assert_eq!(told("# walint: ignore[ , ] x"), Some(Err(Slip::NoRules)));
        assert_eq!(told("# walint: ignore[links"), Some(Err(Slip::Unclosed)));
        assert_eq!(told("# walint: ignore"), Some(Err(Slip::NoRules)));
    }
}
