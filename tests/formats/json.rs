//! SARIF and GitLab's report, held against their schemas and against the report they were made of.

use std::collections::BTreeSet;

use serde_json::Value;
use walint::{Report, Severity};

use super::{all_that_is_wrong, all_that_means_harm, report_on, schema, written};

fn valid(report: &Report, format: &str, schema_name: &str) -> Value {
    let value: Value = serde_json::from_str(&written(report, format)).unwrap();
    let schema: Value = serde_json::from_str(&schema(schema_name)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    value
}

fn sarif(report: &Report) -> Value {
    valid(report, "sarif", "sarif-2.1.0.json")
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

#[test]
fn the_schemas_refuse_what_is_wrong() {
    for (name, wrong) in [
        (
            "sarif-2.1.0.json",
            r#"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "columnKind": "bytes"}]}"#,
        ),
        ("gitlab-code-quality.json", r#"[{"description": "x"}]"#),
    ] {
        let schema: Value = serde_json::from_str(&schema(name)).unwrap();
        assert!(!jsonschema::is_valid(&schema, &serde_json::from_str(wrong).unwrap()), "{name}");
    }
}

/// The bytes of a region whose columns count characters, as its `columnKind` says.
fn bytes_of(text: &str, region: &Value) -> std::ops::Range<usize> {
    let number = |key: &str| usize::try_from(region[key].as_u64().unwrap()).unwrap();
    let at = |line: usize, column: usize| {
        // Lines end as `newlineSequences` says.
        let mut start = 0;
        for _ in 1..line {
            let rest = &text[start..];
            let end = rest.find(['\n', '\r']).unwrap();
            start += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        }
        start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    at(number("startLine"), number("startColumn"))..at(number("endLine"), number("endColumn"))
}

#[test]
fn sarif_regions_and_fixes_are_what_they_say_in_characters() {
    let mut report = all_that_is_wrong();
    let lines = "name: ab\r\ncategory: utility\rvariants:\n  en-US: {header: 'नमस्ते 🎉👩‍👧', body: '你好 🎉 **b** x'}\r\n";
    let marked = [b"\xEF\xBB\xBF", lines.as_bytes()].concat();
    for report in [&mut report, &mut report_on(&[("a.yaml", lines.as_bytes()), ("b.yaml", &marked)])] {
        let log = sarif(report);
        assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
        assert_eq!(results(&log).len(), report.findings.len());
        let mut fixes = 0;
        for (result, finding) in results(&log).iter().zip(&report.findings) {
            let text = report.source(finding.place.file).unwrap().text();
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!(bytes_of(text, region), finding.place.span.range(), "{result}");
            assert_eq!(result["fixes"].as_array().map_or(0, Vec::len), finding.fixes.len());
            for (written, fix) in result["fixes"].as_array().into_iter().flatten().zip(&finding.fixes) {
                let changes = written["artifactChanges"].as_array().unwrap();
                let replacements: Vec<&Value> =
                    changes.iter().flat_map(|change| change["replacements"].as_array().unwrap()).collect();
                assert_eq!(replacements.len(), fix.edits.len());
                for (replacement, edit) in replacements.iter().zip(&fix.edits) {
                    let text = report.source(edit.place.file).unwrap().text();
                    assert_eq!(bytes_of(text, &replacement["deletedRegion"]), edit.place.span.range());
                    assert_eq!(replacement["insertedContent"]["text"], *edit.text);
                    fixes += 1;
                }
            }
        }
        assert!(fixes > 0);
    }
}

#[test]
fn sarif_names_its_rules_and_explains_them() {
    let log = sarif(&all_that_is_wrong());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let mut fingerprints = BTreeSet::new();
    for result in results(&log) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(fingerprints.insert(result["partialFingerprints"]["walint/v1"].as_str().unwrap()), "{result}");
    }
    for rule in rules {
        for text in ["/help/text", "/help/markdown", "/shortDescription/text", "/fullDescription/text"] {
            let text = rule.pointer(text).and_then(Value::as_str).unwrap();
            assert!(!text.is_empty() && !text.contains(['⟦', '⟧']) && !text.contains(".md)"), "{text}");
        }
        assert!(rule["helpUri"].as_str().is_none_or(|uri| uri.starts_with("https://")), "{rule}");
    }
}

#[test]
fn sarif_says_what_was_not_checked() {
    let log = sarif(&all_that_means_harm());
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notifications = invocation["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(notifications.len(), 1, "{invocation}");
    assert_eq!(
        notifications[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "%0D%3A%3Aerror%3A%3Alatin.yaml"
    );
    let clean = sarif(&report_on(&[("a.yaml", include_bytes!("../../templates/utility/order_shipped.yaml"))]));
    assert_eq!(clean["runs"][0]["invocations"][0]["executionSuccessful"], true);
    assert!(results(&clean).is_empty());
}

#[test]
fn sarif_uris_give_the_paths_back() {
    let report = all_that_means_harm();
    for (result, finding) in results(&sarif(&report)).iter().zip(&report.findings) {
        let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let uri = artifact["uri"].as_str().unwrap();
        assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{uri}");
        assert_eq!(decoded(uri), report.source(finding.place.file).unwrap().path());
        assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
    }
}

fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [*rest.next().unwrap(), *rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn gitlab_gets_one_issue_with_its_own_fingerprint_for_each_finding() {
    for report in [all_that_is_wrong(), all_that_means_harm()] {
        let issues = valid(&report, "gitlab", "gitlab-code-quality.json");
        let issues = issues.as_array().unwrap();
        let fingerprints: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        assert_eq!((issues.len(), fingerprints.len()), (report.findings.len(), report.findings.len()));
        for (issue, finding) in issues.iter().zip(&report.findings) {
            let severity = match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Note => "info",
            };
            assert_eq!((&issue["severity"], &issue["check_name"]), (&severity.into(), &finding.rule.id.into()));
        }
    }
    assert_eq!(valid(&report_on(&[]), "gitlab", "gitlab-code-quality.json"), Value::Array(Vec::new()));
}
