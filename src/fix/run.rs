//! Fixing a whole run: rounds of fixes, each checked before it counts, until no fix is left that does good.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::{Report, check};
use crate::finding::{Applicability, FileId};
use crate::input::Source;
use crate::settings::Settings;

use super::choose::{Offer, choose, replacements};
use super::judge::{Harm, Standing, differs_elsewhere, has_no_end};
use super::sift::{Sifted, sift};
use super::track::{Region, Track, apply};

/// More rounds than any fix needs that makes room for another; a bound for fixes that undo each other.
const ROUNDS: usize = 32;

/// What fixing a run came to.
#[derive(Debug)]
pub struct Fixed {
    /// What is left to say, about the texts as they are now.
    pub report: Report,
    /// The files that changed, in their order.
    pub changes: Vec<Change>,
    /// Fixes that were left out because they would do harm.
    pub refused: Vec<Refused>,
}

/// A file that changed.
#[derive(Debug)]
pub struct Change {
    /// Which.
    pub file: FileId,
    /// Its text before, with its byte order mark.
    pub before: String,
    /// Its text now, with its byte order mark.
    pub after: String,
    /// Where they differ.
    pub regions: Vec<Region>,
    /// What was done, in its order.
    pub applied: Vec<Applied>,
}

/// A kind of fix, and how often it was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rule whose findings it puts right.
    pub rule: &'static str,
    /// What it does.
    pub title: String,
    /// How often.
    pub count: usize,
}

/// A fix that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file it would have changed.
    pub file: FileId,
    /// The rule whose finding it would put right.
    pub rule: &'static str,
    /// What it would do.
    pub title: String,
    /// Why not.
    pub harm: Harm,
    /// How many fixes of that rule were left out of the file for that reason; what this one does stands for all.
    pub count: usize,
}

/// Applies the fixes of the rules that are asked for, until nothing more can be done without harm. All rules judge
/// the result, asked for or not.
pub fn fix(sources: Vec<Source>, settings: &Settings, allowed: Applicability) -> Fixed {
    let every_rule = Settings { select: Vec::new(), ignore: Vec::new(), ..settings.clone() };
    let rules = settings.rules();
    let mut report = check(sources, &every_rule);
    let mut files: BTreeMap<FileId, Progress> = BTreeMap::new();
    let mut refused = Vec::new();
    for round in 0..=ROUNDS {
        let mut offers = choose(&report, &rules, allowed);
        offers.retain(|offer| report.source(offer.file).is_some_and(|source| settings.tells_of(source.path())));
        if round == ROUNDS {
            // What is left to do is told, and done in the next run.
            refused = told_once(offers.into_iter().map(|offer| (offer, Harm::Untried)).collect());
            break;
        }
        let sifted = without_harm(&report, offers, &every_rule);
        refused = told_once(sifted.refused);
        if sifted.kept.is_empty() {
            break;
        }
        for (file, offers) in by_file(sifted.kept.clone()) {
            if let Some(source) = report.source(file) {
                files.entry(file).or_insert_with(|| Progress::new(source)).note(source, &offers);
            }
        }
        report = check(fixed(&report, &sifted.kept), &every_rule);
    }
    if !(settings.select.is_empty() && settings.ignore.is_empty()) {
        report = check(fixed(&report, &[]), settings);
    }
    let changes =
        files.into_iter().filter_map(|(file, progress)| progress.finish(file, report.source(file)?)).collect();
    Fixed { report, changes, refused }
}

/// What is left of the offers after each file was judged by itself, and then the run as a whole.
fn without_harm(report: &Report, offers: Vec<Offer>, settings: &Settings) -> Sifted {
    if offers.is_empty() {
        return Sifted::default();
    }
    let groups: Vec<_> = by_file(offers).into_iter().collect();
    let sifted: Vec<Sifted> = groups
        .into_par_iter()
        .filter_map(|(file, offers)| report.source(file).map(|source| in_one_file(source, offers, settings)))
        .collect();
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for one in sifted {
        kept.extend(one.kept);
        refused.extend(one.refused);
    }
    let before = Standing::of(report);
    let in_all = sift(kept, |offers| before.harm(&Standing::of(&check(fixed(report, offers), settings))));
    refused.extend(in_all.refused);
    Sifted { kept: in_all.kept, refused }
}

fn in_one_file(source: &Source, offers: Vec<Offer>, settings: &Settings) -> Sifted {
    let alone = check(vec![source.with_text(source.text().to_owned())], settings);
    let before = Standing::of(&alone);
    let Some(file) = offers.first().map(|offer| offer.file) else { return Sifted::default() };
    sift(offers, |offers| {
        let replacements = replacements(offers);
        let after = check(vec![source.with_text(apply(source.text(), &replacements))], settings);
        let worse = before.harm(&Standing::of(&after)).map(|(harm, _)| harm).or_else(|| {
            let changed = differs_elsewhere(alone.files.first()?, after.files.first()?, &replacements);
            let elsewhere = changed.then_some(Harm::Elsewhere);
            elsewhere.or_else(|| has_no_end(offers, &after).then_some(Harm::Again))
        });
        worse.map(|harm| (harm, file))
    })
}

/// The sources of a run with these fixes in them.
fn fixed(report: &Report, offers: &[Offer]) -> Vec<Source> {
    let mut of_files: BTreeMap<FileId, Vec<&Offer>> = BTreeMap::new();
    for offer in offers {
        of_files.entry(offer.file).or_default().push(offer);
    }
    let text = |source: &Source, file: FileId| match of_files.get(&file) {
        Some(offers) => apply(source.text(), &replacements(offers.iter().copied())),
        None => source.text().to_owned(),
    };
    report.files.iter().map(|file| file.source.with_text(text(&file.source, file.id))).collect()
}

fn by_file(offers: Vec<Offer>) -> BTreeMap<FileId, Vec<Offer>> {
    let mut files: BTreeMap<FileId, Vec<Offer>> = BTreeMap::new();
    for offer in offers {
        files.entry(offer.file).or_default().push(offer);
    }
    files
}

/// What was done to a file so far.
struct Progress {
    before: String,
    track: Track,
    applied: Vec<Applied>,
}

impl Progress {
    fn new(source: &Source) -> Self {
        let before = source.whole();
        Self { track: Track::new(before.len()), before, applied: Vec::new() }
    }

    fn note(&mut self, source: &Source, offers: &[Offer]) {
        let shift = source.offset();
        let moved: Vec<_> = replacements(offers)
            .into_iter()
            .map(|(range, new)| (range.start + shift..range.end + shift, new))
            .collect();
        self.track.edit(&moved);
        for offer in offers {
            match self.applied.iter_mut().find(|known| known.rule == offer.rule && known.title == offer.title) {
                Some(known) => known.count += 1,
                None => self.applied.push(Applied { rule: offer.rule, title: offer.title.clone(), count: 1 }),
            }
        }
    }

    fn finish(self, file: FileId, source: &Source) -> Option<Change> {
        let after = source.whole();
        let regions = self.track.regions(self.before.len());
        (after != self.before).then_some(Change { file, before: self.before, after, regions, applied: self.applied })
    }
}

/// What was left out of a file of one rule and for one reason is told once.
fn told_once(refused: Vec<(Offer, Harm)>) -> Vec<Refused> {
    let mut told: BTreeMap<(FileId, &'static str, Harm), Refused> = BTreeMap::new();
    for (Offer { file, rule, title, .. }, harm) in refused {
        told.entry((file, rule, harm)).or_insert(Refused { file, rule, title, harm, count: 0 }).count += 1;
    }
    told.into_values().collect()
}
