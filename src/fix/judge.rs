//! Whether a text is worse after a fix than before it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::Report;
use crate::finding::{Edit, FileId, Severity};
use crate::rules::File;
use crate::syntax::{NodeKind, Tree};

use super::choose::{Offer, replacements};
use super::track::Replacement;

/// Why a fix is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    /// An error of that rule would be new.
    NewError(&'static str),
    /// Less of the file could be read, or more of it wrongly.
    Unreadable,
    /// Something would change that the fix is not about.
    Elsewhere,
    /// The same would have to be done to what it writes, and again to that.
    Again,
    /// It was not tried: so many fixes do harm together, or each makes room for another so often.
    Untried,
}

/// What counts against a run, file by file.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    files: Vec<FileStanding>,
    /// Rules that failed by themselves.
    failures: usize,
}

#[derive(Clone, Debug, Default)]
struct FileStanding {
    incomplete: bool,
    /// As YAML or JSON.
    problems: usize,
    /// By rule.
    errors: BTreeMap<&'static str, usize>,
}

impl Standing {
    /// Of the run behind a report.
    pub fn of(report: &Report) -> Self {
        let of_file = |file: &File| FileStanding {
            incomplete: !file.complete,
            problems: file.problems.len(),
            errors: BTreeMap::new(),
        };
        let mut files: Vec<FileStanding> = report.files.iter().map(of_file).collect();
        for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Error) {
            if let Some(file) = files.get_mut(finding.place.file.0 as usize) {
                *file.errors.entry(finding.rule.id).or_default() += 1;
            }
        }
        Self { files, failures: report.failures.len() }
    }

    /// What is worse in a later run over the same files, and in which of them.
    pub fn harm(&self, later: &Self) -> Option<(Harm, FileId)> {
        let mut pairs = (0..).map(FileId).zip(self.files.iter().zip(&later.files));
        let harmed = pairs.find_map(|(file, (before, after))| Some((before.harm(after)?, file)));
        harmed.or_else(|| (later.failures > self.failures).then_some((Harm::Unreadable, FileId::default())))
    }
}

impl FileStanding {
    fn harm(&self, later: &Self) -> Option<Harm> {
        if (later.incomplete && !self.incomplete) || later.problems > self.problems {
            return Some(Harm::Unreadable);
        }
        if self.incomplete && !later.incomplete {
            // What was hidden before is no fault of the fix that shows it.
            return None;
        }
        let before = |rule| self.errors.get(rule).copied().unwrap_or_default();
        later.errors.iter().find(|(rule, count)| **count > before(**rule)).map(|(rule, _)| Harm::NewError(rule))
    }
}

/// Whether a fix writes more than it replaces, and its rule asks for the same there once more: without end, and each time
/// longer.
pub fn has_no_end(offers: &[Offer], later: &Report) -> bool {
    let replacements = replacements(offers);
    let written = |edit: &Edit| {
        let start = edit.place.span.range().start;
        let before = replacements.iter().take_while(|(range, _)| range.start < start);
        let (gone, come) = before.fold((0, 0), |(gone, come), (range, new)| (gone + range.len(), come + new.len()));
        start - gone + come..start - gone + come + edit.text.len()
    };
    offers.iter().any(|offer| {
        let grows = offer.edits.iter().any(|edit| edit.text.len() > edit.place.span.range().len());
        let again = later.findings.iter().filter(|finding| finding.rule.id == offer.rule);
        let mut again = again.flat_map(|finding| &finding.fixes).flat_map(|fix| &fix.edits);
        grows
            && again.any(|edit| {
                let range = edit.place.span.range();
                offer.edits.iter().map(written).any(|written| written.start < range.end && range.start < written.end)
            })
    })
}

/// Whether a file differs from what it was in more than the replaced bytes say: every value they do not touch is
/// there as before, and everything is where it was in the tree, unless it was taken out as a whole.
pub fn differs_elsewhere(before: &File, after: &File, replacements: &[Replacement<'_>]) -> bool {
    if !before.complete {
        return false; // There is nothing whole to compare with.
    }
    let kept: Vec<_> =
        before.tree().iter().filter(|(id, _)| !is_removed(before.tree().span(*id).range(), replacements)).collect();
    // What YAML took for a comment may have been meant as text, and then an edit holds it.
    let is_rewritten = |comment: Range<usize>| {
        from(comment.start, replacements)
            .take_while(|(range, _)| range.start <= comment.start)
            .any(|(range, _)| comment.end <= range.end)
    };
    let comments = before.tree().comments().iter().filter(|comment| !is_rewritten(comment.span.range())).count();
    if kept.len() != after.tree().iter().count() || comments != after.tree().comments().len() {
        return true;
    }
    kept.iter().zip(after.tree().iter()).any(|((_, old), (_, new))| match (&old.kind, &new.kind) {
        (NodeKind::Scalar { value: old_value, .. }, NodeKind::Scalar { value: new_value, .. }) => {
            old_value != new_value && !is_touched(old.span.range(), replacements)
        }
        (NodeKind::Mapping(_), NodeKind::Mapping(_)) | (NodeKind::Sequence(_), NodeKind::Sequence(_)) => false,
        _ => true,
    }) || depths(before.tree(), replacements) != depths(after.tree(), &[])
}

/// How deep each node lies, in the order of the file.
fn depths(tree: &Tree, removed: &[Replacement<'_>]) -> Vec<usize> {
    let mut depths = Vec::new();
    let mut open: Vec<_> = tree.documents().iter().rev().map(|&root| (root, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        if is_removed(tree.span(id).range(), removed) {
            continue;
        }
        depths.push(depth);
        match &tree.node(id).kind {
            NodeKind::Mapping(entries) => {
                open.extend(entries.iter().rev().flat_map(|&(key, value)| [(value, depth + 1), (key, depth + 1)]));
            }
            NodeKind::Sequence(items) => open.extend(items.iter().rev().map(|&item| (item, depth + 1))),
            NodeKind::Scalar { .. } => {}
        }
    }
    depths
}

/// The first replacement that ends at or behind an offset; they ascend.
fn from<'e, 'r>(offset: usize, replacements: &'e [Replacement<'r>]) -> impl Iterator<Item = &'e Replacement<'r>> {
    replacements[replacements.partition_point(|(range, _)| range.end < offset)..].iter()
}

fn is_removed(node: Range<usize>, replacements: &[Replacement<'_>]) -> bool {
    from(node.start, replacements).take_while(|(range, _)| range.start <= node.start).any(|(range, new)| {
        new.is_empty() && range.len() > node.len() && range.end >= node.end && range.end > node.start
    })
}

fn is_touched(node: Range<usize>, replacements: &[Replacement<'_>]) -> bool {
    from(node.start, replacements).next().is_some_and(|(range, _)| range.start <= node.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::finding::Place;
    use crate::input::Source;
    use crate::settings::Settings;
    use crate::syntax::Span;

    #[test]
    fn what_asks_for_itself_again_has_no_end() {
        let (before, value) = ("name: a\nbody: ", "\"Hi\" you");
        let place = Place { file: FileId(0), span: Span::new(before.len(), before.len() + value.len()) };
        let has_no_end = |text: &str| {
            let edits = vec![Edit { place, text: text.to_owned() }];
            let offer = Offer { file: FileId(0), rule: "syntax/text-after-quote", title: String::new(), edits };
            let later = Source::new("a.yaml", format!("{before}{text}\n").into_bytes());
            has_no_end(&[offer], &check(vec![later], &Settings::default()))
        };
        assert!(has_no_end("\"\"Hi\" you\" all"));
        assert!(!has_no_end("\"Hi\" y"), "it comes to an end some day");
        assert!(!has_no_end("'\"Hi\" you'"));
    }
}
