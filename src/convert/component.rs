//! One table of components, read in both directions.

use crate::syntax::Span;
use crate::text::similar::nearest;

use super::example::{self, SamplesOf};
use super::normal::{normal, normal_card, of_header, opens_url};
use super::typing::SAMPLES;
use super::value::{Kind, Node, find, sorted};

/// The parts of a message in the authoring form, by the name of their component in lower case.
const PARTS: &[&str] =
    &["header", "body", "footer", "buttons", "carousel", "limited_time_offer", "call_permission_request"];

/// Why a part can not be carried, and which.
pub(super) type Outcome<T> = Result<T, (Span, String)>;

/// A part of a message as a component of the Graph API; nothing where the part says that it is not there.
pub(super) fn expand(key: &str, part: &Node) -> Outcome<Option<Node>> {
    let kind = key.to_uppercase();
    let refuse = |expected: &str| Err((part.span, format!("`{key}` is {}, and has to be {expected}", part.name())));
    let of = |rest: Vec<(String, Node)>| {
        let typed = std::iter::once(("type".to_owned(), Node::text(&kind)));
        normal(&part.with(Kind::Map(typed.chain(rest).collect())))
    };
    let one = |name: &str, value: Node| of(vec![(name.to_owned(), value)]);
    let component = match (key, &part.kind) {
        (_, Kind::Null) | ("call_permission_request", Kind::Bool(false)) => return Ok(None),
        ("call_permission_request", Kind::Bool(true)) => of(Vec::new()),
        ("call_permission_request", Kind::Text(text)) if text.eq_ignore_ascii_case("false") => return Ok(None),
        ("header", Kind::Text(_)) => {
            of(vec![("format".to_owned(), Node::text("TEXT")), ("text".to_owned(), part.clone())])
        }
        ("body" | "footer", Kind::Text(_)) => one("text", part.clone()),
        ("buttons", Kind::List(_)) => one("buttons", part.clone()),
        ("carousel", Kind::List(cards)) => one("cards", cards_of(part, cards)?),
        ("limited_time_offer", Kind::Map(entries)) if find(entries, "limited_time_offer").is_none() => {
            one("limited_time_offer", part.clone())
        }
        (_, Kind::Map(entries)) => {
            let mut rest = Vec::new();
            for (name, value) in entries {
                match &**name {
                    "type" if value.as_text().is_some_and(|text| text.trim().eq_ignore_ascii_case(&kind)) => {}
                    "type" => return Err((value.span, format!("the type of `{key}` is its name already"))),
                    SAMPLES if key == "header" => rest.push((name.clone(), example::expand(value, of_header(entries)))),
                    SAMPLES if key == "body" => rest.push((name.clone(), example::expand(value, SamplesOf::Body))),
                    "cards" if key == "carousel" => {
                        let cards = value.items().map_or(Ok(value.clone()), |cards| cards_of(value, cards))?;
                        rest.push((name.clone(), cards));
                    }
                    _ => rest.push((name.clone(), value.clone())),
                }
            }
            of(rest)
        }
        ("header" | "body" | "footer", _) => return refuse("a text or a group of keys"),
        ("buttons", _) => return refuse("a list of buttons"),
        ("carousel", _) => return refuse("a list of cards"),
        ("limited_time_offer", _) => return refuse("a group of keys"),
        ("call_permission_request", _) => return refuse("`true`"),
        _ => {
            let hint = nearest(key, PARTS.iter().copied());
            let hint = hint.map_or_else(String::new, |known| format!("; did you mean `{known}`?"));
            return Err((part.span, format!("`{key}` is not a part of a message{hint}")));
        }
    };
    Ok(Some(component))
}

fn cards_of(part: &Node, cards: &[Node]) -> Outcome<Node> {
    let cards = cards.iter().map(card).collect::<Outcome<Vec<Node>>>()?;
    Ok(part.with(Kind::List(cards)))
}

fn card(card: &Node) -> Outcome<Node> {
    let Some(entries) = card.entries() else {
        return Err((card.span, format!("a card is {}, and has to be a group of keys", card.name())));
    };
    if find(entries, "components").is_some() {
        return Ok(normal_card(card));
    }
    let (mut components, mut rest) = (Vec::new(), Vec::new());
    for (key, part) in entries {
        match &**key {
            "header" | "body" | "buttons" => components.extend(expand(key, part)?),
            _ => rest.push((key.clone(), part.clone())),
        }
    }
    rest.push(("components".to_owned(), card.with(Kind::List(components))));
    Ok(card.with(Kind::Map(rest)))
}

/// A component of the Graph API as a part of a message, with its key. What it is made of is in its normal order.
pub(super) fn shorten(component: &Node) -> Outcome<(String, Node)> {
    let Some(entries) = component.entries() else {
        return Err((component.span, format!("a component is {}, and has to be a group of keys", component.name())));
    };
    let Some(kind) = find(entries, "type").and_then(Node::as_text).filter(|kind| !kind.trim().is_empty()) else {
        return Err((component.span, "a component has no `type`, so it can not be told what it is".to_owned()));
    };
    let key = kind.trim().to_lowercase();
    let full = normal(component);
    let same = |part: &Node| matches!(expand(&key, part), Ok(Some(again)) if again == full);
    let rest: Vec<_> = full.entries().unwrap_or(&[]).iter().filter(|(name, _)| name != "type").cloned().collect();
    let plain = full.with(Kind::Map(rest.clone()));
    let Some(mut part) = [brief(&key, &full, &rest), Some(with_samples(&key, &full, &rest)), Some(plain)]
        .into_iter()
        .flatten()
        .find(same)
    else {
        return Err((
            component.span,
            format!("the component {} has a shape that has no place in a variant", kind.trim()),
        ));
    };
    part.keep_comments_of(component);
    Ok((key, part))
}

/// The shortest way to write a component, which may not say all of it.
fn brief(key: &str, full: &Node, rest: &[(String, Node)]) -> Option<Node> {
    let of = |name: &str| find(rest, name).cloned();
    match key {
        "header" | "body" | "footer" => of("text").filter(|text| text.as_text().is_some()),
        "buttons" => {
            let buttons = of("buttons")?;
            let list: Vec<Node> = buttons.items()?.iter().map(brief_button).collect();
            Some(buttons.with_notes(Kind::List(list)))
        }
        "carousel" => {
            let cards = of("cards")?;
            let list: Vec<Node> = cards.items()?.iter().map(brief_card).collect();
            Some(cards.with_notes(Kind::List(list)))
        }
        "limited_time_offer" => of("limited_time_offer"),
        "call_permission_request" => Some(full.with(Kind::Bool(true))),
        _ => None,
    }
}

fn with_samples(key: &str, full: &Node, rest: &[(String, Node)]) -> Node {
    let of = match key {
        "header" => of_header(rest),
        "body" => SamplesOf::Body,
        _ => return full.with(Kind::Map(rest.to_vec())),
    };
    let short = |(name, value): &(String, Node)| {
        let value = if name == SAMPLES { example::shorten(value, of) } else { value.clone() };
        (name.clone(), value)
    };
    full.with(Kind::Map(rest.iter().map(short).collect()))
}

fn brief_button(button: &Node) -> Node {
    let single = |(name, value): &(String, Node)| {
        let only = value.items().filter(|items| items.len() == 1 && items[0].as_text().is_some());
        match only {
            Some(items) if name == SAMPLES && opens_url(button) => {
                let mut only = items[0].clone();
                only.keep_comments_of(value);
                (name.clone(), only)
            }
            _ => (name.clone(), value.clone()),
        }
    };
    button
        .entries()
        .map_or_else(|| button.clone(), |entries| button.with_notes(Kind::Map(entries.iter().map(single).collect())))
}

fn brief_card(whole: &Node) -> Node {
    let short = || {
        let entries = whole.entries()?;
        let mut parts: Vec<(String, Node)> = entries.iter().filter(|(key, _)| key != "components").cloned().collect();
        for component in find(entries, "components")?.items()? {
            let (key, part) = shorten(component).ok()?;
            parts.iter().all(|(known, _)| *known != key).then_some(())?;
            parts.push((key, part));
        }
        let short = whole.with(Kind::Map(sorted(parts, PARTS, &[])));
        (card(&short).ok()? == normal_card(whole)).then_some(short)
    };
    let mut short = short().unwrap_or_else(|| whole.clone());
    short.keep_comments_of(whole);
    short
}
