//! What is not told: comments, the baseline and levels, as the author of a file and a CI step meet them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use walint::{Report, Settings, Source, check};

fn run(text: &str) -> Report {
    check(vec![Source::new("a.yaml", text.into())], &Settings::default())
}

/// The findings, as rule and line.
fn told(text: &str) -> Vec<(&'static str, usize)> {
    let report = run(text);
    let line = |finding: &walint::Finding| report.files[0].source.line_of(finding.place.span.range().start) + 1;
    report.findings.iter().map(|finding| (finding.rule.id, line(finding))).collect()
}

/// Two languages whose bodies end with their variable, and whose buttons name one twice.
fn template(comment: &str, before: &str) -> String {
    let text = "name: order_ready
category: UTILITY
variants:
  en:
    body:
      text: Your order has been packed and is ready for {{1}}
      example: [Ana]
    buttons:
      - type: QUICK_REPLY
        text: '*Yes*'
      - type: QUICK_REPLY
        text: '*No*'
  es:
    body:
      text: Tu pedido ya está preparado y listo en la tienda para {{1}}
      example: [Ana]
    buttons:
      - type: QUICK_REPLY
        text: '*Si*'
      - type: QUICK_REPLY
        text: '*No*'
";
    let at = text.find(before).unwrap();
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    format!("{}{comment}\n{}", &text[..line], &text[line..])
}

#[test]
fn a_comment_on_its_own_line_is_about_what_starts_behind_it() {
    let all = "buttons, links, variables/edge";
    let lines = |comment: &str, before: &str| -> Vec<usize> {
        let text = template(comment, before);
        told(&text).iter().filter(|(rule, _)| !rule.starts_with("suppression")).map(|(_, line)| *line).collect()
    };
    let usual = lines("# nothing", "name:");
    assert_eq!(usual, [7, 11, 13, 16, 20, 22]);
    let ignore = format!("# walint: ignore[{all}] so agreed");
    // The whole template, a key, a language, a button.
    assert_eq!(lines(&ignore, "name:"), [0; 0]);
    assert_eq!(lines(&ignore, "category:"), usual);
    assert_eq!(lines(&ignore, "variants:"), [0; 0]);
    assert_eq!(lines(&ignore, "en:"), [16, 20, 22]);
    assert_eq!(lines(&ignore, "es:"), [6, 10, 12]);
    assert_eq!(lines(&ignore, "body:"), [11, 13, 16, 20, 22]);
    assert_eq!(lines(&ignore, "text: Your"), [11, 13, 16, 20, 22]);
    assert_eq!(lines(&ignore, "buttons:"), [6, 16, 20, 22]);
    assert_eq!(lines(&ignore, "- type"), [6, 13, 16, 20, 22]);
    assert_eq!(lines(&ignore, "text: '*No"), [6, 10, 16, 20, 22]);
    // Other comments and empty lines may stand between.
    assert_eq!(lines(&format!("{ignore}\n\n# as the shop says"), "es:"), [6, 10, 12]);
    assert_eq!(lines(&format!("# walint: file-ignore[{all}] so"), "text: '*No"), [0; 0]);
}

#[test]
fn a_comment_behind_a_value_is_about_its_line() {
    let with = |body: &str| {
        let text = format!("name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n{body}");
        told(&text).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    let comment = "# walint: ignore[variables/edge] so agreed";
    let text = "Your order has been packed and is ready for {{1}}";
    assert_eq!(with(&format!("      text: {text} {comment}\n      example: [Ana]\n")), [""; 0]);
    assert_eq!(with(&format!("      text: {text} #walint:ignore[variables/edge]so\n      example: [Ana]\n")), [""; 0]);
    // The block that the line opens, and a text of several lines that ends on it.
    assert_eq!(with(&format!("      text: |  {comment}\n        {text}\n      example: [Ana]\n")), [""; 0]);
    assert_eq!(
        with(&format!(
            "      text: \"{{{{1}}}} is\n        ready, and all packed for you\"  {comment}\n      example: [It]\n"
        )),
        [""; 0]
    );
    // In flow style, and another line.
    assert_eq!(with(&format!("      {{text: \"{text}\", {comment}\n      example: [Ana]}}\n")), [""; 0]);
    let other = with(&format!("      text: {text}\n      example: [Ana] {comment}\n"));
    assert_eq!(other, ["variables/edge", "suppression/unused"]);
}

#[test]
fn what_only_looks_like_a_comment_silences_nothing() {
    let text = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: |\n        # walint: ignore[variables/edge] no\n        Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";
    assert!(told(text).iter().any(|(rule, _)| *rule == "variables/edge"));
    let json = "{\"name\": \"a\", # walint: file-ignore[syntax/strict-json] no\n \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [{\"type\": \"BODY\", \"text\": \"Your order has been packed and is ready now.\"}]}";
    let report = check(vec![Source::new("a.json", json.into())], &Settings::default());
    assert!(report.findings.iter().any(|finding| finding.rule.id == "syntax/strict-json"));
}

#[test]
fn what_was_not_looked_for_is_not_called_unused() {
    let text = template("# walint: ignore[header, identity/duplicate, variants] so agreed", "name:");
    assert_eq!(told(&text).iter().filter(|(rule, _)| rule.starts_with("suppression")).count(), 1);
    let select = ["suppression", "variables"].map(|name| walint::Selector::parse(name).unwrap()).to_vec();
    let settings = Settings { select, ..Settings::default() };
    let report = check(vec![Source::new("a.yaml", text.clone().into_bytes())], &settings);
    assert!(report.findings.iter().all(|finding| finding.rule.id == "variables/edge"));
    let broken = format!("{text}---\na: [\n");
    assert!(told(&broken).iter().all(|(rule, _)| *rule != "suppression/unused"));
}

#[test]
fn hidden_findings_are_counted_and_not_told() {
    let summary = run(&template("# walint: ignore[variables/edge] so agreed", "body:")).summary();
    let usual = run(&template("# nothing", "body:")).summary();
    assert_eq!((summary.suppressed, summary.errors), (1, usual.errors - 1));
}

/// The text with the first safe fix of the family applied, until there is none.
fn fixed(text: &str) -> String {
    let mut text = text.to_owned();
    loop {
        let report = run(&text);
        let fixes = report.findings.iter().filter(|finding| finding.rule.family() == "suppression");
        let Some(fix) = fixes.flat_map(|finding| &finding.fixes).next() else { return text };
        for edit in &fix.edits {
            text.replace_range(edit.place.span.range(), &edit.text);
        }
    }
}

#[test]
fn fixes_take_out_what_is_of_no_use_and_nothing_else() {
    let usual = template("    # nothing", "body:");
    for (comment, wanted) in [
        ("# walint: ignore[header]\n    # nothing", "# nothing"),
        ("# nothing # walint: ignore[header]", "# nothing # walint: ignore[header]"),
        ("# walint: ignore[header, weather, variables/edge] so", "# walint: ignore[variables/edge] so"),
        ("# walint: ignore[variables/edge, header , weather] so", "# walint: ignore[variables/edge] so"),
        ("# walint: ignore[variables/egde] so", "# walint: ignore[variables/edge] so"),
    ] {
        let with = |comment: &str| usual.replacen("    # nothing", &format!("    {comment}"), 1);
        assert_eq!(fixed(&with(comment)), with(wanted), "{comment}");
    }
    let crlf = usual.replace("# nothing", "# walint: ignore[header]").replace('\n', "\r\n");
    assert_eq!(fixed(&crlf), usual.replace("    # nothing\n", "").replace('\n', "\r\n"));
    let trailing = usual.replace("category: UTILITY", "category: UTILITY   # walint: ignore[header]");
    assert_eq!(fixed(&trailing), usual);
}

proptest! {
    /// Wherever a comment stands, what it hides and what is told make up the whole.
    #[test]
    fn nothing_is_lost(line in 0usize..22, file in any::<bool>(), names in prop::sample::subsequence(vec!["variables/edge", "formatting", "buttons/label-length", "links", "x/y"], 1..4)) {
        let plain = template("# nothing", "name:");
        let order = if file { "file-ignore" } else { "ignore" };
        let mut lines: Vec<String> = plain.lines().map(str::to_owned).collect();
        lines.insert(line, format!("# walint: {order}[{}] so", names.join(", ")));
        let report = run(&(lines.join("\n") + "\n"));
        let told = report.findings.iter().filter(|finding| finding.rule.family() != "suppression").count();
        prop_assert_eq!(told + report.suppressed.len(), run(&plain).findings.len());
        prop_assert!(report.suppressed.iter().all(|finding| names.contains(&finding.rule.id) || names.contains(&finding.rule.family())));
    }
}

#[test]
fn many_comments_cost_no_more_than_their_number() {
    let stacked = |count: usize| {
        let comments = "    # walint: ignore[variables/edge, varables]\n".repeat(count);
        format!("name: a_b\ncategory: UTILITY\nvariants:\n  en:\n{comments}    body: Your order is ready, {{{{1}}}}\n")
    };
    let time = |text: String| {
        let start = std::time::Instant::now();
        assert!(!run(&text).suppressed.is_empty());
        start.elapsed().as_secs_f64()
    };
    time(stacked(500));
    let (few, many) = (time(stacked(1500)), time(stacked(12_000)));
    assert!(many < 8.0 * 5.0 * few.max(0.002), "{few} s for 1,500 comments, {many} s for 12,000");
}
