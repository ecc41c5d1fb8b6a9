//! Files that are small on the disk and large when they are understood. Each ends in time, in little memory, with a
//! finding that says what is wrong, and with exit code 3 where not all could be checked.

use std::fs;
use std::process::Command;

use super::program::{CLEAN, Folder, Ran, at_home, is_fast, program};

/// What a run may use: processor seconds, and KiB of address space.
const SECONDS: f64 = 2.0;
const MEMORY: u32 = 200 * 1024;

/// What a run may use of the time. The build without optimisation is slower, and gets an eighth of the work.
fn seconds() -> f64 {
    if is_fast() { SECONDS } else { 5.0 * SECONDS }
}

/// Runs with these limits and says what the run took.
fn bounded(folder: &Folder, arguments: &[&str]) -> (Ran, f64) {
    let mut command = Command::new("sh");
    // Not every system can limit memory; the time always counts.
    let limit = if cfg!(target_os = "linux") { format!("ulimit -v {MEMORY} || exit 99; ") } else { String::new() };
    command.args(["-c", &format!("{limit}\"$@\"; code=$?; times > times; exit $code"), "sh"]);
    command.arg(program()).args(arguments).args(["--threads", "2"]);
    at_home(&mut command, &folder.path(""));
    // One heap instead of one for each thread, whose address space is reserved and not used.
    let ran = Ran::of(command.env("MALLOC_ARENA_MAX", "1").output().unwrap());
    assert!(ran.code <= 3, "the run was cut off: {ran:?}");
    (ran, children(&folder.read("times")))
}

/// The processor time of a shell's children, as `times` tells it: `0m1.5s 0m0.2s` in the second line.
fn children(times: &str) -> f64 {
    let time = |written: &str| -> f64 {
        let (minutes, seconds) = written.trim_end_matches('s').split_once('m').unwrap();
        minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap()
    };
    times.lines().nth(1).unwrap().split_whitespace().map(time).sum()
}

#[test]
fn what_grows_when_it_is_understood_stays_small() {
    let body = |text: &str| format!("name: a\ncategory: UTILITY\nvariants:\n  en:\n    body: {text}\n");
    let megabyte = if is_fast() { 1024 * 1024 - 1024 } else { 128 * 1024 };
    let of = |unit: &str| body(&format!("|\n      {}", unit.repeat(megabyte / unit.len())));
    let bomb: String =
        (1..9).map(|n| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(","))).collect();
    let deep_block: String = (0..1400).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    let cases: &[(&str, String, i32, &str)] = &[
        ("aliases in aliases", format!("a0: &a0 [lol]\n{bomb}"), 3, "syntax/alias"),
        ("one alias", body("&a Hi\nb: *a"), 3, "syntax/alias"),
        ("a merge of itself", "a: &a\n  <<: *a\n".to_owned(), 3, "syntax/"),
        ("100,000 brackets", "[".repeat(100_000), 3, "syntax/too-deep"),
        ("100,000 closed brackets", format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), 3, "syntax/too-deep"),
        ("100,000 braces", "{a: ".repeat(100_000), 3, "syntax/too-deep"),
        ("100,000 brackets as a body", body(&"[".repeat(100_000)), 3, "syntax/too-deep"),
        ("1,400 levels of blocks", deep_block, 3, "syntax/too-deep"),
        ("100,000 dashes", "- ".repeat(100_000), 3, "syntax/too-deep"),
        ("100,000 question marks", "? ".repeat(100_000), 3, "syntax/"),
        ("60,000 anchors", (0..megabyte / 17).map(|n| format!("- &a{n} b\n")).collect(), 1, "syntax/"),
        ("100,000 tags", "!a ".repeat(100_000), 1, "syntax/"),
        ("1 MiB of asterisks", of("*"), 1, "body/length"),
        ("1 MiB of underscores between blanks", of("_ "), 1, "body/length"),
        ("1 MiB of nested delimiters", of("*_~"), 1, "body/length"),
        ("1 MiB of backquotes", of("`"), 1, "body/length"),
        ("1 MiB of quotes", of("> \n      "), 1, "body/"),
        ("1 MiB of braces", of("{{"), 1, "body/length"),
        ("1 MiB of variables", of("{{1}} "), 1, "body/length"),
        ("1 MiB of links", of("a.example "), 1, "body/length"),
        ("1 MiB of dots", of("a."), 1, "body/length"),
        ("1 MiB of emoji", of("👩‍👩‍👧"), 1, "body/length"),
        ("1 MiB of accents", of("\u{301}"), 1, "body/length"),
        ("1 MiB of line breaks", body(&format!("|\n      a{}      b", "\n".repeat(megabyte))), 1, "body/"),
        ("1 MiB of blanks", body(&format!("'a{}b'", " ".repeat(megabyte))), 1, "body/length"),
        ("1 MiB of escapes", body(&format!("\"{}\"", "\\u00e9".repeat(megabyte / 6))), 1, "body/length"),
        ("1 MiB of comments", format!("{CLEAN}{}", "# a\n".repeat(megabyte / 4)), 0, ""),
        (
            "1 MiB of silenced rules",
            format!("{CLEAN}{}", "# walint: ignore body/length\n".repeat(megabyte / 29)),
            0,
            "suppression/",
        ),
        ("1 MiB of pitfalls", (0..megabyte / 12).map(|n| format!("a{n}: @b\n")).collect(), 3, "syntax/"),
        ("1 MiB of documents", "---\nname: a\ncategory: b\n".repeat(megabyte / 24), 1, "identity/"),
        ("1 MiB of equal keys", "abc: b\n".repeat(megabyte / 8), 1, "syntax/duplicate-key"),
        (
            "1 MiB of unknown keys",
            format!("{CLEAN}{}", (0..megabyte / 17).map(|n| format!("a{n}: b\n")).collect::<String>()),
            0,
            "syntax/unknown-key",
        ),
        (
            "1 MiB of buttons",
            format!("{CLEAN}    buttons: [{}]\n", "{type: URL, text: a, url: b},".repeat(megabyte / 29)),
            1,
            "buttons/count",
        ),
        (
            "1 MiB of languages",
            format!(
                "name: a\ncategory: UTILITY\nvariants:\n{}",
                (0..megabyte / 34).map(|n| format!("  l{n}: {{body: Hi}}\n")).collect::<String>()
            ),
            1,
            "identity/",
        ),
        (
            "a long name in many languages",
            format!(
                "name: {}\ncategory: UTILITY\nvariants:\n{}",
                "a".repeat(megabyte / 3),
                (0..megabyte / 200).map(|n| format!("  l{n}: {{body: Hi}}\n")).collect::<String>()
            ),
            1,
            "identity/",
        ),
        (
            "numbers without end",
            format!("{CLEAN}message_send_ttl_seconds: {}\n", "9".repeat(100_000)),
            1,
            "identity/ttl",
        ),
        ("a number with an exponent", format!("{CLEAN}message_send_ttl_seconds: 1e999999999\n"), 1, "identity/ttl"),
        ("a variable of many digits", body(&format!("Hi {{{{{}}}}} there", "9".repeat(100_000))), 1, "variables/"),
    ];
    let mut slow = Vec::new();
    for (what, text, code, rule) in cases {
        let folder = Folder::with(&[]);
        folder.write("a.yaml", text);
        let (ran, seconds) = bounded(&folder, &["check", "--format", "concise", "a.yaml"]);
        let start = &ran.out[..ran.out.floor_char_boundary(2000)];
        assert_eq!(ran.code, *code, "{what}: {start}{}", ran.err);
        assert!(ran.out.contains(rule), "{what}: {start}");
        if seconds > self::seconds() {
            slow.push(format!("{what}: {seconds:.1} s"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn what_is_too_large_is_not_read() {
    let folder = Folder::with(&[]);
    let file = fs::File::create(folder.path("a.yaml")).unwrap();
    // A hole in the disk: as large as it says, and read in no time.
    file.set_len(8 * 1024 * 1024 * 1024).unwrap();
    let (ran, seconds) = bounded(&folder, &["check", "a.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("syntax/too-large") && seconds < 1.0, "{seconds} {}", ran.out);
}

#[test]
fn a_configuration_is_bounded_as_well() {
    for text in [
        "[".repeat(100_000),
        "a: &a [*a, *a]\n".to_owned(),
        format!("rules: {}", "{a: ".repeat(50_000)),
        "x".repeat(300_000),
    ] {
        let folder = Folder::with(&[("a.yaml", CLEAN), ("walint.yaml", &text)]);
        let (ran, seconds) = bounded(&folder, &["check", "a.yaml"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("walint.yaml:") && seconds < self::seconds(), "{}", ran.err);
    }
}
