//! Bytes to report: whatever a file holds, a report comes out of it that every reader can take.

use serde_json::Value;
use walint::config::Config;
use walint::preview::{self, Languages, Pictures, Stage};
use walint::report::{self, Human, Paths};
use walint::rules::{File, Files};
use walint::variants::{Matrix, compare};
use walint::{FileStatus, Report, Settings, Severity, check};

use super::shared::{has_no_command, is_harmless, is_sound, source};

/// A tag that hostile files try to bring into a page.
const TAG: &str = "<x-mark";

/// No panic, no failed rule, sound places, and harmless output in every format.
pub fn run(bytes: &[u8]) {
    let source = source(bytes);
    let settings = Settings { named: [source.path().to_owned()].into(), ..Settings::default() };
    let report = check(vec![source], &settings);
    is_sound(&report);
    is_closed(&report);
    reports(&report);
    previews(&report);
    tables(&report);
}

/// A file that could not be checked has an error that says so, and the other way round none is called checked.
fn is_closed(report: &Report) {
    let file = &report.files[0];
    let unchecked = report.status(file) == FileStatus::Unchecked;
    assert_eq!(unchecked, !file.complete);
    assert_eq!(report.summary().unchecked > 0, unchecked);
    if unchecked {
        assert!(report.findings.iter().any(|finding| finding.severity == Severity::Error), "nothing says why");
    }
}

type Writer<'w> = &'w dyn Fn(&mut Vec<u8>) -> std::io::Result<()>;

fn written(what: &str, write: Writer<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    is_harmless(what, &out);
    out
}

/// As the command line shows it.
fn shown(what: &str, write: Writer<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    let shown = report::guard(&String::from_utf8(out).unwrap());
    is_harmless(what, shown.as_bytes());
    shown.into_bytes()
}

fn json(what: &str, write: Writer<'_>) -> Value {
    serde_json::from_slice(&written(what, write)).unwrap_or_else(|error| panic!("{what} is no JSON: {error}"))
}

fn reports(report: &Report) {
    let paths = Paths::default();
    let object = json("json", &|out| report::write_json(report, out));
    assert_eq!(object["findings"].as_array().map(Vec::len), Some(report.findings.len()));
    let log = json("sarif", &|out| report::write_sarif(report, &paths, out));
    assert_eq!(log["version"], "2.1.0");
    json("gitlab", &|out| report::write_gitlab(report, &paths, out));
    let junit = written("junit", &|out| report::write_junit(report, &paths, &|_| true, out));
    let checkstyle = written("checkstyle", &|out| report::write_checkstyle(report, &paths, out));
    for xml in [junit, checkstyle] {
        roxmltree::Document::parse(&String::from_utf8(xml).unwrap()).unwrap();
    }
    let github = written("github", &|out| report::write_github(report, &paths, false, out));
    let ours = [
        "::error file=",
        "::warning file=",
        "::notice file=",
        "::notice title=walint::",
        "::group::All ",
        "::endgroup::",
    ];
    for line in String::from_utf8(github).unwrap().lines().filter(|line| line.trim_start().starts_with("::")) {
        assert!(ours.iter().any(|ours| line.starts_with(ours)), "github: {line}");
    }
    for colour in [false, true] {
        has_no_command("concise", &written("concise", &|out| report::write_concise(report, false, colour, out)));
        let human = Human::new(report, colour);
        // It quotes lines of the file, which may be anything.
        let shown = shown("human", &|out| {
            report.findings.iter().try_for_each(|finding| human.finding(out, finding))?;
            human.summary(out, &report.summary())
        });
        has_no_command("human", &shown);
    }
    written("markdown", &|out| report::write_markdown(report, false, out));
}

fn previews(report: &Report) {
    let languages = Languages::default();
    for stage in [Stage::Written, Stage::Sent] {
        let mut page = Vec::new();
        preview::write_html(report, &languages, stage, &NoPictures, &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        assert!(!page.contains(TAG), "the page holds a tag of the file");
        let raw = page.find(|c: char| {
            c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        });
        assert!(raw.is_none(), "the page holds a raw character: {:?}", &page[raw.unwrap()..][..8]);
        for width in [24, 100] {
            let mut shown = Vec::new();
            preview::write_terminal(report, &languages, stage, width, &mut shown).unwrap();
            // Marks of our own keep bubbles side by side that run in different directions.
            let shown = report::guard(&String::from_utf8(shown).unwrap().replace('\u{200E}', ""));
            is_harmless("preview", shown.as_bytes());
        }
    }
    json("preview in JSON", &|out| preview::write_json(&report.files, &languages, out));
}

fn tables(report: &Report) {
    let config = Config::default();
    let files: Vec<&File> = report.files.iter().collect();
    let compared = compare(Files::new(&files), &config);
    let matrix = Matrix::of(&compared, &config.languages);
    json("variants in JSON", &|out| report::write_matrix_json(&matrix, out));
    shown("variants", &|out| report::write_matrix(&matrix, 80, out));
    let table = shown("variants in Markdown", &|out| report::write_matrix_markdown(&matrix, out));
    assert!(!String::from_utf8(table).unwrap().contains(TAG), "the table holds a tag");
}

struct NoPictures;

impl Pictures for NoPictures {
    fn read(&self, _: &str, _: &str, _: u64) -> Option<Vec<u8>> {
        None
    }
}
