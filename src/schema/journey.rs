//! Journeys.

use serde_json::{Map, Value, json};

use super::pieces::{choice, group, properties, text};
use crate::journey::{event, lower, setup};

/// What the schema of a journey refers to.
pub fn definitions() -> Map<String, Value> {
    let mut definitions = Map::new();
    definitions.insert("journey".to_owned(), journey());
    definitions.insert("event".to_owned(), message());
    definitions
}

fn journey() -> Value {
    let mut schema = group(
        properties(lower::KEYS.iter().copied(), |key| match key {
            "kind" => json!({"const": "journey", "description": "Says that the file is a journey."}),
            "title" => text("What the journey is called."),
            "market" => text("Whose prices hold, such as `DE`."),
            "start" => text("What `+2h` counts from: `2026-11-02 09:00`."),
            "config" => group(properties(setup::KEYS.iter().copied(), setting), "Whose account it is."),
            "events" => json!({
                "type": "array", "items": {"$ref": "#/$defs/event"},
                "description": "What happens, and when.",
            }),
            _ => json!(true),
        }),
        "What a person and a business write to each other.",
    );
    super::pieces::add(&mut schema, "required", json!(["events"]));
    schema
}

fn setting(key: &str) -> Value {
    match key {
        "waba_tz" => text("The time zone of the account, such as `Europe/Berlin`."),
        "regime" => named(setup::REGIMES, "Pricing rules to use whatever the date."),
        "entry" => named(setup::ENTRIES, "How the person came."),
        "device" => named(setup::DEVICES, "What the person came with."),
        _ => text("Taken for true in this journey."),
    }
}

fn message() -> Value {
    let mut schema = group(
        properties(event::EVENT_KEYS.iter().copied(), |key| match key {
            "t" => text("When: `2026-11-02T09:00Z`, or `+2h` from `start`."),
            "dir" => choice([("in", "The person writes."), ("out", "The business writes.")], "Who writes."),
            "kind" => named(event::KINDS, "What is written."),
            "category" => named(event::CATEGORIES, "The category of a template that is not in the run."),
            "template" => text("The name of a template."),
            "language" => text("The language of the template."),
            "parameters" => json!({
                "type": ["array", "object", "null"],
                "description": "The values for the body, as a list or by name.",
            }),
            "text" => text("For whoever reads the file."),
            "entry" => named(setup::ENTRIES, "How the person came."),
            "device" => named(setup::DEVICES, "What the person came with."),
            "delivered" => text("`false`: it does not arrive and costs nothing."),
            "via" => named(event::CHANNELS, "`business_app`: typed in the app, outside windows and prices."),
            _ => json!(true),
        }),
        "One thing that happens.",
    );
    super::pieces::add(&mut schema, "required", json!(["t", "dir"]));
    schema
}

/// A value of a list; nothing may stand there as well.
fn named(values: &[&'static str], about: &str) -> Value {
    let mut schema = choice(values.iter().map(|value| (*value, "")), about);
    if let Some(Value::Array(named)) = schema.get_mut("anyOf") {
        named.push(json!({"type": "null"}));
    }
    schema
}
