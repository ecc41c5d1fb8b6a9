//! Fixes: none brings an error, a second run finds nothing to do, and only what is told has changed.

use std::collections::BTreeMap;

use walint::finding::Applicability;
use walint::fix::{Change, Fixed, Harm, fix, unified};
use walint::{Report, Settings, Severity, check};

use super::shared::{is_sound, source};

/// For fixes that keep the meaning, and for all.
pub fn run(bytes: &[u8]) {
    let before = check(vec![source(bytes)], &settings());
    for allowed in [Applicability::Safe, Applicability::Unsafe] {
        let fixed = fixed(bytes, allowed);
        is_sound(&fixed.report);
        keeps_its_promises(&before, &fixed);
        let after = fixed.report.files[0].source.whole();
        // A search that was broken off says so, and asks to be run again.
        if fixed.refused.iter().all(|refused| refused.harm != Harm::Untried) && !fixed.changes.is_empty() {
            let again = self::fixed(after.as_bytes(), allowed);
            assert!(again.changes.is_empty(), "a second run changes more:\n{after}\n---\n{}", again.changes[0].after);
        }
    }
}

fn settings() -> Settings {
    Settings { named: ["a.yaml".to_owned(), "a.json".to_owned()].into(), ..Settings::default() }
}

fn fixed(bytes: &[u8], allowed: Applicability) -> Fixed {
    fix(vec![source(bytes)], &settings(), allowed)
}

fn keeps_its_promises(before: &Report, fixed: &Fixed) {
    let (was, is) = (&before.files[0], &fixed.report.files[0]);
    match &*fixed.changes {
        [] => assert_eq!(was.source.text(), is.source.text(), "changed, and not told"),
        [change] => {
            assert_eq!((&change.before, &change.after), (&was.source.whole(), &is.source.whole()));
            assert!(!change.applied.is_empty());
            assert_eq!(rebuilt(change), change.after, "something changed outside of the regions");
            drop(unified("a.yaml", change));
        }
        changes => panic!("{} changes in one file", changes.len()),
    }
    if was.complete {
        assert!(is.complete && is.problems.len() <= was.problems.len(), "the file reads worse than before");
        let known = errors(before);
        for (rule, count) in errors(&fixed.report) {
            assert!(count <= known.get(rule).copied().unwrap_or(0), "a new error: {rule}\n{}", is.source.text());
        }
    }
}

fn errors(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        *errors.entry(finding.rule.id).or_default() += 1;
    }
    errors
}

/// The original with nothing but the regions taken from the new text.
fn rebuilt(change: &Change) -> String {
    let (mut out, mut copied) = (String::new(), 0);
    for region in &change.regions {
        out.push_str(&change.before[copied..region.old.start]);
        out.push_str(&change.after[region.new.clone()]);
        copied = region.old.end;
    }
    out + &change.before[copied..]
}
