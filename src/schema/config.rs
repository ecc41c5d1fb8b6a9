//! `walint.yaml`. Nothing may stand in it that walint does not know: it stops there too.

use serde_json::{Map, Value, json};

use super::pieces::{CODE, add, choice, language, one_or_more, properties, text};
use crate::config::keys::{KEYS, Key, SECTIONS, Shape, known};
use crate::config::{CATEGORIES, COMPONENTS, PATH_KEYS, PATH_LEVELS_KEYS, PHRASE_KEYS};
use crate::rules;

/// The configuration.
pub fn root() -> Value {
    let sections = properties(known(""), |name| match KEYS.iter().find(|key| key.name == name) {
        Some(key) => key_schema(key),
        None => section(name),
    });
    json!({"type": ["object", "null"], "properties": sections, "additionalProperties": false})
}

/// What it refers to.
pub fn definitions() -> Map<String, Value> {
    let level = json!({
        "enum": ["error", "warning", "note", "off"],
        "description": "How seriously findings are taken; `off` does not tell them.",
    });
    let mut definitions = Map::new();
    definitions.insert("level".to_owned(), level);
    definitions.insert("levels".to_owned(), levels());
    definitions.insert("language".to_owned(), language("One of Meta's language codes."));
    definitions
}

fn section(name: &str) -> Value {
    let about = SECTIONS.iter().find(|(section, _)| *section == name).map_or("", |(_, about)| about);
    let keys = KEYS.iter().filter(|key| key.section() == name);
    let keys: Map<String, Value> = keys.map(|key| (key.own_name().to_owned(), key_schema(key))).collect();
    json!({"type": ["object", "null"], "properties": keys, "additionalProperties": false, "description": about})
}

fn key_schema(key: &Key) -> Value {
    let mut schema = shape(key.shape);
    add(&mut schema, "description", key.about);
    if !key.default.is_empty() {
        let default = key.default.parse::<bool>().map_or_else(|_| Value::from(key.default), Value::from);
        add(&mut schema, "default", default);
    }
    schema
}

fn shape(shape: Shape) -> Value {
    let any = text("");
    let list = |items: Value| json!({"type": ["array", "null"], "items": items});
    match shape {
        Shape::Path => any,
        Shape::Paths => one_or_more(&any),
        Shape::Texts | Shape::Markets => list(json!({"type": ["string", "number", "boolean"]})),
        Shape::Language => json!({"anyOf": [{"$ref": "#/$defs/language"}, {"type": "null"}]}),
        Shape::Languages => list(json!({"$ref": "#/$defs/language"})),
        Shape::Fallbacks => json!({
            "type": ["object", "null"],
            "propertyNames": {"pattern": CODE},
            "additionalProperties": {
                "if": {"type": "array"},
                "then": {"items": {"$ref": "#/$defs/language"}},
                "else": {"$ref": "#/$defs/language"},
            },
        }),
        Shape::Switch => json!({"enum": [true, false, "true", "false", null]}),
        Shape::Sensitivity => json!({"enum": ["low", "usual", "high", null]}),
        Shape::Sensitivities => list(entry(PATH_KEYS, &["path", "sensitivity"], |key| match key {
            "path" => text("A folder or file, from the folder of this file."),
            _ => json!({"enum": ["low", "usual", "high"], "description": "How easily a warning is given there."}),
        })),
        Shape::Size => json!({
            "type": ["integer", "string", "null"],
            "minimum": 1,
            "pattern": "^\\s*[0-9]+\\s*([KkMmGg][Ii]?)?[Bb]?\\s*$",
        }),
        Shape::Levels => json!({"$ref": "#/$defs/levels"}),
        Shape::PathLevels => {
            let mut entry = entry(PATH_LEVELS_KEYS, &["rules"], path_levels_key);
            add(&mut entry, "anyOf", json!([{"required": ["files"]}, {"required": ["templates"]}]));
            list(entry)
        }
        Shape::Phrases => {
            let mut entry = entry(PHRASE_KEYS, &[], phrase_key);
            add(&mut entry, "oneOf", json!([{"required": ["ban"]}, {"required": ["require"]}]));
            list(entry)
        }
    }
}

fn entry(keys: &[&'static str], required: &[&str], schema: impl Fn(&str) -> Value) -> Value {
    let keys = properties(keys.iter().copied(), schema);
    json!({"type": "object", "properties": keys, "additionalProperties": false, "required": required})
}

fn path_levels_key(key: &str) -> Value {
    match key {
        "rules" => json!({"$ref": "#/$defs/levels"}),
        _ => scope_key(key),
    }
}

fn scope_key(key: &str) -> Value {
    let mut schema = one_or_more(&json!({"type": ["string", "number", "boolean"]}));
    add(
        &mut schema,
        "description",
        match key {
            "files" => "Files and folders, as in a .gitignore, from the folder of this file.",
            _ => "Names of templates.",
        },
    );
    schema
}

fn phrase_key(key: &str) -> Value {
    let any = json!({"type": ["string", "number", "boolean"]});
    let (value, about) = match key {
        "ban" => (any, "Words that may not stand in a text. `*` is the rest of a word, `{n}` a number or a variable."),
        "require" => {
            (any, "Words of which one has to stand there. `*` is the rest of a word, `{n}` a number or a variable.")
        }
        "languages" => (
            json!({"type": "string", "pattern": CODE}),
            "Languages it is about: `en` with all its regions, or `en_US`.",
        ),
        "components" => (json!({"enum": COMPONENTS}), "Parts of a message it is about."),
        "categories" => (choice(CATEGORIES.iter().map(|name| (*name, "")), ""), "Categories it is about."),
        "message" => return text("What is said about it."),
        "level" => return json!({"enum": ["error", "warning", "note", null], "description": "How serious it is."}),
        _ => return scope_key(key),
    };
    let mut schema = one_or_more(&value);
    add(&mut schema, "description", about);
    schema
}

/// Every rule and family, with what it looks for.
fn levels() -> Value {
    let mut named = Map::new();
    for entry in rules::all() {
        let rule = entry.metadata;
        let family = rule.family();
        let about = format!("Every rule of the family `{family}`.");
        named.entry(family).or_insert_with(|| json!({"$ref": "#/$defs/level", "description": about}));
        let about = format!("{} (by default {}).", rule.summary, rule.severity.name());
        named.insert(rule.id.to_owned(), json!({"$ref": "#/$defs/level", "description": about}));
    }
    json!({"type": ["object", "null"], "properties": named, "additionalProperties": false})
}
