//! Components as the Graph API has them.

use serde_json::{Value, json};

use super::parts::{body_key, footer_key, header_key, offer_key};
use super::pieces::{add, any_case, longest, open_choice, properties};
use crate::policy::{self, Standing, limits};
use crate::template::{BODY_KEYS, BUTTONS_KEYS, CAROUSEL_KEYS, FOOTER_KEYS, HEADER_KEYS, OFFER_KEYS};

/// What the schema of a template refers to for its components.
pub fn definitions() -> [(String, Value); 2] {
    [("component".to_owned(), component(false)), ("card_component".to_owned(), component(true))]
}

fn component(in_card: bool) -> Value {
    let types = policy::COMPONENT_TYPES.iter().filter(|kind| kind.standing == Standing::Documented);
    let types = types.filter(|kind| kind.card || !in_card).map(|kind| (kind.name, kind.note));
    let kinds: [(&str, &[&str]); 6] = [
        ("HEADER", HEADER_KEYS),
        ("BODY", BODY_KEYS),
        ("FOOTER", FOOTER_KEYS),
        ("BUTTONS", BUTTONS_KEYS),
        ("CAROUSEL", CAROUSEL_KEYS),
        ("LIMITED_TIME_OFFER", OFFER_KEYS),
    ];
    let parts = kinds.into_iter().map(|(name, keys)| {
        let keys = keys.iter().copied().filter(|key| *key != "type");
        let is_it =
            json!({"properties": {"type": {"pattern": format!("^\\s*{}\\s*$", any_case(name))}}, "required": ["type"]});
        json!({"if": is_it, "then": {"properties": properties(keys, |key| key_of(name, key, in_card))}})
    });
    json!({
        "type": "object",
        "properties": {"type": open_choice(types, "Which part of the message it is.")},
        "required": ["type"],
        "allOf": parts.collect::<Vec<Value>>(),
        "description": "A part of the message.",
    })
}

fn key_of(component: &str, key: &str, in_card: bool) -> Value {
    match (component, key) {
        ("HEADER", _) => header_key(key),
        ("BODY", "text") if in_card => {
            let mut text = body_key(key);
            add(&mut text, "maxLength", longest(&limits::CARD_BODY_LENGTH));
            text
        }
        ("BODY", _) => body_key(key),
        ("FOOTER", _) => footer_key(key),
        ("BUTTONS", _) => json!({"type": ["array", "null"], "items": {"$ref": "#/$defs/button"}}),
        ("CAROUSEL", _) => json!({"type": ["array", "null"], "items": {"$ref": "#/$defs/card"}}),
        (_, "limited_time_offer") => {
            json!({"type": "object", "properties": properties(["text", "has_expiration"], offer_key)})
        }
        _ => offer_key(key),
    }
}
