//! `# walint: ignore[...]`: findings that the author of a file has looked at and wants to keep.

use std::collections::{BTreeMap, HashMap};

use crate::config::Level;
use crate::finding::{FileId, Finding, Severity};
use crate::rules::{self, File, Metadata};
use crate::settings::Selector;
use crate::syntax::Span;

use super::directive::{self, Slip};
use super::scope::Outline;

/// A comment for walint.
#[derive(Debug)]
pub struct Ignore {
    /// The comment, with its `#`.
    pub comment: Span,
    /// What it asks for.
    pub asked: Result<Asked, Slip>,
}

/// What a comment asks for.
#[derive(Debug)]
pub struct Asked {
    /// Where findings have to start to be silenced; nothing where no value follows the comment.
    scope: Option<Span>,
    /// The rules and families.
    pub names: Vec<Named>,
    /// Whether it says why.
    pub reason: bool,
}

/// A rule or family that a comment names.
#[derive(Debug)]
pub struct Named {
    /// Its name in the comment.
    pub span: Span,
    /// What it stands for; nothing where there is no such rule or family.
    pub selector: Option<Selector>,
    /// How many findings it silenced.
    pub silenced: usize,
    /// The worst of them.
    pub worst: Option<Severity>,
    /// Whether all of its rules have looked here, so that it is known to be of no use where it silenced nothing.
    pub judged: bool,
}

/// The comments for walint in a file. JSON has no comments.
pub fn read(file: &File) -> Vec<Ignore> {
    if file.source.is_json() {
        return Vec::new();
    }
    let mut outline = None;
    let comments = file.tree().comments().iter().filter_map(|comment| {
        let asked = directive::read(file.source.slice(comment.span))?.map(|directive| {
            let scope = match directive.file {
                true => Some(Span::new(0, file.source.text().len())),
                false => outline.get_or_insert_with(|| Outline::new(file)).of(comment.span),
            };
            let start = comment.span.range().start;
            let named = |name: std::ops::Range<usize>| {
                let span = Span::new(start + name.start, start + name.end);
                let selector = Selector::find(file.source.slice(span));
                Named { span, selector, silenced: 0, worst: None, judged: false }
            };
            Asked { scope, names: directive.names.into_iter().map(named).collect(), reason: directive.reason }
        });
        Some(Ignore { comment: comment.span, asked })
    });
    comments.collect()
}

/// Takes the findings out that the comments of the run silence, and gives them back. Of several comments about one
/// finding, the one that starts last silences it.
pub fn silence(findings: &mut Vec<Finding>, ignores: &mut BTreeMap<FileId, Vec<Ignore>>) -> Vec<Finding> {
    if ignores.is_empty() {
        return Vec::new();
    }
    findings.sort_by_key(|finding| (finding.place.file, finding.place.span.start));
    let mut silencers: HashMap<FileId, Silencers> =
        ignores.iter().map(|(file, ignores)| (*file, Silencers::new(ignores))).collect();
    let is_silenced = |finding: &mut Finding| {
        let file = finding.place.file;
        let (Some(silencers), Some(ignores)) = (silencers.get_mut(&file), ignores.get_mut(&file)) else { return false };
        let at = finding.place.span.start;
        let of = [finding.rule.id, finding.rule.family()];
        let Some((ignore, name)) = of.into_iter().find_map(|name| silencers.at(name, at)) else { return false };
        if let Some(named) = ignores[ignore].asked.as_mut().ok().and_then(|asked| asked.names.get_mut(name)) {
            named.silenced += 1;
            named.worst = named.worst.max(Some(finding.severity));
        }
        true
    };
    findings.extract_if(.., is_silenced).collect()
}

/// The places where each name silences, as findings pass by in their order.
#[derive(Default)]
struct Silencers(HashMap<String, Places>);

#[derive(Default)]
struct Places {
    /// By start; with the index of the comment and of the name in it.
    all: Vec<(Span, usize, usize)>,
    next: usize,
    open: Vec<(Span, usize, usize)>,
}

impl Silencers {
    fn new(ignores: &[Ignore]) -> Self {
        let mut silencers = Self::default();
        for (index, ignore) in ignores.iter().enumerate() {
            let Ok(Asked { scope: Some(scope), names, .. }) = &ignore.asked else { continue };
            for (nth, named) in names.iter().enumerate() {
                if let Some(selector) = &named.selector {
                    silencers.0.entry(selector.name().to_owned()).or_default().all.push((*scope, index, nth));
                }
            }
        }
        for places in silencers.0.values_mut() {
            places.all.sort_by_key(|(scope, ..)| (scope.start, std::cmp::Reverse(scope.end)));
        }
        silencers
    }

    /// The comment, and the name in it, that silences at a place. Places are asked for in ascending order.
    fn at(&mut self, name: &str, at: u32) -> Option<(usize, usize)> {
        let places = self.0.get_mut(name)?;
        while let Some(place) = places.all.get(places.next).filter(|(scope, ..)| scope.start <= at) {
            places.open.push(*place);
            places.next += 1;
        }
        while places.open.last().is_some_and(|(scope, ..)| scope.end < at) {
            places.open.pop();
        }
        places.open.last().map(|(_, ignore, nth)| (*ignore, *nth))
    }
}

/// Rules and families whose findings depend on what else is in the run: that they say nothing now proves nothing.
const OVER_FILES: &[&str] = &[
    "category/variants-differ",
    "identity/duplicate",
    "identity/template-count",
    "journey/category",
    "journey/close-together",
    "journey/free-form",
    "journey/just-outside",
    "journey/one-message-sooner",
    "journey/parameters",
    "journey/paused-market",
    "journey/payment-method",
    "journey/template",
    "media/duplicate",
    "media/unreferenced",
    "policy/duplicate-content",
    "variants",
];

/// Whether what a rule finds in a file depends on other files.
pub fn is_over_files(rule: &str) -> bool {
    OVER_FILES.iter().any(|name| rule.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Notes which names were looked for wholly in a file, by rules that took part and were not off there.
pub fn judge(
    ignores: &mut [Ignore],
    took_part: impl Fn(&Metadata) -> bool,
    mut level: impl FnMut(&Metadata) -> Option<Level>,
) {
    let mut judged = |rule: &Metadata| !is_over_files(rule.id) && took_part(rule) && level(rule) != Some(Level::Off);
    for named in ignores.iter_mut().filter_map(|ignore| ignore.asked.as_mut().ok()).flat_map(|asked| &mut asked.names) {
        let Some(selector) = &named.selector else { continue };
        let mut covered = rules::all().iter().map(|entry| entry.metadata).filter(|rule| selector.covers(rule));
        named.judged = covered.all(&mut judged);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn rules_over_files_are_known() {
        for entry in rules::all() {
            let rule = entry.metadata;
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules").join(rule.id.replace('-', "_"));
            let code = fs::read_to_string(file.with_extension("rs")).unwrap();
            let looks_at_several = ["fn group(", "fn run("].iter().any(|level| code.contains(level));
            assert_eq!(looks_at_several, is_over_files(rule.id), "{}", rule.id);
        }
    }
}
