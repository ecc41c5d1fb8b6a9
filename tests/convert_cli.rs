//! `walint convert` as a developer and a marketer meet it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const AUTHORING: &str = "\
# Sent when the parcel is ready.
name: order_ready
category: UTILITY
variants:
  en:
    header: Order update
    body:
      text: |
        Hi {{name}}, your order is ready at our shop.
        See you soon.
      example: {name: Ana}
  es: # checked by Lucía
    body: Tu pedido está listo en nuestra tienda, te esperamos.
";
const DUMP: &str = r#"{"data": [
  {"name": "order_ready", "language": "en", "status": "APPROVED", "category": "UTILITY", "id": "1", "components": [{"type": "BODY", "text": "Ready."}]},
  {"name": "hello", "language": "en", "status": "APPROVED", "category": "UTILITY", "id": "2", "components": [{"type": "BODY", "text": "Hello."}]},
  {"name": "order_ready", "language": "es", "status": "APPROVED", "category": "UTILITY", "id": "3", "components": [{"type": "BODY", "text": "no"}]}
], "paging": {}}"#;

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            fs::write(folder.path(name), text).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn convert(&self, arguments: &[&str]) -> (i32, String, String) {
        ended(command(self.0.path(), arguments).output().unwrap())
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.arg("convert").args(arguments).current_dir(folder);
    command
}

fn ended(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn each_language_becomes_a_request() {
    let folder = Folder::with(&[("a.yaml", AUTHORING)]);
    let (code, out, err) = folder.convert(&["a.yaml"]);
    assert_eq!(code, 0, "{err}");
    let wanted = json!([
        {"name": "order_ready", "language": "en", "category": "UTILITY", "parameter_format": "NAMED", "components": [
            {"type": "HEADER", "format": "TEXT", "text": "Order update"},
            {"type": "BODY", "text": "Hi {{name}}, your order is ready at our shop.\nSee you soon.",
             "example": {"body_text_named_params": [{"param_name": "name", "example": "Ana"}]}},
        ]},
        {"name": "order_ready", "language": "es", "category": "UTILITY", "components": [
            {"type": "BODY", "text": "Tu pedido está listo en nuestra tienda, te esperamos."},
        ]},
    ]);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), wanted);
    assert!(err.contains("2 comments left out"), "{err}");
}

#[test]
fn numbers_truths_and_texts_are_what_the_api_wants() {
    let text = "name: x\ncategory: AUTHENTICATION\nmessage_send_ttl_seconds: 600\nvariants:\n  en:\n    \
        body: {add_security_recommendation: true}\n    footer: {code_expiration_minutes: 10}\n    limited_time_offer: {text: no, has_expiration: false}\n    \
        call_permission_request: true\n    buttons:\n      - {type: PHONE_NUMBER, text: 24, phone_number: 34600111222}\n      - {type: URL, text: Go, url: \"https://a.example/{{1}}\", example: 7}\n    \
        header: {format: IMAGE, example: \"4::a\", media: a.png}\n";
    let folder = Folder::with(&[("a.yaml", text)]);
    let (code, out, err) = folder.convert(&["a.yaml"]);
    assert_eq!(code, 0, "{err}");
    let wanted = json!({"name": "x", "language": "en", "category": "AUTHENTICATION", "message_send_ttl_seconds": 600, "components": [
        {"type": "BODY", "add_security_recommendation": true},
        {"type": "FOOTER", "code_expiration_minutes": 10},
        {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "no", "has_expiration": false}},
        {"type": "CALL_PERMISSION_REQUEST"},
        {"type": "BUTTONS", "buttons": [
            {"type": "PHONE_NUMBER", "text": "24", "phone_number": "34600111222"},
            {"type": "URL", "text": "Go", "url": "https://a.example/{{1}}", "example": ["7"]},
        ]},
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::a"]}, "media": "a.png"},
    ]});
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), wanted);
    let (_, out, _) = folder.convert(&["a.yaml", "--for-submission"]);
    assert!(!out.contains("media"), "{out}");
}

#[test]
fn a_dump_becomes_one_template_a_name() {
    let folder = Folder::with(&[("dump.json", DUMP)]);
    let (code, out, err) = folder.convert(&["dump.json"]);
    assert_eq!((code, &*err), (0, ""));
    let wanted = "\
name: order_ready
category: UTILITY
status: APPROVED
variants:
  en:
    id: \"1\"
    body: Ready.

  es:
    id: \"3\"
    body: \"no\"
---
name: hello
category: UTILITY
id: \"2\"
status: APPROVED
variants:
  en:
    body: Hello.
";
    assert_eq!(out, wanted);
    // The ids of two languages are known where they stand.
    fs::write(folder.path("t.yaml"), &out).unwrap();
    let check = Command::new(env!("CARGO_BIN_EXE_walint"))
        .args(["check", "--select", "syntax", "t.yaml"])
        .current_dir(folder.0.path())
        .output()
        .unwrap();
    assert_eq!(ended(check).0, 0);
    let (_, out, _) = folder.convert(&["dump.json", "--to", "graph", "--for-submission"]);
    assert!(!out.contains("status") && !out.contains("\"id\""), "{out}");
}

#[test]
fn decisions_of_meta_that_differ_stay_apart() {
    let folder = Folder::with(&[("dump.json", &DUMP.replacen("APPROVED", "REJECTED", 1))]);
    let (_, out, _) = folder.convert(&["dump.json"]);
    assert_eq!(out.matches("name: order_ready").count(), 2, "{out}");
    assert_eq!(out.matches("REJECTED").count(), 1, "{out}");
}

#[test]
fn comments_stay_with_what_they_are_about() {
    let text = "\
# about the template
name: x # its name
language: en
category: UTILITY
components:
  # about the body
  - type: BODY
    # about the text
    text: Hello there. # greeting
  - type: BUTTONS
    buttons:
      - type: QUICK_REPLY # first
        text: Stop
# the end
";
    let folder = Folder::with(&[("a.yaml", text)]);
    let (code, out, err) = folder.convert(&["a.yaml"]);
    assert_eq!((code, &*err), (0, ""));
    let wanted = "\
# about the template
name: x # its name
category: UTILITY
variants:
  en:
    # about the body
    # about the text
    body: Hello there. # greeting
    buttons:
      - {type: QUICK_REPLY, text: Stop} # first
# the end
";
    assert_eq!(out, wanted);
}

#[test]
fn nothing_is_overwritten_unless_asked() {
    let folder = Folder::with(&[("a.yaml", AUTHORING), ("b.json", "mine")]);
    let (code, out, err) = folder.convert(&["a.yaml", "-o", "b.json"]);
    assert_eq!((code, &*out), (2, ""));
    assert!(err.contains("b.json exists already; --force"), "{err}");
    assert_eq!(folder.read("b.json"), "mine");
    assert_eq!(folder.convert(&["a.yaml", "-o", "b.json", "--force"]).0, 0);
    assert!(folder.read("b.json").starts_with("[\n"));

    // One file of several is there: none is written.
    fs::create_dir(folder.path("out")).unwrap();
    fs::write(folder.path("out/order_ready.es.json"), "mine").unwrap();
    assert_eq!(folder.convert(&["a.yaml", "-o", "out"]).0, 2);
    assert_eq!(folder.names("out"), ["order_ready.es.json"]);
    assert_eq!(folder.read("out/order_ready.es.json"), "mine");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere.json", folder.path("link.json")).unwrap();
        assert_eq!(folder.convert(&["a.yaml", "-o", "link.json"]).0, 2);
        assert!(!folder.path("nowhere.json").exists());
    }
}

#[test]
fn a_folder_gets_one_file_each() {
    let folder = Folder::with(&[("a.yaml", AUTHORING), ("dump.json", DUMP)]);
    let (code, out, _) = folder.convert(&["a.yaml", "-o", "requests"]);
    assert_eq!((code, out.matches("wrote ").count()), (0, 2));
    assert_eq!(folder.names("requests"), ["order_ready.en.json", "order_ready.es.json"]);
    assert!(folder.read("requests/order_ready.es.json").starts_with("{\n"));
    assert_eq!(folder.convert(&["dump.json", "-o", "templates/"]).0, 0);
    assert_eq!(folder.names("templates"), ["hello.yaml", "order_ready.yaml"]);
    // And back from the folder.
    let (code, out, _) = folder.convert(&["requests"]);
    assert_eq!(code, 0);
    assert!(out.contains("  es:\n    body: Tu pedido"), "{out}");
}

#[test]
fn no_name_of_a_template_leaves_the_folder() {
    let evil = r#"[{"name": "../../evil", "language": "/en", "components": []}, {"name": "..", "language": "\u0000", "components": []},
        {"name": "a", "language": "EN", "components": []}, {"name": "A", "language": "en", "components": []}]"#;
    let folder = Folder::with(&[("a.json", evil)]);
    let (code, out, err) = folder.convert(&["a.json", "--to", "graph", "-o", "deep/er"]);
    assert_eq!(code, 0, "{err}{out}");
    assert_eq!(folder.names("deep/er"), ["A.en-2.json", "_.._evil._en.json", "_.json", "a.EN.json"]);
    assert_eq!(folder.names("."), ["a.json", "deep"]);
}

#[test]
fn what_can_not_be_carried_is_told_with_its_place() {
    for (name, text, wanted) in [
        (
            "a.json",
            r#"{"name": "x", "components": [{"type": "BODY", "text": "Hi"}]}"#,
            "a.json:1:2: the template names no language",
        ),
        (
            "a.json",
            "{\"name\": \"x\", \"language\": \"en\", \"components\": [\n{\"type\": \"BODY\"},\n{\"type\": \"body\"}]}",
            "a.json:3:1: the message has two components of the type `body`",
        ),
        ("a.json", r#"{"name": "x", "language": "en", "components": ["BODY"]}"#, "a.json:1:48: a component is a text"),
        ("a.json", r#"{"name": "x", "language": "en", "components": [{"text": "a"}]}"#, "a component has no `type`"),
        ("a.json", r#"{"name": "x", "language": "en", "components": {}}"#, "`components` is a group of keys"),
        ("a.yaml", "name: x\nname: y\nvariants: {en: {body: Hi}}\n", "a.yaml:2:1: the key `name` is there twice"),
        (
            "a.yaml",
            "name: x\nvariants: {en: {boddy: Hi}}\n",
            "a.yaml:2:24: `boddy` is not a part of a message; did you mean `body`?",
        ),
        ("a.yaml", "name: x\nvariants: {en: Hi}\n", "the variant `en` is a text"),
        ("a.yaml", "name: x\nvariants: {en: {buttons: Go}}\n", "`buttons` is a text, and has to be a list of buttons"),
        (
            "a.yaml",
            "name: x\nlanguage: en\nvariants: {en: {body: Hi}}\n",
            "a.yaml:2:11: the template names a language beside",
        ),
        (
            "a.yaml",
            "name: x\ncategory: UTILITY\n? [a, b]\n: c\nvariants: {en: {body: Hi}}\n",
            "a list or a group of keys can not be the name",
        ),
        ("a.yaml", "name: x\nvariants:\n  en: {body: 'Hi}\n", "could not be read"),
        ("a.yaml", "just: text\n", "a.yaml holds no template"),
        ("missing.yaml", "", "could not be read"),
    ] {
        let folder = Folder::with(&[]);
        if !text.is_empty() {
            fs::write(folder.path(name), text).unwrap();
        }
        let (code, out, err) = folder.convert(&[name, "-o", "out.yaml"]);
        assert_eq!((code, &*out), (3, ""), "{text}");
        assert!(err.contains(wanted), "{wanted}\n{err}");
        assert!(!folder.path("out.yaml").exists());
    }
}

#[test]
fn files_in_both_forms_need_a_word() {
    let folder = Folder::with(&[("a.yaml", AUTHORING), ("dump.json", DUMP)]);
    let (code, out, err) = folder.convert(&["a.yaml", "dump.json"]);
    assert_eq!((code, &*out), (2, ""));
    assert!(err.contains("--to graph or --to authoring"), "{err}");
    let (code, out, _) = folder.convert(&["a.yaml", "dump.json", "--to", "graph"]);
    assert_eq!((code, serde_json::from_str::<Vec<Value>>(&out).unwrap().len()), (0, 5));
}

#[test]
fn standard_input_and_output_make_a_pipe() {
    let folder = Folder::with(&[]);
    let mut child = command(folder.0.path(), &["-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(AUTHORING.as_bytes()).unwrap();
    let (code, out, _) = ended(child.wait_with_output().unwrap());
    assert_eq!((code, serde_json::from_str::<Vec<Value>>(&out).unwrap().len()), (0, 2));
}
