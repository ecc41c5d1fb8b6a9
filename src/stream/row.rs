//! What a line is: a template, or a template with its id.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

/// A line, understood as far as it is one of this command's.
#[derive(Debug)]
pub(super) struct Row<'l> {
    /// As it is written in the line.
    pub id: Option<&'l RawValue>,
    /// The name of the file that the template is from.
    pub path: Option<String>,
    /// Where the template is; or why nobody knows.
    pub document: Result<Document<'l>, Fault>,
}

/// Where the template of a line is.
#[derive(Debug)]
pub(super) enum Document<'l> {
    /// The whole line.
    Line,
    /// The value of `template`.
    Value(&'l str),
    /// A file, as the value of `text`.
    Text(String),
}

/// Why a line has no template that could be checked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// What JSON lacks or has too much, in English.
    NotJson(String),
    /// The keys of the line do not go together.
    Keys(String),
}

/// Reads a line. Of one that breaks off or is wrong in the middle, what stands before that.
pub(super) fn read(line: &[u8]) -> Row<'_> {
    let mut envelope = Envelope::default();
    let mut json = Deserializer::from_slice(line);
    let read = match line.trim_ascii_start().first() {
        Some(b'{') => Fields(&mut envelope).deserialize(&mut json),
        // A list of templates, or nothing of ours.
        _ => IgnoredAny::deserialize(&mut json).map(|_| ()),
    };
    let read = read.and_then(|()| json.end());
    let (path, document) = match read {
        Ok(()) => envelope.document(),
        Err(error) => (None, Err(Fault::NotJson(words(&error)))),
    };
    Row { id: envelope.id, path, document }
}

/// The id of a line that is no JSON or not all there; nothing where it stands behind what is wrong.
pub(super) fn id(line: &str) -> Option<&RawValue> {
    let mut envelope = Envelope::default();
    drop(Fields(&mut envelope).deserialize(&mut Deserializer::from_str(line)));
    envelope.id
}

/// An error of serde_json with the column, because there is only one line.
fn words(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = whole.split(" at line ").next().unwrap_or(&whole);
    format!("{what} at byte {}", error.column())
}

#[derive(Default)]
struct Envelope<'l> {
    id: Option<&'l RawValue>,
    template: Option<&'l RawValue>,
    text: Option<&'l RawValue>,
    path: Option<&'l RawValue>,
    repeated: Option<&'static str>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Key {
    Id,
    Template,
    Text,
    Path,
    #[serde(other)]
    Other,
}

impl<'l> Envelope<'l> {
    fn document(&self) -> (Option<String>, Result<Document<'l>, Fault>) {
        if self.template.is_none() && self.text.is_none() {
            return (None, Ok(Document::Line));
        }
        let wrong = |what: &str| (None, Err(Fault::Keys(what.to_owned())));
        if let Some(key) = self.repeated {
            return wrong(&format!("`{key}` stands in it twice"));
        }
        let path = match self.path.filter(|path| path.get() != "null").map(|path| serde_json::from_str(path.get())) {
            None => None,
            Some(Ok(path)) => Some(path),
            Some(Err(_)) => return wrong("`path` is not a text"),
        };
        let document = match (self.template, self.text) {
            (Some(_), Some(_)) => return wrong("it has both a `template` and a `text`"),
            (Some(template), None) if template.get().starts_with('"') => {
                return wrong("`template` is a text; give the text of a file as `text`");
            }
            (Some(template), None) => Document::Value(template.get()),
            (None, text) => match text.map(|text| serde_json::from_str(text.get())) {
                Some(Ok(text)) => Document::Text(text),
                _ => return wrong("`text` is not a text"),
            },
        };
        (path, Ok(document))
    }

    fn keep(&mut self, key: Key, value: &'l RawValue) {
        let (slot, name) = match key {
            Key::Id => (&mut self.id, "id"),
            Key::Template => (&mut self.template, "template"),
            Key::Text => (&mut self.text, "text"),
            Key::Path => (&mut self.path, "path"),
            Key::Other => return,
        };
        if slot.replace(value).is_some() {
            self.repeated = Some(name);
        }
    }
}

/// Fills an envelope key by key, so that what was read stays where the line is broken.
struct Fields<'e, 'l>(&'e mut Envelope<'l>);

impl<'l> DeserializeSeed<'l> for Fields<'_, 'l> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'l>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Fields<'_, 'l> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key()? {
            match key {
                Key::Other => drop(entries.next_value::<IgnoredAny>()?),
                key => self.0.keep(key, entries.next_value()?),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        let row = read(line.as_bytes());
        let id = row.id.map_or("-", RawValue::get);
        match row.document {
            Ok(Document::Line) => format!("{id} line"),
            Ok(Document::Value(value)) => format!("{id} value {value} {:?}", row.path),
            Ok(Document::Text(text)) => format!("{id} text {text:?} {:?}", row.path),
            Err(Fault::NotJson(what)) => format!("{id} not JSON: {what}"),
            Err(Fault::Keys(what)) => format!("{id} {what}"),
        }
    }

    #[test]
    fn a_line_is_a_template_or_has_one() {
        for (line, wanted) in [
            (r#"{"name": "x", "components": []}"#, "- line"),
            (r#" {"id": "594", "name": "x"} "#, "\"594\" line"),
            (r#"[{"name": "x"}]"#, "- line"),
            (r#"{"data": []}"#, "- line"),
            (r#"{"id":1e400, "template": {"a":1}}"#, "1e400 value {\"a\":1} None"),
            (r#"{"template": [1, 2 ],"id":{"a": [1.10]}}"#, "{\"a\": [1.10]} value [1, 2 ] None"),
            (
                r#"{"\u0069d":null,"text":"a: \"b\"\n","path":"x.yaml","more":{}}"#,
                "null text \"a: \\\"b\\\"\\n\" Some(\"x.yaml\")",
            ),
            (r#"{"id": 7, "template": {}, "path": null}"#, "7 value {} None"),
        ] {
            assert_eq!(told(line), wanted, "{line}");
        }
    }

    #[test]
    fn of_a_wrong_line_the_id_is_kept_where_it_stands_before() {
        for (line, wanted) in [
            (r#"{"id": 7, "template": {"a": 1"#, "7 not JSON: EOF while parsing an object at byte 29"),
            (r#"{"template": {"a" 1}, "id": 7}"#, "- not JSON: expected `:` at byte 19"),
            (r#"{"id": 7, "template": {}} x"#, "7 not JSON: trailing characters at byte 27"),
            (r#"{"id": 7, "template": {}, "text": ""}"#, "7 it has both a `template` and a `text`"),
            (r#"{"id": 7, "id": 8, "template": {}}"#, "8 `id` stands in it twice"),
            (r#"{"id": 7, "text": 8}"#, "7 `text` is not a text"),
            (r#"{"id": 7, "text": "\ud800"}"#, "7 `text` is not a text"),
            (r#"{"id": 7, "text": "", "path": 8}"#, "7 `path` is not a text"),
            (r#"{"id": 7, "template": "{}"}"#, "7 `template` is a text; give the text of a file as `text`"),
            ("hello", "- not JSON: expected value at byte 1"),
        ] {
            assert_eq!(told(line), wanted, "{line}");
        }
    }
}
