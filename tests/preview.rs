//! `walint preview` as its users meet it: bubbles in the terminal, a page for the browser, JSON for programs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const ORDER: &str = r#"name: order_update
category: UTILITY
parameter_format: NAMED
variants:
  en_US:
    header: {format: IMAGE, media: img/banner.png, example: "4::a"}
    body:
      text: |
        Hi *{{name}}*, your order _on *hold*_ is ~late~ `here`.
        - first
        > quoted
      example: {name: Ana}
    footer: Reply STOP to opt out
    buttons: [{type: URL, text: Track order, url: "https://shop.example/t"}]
  ar:
    body: مرحبًا بك، طلبك في الطريق إليك
    footer: أرسل كلمة إيقاف
  zh_CN:
    body: 您好，您的订单已经从我们的仓库发出，预计明天中午之前送达，请保持电话畅通。谢谢您的耐心等待。
"#;

const CAROUSEL: &str = r#"name: spring_looks
category: MARKETING
variants:
  en:
    body: Our spring looks are here. Swipe to find yours.
    carousel:
      - {header: {format: IMAGE, example: "4::a"}, body: Linen shirts, buttons: [{type: QUICK_REPLY, text: Shirts}]}
      - {header: {format: IMAGE, example: "4::a"}, body: Light jackets, buttons: [{type: QUICK_REPLY, text: Jackets}]}
"#;

const HOSTILE: &str = r#"name: "evil</style><script>alert(1)</script>"
category: UTILITY
variants:
  "en\" onload=\"x":
    header: "<script>alert(1)</script>\e[31m"
    body: {text: "Red \e]8;;x\a \u202E *<b>{{1}}</b>* \"><img src=x> and more words", example: ["\e[2J<script>"]}
    buttons: [{type: URL, text: "</li><script>", url: "javascript:alert(1)"}]
"#;

/// The smallest file that begins like a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....";

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        files.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    fn preview(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_walint"))
            .arg("preview")
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap()
    }

    fn shown(&self, arguments: &[&str]) -> String {
        let output = self.preview(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.preview(arguments);
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn columns(line: &str) -> usize {
    line.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[test]
fn a_bubble_shows_the_message_with_its_samples() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    let text = folder.shown(&["a.yaml", "--language", "en-us"]);
    for part in ["Image banner.png", "Hi Ana, your order on hold is late here.", "• first", "▎ quoted", "↗ Track order"]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains('\x1b') && !text.contains("Arabic"), "{text}");
    let bubble: Vec<_> = text.lines().filter(|line| line.starts_with(['│', '├', '╭', '╰'])).map(columns).collect();
    assert!(bubble.len() > 8 && bubble.iter().all(|columns| *columns == bubble[0]), "{text}");
    assert!(folder.shown(&["a.yaml", "--raw"]).contains("Hi {{name}}, your"));
}

#[test]
fn placeholders_are_marked_where_no_sample_stands() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    let raw = folder.shown(&["--color", "always", "--raw", "a.yaml", "--language", "en_US"]);
    assert!(raw.contains("\x1b[4m{{name}}\x1b[0m"), "{raw}");
}

#[test]
fn a_question_for_permission_to_call_stands_below_its_message() {
    let call = "name: a_call\ncategory: UTILITY\nvariants:\n  en_US:\n    body: We would like to call you about your order.\n    call_permission_request: true\n";
    let folder = Folder::with(&[("a.yaml", call)]);
    assert!(folder.shown(&["a.yaml"]).contains("WhatsApp asks here whether your business"));
    assert!(
        folder.shown(&["a.yaml", "--format", "html"]).contains("WhatsApp asks here whether your business may call")
    );
    assert!(folder.shown(&["a.yaml", "--format", "json"]).contains("\"asks_to_call\": true"));
}

#[test]
fn formatting_is_real_where_colours_are() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    let text = folder.shown(&["--color", "always", "a.yaml", "--language", "en_US"]);
    let style = |codes: &str, word: &str| format!("{codes}{word}\x1b[0m");
    for part in [
        style("\x1b[1m\x1b[4m", "Ana"),
        style("\x1b[3m", "on "),
        style("\x1b[1m\x1b[3m", "hold"),
        style("\x1b[9m", "late"),
        style("\x1b[36m", "here"),
        style("\x1b[2m", "Reply STOP to opt out"),
    ] {
        assert!(text.contains(&part), "{part:?}\n{text:?}");
    }
}

#[test]
fn arabic_stands_on_the_right_and_chinese_breaks_between_characters() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    let text = folder.shown(&["a.yaml", "--language", "ar,zh_CN"]);
    assert!(text.contains("إليك │"), "{text}");
    assert!(text.contains("إيقاف │"), "{text}");
    let chinese = folder.shown(&["a.yaml", "--language", "zh_CN"]);
    let rows: Vec<_> = chinese.lines().filter(|line| line.starts_with('│')).collect();
    assert!(rows[0].starts_with("│ 您好，您的订单已经") && columns(rows[0]) == columns(rows[1]), "{chinese}");
    assert!(!rows.iter().any(|row| row.starts_with("│ ，") || row.starts_with("│ 。")), "{chinese}");
}

#[test]
fn languages_and_cards_stand_side_by_side() {
    let folder = Folder::with(&[("a.yaml", ORDER), ("b.yaml", CAROUSEL)]);
    let text = folder.shown(&["a.yaml", "b.yaml"]);
    assert!(text.lines().any(|line| line.contains("en_US · English") && line.contains("ar · Arabic")), "{text}");
    assert!(text.lines().any(|line| line.contains("Linen shirts") && line.contains("Light jackets")), "{text}");
    assert!(text.lines().any(|line| line.contains("↩ Shirts") && line.contains("↩ Jackets")), "{text}");
    assert!(text.lines().all(|line| columns(line) <= 100), "{text}");
}

#[test]
fn the_languages_of_a_name_are_together_wherever_they_stand() {
    let other =
        "name: order_update\ncategory: UTILITY\nvariants: {de: {body: Ihre Bestellung ist unterwegs zu Ihnen.}}\n";
    let folder = Folder::with(&[("a.yaml", ORDER), ("b.yaml", CAROUSEL), ("c.yaml", other)]);
    let text = folder.shown(&["a.yaml", "b.yaml", "c.yaml"]);
    assert_eq!(text.matches("order_update").count(), 1, "{text}");
    assert!(text.contains("de · German · c.yaml"), "{text}");
}

#[test]
fn findings_are_counted_and_do_not_stand_in_the_way() {
    // One language only: what its languages do not share would be told too.
    let english = ORDER.split("  ar:").next().unwrap();
    let broken = english.replace("      example: {name: Ana}\n", "").replace("media: img/banner.png, ", "");
    let folder = Folder::with(&[("a.yaml", &broken)]);
    assert!(folder.shown(&["a.yaml"]).contains("1 error: run `walint check` to see why."));
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_or_the_page_as_code() {
    let folder = Folder::with(&[("a.yaml", HOSTILE)]);
    let text = folder.shown(&["a.yaml"]);
    assert!(text.contains("␛") && text.contains("<U+202E>"), "{text}");
    let page = folder.shown(&["a.yaml", "--format", "html"]);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert_eq!(
        (page.matches("<script").count(), page.matches("<img").count(), page.matches("</style>").count()),
        (0, 0, 1)
    );
    assert!(!page.contains("onload=\"") && !page.contains("href"), "{page}");
    for shown in [&text, &page] {
        let control = shown.chars().find(|character| character.is_control() && *character != '\n');
        assert!(control.is_none() && !shown.contains('\u{202E}'), "{control:?}\n{shown}");
    }
}

#[test]
fn the_page_needs_nothing_but_itself() {
    let folder = Folder::with(&[("a.yaml", ORDER), ("b.yaml", CAROUSEL)]);
    let page = folder.shown(&["a.yaml", "b.yaml", "--format", "html"]);
    assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "), "{page}");
    assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("url(http"), "{page}");
    assert!(page.contains("lang=\"ar\" dir=\"rtl\"") && page.contains("lang=\"en-US\" dir=\"ltr\""), "{page}");
    assert!(page.contains("<strong><mark title=\"name\">Ana</mark></strong>"), "{page}");
    assert!(
        page.contains("<em>on <strong>hold</strong></em> is <s>late</s> <code class=\"inline\">here</code>."),
        "{page}"
    );
    assert!(page.contains("<ul><li>first</li></ul><blockquote><p>quoted</p></blockquote>"), "{page}");
    assert_eq!(page.matches("class=\"bubble card\"").count(), 2);
    assert!(page.contains("<small>banner.png</small>"), "{page}");
}

#[test]
fn the_page_shows_what_check_found() {
    // One language only: what its languages do not share would be told too.
    let english = ORDER.split("  ar:").next().unwrap();
    let broken = english.replace("      example: {name: Ana}\n", "");
    let folder = Folder::with(&[("a.yaml", &broken)]);
    let page = folder.shown(&["a.yaml", "--format", "html"]);
    assert!(page.contains("<li class=\"error\">") && page.contains("variables/example-missing"), "{page}");
}

#[test]
fn pictures_beside_the_template_are_embedded_once() {
    let twice =
        ORDER.replace("  ar:\n", "  ar:\n    header: {format: IMAGE, media: img/banner.png, example: \"4::a\"}\n");
    let folder = Folder::with(&[("deep/a.yaml", &twice)]);
    folder.write("deep/img/banner.png", PNG);
    let page = folder.shown(&["deep", "--format", "html"]);
    assert_eq!(page.matches("data:image/png;base64,iVBORw0KGgo").count(), 1, "{page}");
    assert_eq!(page.matches("class=\"media picture-0\"").count(), 2, "{page}");
}

#[test]
fn pictures_elsewhere_or_of_another_kind_are_not_read() {
    let folder = Folder::with(&[]);
    folder.write("secret.png", PNG);
    folder.write("deep/text.png", b"not a picture");
    folder.write("deep/large.png", &[PNG, &vec![0; 2 * 1024 * 1024]].concat());
    let secret = folder.path("secret.png");
    for media in ["../secret.png", secret.to_str().unwrap(), "text.png", "large.png", ".", "missing.png", "link.png"] {
        folder.write("deep/a.yaml", ORDER.replace("img/banner.png", media).as_bytes());
        #[cfg(unix)]
        drop(std::os::unix::fs::symlink("../secret.png", folder.path("deep/link.png")));
        let page = folder.shown(&["deep/a.yaml", "--format", "html"]);
        assert!(!page.contains("data:image/png"), "{media}");
    }
}

#[test]
fn a_file_is_written_whole_and_nothing_is_left_behind() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    folder.write("page.html", b"old");
    let output = folder.preview(&["a.yaml", "--format", "html", "-o", "page.html"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(fs::read_to_string(folder.path("page.html")).unwrap(), folder.shown(&["a.yaml", "--format", "html"]));
    folder.shown(&["--color", "always", "a.yaml", "-o", "bubbles.txt"]);
    assert!(!fs::read_to_string(folder.path("bubbles.txt")).unwrap().contains('\x1b'));
    assert_eq!(folder.names(), ["a.yaml", "bubbles.txt", "page.html"]);
}

#[test]
fn a_place_that_can_not_be_written_is_told() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    fs::create_dir(folder.path("folder")).unwrap();
    for (place, words) in [
        ("missing/page.html", "missing/page.html could not be written: there is no such folder"),
        ("folder", "folder could not be written: it is a folder"),
        ("a.yaml", "a.yaml is to be shown"),
    ] {
        let (code, message) = folder.refused(&["a.yaml", "--format", "html", "-o", place]);
        assert_eq!((code, message.contains(words)), (2, true), "{message}");
    }
    assert_eq!(fs::read_to_string(folder.path("a.yaml")).unwrap(), ORDER);
    assert_eq!(folder.names(), ["a.yaml", "folder"]);
}

#[cfg(unix)]
#[test]
fn a_written_file_keeps_its_mode_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::with(&[("a.yaml", ORDER), ("real.html", "old")]);
    fs::set_permissions(folder.path("real.html"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.html", folder.path("page.html")).unwrap();
    folder.shown(&["a.yaml", "--format", "html", "-o", "page.html"]);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path("real.html")), 0o640);
    assert!(folder.path("page.html").is_symlink());
    assert!(fs::read_to_string(folder.path("real.html")).unwrap().starts_with("<!doctype html>"));
}

#[test]
fn what_is_not_shown_is_told() {
    let folder = Folder::with(&[("a.yaml", ORDER), ("b.yaml", "services: {web: {image: shop}}\n")]);
    folder.write("latin.yaml", b"name: caf\xE9\n");
    for format in ["human", "html", "json"] {
        for (arguments, words) in [
            (&["a.yaml", "latin.yaml"][..], "latin.yaml could not be read, or not wholly"),
            (&["a.yaml", "b.yaml"], "b.yaml holds no template"),
            (&["missing.yaml"], "missing.yaml could not be read"),
            (&["a.yaml", "--language", "xx"], "nothing is written in xx; there is ar, en_US, zh_CN"),
        ] {
            let (code, message) = folder.refused(&[arguments, &["--format", format]].concat());
            assert_eq!((code, message.contains(words)), (3, true), "{arguments:?} {message}");
        }
    }
    let empty = Folder::with(&[("b.yaml", "services: {web: {image: shop}}\n")]);
    assert_eq!(empty.refused(&["."]), (3, "walint: no template was found\n".to_owned()));
}

#[test]
fn json_has_both_texts_of_every_variant() {
    let folder = Folder::with(&[("a.yaml", ORDER)]);
    let shown: Value = serde_json::from_str(&folder.shown(&["a.yaml", "--format", "json"])).unwrap();
    let [english, ..] = shown["variants"].as_array().unwrap().as_slice() else { panic!("{shown}") };
    assert_eq!((&shown["version"], shown["variants"].as_array().unwrap().len()), (&1.into(), 3));
    assert!(english["body"]["text"].as_str().unwrap().starts_with("Hi {{name}}, your"));
    assert!(english["sent"]["body"]["text"].as_str().unwrap().starts_with("Hi Ana, your"));
    assert_eq!(english["header"], serde_json::json!({"format": "IMAGE", "name": "banner.png"}));
    let keys: Vec<_> = english["body"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["samples", "spans", "text"]);
}
