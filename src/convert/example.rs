//! Samples: the Graph API keeps them in a different place for every kind of text, the authoring form in one.

use super::value::{Kind, Node};

/// Whose samples they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SamplesOf {
    /// A text header: one list.
    Header,
    /// A header with a file: its upload handles.
    Media,
    /// A body: a list in a list.
    Body,
}

/// The keys under which the Graph API keeps samples.
const PLACES: &[&str] =
    &["header_text", "header_text_named_params", "header_handle", "header_url", "body_text", "body_text_named_params"];

impl SamplesOf {
    fn list(self) -> &'static str {
        match self {
            Self::Header => "header_text",
            Self::Media => "header_handle",
            Self::Body => "body_text",
        }
    }

    fn named(self) -> &'static str {
        match self {
            Self::Header | Self::Media => "header_text_named_params",
            Self::Body => "body_text_named_params",
        }
    }
}

/// Samples of the authoring form as the Graph API takes them.
pub(super) fn expand(samples: &Node, of: SamplesOf) -> Node {
    match &samples.kind {
        Kind::Null => samples.clone(),
        Kind::Map(_) if in_graph_shape(samples) => samples.clone(),
        Kind::Map(entries) => {
            let named = entries.iter().map(|(name, sample)| {
                let pair = vec![
                    ("param_name".to_owned(), Node::text(name)),
                    (super::typing::SAMPLES.to_owned(), sample.clone()),
                ];
                samples.with(Kind::Map(pair))
            });
            place(samples, of.named(), samples.with(Kind::List(named.collect())))
        }
        Kind::List(items) => positional(samples, items.clone(), of),
        _ => positional(samples, vec![samples.clone()], of),
    }
}

fn positional(samples: &Node, items: Vec<Node>, of: SamplesOf) -> Node {
    let list = samples.with(Kind::List(items));
    let list = if of == SamplesOf::Body { samples.with(Kind::List(vec![list])) } else { list };
    place(samples, of.list(), list)
}

fn place(samples: &Node, key: &str, list: Node) -> Node {
    samples.with(Kind::Map(vec![(key.to_owned(), list)]))
}

/// Whether samples in the authoring form are written as the Graph API has them. A sample by name is a text, never a
/// list, so a variable may well be called `body_text`.
fn in_graph_shape(samples: &Node) -> bool {
    samples
        .entries()
        .is_some_and(|entries| entries.iter().any(|(key, value)| PLACES.contains(&&**key) && !value.is_scalar()))
}

/// Samples of the Graph form as the authoring form writes them; as they are where there is no shorter way.
pub(super) fn shorten(samples: &Node, of: SamplesOf) -> Node {
    let short = shorter(samples, of).filter(|short| expand(short, of) == *samples);
    let mut short = short.unwrap_or_else(|| samples.clone());
    short.keep_comments_of(samples);
    short
}

fn shorter(samples: &Node, of: SamplesOf) -> Option<Node> {
    let [(key, value)] = samples.entries()? else { return None };
    if key == of.named() {
        let pairs = value.items()?.iter().map(|pair| {
            let [(first, name), (second, sample)] = pair.entries()? else { return None };
            let known = first == "param_name" && second == super::typing::SAMPLES;
            (known && sample.is_scalar()).then(|| Some((name.as_text()?.to_owned(), sample.clone()))).flatten()
        });
        let pairs: Vec<(String, Node)> = pairs.collect::<Option<_>>()?;
        return is_unique(&pairs).then(|| samples.with(Kind::Map(pairs)));
    }
    let list = if of == SamplesOf::Body { value.items()?.first()? } else { value };
    let scalars = list.items()?.iter().all(Node::is_scalar);
    match (of, list.items()?) {
        (SamplesOf::Media, [only]) if only.as_text().is_some() => Some(only.clone()),
        _ => scalars.then(|| list.clone()),
    }
}

fn is_unique(pairs: &[(String, Node)]) -> bool {
    let mut names: Vec<&str> = pairs.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    !names.is_empty() && names.windows(2).all(|pair| pair[0] != pair[1])
}

/// Samples of the Graph form in the one shape that Meta documents, where they are in another that it takes.
pub(super) fn normal(samples: &Node, of: SamplesOf) -> Node {
    let Some(entries) = samples.entries() else { return samples.clone() };
    let tidy = |(key, value): &(String, Node)| {
        let value = match &value.kind {
            Kind::Text(_) if key == of.list() => return (key.clone(), inner(samples, value, of)),
            Kind::List(items) if key == of.named() => {
                let order = |pair: &Node| match pair.entries() {
                    Some(keys) => {
                        pair.with_notes(Kind::Map(super::value::sorted(keys.to_vec(), &["param_name", "example"], &[])))
                    }
                    None => pair.clone(),
                };
                value.with_notes(Kind::List(items.iter().map(order).collect()))
            }
            _ => value.clone(),
        };
        (key.clone(), value)
    };
    samples.with_notes(Kind::Map(entries.iter().map(tidy).collect()))
}

fn inner(samples: &Node, value: &Node, of: SamplesOf) -> Node {
    let mut list = samples.with(Kind::List(vec![value.clone()]));
    if of == SamplesOf::Body {
        list = samples.with(Kind::List(vec![list]));
    }
    list
}
