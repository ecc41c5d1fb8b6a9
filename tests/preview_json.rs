//! `walint preview --format json`: what a message shows, as it is written and as it is sent.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

fn preview(files: &[(&str, &str)], arguments: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.arg("preview").args(arguments).current_dir(folder.path()).output().unwrap()
}

fn variants(text: &str) -> Vec<Value> {
    let output = preview(&[("a.yaml", text)], &["--format", "json", "a.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    document["variants"].as_array().unwrap().clone()
}

const ORDER: &str = "\
name: order_shipped
category: UTILITY
variants:
  pt_BR:
    header: {text: 'Pedido *{{1}}*', example: ['A-7']}
    body:
      text: |
        Olá *{{1}}*{{2}}, veja loja.com.br
        - já ~saiu~
      example: [João, Silva]
    footer: '_Até logo_'
    buttons:
      - {type: URL, text: '*Ver*', url: 'https://loja.com.br/{{1}}', example: x7}
      - {type: PHONE_NUMBER, text: Ligar, phone_number: '+5511999990000'}
";

#[test]
fn a_variant_is_shown_as_written_and_as_sent() {
    let variants = variants(ORDER);
    let shown = &variants[0];
    assert_eq!(
        (&shown["file"], &shown["name"], &shown["language"]),
        (&json!("a.yaml"), &json!("order_shipped"), &json!("pt_BR"))
    );
    assert_eq!(
        shown["body"],
        json!({
            "text": "Olá {{1}}{{2}}, veja loja.com.br\njá saiu",
            // Code points, not bytes.
            "spans": [
                {"kind": "bold", "start": 4, "end": 9},
                {"kind": "link", "start": 21, "end": 32},
                {"kind": "li_bullet", "start": 33, "end": 40},
                {"kind": "strike", "start": 36, "end": 40},
            ],
            "samples": [],
        })
    );
    // The second sample is glued to the closing asterisk, which the author does not see before sending.
    assert_eq!(shown["sent"]["body"]["text"], "Olá *João*Silva, veja loja.com.br\njá saiu");
    assert_eq!(shown["sent"]["body"]["spans"][0], json!({"kind": "link", "start": 22, "end": 33}));
    assert_eq!(
        shown["sent"]["body"]["samples"],
        json!([{"variable": "1", "start": 5, "end": 9}, {"variable": "2", "start": 10, "end": 15}])
    );
}

#[test]
fn headers_footers_and_labels_are_not_formatted() {
    let shown = &variants(ORDER)[0];
    assert_eq!(shown["header"], json!({"format": "TEXT", "text": "Pedido *{{1}}*", "spans": [], "samples": []}));
    assert_eq!(shown["sent"]["header"]["text"], "Pedido *A-7*");
    assert_eq!(shown["footer"]["text"], "_Até logo_");
    assert_eq!(
        shown["sent"]["buttons"],
        json!([
            {"kind": "URL", "label": "*Ver*", "target": "https://loja.com.br/x7"},
            {"kind": "PHONE_NUMBER", "label": "Ligar", "target": "+5511999990000"},
        ])
    );
}

#[test]
fn samples_are_found_by_name_and_missing_ones_leave_the_variable() {
    let shown = &variants(
        "name: a\ncategory: UTILITY\nvariants:\n  en:\n    body: {text: 'Hi _{{name}}_, {{other}}', example: {name: Ana B}}\n",
    )[0];
    assert_eq!(shown["sent"]["body"]["text"], "Hi Ana B, {{other}}");
    assert_eq!(shown["sent"]["body"]["samples"], json!([{"variable": "name", "start": 3, "end": 8}]));
}

#[test]
fn media_cards_and_whole_urls_as_samples() {
    let shown = &variants(
        "name: a\nlanguage: en\ncategory: MARKETING\ncomponents:\n\
         - {type: HEADER, format: IMAGE, media: 'pictures/sale.jpg'}\n\
         - {type: BODY, text: 'See *these*'}\n\
         - type: CAROUSEL\n  cards:\n  - components:\n    - {type: HEADER, format: VIDEO}\n    \
         - {type: BODY, text: '*One* {{1}}', example: {body_text: [[lamp]]}}\n    \
         - type: BUTTONS\n      buttons: [{type: URL, text: Buy, url: 'https://shop.com/{{1}}', \
         example: ['https://shop.com/lamp']}]\n",
    )[0];
    assert_eq!(shown["header"], json!({"format": "IMAGE", "name": "sale.jpg"}));
    let card = &shown["sent"]["cards"][0];
    assert_eq!(card["header"], json!({"format": "VIDEO", "name": null}));
    assert_eq!(
        (&card["body"]["text"], &card["body"]["spans"]),
        (&json!("One lamp"), &json!([{"kind": "bold", "start": 0, "end": 3}]))
    );
    assert_eq!(card["buttons"][0]["target"], "https://shop.com/lamp");
}

#[test]
fn what_can_not_be_shown_is_told() {
    let none = preview(&[("a.yaml", "services: {}\n")], &["--format", "json", "a.yaml"]);
    assert_eq!(none.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&none.stderr).contains("a.yaml holds no template"));
    let missing = preview(&[("a.yaml", ORDER)], &["--format", "json", "a.yaml", "b.yaml"]);
    assert_eq!(missing.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("b.yaml could not be read"));
    let shown: Value = serde_json::from_slice(&missing.stdout).unwrap();
    assert_eq!(shown["variants"].as_array().unwrap().len(), 1);
}
