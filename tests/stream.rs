//! `walint stream`: what comes in is answered, line by line and in order, as `walint check` would answer it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};
use tempfile::TempDir;
use walint::report::write_json;
use walint::{Settings, Source, check};

const BROKEN: &str = r#"{"name":"order_ready","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order has been packed and is ready for {{1}}","example":{"body_text":[["Ana"]]}}]}"#;
const CLEAN: &str = r#"{"name":"order_ready","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order has been packed and is ready for you at our shop."}]}"#;

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.arg("stream").args(arguments).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn stream_in(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(folder, arguments);
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // A program that does not read to the end is found out by its answers.
    let feeder = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

fn stream(arguments: &[&str], input: &[u8]) -> Output {
    stream_in(TempDir::new().unwrap().path(), arguments, input)
}

fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// What `walint check --format json` says about one file that was named.
fn checked(path: &str, text: &str) -> Value {
    let settings = Settings { named: [path.to_owned()].into(), ..Settings::default() };
    let mut out = Vec::new();
    write_json(&check(vec![Source::new(path, text.as_bytes().to_vec())], &settings), &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            None if path.is_dir() => found.extend(files(path.to_str().unwrap(), ending)),
            Some(extension) if extension == ending => found.push(path),
            _ => {}
        }
    }
    found.sort();
    found
}

/// The templates of `templates/` and the examples of the pages, marks and all: any text will do.
fn documents() -> Vec<(String, String)> {
    let mut documents = Vec::new();
    for path in files("templates", "yaml") {
        documents.push((path.to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()));
    }
    for path in files("rules", "md") {
        let page = fs::read_to_string(&path).unwrap();
        for (at, block) in page.split("```").enumerate().filter(|(at, _)| at % 2 == 1) {
            let (kind, text) = block.split_once('\n').unwrap();
            let ending = if kind.starts_with("json") { "json" } else { "yaml" };
            let stem = path.file_stem().unwrap().to_str().unwrap();
            documents.push((format!("{stem}-{at}.{ending}"), text.replace(['⟦', '⟧'], "")));
        }
    }
    assert!(documents.len() > 400);
    documents
}

#[test]
fn the_answer_to_a_file_is_what_check_says_about_it() {
    let documents = documents();
    let mut input = String::new();
    for (path, text) in &documents {
        input.push_str(&json!({"id": path, "text": text, "path": path}).to_string());
        input.push('\n');
    }
    let output = stream(&["--exit-zero"], input.as_bytes());
    let answers = answers(&output);
    assert_eq!(answers.len(), documents.len());
    for (answer, (path, text)) in answers.iter().zip(&documents) {
        let report = checked(path, text);
        assert_eq!(answer["id"], **path);
        assert_eq!(answer["findings"], report["findings"], "{path}");
        assert_eq!(answer["summary"], report["summary"], "{path}");
        // Of what is no template at all, check says nothing in `files` where nobody named it; here it is named.
        assert_eq!(answer["status"], report["files"][0]["status"], "{path}");
    }
}

/// Moves every place of a value of JSON as if so many bytes and characters stood before it.
fn shifted(value: &mut Value, bytes: u64, characters: u64) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| shifted(item, bytes, characters)),
        Value::Object(fields) => {
            let on_first_line = fields.get("line").is_some_and(|line| line == 1);
            for (key, field) in fields.iter_mut() {
                match key.as_str() {
                    "byte" => *field = (field.as_u64().unwrap() + bytes).into(),
                    "column" if on_first_line => *field = (field.as_u64().unwrap() + characters).into(),
                    // The bytes of an edit; in a range these are objects.
                    "start" | "end" if field.is_u64() => *field = (field.as_u64().unwrap() + bytes).into(),
                    _ => shifted(field, bytes, characters),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_answer_to_a_template_has_places_in_the_line() {
    let is_json = |text: &&String| serde_json::from_str::<Value>(text).is_ok();
    let documents = documents();
    let mut templates: Vec<String> =
        documents.iter().map(|(_, text)| text).filter(is_json).map(|text| text.replace(['\n', '\r'], " ")).collect();
    templates.extend([
        BROKEN.to_owned(),
        CLEAN.to_owned(),
        format!("[{BROKEN}, {CLEAN}]"),
        format!("{{\"data\":[{BROKEN}]}}"),
    ]);
    assert!(templates.len() > 20, "{}", templates.len());
    let before = "\u{FEFF}  {\"né🎉\": [1], \"id\": 7, \"template\": ";
    let mut input = String::new();
    for template in &templates {
        input.push_str(&format!("{template}\n{before}{template}, \"x\": \"template\"}}\n"));
    }
    let output = stream(&["--exit-zero", "--threads", "3"], input.as_bytes());
    let answers = answers(&output);
    assert_eq!(answers.len(), 2 * templates.len());
    for (pair, template) in answers.chunks(2).zip(&templates) {
        let mut findings = checked("template.json", template)["findings"].clone();
        assert_eq!(pair[0]["findings"], findings, "{template}");
        shifted(&mut findings, before.len() as u64, before.chars().count() as u64 - 1);
        assert_eq!(pair[1]["findings"], findings, "{template}");
        assert_eq!(pair[1]["id"], 7);
    }
}

#[test]
fn the_answers_are_the_same_for_any_number_of_threads() {
    let mut input = Vec::new();
    for at in 0..2000 {
        let template = [BROKEN, CLEAN][at % 2];
        match at % 7 {
            0 => input.extend(format!("{template}\n").bytes()),
            1 => input.extend(b"{\"id\": 1, \"template\": \n"),
            2 => input.extend(b"\n \r\n"),
            3 => input.extend(b"\xFF\n"),
            _ => input.extend(format!("{{\"id\":{at},\"template\":{template}}}\n").bytes()),
        }
    }
    let alone = stream(&["--threads", "1"], &input);
    assert_eq!((code(&alone), answers(&alone).len()), (3, 2000 - 2000_usize.div_ceil(7)));
    for threads in ["2", "8"] {
        let many = stream(&["--threads", threads], &input);
        assert!(many.stdout == alone.stdout, "{threads} threads");
        assert_eq!((code(&many), &many.stderr), (3, &alone.stderr));
    }
    let lines: Vec<u64> = answers(&alone).iter().map(|answer| answer["line"].as_u64().unwrap()).collect();
    assert!(lines.is_sorted_by(|a, b| a < b));
}

#[test]
fn every_bad_line_is_answered_and_the_run_goes_on() {
    let deep = format!("{{\"id\": 9, \"template\": {}{}}}", "[".repeat(5000), "]".repeat(5000));
    let long = format!("{{\"id\": 10, \"template\": {{\"name\": \"{}\"}}}}", "x".repeat(30_000));
    let lines: Vec<(&[u8], Value, &str)> = vec![
        (b"hello", json!(null), "the line is not JSON: expected value at byte 1"),
        (b"{\"id\": 1, \"template\": {\"name\": \"x\"", json!(1), "a bracket or brace has no partner"),
        (b"{\"id\": 2, \"template\": {\"name\": \"x\",},}", json!(2), "not JSON: key must be a string at byte 36"),
        (b"{\"id\": 3, \"template\": {\"name\": \"caf\xE9\"}}", json!(3), "not UTF-8"),
        (b"{\"template\": {\"name\": \"caf\xE9\"}, \"id\": 4}", json!(4), "not UTF-8"),
        (b"{\"id\": 5, \"template\": {\"name\": \"a\0b\"}}", json!(5), "NUL"),
        (b"{\"id\": 6, \"template\": 1, \"text\": \"\"}", json!(6), "both a `template` and a `text`"),
        (b"{\"id\": 7, \"text\": {\"a\": 1}}", json!(7), "`text` is not a text"),
        (b"{\"id\": 8, \"text\": \"variants:\\n  en: [\\n\"}", json!(8), "has no partner"),
        (deep.as_bytes(), json!(9), "nested"),
        (long.as_bytes(), json!(10), "the limit is 20,000"),
        (b"{\"id\": 11, \"text\": \"a: &b c\\nname: *b\\nvariants: {}\"}", json!(11), ""),
    ];
    let mut input = Vec::new();
    for (line, ..) in &lines {
        input.extend_from_slice(line);
        input.extend_from_slice(format!("\n{CLEAN}\n").as_bytes());
    }
    for threads in ["1", "4"] {
        let output = stream(&["--max-line-size", "20000", "--threads", threads], &input);
        let answers = answers(&output);
        assert_eq!((code(&output), answers.len()), (3, 2 * lines.len()));
        for (pair, (line, id, reason)) in answers.chunks(2).zip(&lines) {
            let line = String::from_utf8_lossy(line);
            assert_eq!((&pair[0]["status"], &pair[0]["id"]), (&json!("unchecked"), id), "{line}");
            let told = pair[0]["reason"].as_str().unwrap();
            assert!(told.contains(reason), "{told}");
            assert_eq!(pair[0]["summary"]["unchecked"], 1, "{line}");
            assert!(pair[0]["findings"][0]["rule"].as_str().unwrap().starts_with("syntax/"), "{line}");
            assert_eq!((&pair[1]["status"], &pair[1]["findings"]), (&json!("checked"), &json!([])));
        }
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, "walint: 12 of 24 lines could not be checked; the answers say why\n");
        // Also where no rule is selected that could say so.
        let output = stream(&["--max-line-size", "20000", "--select", "variables", "--exit-zero"], &input);
        assert_eq!((code(&output), self::answers(&output)[0]["findings"].clone()), (0, json!([])));
        assert_eq!(self::answers(&output)[0]["reason"], answers[0]["reason"]);
    }
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let ids = [
        "1e400",
        "-0.10",
        "123456789012345678901234567890",
        "\"a\\u0041\\/\u{2028}\u{202E}é\"",
        "null",
        "true",
        "{\"shop\": 1,  \"row\": [1.0]}",
        "\"\"",
    ];
    let mut input = String::new();
    for id in ids {
        input.push_str(&format!("{{\"template\":{CLEAN},\"id\":  {id} }}\n"));
    }
    let output = stream(&[], input.as_bytes());
    let lines: Vec<&str> = std::str::from_utf8(&output.stdout).unwrap().split_terminator('\n').collect();
    assert_eq!((code(&output), lines.len()), (0, ids.len()));
    for (line, id) in lines.iter().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"line\":")), "{line}");
    }
    // Of a template that Meta gave out, the id stands in the template.
    let output = stream(&[], CLEAN.replacen('{', "{\"id\":\"594\",", 1).as_bytes());
    assert_eq!(answers(&output)[0]["id"], "594");
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    for threads in ["1", "4"] {
        let mut child = start(TempDir::new().unwrap().path(), &["--threads", threads]);
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        for at in 0..10 {
            writeln!(stdin, "{{\"id\":{at},\"template\":{BROKEN}}}").unwrap();
            stdin.flush().unwrap();
            let mut answer = String::new();
            answers.read_line(&mut answer).unwrap();
            assert!(answer.starts_with(&format!("{{\"id\":{at},")), "{answer}");
        }
        drop(stdin);
        assert_eq!(child.wait().unwrap().code(), Some(1));
    }
}

#[test]
fn a_reader_who_has_gone_away_is_not_minded() {
    for threads in ["1", "4"] {
        let mut child = start(TempDir::new().unwrap().path(), &["--threads", threads]);
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        writeln!(stdin, "{CLEAN}").unwrap();
        answers.read_line(&mut String::new()).unwrap();
        drop(answers);
        // Standard input stays open, and nobody waits for it.
        while writeln!(stdin, "{CLEAN}").is_ok() {}
        let output = child.wait_with_output().unwrap();
        assert_eq!((code(&output), &*output.stderr), (0, &b""[..]));
    }
}

#[test]
fn the_exit_code_says_what_became_of_the_run() {
    for (arguments, input, wanted) in [
        (&[][..], CLEAN, 0),
        (&[], "", 0),
        (&[], BROKEN, 1),
        (&["--fail-on", "never"], BROKEN, 0),
        (&["--exit-zero"], BROKEN, 0),
        (&["--ignore", "variables/edge"], BROKEN, 0),
        (&["--select", "variables/edge"], BROKEN, 1),
        (&["--fail-on", "never"], "x", 3),
        (&["--exit-zero"], "x", 0),
        (&["--select", "variables/egde"], CLEAN, 2),
        (&["--config", "missing.yaml"], CLEAN, 2),
        (&["--threads", "0"], CLEAN, 2),
    ] {
        assert_eq!(code(&stream(arguments, input.as_bytes())), wanted, "{arguments:?} {input}");
    }
}

#[test]
fn only_lines_with_something_to_say_are_answered_on_request() {
    let input = format!("{CLEAN}\r\n{BROKEN}\r\nx\r\n{CLEAN}");
    let output = stream(&["--only-findings"], input.as_bytes());
    let lines: Vec<_> = answers(&output).iter().map(|answer| answer["line"].clone()).collect();
    assert_eq!(lines, [2, 3]);
    assert_eq!(answers(&stream(&[], input.as_bytes())).len(), 4);
}

#[test]
fn the_configuration_is_followed_and_files_of_this_machine_are_not_read() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("walint.yaml"), "paths: [{files: legacy/, rules: {variables: off}}]\n").unwrap();
    let template = "name: a_b\ncategory: MARKETING\nvariants:\n  en:\n    header: {format: IMAGE, media: missing.jpg}\n    body: Our new shop is open for you today.\n";
    let input = [
        json!({"path": "legacy/a.json", "template": serde_json::from_str::<Value>(BROKEN).unwrap()}),
        json!({"path": "new/a.json", "template": serde_json::from_str::<Value>(BROKEN).unwrap()}),
        json!({"path": "a.yaml", "text": template}),
    ];
    let input: String = input.iter().map(|line| format!("{line}\n")).collect();
    let output = stream_in(folder.path(), &[], input.as_bytes());
    let answers = answers(&output);
    assert_eq!(answers[0]["findings"], json!([]));
    assert_eq!(
        (&answers[1]["findings"][0]["rule"], &answers[1]["findings"][0]["file"]),
        (&json!("variables/edge"), &json!("new/a.json"))
    );
    let rules: Vec<&str> =
        answers[2]["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert!(!rules.iter().any(|rule| rule.starts_with("media/")), "{rules:?}");
}
