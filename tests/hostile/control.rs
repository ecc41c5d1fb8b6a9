//! Control characters, direction marks and lines that look like commands: in every field, in names of files, and in what
//! the command line repeats. Nothing of it reaches a terminal, a log or a page as what it is.

use std::fs;

use super::program::{BROKEN, FORMATS, Folder, Ran, forges_nothing, is_harmless};

/// What a file tries to say; in YAML's double quotes, and in JSON.
const EVIL: &str = r#"\u001b[31mred\u001b]0;t\u0007 \u202Ertl\u202C \u2066i\u2069 \u009b2J \u0085\u2028 \u007f\r\n::error title=x::y\n##[error]z ##vso[a]b <script>alert(1)</script> \" onload='x' ]]> \uFEFF\u00AD {{1}} {{\u001b}} *b\u200B*"#;

/// The same as bytes, for names of files.
const NAME: &str = "a\x1b[31m\u{202E}\u{9B}\r\n::error title=x::y\n##[error]z<script>'\"&.yaml";

/// A template with the words in every field it has, and in keys.
fn template() -> String {
    format!(
        r#"{{"name": "{EVIL}", "category": "{EVIL}", "parameter_format": "{EVIL}", "message_send_ttl_seconds": "{EVIL}",
 "status": "{EVIL}", "{EVIL}": "{EVIL}", "sub_category": "{EVIL}",
 "variants": {{"{EVIL}": {{"header": {{"format": "{EVIL}", "text": "{EVIL}", "media": "{EVIL}", "example": ["{EVIL}"]}},
   "body": {{"text": "{EVIL}", "example": ["{EVIL}"], "{EVIL}": "b"}}, "footer": "{EVIL}",
   "limited_time_offer": {{"text": "{EVIL}", "has_expiration": "{EVIL}"}},
   "buttons": [{{"type": "{EVIL}", "text": "{EVIL}"}}, {{"type": "URL", "text": "{EVIL}", "url": "https://{EVIL}", "example": "{EVIL}"}},
     {{"type": "PHONE_NUMBER", "text": "{EVIL}", "phone_number": "{EVIL}"}}, {{"type": "COPY_CODE", "example": "{EVIL}"}},
     {{"type": "OTP", "otp_type": "{EVIL}", "supported_apps": [{{"package_name": "{EVIL}", "signature_hash": "{EVIL}"}}]}}],
   "carousel": [{{"header": {{"format": "IMAGE", "media": "{EVIL}"}}, "body": "{EVIL}", "buttons": [{{"type": "URL", "text": "{EVIL}", "url": "{EVIL}"}}]}}]}},
  "es": {{"body": "{EVIL}"}}, "en_US": {{"header": {{"format": "IMAGE", "media": "x\u001b.png"}}, "body": "{EVIL}"}}}}}}"#
    )
}

fn journey() -> String {
    format!(
        r#"{{"kind": "journey", "title": "{EVIL}", "id": "{EVIL}", "market": "{EVIL}", "start": "2026-11-02 09:00", "{EVIL}": 1,
 "config": {{"waba_tz": "UTC"}}, "events": [{{"t": "+0h", "dir": "out", "template": "{EVIL}", "language": "{EVIL}", "parameters": {{"{EVIL}": "{EVIL}"}}}},
 {{"t": "+1h", "dir": "in", "text": "{EVIL}"}}, {{"t": "+2h", "dir": "out", "category": "marketing", "text": "{EVIL}"}}]}}"#
    )
}

/// Everything that shows what files say, but for what passes the files themselves on (`--diff`, `--fix -`, `convert`).
fn shows(folder: &Folder) -> Vec<(String, Ran)> {
    let mut shown = Vec::new();
    let mut run = |what: String, arguments: &[&str]| shown.push((what, folder.walint(arguments)));
    for format in FORMATS {
        for colour in ["never", "always"] {
            run(format!("check {format}"), &["check", ".", "--verbose", "--format", format, "--color", colour]);
        }
    }
    run("statistics".into(), &["check", ".", "--statistics"]);
    run("fix and tell".into(), &["check", ".", "--fix", "--unsafe-fixes"]);
    for format in ["human", "json"] {
        run(format!("category {format}"), &["category", ".", "--format", format]);
        run(format!("windows {format}"), &["windows", ".", "--format", format]);
        run(format!("windows, two rules, {format}"), &["windows", ".", "--format", format, "--compare", "R3,R4"]);
        run(format!("preview {format}"), &["preview", ".", "--format", format]);
        run(format!("preview, raw, {format}"), &["preview", ".", "--raw", "--format", format]);
    }
    for format in ["human", "markdown", "json"] {
        run(format!("variants {format}"), &["variants", ".", "--format", format]);
    }
    shown
}

#[test]
fn no_field_and_no_file_name_reaches_a_terminal_raw() {
    let folder = Folder::with(&[("t.json", &template()), ("j.json", &journey()), ("broken.yaml", BROKEN)]);
    let names: &[&str] = if cfg!(unix) { &[NAME, "::error::x.yaml", "latin\n::warning::.yaml"] } else { &[] };
    for name in names {
        folder.write(name, if name.starts_with("latin") { &b"name: \xE9\n"[..] } else { BROKEN.as_bytes() });
    }
    for (what, ran) in shows(&folder) {
        // Colours are ours where they were asked for, and have one shape.
        let said = without_colours(&ran.said());
        // In pictures of messages, marks of our own keep bubbles side by side that run in different directions.
        let said = if what.starts_with("preview") { said.replace('\u{200E}', "") } else { said };
        is_harmless(&what, &said);
        forges_nothing(&what, &said);
        assert!(ran.code != 101 && !ran.err.contains("internal error"), "{what}: {}", ran.err);
    }
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        match part[end..].strip_prefix('m') {
            // `31m` is what the file says, and no colour of ours: bold red is `1;91m`.
            Some(rest) => plain.push_str(rest),
            None => plain.extend(["\u{1b}[", part]),
        }
    }
    plain
}

#[test]
fn without_colours_there_is_not_one_escape() {
    let folder = Folder::with(&[("t.json", &template()), ("j.json", &journey())]);
    for arguments in [
        &["check", "."][..],
        &["preview", "."],
        &["category", "."],
        &["windows", "."],
        &["variants", "."],
        &["check", ".", "--format", "concise"],
    ] {
        let ran = folder.walint(arguments);
        assert!(!ran.said().contains('\u{1b}'), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn nothing_becomes_markup_in_the_page() {
    let folder = Folder::with(&[("t.json", &template()), ("broken.yaml", BROKEN)]);
    if cfg!(unix) {
        folder.write("<script>alert(1)<\u{202E}script>.yaml", template().replace('\t', " "));
    }
    let page = folder.walint(&["preview", ".", "--format", "html"]).out;
    assert!(page.contains("alert(1)"), "the words are there");
    assert!(!page.contains("<script>alert") && !page.contains("onload='x'") && !page.contains("\" onload"), "{page}");
    let raw = page
        .chars()
        .find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    assert_eq!(raw, None);
    // And if something did, the browser would not run it, and would fetch nothing.
    assert!(page.contains("Content-Security-Policy") && page.contains("default-src 'none'"), "no policy");
}

#[test]
fn what_is_converted_holds_escapes_instead_of_controls() {
    let evil = r"\u001b[31m \u202Ertl \u009b \u0085 \u2028 \u007f";
    let text = format!(
        r#"{{"name":"a","language":"en","category":"UTILITY","components":[{{"type":"BODY","text":"Your order {evil} is ready for you"}}]}}"#
    );
    let folder = Folder::with(&[("a.json", &text)]);
    for form in ["authoring", "graph"] {
        let ran = folder.walint(&["convert", "a.json", "--to", form]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        is_harmless(form, &ran.said());
    }
    let evil = r#"{"name":"../../\u001b[31mx","language":"en/../../..","category":"UTILITY","components":[{"type":"BODY","text":"Your order is ready"}]}"#;
    folder.write("a.json", evil);
    let ran = folder.walint(&["convert", "a.json", "-o", "out/"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    is_harmless("names of files", &ran.said());
    assert_eq!(folder.names(), ["a.json", "out"]);
    assert_eq!(fs::read_dir(folder.path("out")).unwrap().count(), 1, "no name leaves its folder");
}

#[test]
fn what_the_command_line_repeats_is_harmless_too() {
    let folder = Folder::with(&[("a.yaml", BROKEN), ("latin.yaml", "x")]);
    let evil = "\x1b[31m\u{202E}x\n::error::y";
    for arguments in [
        &["check", evil][..],
        &["check", "--select", evil, "a.yaml"],
        &["check", "--config", evil, "a.yaml"],
        &["check", "--baseline", evil, "a.yaml"],
        &["check", "--output", evil, "a.yaml", "--format", evil],
        &["check", "a.yaml", "--output", "json=no/\x1b[31m\n::error::y/a.json"],
        &["check", &format!("--{evil}")],
        &["check", "a.yaml", "--fail-on", evil],
        &["explain", evil],
        &[evil],
        &["preview", evil],
        &["preview", "a.yaml", "--language", evil],
        &["category", evil],
        &["convert", evil],
        &["convert", "a.yaml", "-o", "no\x1b[31m\n::error::y/x.json"],
        &["variants", evil],
        &["windows", evil],
        &["windows", "a.yaml", "--rates", evil],
        &["windows", "a.yaml", "--compare", evil],
        &["init", "--yes", "--templates", evil],
        &["init", "--yes", "--language", evil],
        &["init", "--yes", evil],
        &["init", "--yes", "--template", evil],
        &["rules", "--format", evil],
        &["completions", evil],
    ] {
        let ran = folder.walint(arguments);
        assert!(ran.code != 0 && ran.code <= 3, "{arguments:?}: {ran:?}");
        is_harmless(&format!("{arguments:?}"), &ran.said());
        forges_nothing(&format!("{arguments:?}"), &ran.said());
    }
}

#[test]
fn configurations_baselines_and_rates_are_quoted_safely() {
    let evil = EVIL.replace("\\r\\n", "\\n");
    for (file, text) in [
        (
            "walint.yaml",
            format!(
                "\"{evil}\": 1\nlinks: {{own_domains: \"{evil}\"}}\nrules: {{\"{evil}\": \"{evil}\"}}\nlanguages: {{source: \"{evil}\", fallback: {{\"{evil}\": \"{evil}\"}}}}\npaths: [{{files: \"{evil}\", rules: {{a: \"{evil}\"}}}}]\n"
            ),
        ),
        ("base.json", format!(r#"{{"version": "{evil}", "findings": "{evil}"}}"#)),
        ("rates.yaml", format!("currency: \"{evil}\"\nmarkets: {{\"{evil}\": {{\"{evil}\": \"{evil}\"}}}}\n")),
        ("rates.csv", "market,\x1b[31m\u{202E},price\n\x1b[31m,\u{9B},::error::x\n".to_owned()),
    ] {
        let folder = Folder::with(&[("a.yaml", BROKEN), ("j.json", &journey()), (file, &text)]);
        for arguments in [
            vec!["check", "a.yaml", "--baseline", "base.json"],
            vec!["check", "a.yaml"],
            vec!["windows", "j.json", "--rates", file],
        ] {
            let ran = folder.walint(&arguments);
            is_harmless(&format!("{file} {arguments:?}"), &ran.said());
            forges_nothing(&format!("{file} {arguments:?}"), &ran.said());
        }
    }
}
