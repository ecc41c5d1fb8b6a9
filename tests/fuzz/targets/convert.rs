//! Conversion: what is converted is read back as what it was, and there and back changes nothing.

use walint::convert::{
    Node, Written, for_submission, in_one, read, reads_back, to_authoring, to_graph, write_json, write_yaml,
};
use walint::finding::{FileId, Outcome};
use walint::rules::File;
use walint::{Finding, Settings, Severity, check};

use super::shared::{file, is_inside, source};

/// Refused with a place, or converted without loss.
pub fn run(bytes: &[u8]) {
    let file = file(bytes);
    let written = match read(&file) {
        Ok(written) => written,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| is_inside(&file.source, refusal.span, &refusal.message));
            return;
        }
    };
    let Some(requests) = graph(&written) else { return };
    requests.iter().for_each(|request| drop(for_submission(request)));
    let Some(whole) = in_one(requests.clone()) else { return };
    let mut json = Vec::new();
    write_json(&whole, &mut json);
    serde_json::from_slice::<serde_json::Value>(&json).expect("JSON");
    // There and back is for templates that walint has nothing serious to say about. A file that says something twice is
    // not read back, and then the command writes nothing.
    if has_errors(bytes) || !reads_back("b.json", &json, &requests) {
        return;
    }
    let there = self::file(&json);
    let Some(people) = read(&there).ok().and_then(|written| to_authoring(&written).ok()) else { return };
    let mut yaml = Vec::new();
    write_yaml(&people, &mut yaml);
    if !reads_back("b.yaml", &yaml, &people) {
        return;
    }
    let again = File::read(FileId::default(), walint::Source::new("b.yaml", yaml), true);
    let back = graph(&read(&again).expect("what reads back can be read")).expect("and be converted");
    let mut out = Vec::new();
    write_json(&in_one(back).expect("no request is lost"), &mut out);
    assert_eq!(String::from_utf8_lossy(&out), String::from_utf8_lossy(&json));
}

/// Of templates that Meta has approved errors are told as warnings, and are what they are all the same.
fn has_errors(bytes: &[u8]) -> bool {
    let report = check(vec![source(bytes)], &Settings::default());
    let is_error = |finding: &Finding| finding.severity == Severity::Error || finding.outcome == Outcome::ApiRejection;
    report.summary().unchecked > 0 || report.findings.iter().any(is_error)
}

fn graph(written: &[Written]) -> Option<Vec<Node>> {
    let mut requests = Vec::new();
    for template in written {
        requests.extend(to_graph(template).ok()?);
    }
    Some(requests)
}
