//! One name per finding of a run.

use std::collections::HashMap;

use crate::check::Report;
use crate::finding::fingerprint;

/// The fingerprint of each finding, in their order. Findings that agree in everything but their place are told
/// apart by counting them, so no two of a run are the same.
pub fn fingerprints(report: &Report) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |finding| {
        let marked = report.marked(finding);
        let nth = seen.entry(fingerprint(finding, marked, 0)).or_insert(0);
        let print = fingerprint(finding, marked, *nth);
        *nth += 1;
        print
    };
    report.findings.iter().map(name).collect()
}
