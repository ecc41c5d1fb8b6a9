//! Whether a text is worse after a fix than before it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::Report;
use crate::finding::{FileId, Severity};
use crate::rules::File;
use crate::syntax::{NodeKind, Tree};

use super::track::Replacement;

/// Why a fix is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// An error of that rule would be new.
    NewError(&'static str),
    /// Less of the file could be read.
    Unreadable,
    /// Something would change that the fix is not about.
    Elsewhere,
    /// So many fixes do harm together that this one was not tried by itself.
    Untried,
}

/// What counts against a run: its errors by file and rule, and what could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    errors: BTreeMap<(FileId, &'static str), usize>,
    /// Files that were not read to their end, with the number of problems of each file that has any.
    incomplete: BTreeMap<FileId, bool>,
    problems: BTreeMap<FileId, usize>,
    failures: usize,
}

impl Standing {
    /// Of the run behind a report.
    pub fn of(report: &Report) -> Self {
        let mut standing = Self { failures: report.failures.len(), ..Self::default() };
        for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Error) {
            *standing.errors.entry((finding.place.file, finding.rule.id)).or_default() += 1;
        }
        for file in &report.files {
            standing.incomplete.insert(file.id, !file.complete);
            standing.problems.insert(file.id, file.problems.len());
        }
        standing
    }

    /// What is worse in a later run over the same files.
    pub fn harm(&self, later: &Self) -> Option<Harm> {
        let was_incomplete = |file: &FileId| self.incomplete.get(file).copied().unwrap_or_default();
        let unreadable = later.incomplete.iter().any(|(file, incomplete)| *incomplete && !was_incomplete(file))
            || later.problems.iter().any(|(file, count)| self.problems.get(file).is_none_or(|before| count > before))
            || later.failures > self.failures;
        if unreadable {
            return Some(Harm::Unreadable);
        }
        let new = later.errors.iter().find(|(key @ (file, _), count)| {
            // What was hidden in a file that could not be read is no fault of the fix that makes it readable.
            let revealed = was_incomplete(file) && later.incomplete.get(file) == Some(&false);
            !revealed && self.errors.get(key).copied().unwrap_or_default() < **count
        });
        new.map(|((_, rule), _)| Harm::NewError(rule))
    }
}

/// Whether a file differs from what it was in more than the replaced bytes say: every value they do not touch is
/// there as before, and everything is where it was in the tree, unless it was taken out as a whole.
pub fn differs_elsewhere(before: &File, after: &File, replacements: &[Replacement<'_>]) -> bool {
    if !before.complete {
        return false; // There is nothing whole to compare with.
    }
    let kept: Vec<_> =
        before.tree.iter().filter(|(id, _)| !is_removed(before.tree.span(*id).range(), replacements)).collect();
    if kept.len() != after.tree.iter().count() || before.tree.comments().len() != after.tree.comments().len() {
        return true;
    }
    kept.iter().zip(after.tree.iter()).any(|((_, old), (_, new))| match (&old.kind, &new.kind) {
        (NodeKind::Scalar { value: old_value, .. }, NodeKind::Scalar { value: new_value, .. }) => {
            old_value != new_value && !is_touched(old.span.range(), replacements)
        }
        (NodeKind::Mapping(_), NodeKind::Mapping(_)) | (NodeKind::Sequence(_), NodeKind::Sequence(_)) => false,
        _ => true,
    }) || depths(&before.tree, replacements) != depths(&after.tree, &[])
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
