//! Templates in the form for people.

use serde_json::{Map, Value, json};

use super::graph;
use super::parts::{
    BODY, FOOTER, body_key, button_key, footer_key, header_key, offer_key, template_key, to_be_submitted,
};
use super::pieces::{CODE, add, any_case, group, longest, properties, text_up_to};
use crate::policy::{self, Standing, limits};
use crate::template::{BODY_KEYS, CARD_KEYS, FOOTER_KEYS, HEADER_KEYS, OFFER_KEYS, VARIANT_KEYS};

/// What the schema of a template refers to.
pub fn definitions() -> Map<String, Value> {
    let header = with_keys(
        text_up_to(
            &limits::HEADER_LENGTH,
            "The line above the message; or a group of keys for a picture, a video, a document.",
        ),
        HEADER_KEYS,
        header_key,
    );
    let body = with_keys(text_up_to(&limits::BODY_LENGTH, BODY), BODY_KEYS, body_key);
    let footer = with_keys(text_up_to(&limits::FOOTER_LENGTH, FOOTER), FOOTER_KEYS, footer_key);
    let mut definitions = Map::new();
    let mut define = |name: &str, schema: Value| drop(definitions.insert(name.to_owned(), schema));
    define("template", template());
    define("variants", variants());
    define("variant", variant());
    define("header", header);
    define("body", body);
    define("footer", footer);
    define("card", card());
    define(
        "card_body",
        with_keys(text_up_to(&limits::CARD_BODY_LENGTH, "The text of the card."), BODY_KEYS, card_body_key),
    );
    define("buttons", list_or("buttons", "#/$defs/button", "The buttons below the message, in order."));
    define("button", button());
    define("carousel", list_or("cards", "#/$defs/card", "Cards that are swiped, two to ten."));
    define("limited_time_offer", offer());
    for (name, schema) in graph::definitions() {
        define(&name, schema);
    }
    definitions
}

fn template() -> Value {
    let mut schema = group(
        properties(policy::TEMPLATE_KEYS.iter().copied(), |key| match key {
            "variants" => json!({"$ref": "#/$defs/variants"}),
            "components" => json!({
                "type": ["array", "null"], "items": {"$ref": "#/$defs/component"},
                "description": "The parts of the message, as the Graph API has them.",
            }),
            _ => template_key(key),
        }),
        "A template: `variants` with all languages, or `language` and `components` as in the Graph API.",
    );
    add(&mut schema, "if", json!({"required": ["status"]}));
    add(&mut schema, "else", to_be_submitted());
    // One sentence for each form; the library has the texts itself.
    let graph = json!({"required": ["components"]});
    let library = json!({"required": ["library_template_name"]});
    add(&mut schema, "anyOf", json!([{"required": ["variants"]}, graph, library]));
    schema
}

fn variants() -> Value {
    let languages: Map<String, Value> = policy::LANGUAGES
        .iter()
        .map(|language| (language.code.to_owned(), json!({"title": language.name, "$ref": "#/$defs/variant"})))
        .collect();
    json!({
        "type": "object",
        "minProperties": 1,
        "properties": languages,
        "propertyNames": {"pattern": CODE},
        "additionalProperties": {"$ref": "#/$defs/variant"},
        "description": "The texts by language: `en_US`, `es`, `pt_BR`.",
    })
}

fn variant() -> Value {
    let returned = policy::TEMPLATE_FIELDS.iter().filter(|field| field.standing == Standing::ReadOnly);
    let returned: Vec<&str> = returned.map(|field| field.name).collect();
    let keys = VARIANT_KEYS.iter().copied().chain(returned);
    group(
        properties(keys, |key| match key {
            "header" | "body" | "footer" | "buttons" | "carousel" | "limited_time_offer" => {
                json!({"$ref": format!("#/$defs/{key}")})
            }
            "call_permission_request" => json!({"description": "`true` asks whether you may call."}),
            _ => template_key(key),
        }),
        "The message in one language.",
    )
}

/// A text, or a group of keys.
fn with_keys(mut text: Value, keys: &[&str], schema: impl Fn(&str) -> Value) -> Value {
    add(&mut text, "type", json!(["string", "number", "boolean", "null", "object"]));
    add(&mut text, "properties", properties(keys.iter().copied(), schema));
    text
}

/// A list, or a group of keys that holds it.
fn list_or(key: &str, items: &str, about: &str) -> Value {
    let list = json!({"type": ["array", "null"], "items": {"$ref": items}});
    json!({
        "type": ["array", "object", "null"],
        "items": {"$ref": items},
        "properties": {key: list},
        "description": about,
    })
}

fn card_body_key(key: &str) -> Value {
    let mut schema = body_key(key);
    if key == "text" {
        add(&mut schema, "maxLength", longest(&limits::CARD_BODY_LENGTH));
        add(
            &mut schema,
            "description",
            format!("The text of the card. At most {} characters.", limits::CARD_BODY_LENGTH.value),
        );
    }
    schema
}

fn card() -> Value {
    group(
        properties(CARD_KEYS.iter().copied(), |key| match key {
            "body" => json!({"$ref": "#/$defs/card_body"}),
            "components" => json!({"type": ["array", "null"], "items": {"$ref": "#/$defs/card_component"}}),
            _ => json!({"$ref": format!("#/$defs/{key}")}),
        }),
        "A card of a carousel.",
    )
}

fn offer() -> Value {
    let about = "A line above the message that says how long the offer lasts.";
    group(
        properties(OFFER_KEYS.iter().copied(), |key| match key {
            "limited_time_offer" => group(properties(["text", "has_expiration"], offer_key), about),
            _ => offer_key(key),
        }),
        about,
    )
}

fn button() -> Value {
    let mut schema = group(properties(policy::BUTTON_KEYS.iter().copied(), button_key), "A button.");
    let kinds = policy::BUTTON_TYPES.iter().filter(|kind| kind.standing == Standing::Documented);
    let needs = kinds.filter(|kind| !kind.required.is_empty()).map(|kind| {
        let type_of = json!({"properties": {"type": {"pattern": format!("^\\s*{}\\s*$", any_case(kind.name))}}});
        let mut condition = type_of;
        add(&mut condition, "required", json!(["type"]));
        json!({"if": condition, "then": {"required": kind.required}})
    });
    add(&mut schema, "allOf", needs.collect::<Vec<Value>>());
    add(&mut schema, "required", json!(["type"]));
    schema
}
