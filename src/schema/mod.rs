//! JSON Schemas for what walint reads, so that editors complete and check it. They are made from the tables that the
//! readers and the rules use. What walint reads without an error, they take; keys that Meta may add stay allowed.

mod config;
mod graph;
mod journey;
mod parts;
mod pieces;
mod template;

use serde_json::{Value, json};

use crate::policy;

/// The schema of files with templates or journeys.
pub fn of_templates() -> Value {
    let one = json!({
        "if": {"properties": {"kind": {"const": "journey"}}, "required": ["kind"]},
        "then": {"$ref": "#/$defs/journey"},
        "else": {"$ref": "#/$defs/template"},
    });
    let listing = json!({
        "if": {"required": ["data"]},
        "then": {"properties": {"data": {
            "type": "array", "items": one, "description": "What the Graph API answers: a list of templates.",
        }}},
        "else": one,
    });
    let mut definitions = template::definitions();
    definitions.extend(journey::definitions());
    document(
        "template",
        "WhatsApp message templates",
        "A template, a list of templates, or what the Graph API answers.",
        json!({"if": {"type": "array"}, "then": {"items": one}, "else": {"type": "object", "allOf": [listing]}}),
        definitions,
    )
}

/// The schema of `walint.yaml`.
pub fn of_configurations() -> Value {
    let about = "What a team tells walint once instead of every time.";
    document("config", "Configuration of walint", about, config::root(), config::definitions())
}

/// The schema of files with journeys alone.
pub fn of_journeys() -> Value {
    let about = "What a person and a business write to each other.";
    let root = json!({
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/$defs/journey"}},
        "else": {"$ref": "#/$defs/journey"},
    });
    document("journey", "Journey", about, root, journey::definitions())
}

fn document(name: &str, title: &str, about: &str, root: Value, definitions: serde_json::Map<String, Value>) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:walint:schema:{name}"),
        "$comment": format!("walint {}, facts of {}", env!("CARGO_PKG_VERSION"), policy::VERSION),
        "title": title,
        "description": about,
        "$defs": definitions,
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
    }
    schema
}
