//! Which of the offered fixes are tried in a round.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::Report;
use crate::finding::{Applicability, Edit, FileId, Finding, Fix};
use crate::rules::Entry;

use super::track::Replacement;

/// A fix that is tried.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The file it changes.
    pub file: FileId,
    /// The rule whose finding it puts right.
    pub rule: &'static str,
    /// What it does.
    pub title: String,
    /// Ascending, without overlaps.
    pub edits: Vec<Edit>,
}

/// The fixes of a report that may be applied together: of two that want the same bytes the first wins, and the
/// other has its turn in the next round.
pub fn choose(report: &Report, rules: &[Entry], allowed: Applicability) -> Vec<Offer> {
    let mut taken: BTreeMap<FileId, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut chosen = Vec::new();
    let selected = |finding: &&Finding| rules.iter().any(|entry| entry.metadata.id == finding.rule.id);
    for finding in report.findings.iter().filter(selected) {
        let Some(offer) = best(finding, allowed).and_then(|fix| offer(report, finding, fix)) else { continue };
        let taken = taken.entry(offer.file).or_default();
        let ranges = || offer.edits.iter().map(|edit| edit.place.span.range());
        if ranges().all(|range| is_free(taken, &range)) {
            taken.extend(ranges().map(|range| (range.start, range.end)));
            chosen.push(offer);
        }
    }
    chosen
}

/// The replacements of all these fixes, ascending. They must have been chosen together.
pub fn replacements<'o>(offers: impl IntoIterator<Item = &'o Offer>) -> Vec<Replacement<'o>> {
    let edits = offers.into_iter().flat_map(|offer| &offer.edits);
    let mut all: Vec<_> = edits.map(|edit| (edit.place.span.range(), edit.text.as_str())).collect();
    all.sort_by_key(|(range, _)| range.start);
    all
}

/// A fix that keeps the meaning comes before one that does not.
fn best(finding: &Finding, allowed: Applicability) -> Option<&Fix> {
    let of = |wanted: Applicability| finding.fixes.iter().find(move |fix| fix.applicability == wanted);
    of(Applicability::Safe).or_else(|| of(Applicability::Unsafe).filter(|_| allowed == Applicability::Unsafe))
}

/// The fix, if it changes one file that was read to its end, and says of no byte two things.
fn offer(report: &Report, finding: &Finding, fix: &Fix) -> Option<Offer> {
    let file = fix.edits.first()?.place.file;
    let source = report.source(file).filter(|source| source.trouble().is_none())?;
    let mut edits = fix.edits.clone();
    edits.retain(|edit| source.slice(edit.place.span) != edit.text);
    edits.sort_by_key(|edit| edit.place.span);
    edits.dedup_by(|later, earlier| later.place == earlier.place && later.text == earlier.text);
    let here = edits.iter().all(|edit| edit.place.file == file && fits(source.text(), &edit.place.span.range()));
    let apart = edits.windows(2).all(|pair| pair[0].place.span.end <= pair[1].place.span.start);
    (here && apart && !edits.is_empty()).then(|| Offer { file, rule: finding.rule.id, title: fix.title.clone(), edits })
}

fn fits(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some()
}

/// Whether no edit is in the range or touches it: what stands beside an edit is part of how it was written.
fn is_free(taken: &BTreeMap<usize, usize>, range: &Range<usize>) -> bool {
    taken.range(..=range.end).next_back().is_none_or(|(_, &end)| end < range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_a_taken_range_is_not_free() {
        let taken = BTreeMap::from([(3, 5), (9, 9)]);
        for (range, free) in [(0..2, true), (0..3, false), (4..4, false), (5..6, false), (6..8, true), (9..12, false)] {
            assert_eq!(is_free(&taken, &range), free, "{range:?}");
        }
    }
}
