//! What people see, without colours.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::*;
use crate::finding::{Confidence, Edit, Outcome, Place};
use crate::policy::Code;
use crate::rules::{Fixable, Metadata};
use crate::syntax::Span;

static RULE: Metadata = Metadata {
    id: "variables/edge",
    summary: "",
    severity: Severity::Error,
    confidence: Confidence::High,
    outcome: Outcome::ApiRejection,
    code: None,
    prevents: &[],
    fix: Fixable::None,
    since: "0.1.0",
    sources: &[],
    page: "",
};

fn source(path: &str, text: &str) -> Source {
    Source::new(path, text.as_bytes().to_vec())
}

fn place(file: u32, start: usize, end: usize) -> Place {
    Place { file: FileId(file), span: Span::new(start, end) }
}

fn place_of(file: u32, source: &Source, word: &str) -> Place {
    let start = source.text().find(word).unwrap();
    place(file, start, start + word.len())
}

fn finding(place: Place) -> Finding {
    Finding {
        rule: &RULE,
        severity: Severity::Error,
        outcome: Outcome::ApiRejection,
        confidence: Confidence::High,
        message: "The body starts with a variable.".to_owned(),
        help: String::new(),
        meta: None,
        place,
        template: None,
        language: None,
        component: None,
        related: Vec::new(),
        fixes: Vec::new(),
    }
}

fn written_by(human: &Human<'_>, finding: &Finding) -> String {
    let mut out = Vec::new();
    human.finding(&mut out, finding).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert!(!written.contains("Failed to read"), "{written}");
    written
}

fn written(sources: &[&Source], finding: &Finding) -> String {
    written_by(&Human::of(sources.to_vec(), false), finding)
}

/// The columns of a word and of the underline below it, as start and length.
fn columns(text: &str, word: &str, measure: fn(&str) -> usize) -> [(usize, usize); 2] {
    let source = source("a.yaml", text);
    let written = written(&[&source], &finding(place_of(0, &source, word)));
    let mut lines = written.lines().skip_while(|line| !line.contains('│'));
    let (line, below) = (lines.next().unwrap(), lines.next().unwrap());
    let at = line.find(word).unwrap_or_else(|| panic!("{written}"));
    let underline = below.find('─').unwrap_or_else(|| panic!("{written}"));
    [(measure(&line[..at]), measure(word)), (below[..underline].width(), below[underline..].width())]
}

#[test]
fn the_underline_stands_below_the_word() {
    let long = format!("body: {}{{{{1}}}}{}", "你好👍🏽 ".repeat(50), " 谢谢".repeat(50));
    for (text, word) in [
        ("body: 您好，您的订单{{1}}已发货", "{{1}}"),
        ("body: 您好，您的订单已发货", "订单"),
        ("body: こんにちは ｶﾞ {{1}} さん", "{{1}}"),
        ("body: आपका ऑर्डर {{1}} भेज दिया", "{{1}}"),
        ("body: आपका क्षत्रिय ऑर्डर", "क्षत्रिय"),
        ("body: क्\u{200D}ष {{1}}", "{{1}}"),
        ("body: สวัสดีค่ะ คำสั่งซื้อ {{1}}", "{{1}}"),
        ("body: مرحبا {{1}} شكرا", "{{1}}"),
        ("body: مرحبا بكم في متجرنا", "متجرنا"),
        ("body: می\u{200C}خواهم {{1}}", "{{1}}"),
        ("body: 주문이 발송되었습니다 {{1}}", "{{1}}"),
        ("body: 🎉🎁 {{1}}", "{{1}}"),
        ("body: 👨\u{200D}👩\u{200D}👧\u{200D}👦 🏳\u{FE0F}\u{200D}🌈 {{1}}", "{{1}}"),
        ("body: ❤\u{FE0F} 1\u{FE0F}\u{20E3} ☎\u{FE0E} {{1}}", "{{1}}"),
        ("body: 👍🏽 👩🏿\u{200D}🚀 {{1}}", "{{1}}"),
        ("body: 🇩🇪🇧🇷 {{1}}", "{{1}}"),
        ("body: e\u{301}te\u{301} Z\u{334}\u{335}a\u{300}\u{316} {{1}}", "{{1}}"),
        ("body: cafe\u{301} Zoe\u{308}", "Zoe\u{308}"),
        ("body:\tHi\t{{1}}", "{{1}}"),
        (&long, "{{1}}"),
        ("body: a\u{1B}[31m\u{8}\u{202E}\u{9B}b {{1}}", "{{1}}"),
    ] {
        let [word_at, underline_at] = columns(text, word, str::width);
        assert_eq!(word_at, underline_at, "{text}");
    }
}

/// The known exception: `unicode-width` measures Arabic lam-alef as the one column that its ligature has, and
/// miette as the two that its letters have, like the terminals that do not join letters.
#[test]
fn arabic_ligatures_count_as_two_letters() {
    fn by_letter(text: &str) -> usize {
        text.chars().filter_map(UnicodeWidthChar::width).sum()
    }
    for (text, word) in [("body: أهلا بك {{1}} اليوم", "{{1}}"), ("body: السلام عليكم", "السلام")]
    {
        let [word_at, underline_at] = columns(text, word, by_letter);
        assert_eq!(word_at, underline_at, "{text}");
    }
}

#[test]
fn a_finding_says_what_where_and_what_to_do() {
    static CODE: Code = Code {
        code: Some(100),
        subcode: Some(2_388_299),
        title: Some("Leading or trailing parameters not allowed"),
        other_titles: &[],
        phase: "create",
        meaning: "",
        source: "",
        date: "",
        confidence: "high",
    };
    let source =
        source("templates/order.yaml", "name: order_shipped\nvariants:\n  ar:\n    body: '{{1}} تم شحن طلبك'\n");
    let mut finding = finding(place_of(0, &source, "{{1}}"));
    finding.template = Some("order_shipped".to_owned());
    finding.language = Some("ar".to_owned());
    finding.meta = Some(&CODE);
    finding
        .help("Put a word before {{1}}.")
        .unsafe_fix("put \"مرحبا\" before it", vec![Edit { place: place(0, 0, 0), text: String::new() }]);
    assert_eq!(
        written(&[&source], &finding),
        "error[variables/edge]: The body starts with a variable.\n   \
           ╭─[templates/order.yaml:4:12 in order_shipped (ar)]\n \
         4 │     body: '{{1}} تم شحن طلبك'\n   \
           ·            ─────\n   \
           ╰────\n  \
         help: Put a word before {{1}}.\n  \
         Meta: 100/2388299 \"Leading or trailing parameters not allowed\"\n   \
          fix: put \"مرحبا\" before it (changes the wording)\n  \
         more: walint explain variables/edge\n\n"
    );
}

#[test]
fn second_places_are_shown_where_they_are() {
    let near = source("a.yaml", "a: one\nb: two\nc: three\n");
    let far = source("b.yaml", "\n\nbody: one\n");
    let mut finding = finding(place_of(0, &near, "three"));
    finding.related(place_of(0, &near, "one"), "first here").related(place_of(1, &far, "one"), "and here");
    let written = written(&[&near, &far], &finding);
    assert_eq!(written.matches("╭─[").count(), 2, "{written}");
    for part in
        ["[a.yaml:3:4]", "1 │ a: one", "2 │ b: two", "3 │ c: three", "── first here", "[b.yaml:3:7]", "── and here"]
    {
        assert!(written.contains(part), "{part}\n{written}");
    }
}

#[test]
fn not_every_second_place_is_shown() {
    let source = source("a.yaml", &"- one\n".repeat(100));
    let mut finding = finding(place(0, 0, 1));
    for line in 1..20 {
        finding.related(place(0, line * 30 + 2, line * 30 + 5), "again");
    }
    let written = written(&[&source], &finding);
    assert_eq!(written.matches("again").count(), 5, "{written}");
    assert!(written.contains("also: 14 more places"), "{written}");
}

#[test]
fn of_many_lines_the_first_and_the_last_are_shown() {
    let text: String = (1..=40).map(|line| format!("  line {line}\n")).collect();
    let source = source("a.yaml", &text);
    let end = text.find("line 30").unwrap() + 7;
    let long = written(&[&source], &finding(place(0, 2, end)));
    for part in [" 1 │   line 1\n", "from here", "30 │   line 30\n", "to here"] {
        assert!(long.contains(part), "{part}\n{long}");
    }
    assert!(!long.contains("line 2\n"), "{long}");
    let short = written(&[&source], &finding(place(0, 2, text.find("line 4").unwrap() + 6)));
    assert_eq!(short.matches("line").count(), 4, "{short}");
}

#[test]
fn a_long_line_is_shown_around_its_mark() {
    let text = format!("{{\"text\": \"{}{{{{1}}}}{}\"}}", "word ".repeat(60), " mot".repeat(60));
    let source = source("a.json", &text);
    let written = written(&[&source], &finding(place_of(0, &source, "{{1}}")));
    let line = written.lines().find(|line| line.contains("{{1}}")).unwrap();
    assert!(line.contains("│ …") && line.ends_with('…') && line.width() < 110, "{written}");
    assert!(written.contains("[a.json:1:311]"), "{written}");
}

#[test]
fn places_between_characters_get_a_caret() {
    let source = source("a.yaml", "name:\nbody: ");
    for (start, end) in [(0, 0), (5, 5), (5, 6), (12, 12), (12, 400), (900, 999), (7, 3)] {
        let written = written(&[&source], &finding(place(0, start, end)));
        assert_eq!(written.matches('▲').count(), 1, "{start}..{end}\n{written}");
    }
}

#[test]
fn a_file_without_text_is_named() {
    for source in
        [source("a.yaml", ""), Source::new("a.yaml", b"\xFF\xFE\x61".to_vec()), Source::new("a.yaml", b"\xE9".to_vec())]
    {
        let mut finding = finding(place(0, 0, 9));
        finding.related(place(0, 0, 0), "this one");
        let written = written(&[&source], &finding);
        assert!(written.contains("  file: a.yaml\n") && written.contains("  also: this one (a.yaml)\n"), "{written}");
    }
}

#[test]
fn any_place_in_any_text_can_be_shown() {
    let texts =
        ["\r\n\ra\u{301}\r\n", "👨\u{200D}👩\u{FE0F}x\n\n", "\n", "é\n\n\n\n\n\n\n\n\n\n\né", "\u{202E}\t\u{2028}"];
    for text in texts {
        let source = source("a.yaml", text);
        for start in 0..=text.len() + 1 {
            for end in 0..=text.len() + 1 {
                let mut finding = finding(place(0, start, end));
                finding.related(place(0, end, start), "there").related(place(7, 0, 0), "nowhere");
                written(&[&source], &finding);
            }
        }
    }
}

#[test]
fn nothing_reaches_the_terminal_that_could_command_it() {
    let evil = "x\u{1B}[31m\u{1B}]0;t\u{7}\r\u{8}\u{7F}\u{9B}\u{85}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{2028}\nz";
    let first = source(evil, &format!("a: {evil}\nb: {evil}"));
    let second = source(evil, "");
    let mut finding = finding(place(0, 3, first.text().len()));
    finding.message = evil.to_owned();
    finding.template = Some(evil.to_owned());
    finding.language = Some(evil.to_owned());
    finding
        .related(place(0, 0, 2), evil)
        .related(place(1, 0, 2), evil)
        .help(evil)
        .safe_fix(evil, vec![Edit { place: place(0, 0, 0), text: evil.to_owned() }]);
    for place in [finding.place, place(1, 0, 0)] {
        finding.place = place;
        let written = written(&[&first, &second], &finding);
        let raw: Vec<char> = written
            .chars()
            .filter(|&character| character != '\n' && sanitize(&character.to_string()) != character.to_string())
            .collect();
        assert!(raw.is_empty(), "{raw:?} in {written}");
        assert!(written.lines().all(|line| !line.starts_with('z')), "{written}");
    }
}

#[test]
fn colours_are_written_only_when_wanted() {
    let source = source("a.yaml", "body: x");
    let finding = finding(place(0, 6, 7));
    assert!(!written(&[&source], &finding).contains('\u{1B}'));
    let coloured = written_by(&Human::of(vec![&source], true), &finding);
    assert!(coloured.starts_with("\u{1B}[31;1merror[variables/edge]:\u{1B}[0m The body"), "{coloured:?}");
    let ascii = written_by(&Human::of(vec![&source], false).ascii(), &finding);
    assert!(ascii.is_ascii(), "{ascii}");
}

/// miette alone reads the file from its start for every label; it must never be given the file.
#[test]
fn a_finding_costs_no_more_in_a_large_file() {
    let shown = |findings: usize| -> usize {
        let line = "    body: 'Hi {{name}}, your order has been shipped'\n";
        let source = source("a.yaml", &line.repeat(findings));
        let sources = [&source];
        let bytes = |at: usize| {
            let finding = finding(place(0, at * line.len() + 14, at * line.len() + 22));
            windows(&finding, &sources, 100).windows.iter().map(|window| window.text.len()).sum::<usize>()
        };
        (0..findings).map(bytes).sum::<usize>() / findings
    };
    assert_eq!(shown(400), shown(3200));
}
