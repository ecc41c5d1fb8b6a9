//! What schemas are put together from.

use serde_json::{Map, Value, json};

use crate::policy::Limit;

/// A text. Every scalar is one: walint reads `7` and `no` as they are written.
pub fn text(about: &str) -> Value {
    json!({"type": ["string", "number", "boolean", "null"], "description": about})
}

/// A text up to a length.
pub fn text_up_to(limit: &Limit, about: &str) -> Value {
    let mut schema = text(&format!("{about} At most {} characters.", limit.value));
    add(&mut schema, "maxLength", longest(limit));
    schema
}

/// The longest text of a limit. The line break that ends a `|` block is no part of it, but an editor counts it.
pub fn longest(limit: &Limit) -> Value {
    Value::from(limit.count() + 1)
}

/// Adds a key to a schema.
pub fn add(schema: &mut Value, key: &str, value: impl Into<Value>) {
    if let Value::Object(schema) = schema {
        schema.insert(key.to_owned(), value.into());
    }
}

/// A value of a list, in any case: the list is what editors offer.
pub fn choice<'n>(values: impl IntoIterator<Item = (&'n str, &'n str)>, about: &str) -> Value {
    let mut named: Vec<Value> = Vec::new();
    let mut patterns: Vec<String> = Vec::new();
    for (name, meaning) in values {
        named.push(if meaning.is_empty() {
            json!({"const": name})
        } else {
            json!({"const": name, "description": meaning})
        });
        patterns.push(any_case(name));
    }
    named.push(json!({"type": "string", "pattern": format!("^\\s*(?:{})\\s*$", patterns.join("|"))}));
    json!({"anyOf": named, "description": about})
}

/// A value of a list that Meta may add to.
pub fn open_choice<'n>(values: impl IntoIterator<Item = (&'n str, &'n str)>, about: &str) -> Value {
    let mut schema = choice(values, about);
    if let Some(Value::Array(named)) = schema.get_mut("anyOf") {
        named.pop();
        named.push(json!({"type": ["string", "number", "boolean", "null"]}));
    }
    schema
}

/// `[Uu][Rr][Ll]`
pub fn any_case(name: &str) -> String {
    name.chars()
        .map(|letter| match letter.is_ascii_alphabetic() {
            true => format!("[{}{}]", letter.to_ascii_uppercase(), letter.to_ascii_lowercase()),
            false => letter.to_string(),
        })
        .collect()
}

/// The schema of each key.
pub fn properties<'k>(keys: impl IntoIterator<Item = &'k str>, schema: impl Fn(&str) -> Value) -> Value {
    Value::Object(keys.into_iter().map(|key| (key.to_owned(), schema(key))).collect::<Map<_, _>>())
}

/// A group of keys; others are allowed, because Meta adds some.
pub fn group(properties: Value, about: &str) -> Value {
    json!({"type": "object", "properties": properties, "description": about})
}

/// One value or a list of such.
pub fn one_or_more(value: &Value) -> Value {
    json!({"if": {"type": "array"}, "then": {"items": value, "minItems": 1}, "else": value})
}

/// A language code: those of Meta's list are offered, and what looks like one is taken.
pub fn language(about: &str) -> Value {
    let known = crate::policy::LANGUAGES.iter().map(|language| (language.code, language.name));
    let mut schema = open_choice(known, about);
    if let Some(Value::Array(named)) = schema.get_mut("anyOf") {
        named.pop();
        named.push(json!({"type": "string", "pattern": CODE}));
    }
    schema
}

/// What a language code looks like.
pub const CODE: &str = "^\\s*[A-Za-z]{2,3}([_-][A-Za-z]{2,4})*\\s*$";
