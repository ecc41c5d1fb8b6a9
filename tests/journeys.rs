//! Journey files as `check` and `windows` meet them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use walint::{Settings, Source, check};

const TEMPLATE: &str = "name: order_shipped\ncategory: UTILITY\nvariants:\n  en:\n    body: Your order has left our warehouse today, and is on its way to you.\n";
const JOURNEY: &str = "kind: journey\ntitle: A parcel\nmarket: DE\nstart: 2026-11-02 09:00\nconfig: {waba_tz: Europe/Berlin}\nevents:\n  - {t: +0h, dir: out, template: order_shipped, language: en}\n  - {t: +2h, dir: in, text: Thanks}\n  - {t: +3h, dir: out, text: You are welcome.}\n";
const LATE: &str =
    "kind: journey\nevents:\n  - {t: 2026-11-02T09:00Z, dir: in}\n  - {t: 2026-11-03T09:00Z, dir: out}\n";
const RATES: &str = "market,currency,marketing,utility\nDE,EUR,0.1131,0.0456\n";

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            fs::write(folder.0.path().join(name), text).unwrap();
        }
        folder
    }

    fn walint(&self, arguments: &[&str]) -> Output {
        run(self.0.path(), arguments)
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.args(arguments).current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

#[test]
fn the_timeline_shows_windows_messages_and_the_bill() {
    let folder = Folder::with(&[("t.yaml", TEMPLATE), ("j.yaml", JOURNEY), ("rates.csv", RATES)]);
    let output = folder.walint(&["windows", "j.yaml", "t.yaml", "--rates", "rates.csv"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(
        out(&output),
        "\
A parcel  j.yaml
times in Europe/Berlin, market DE, prices R4 · per message, service too
│ customer service window open   ║ free entry point
2026-11-02 Mon
  09:00    ·  → order_shipped (en)                 1 utility message: utility outside window
  11:00    ┌  ← message: Thanks                    window open until 11-03 11:00
  12:00    │  → free-form: You are welcome.        free: within the free service messages of the month (1 used)
Bill
  1 utility message                  at 0.0456        0.0456 EUR
  total                                               0.0456 EUR

"
    );
}

#[test]
fn two_pricing_rules_stand_side_by_side() {
    let folder = Folder::with(&[("t.yaml", TEMPLATE), ("j.yaml", JOURNEY)]);
    let output = folder.walint(&["windows", "--compare", "R2,r4", "."]);
    let text = out(&output);
    assert!(text.contains("R2 · conversations by category") && text.contains("R4 · per message"), "{text}");
    assert!(text.contains("1 utility conversation          1 utility message\n"), "{text}");
    assert!(text.contains("Bill, R2 · conversations by category\n  1 utility conversation\n"), "{text}");
    let output = folder.walint(&["windows", "--compare", "R2,R4", "--format", "json", "."]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let compared = json["journeys"][0]["compared"].as_array().unwrap();
    assert_eq!(compared[0]["units"], serde_json::json!({"conversation:utility": 1}));
    assert_eq!((&compared[1]["regime"], &compared[1]["units"]["message:utility"]), (&"R4".into(), &1.into()));
}

#[test]
fn json_has_one_step_an_event_and_exact_amounts() {
    let folder = Folder::with(&[("t.yaml", TEMPLATE), ("j.yaml", JOURNEY), ("rates.csv", RATES)]);
    let output = folder.walint(&["windows", "--format", "json", "--rates", "rates.csv", "."]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let journey = &json["journeys"][0];
    assert_eq!((&journey["file"], &journey["title"]), (&"j.yaml".into(), &"A parcel".into()));
    let steps = journey["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 3);
    assert_eq!((&steps[0]["t"], &steps[0]["template"]), (&"2026-11-02T08:00:00Z".into(), &"order_shipped".into()));
    assert_eq!((&steps[1]["csw_expires"], &steps[1]["billed"]), (&"2026-11-03T10:00:00Z".into(), &Value::Null));
    assert_eq!((&journey["bill"]["total"], &journey["bill"]["currency"]), (&"0.0456".into(), &"EUR".into()));
}

#[test]
fn the_exit_code_says_what_became_of_the_journeys() {
    let slipped = "kind: journey\nevents:\n  - {t: soon, dir: in}\n";
    let folder = Folder::with(&[
        ("t.yaml", TEMPLATE),
        ("j.yaml", JOURNEY),
        ("late.yaml", LATE),
        ("slipped.yaml", slipped),
        ("shape.yaml", "kind: journey\nevents: {t: +1h, dir: in}\n"),
        ("rates.yaml", "markets: {DE: {utility: cheap}}\n"),
    ]);
    for (arguments, wanted, told) in [
        (&["windows", "j.yaml", "t.yaml"][..], 0, ""),
        (&["windows", "late.yaml"], 1, ""),
        (&["windows", "j.yaml", "--compare", "R3"], 2, "two pricing rules"),
        (&["windows", "j.yaml", "--compare", "R3,R9"], 2, "no pricing rules `R9`"),
        (&["windows", "j.yaml", "--rates", "rates.yaml"], 2, "rates.yaml:1:25: `cheap` is no price"),
        (&["windows", "j.yaml", "--rates", "nowhere.csv"], 2, "can not be read"),
        (&["windows", "j.yaml"], 3, "the template `order_shipped` is not among the files"),
        (&["windows", "slipped.yaml"], 3, "can not be followed"),
        (&["windows", "shape.yaml"], 3, "can not be followed"),
        (&["windows", "t.yaml"], 3, "no journey was found"),
        (&["windows", "nowhere.yaml"], 3, "could not be read"),
        (&["check", "j.yaml", "t.yaml"], 0, ""),
        (&["check", "late.yaml"], 1, ""),
        (&["check", "slipped.yaml"], 1, ""),
    ] {
        let output = folder.walint(arguments);
        assert_eq!(code(&output), wanted, "{arguments:?}\n{}{}", out(&output), err(&output));
        assert!(err(&output).contains(told), "{arguments:?}\n{}", err(&output));
    }
}

#[test]
fn a_journey_is_counted_and_is_no_template() {
    let folder = Folder::with(&[("t.yaml", TEMPLATE), ("j.yaml", JOURNEY)]);
    let output = folder.walint(&["check", "."]);
    assert!(out(&output).starts_with("Checked 1 template and 1 journey (2 files): no findings."), "{}", out(&output));
    let output = folder.walint(&["check", "--format", "json", "."]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let figures = json["summary"].as_object().unwrap();
    assert!(!figures.contains_key("journeys"), "the shape of the summary is a contract");
    assert_eq!((&figures["files"], &figures["templates"]), (&2.into(), &1.into()));
}

#[test]
fn the_worked_examples_run_clean_by_themselves_and_with_the_templates() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in ["templates/journeys", "templates"] {
        for command in ["check", "windows"] {
            let output = run(root, &[command, path]);
            assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{command} {path}\n{}", out(&output));
        }
        let output = run(root, &["check", "--fail-on", "note", path]);
        assert_eq!(code(&output), 0, "{}", out(&output));
    }
    assert_eq!(fs::read_dir(root.join("templates/journeys")).unwrap().count(), 3);
}

#[test]
fn hostile_titles_do_not_reach_the_terminal() {
    let journey = JOURNEY.replace("A parcel", "\"\\e[31m\\u202Ered\"");
    let folder = Folder::with(&[("t.yaml", TEMPLATE), ("j.yaml", &journey)]);
    let output = out(&folder.walint(&["windows", "."]));
    assert!(!output.contains('\u{1b}') && !output.contains('\u{202e}') && output.contains("␛[31m"), "{output}");
}

fn findings(events: &[String]) -> Vec<(String, String)> {
    let text = format!("kind: journey\nconfig: {{regime: R3}}\nevents:\n{}", events.concat());
    let report = check(vec![Source::new("j.yaml", text.into_bytes())], &Settings::default());
    assert!(report.failures.is_empty(), "{:?}", report.failures);
    let told = |finding: &walint::Finding| (report.marked(finding).to_owned(), finding.message.clone());
    let mut all: Vec<_> = report.findings.iter().map(told).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_do_not_depend_on_the_order_of_the_file(
        (events, shuffled) in prop::collection::btree_map(0_u32..200, 0_usize..5, 0..12).prop_flat_map(|events| {
            let line = |(quarter, what): (u32, usize)| {
                let what = ["dir: in", "dir: out", "dir: out, category: utility", "dir: out, category: marketing",
                    "dir: in, entry: ctwa_ad, device: ios"][what];
                let (day, hour, minute) = (1 + quarter / 96, quarter / 4 % 24, quarter % 4 * 15);
                format!("  - {{t: \"2026-03-{day:02}T{hour:02}:{minute:02}Z\", {what}}}\n")
            };
            let lines: Vec<String> = events.into_iter().map(line).collect();
            (Just(lines.clone()), Just(lines).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(findings(&events), findings(&shuffled));
    }

    #[test]
    fn no_journey_ends_in_an_internal_error(
        parts in prop::collection::vec(prop::sample::select(vec![
            "kind: journey\n", "events:\n", "  - ", "{t: ", "+1h", "+9999999w", "2026-11-02T09:00Z", "-9999-01-01", ", dir: in",
            ", dir: out", "}\n", "config: {waba_tz: ", "Europe/Berlin", "../../etc/passwd", "regime: R2", "\n", "start: ",
            "9999-12-31T23:00Z", ", parameters: [a]", ", template: x", ", kind: template", ", category: utility", "a: b\n",
            ", fep_hours: 9999999999", ", entry: ctwa_ad, device: ios", "[]", "|\n",
        ]), 0..24),
    ) {
        let text = format!("kind: journey\n{}", parts.concat());
        let settings = Settings { named: [String::from("j.yaml")].into(), ..Settings::default() };
        let report = check(vec![Source::new("j.yaml", text.clone().into_bytes())], &settings);
        prop_assert!(report.failures.is_empty(), "{:?}\n{}", report.failures, text);
    }
}

#[test]
fn a_reaction_is_not_taken_for_the_last_message() {
    let events =
        ["09:00Z, dir: in", "20:00Z, dir: in, kind: reaction"].map(|event| format!("  - {{t: 2026-03-02T{event}}}\n"));
    let late = "  - {t: 2026-03-03T10:00Z, dir: out}\n".to_owned();
    let told = findings(&[&events[..], &[late]].concat());
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains("25 hours after the person last wrote"), "{told:?}");
}

#[test]
fn nothing_is_said_about_windows_where_an_event_is_lost() {
    let told = findings(&["  - hello\n".to_owned(), "  - {t: 2026-03-03T10:00Z, dir: out}\n".to_owned()]);
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains("an event is a text"), "{told:?}");
}
