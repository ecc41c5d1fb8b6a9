//! What a message reads as, with everything that says so.

use std::cell::LazyCell;

use crate::config::Config;
use crate::template::{Category, Surface, Template, Variant};
use crate::vocabulary::Reads;

use super::class::Class;
use super::data;
use super::decision::{Claim, Points, Predicted, Sensitivity, caution, decide, is_passcode};
use super::evidence::{self, Evidence};
use super::model::{Score, score};
use super::structure::Message;
use super::thing::{Thing, Things};
use super::unit::{read_names, units};

/// How many pieces of evidence are kept for each side.
const KEPT: usize = 6;

/// What a variant reads as.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it is filed under.
    pub declared: Option<Category>,
    /// What it reads as.
    pub predicted: Predicted,
    /// How sure that is.
    pub claim: Claim,
    /// What the phrases of each class add up to.
    pub points: Points,
    /// What the model makes of it; above zero it reads rather as promotion. No probability.
    pub score: f32,
    /// The strongest first, for each side.
    pub evidence: Vec<Evidence>,
    /// What its phrases are about.
    things: Things,
    /// Whether all promotion stands on buttons.
    pub on_buttons: bool,
    /// Whether a sentence is about something of the reader's beside one that promotes.
    pub mixed: bool,
}

impl Reading {
    /// Whether a phrase of that tag is in the message.
    pub fn has(&self, class: Class, tag: &str) -> bool {
        self.things.list().iter().filter_map(Thing::tag).any(|known| known.class == class && known.name == tag)
    }

    /// Whether it leans to promotion without being surely that.
    pub fn leans_to_marketing(&self) -> bool {
        self.score > data::LEANING
    }

    /// The evidence for a class, the strongest first.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |evidence| evidence.class == class)
    }

    /// Whether it reads as marketing, surely enough for a warning.
    pub fn warns(&self, sensitivity: Sensitivity) -> bool {
        let enough = match sensitivity {
            Sensitivity::Low => Claim::Certain,
            Sensitivity::Usual => Claim::Likely,
            Sensitivity::High => Claim::Possible,
        };
        self.predicted == Predicted::Marketing && self.claim >= enough
    }
}

/// When evidence is looked for. It takes longer than the judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain {
    /// Always.
    Always,
    /// Where something is to be said against the message.
    Suspect,
}

/// Reads a variant. Its texts are among `reads`, or are read.
pub fn read(template: &Template, variant: &Variant, config: &Config, explain: Explain, reads: &Reads) -> Reading {
    let language = variant.language.as_ref().map(|code| &*code.value);
    let mut units = units(variant, &|text| reads.of(template.file, text, language));
    config.category.apply(&mut units);
    let points = Points::of(&units);
    let message = LazyCell::new(|| {
        let mut message = Message::of(variant, language);
        config.category.overlook(&mut message.samples);
        message
    });
    let declared = template.category();
    // What is filed as MARKETING is only weighed where it may pass as UTILITY.
    let settled = explain == Explain::Suspect && declared == Some(Category::Marketing) && !points.are_for_utility();
    if !settled {
        read_names(&mut units, reads);
    }
    let scored = if settled { Score::default() } else { score(&units, &message) };
    let sum = scored.sum - caution(&units);
    let own = units
        .iter()
        .flat_map(|unit| &unit.found)
        .any(|found| found.tag.class == Class::Marketing && found.tag.name == OWN);
    let (mut predicted, mut claim) = decide(&units, points, sum, is_passcode(&units));
    if own && predicted != Predicted::Authentication {
        (predicted, claim) = (Predicted::Marketing, Claim::Certain);
    }
    let against = match predicted {
        Predicted::Marketing => declared != Some(Category::Marketing),
        Predicted::Authentication => declared != Some(Category::Authentication),
        _ => false,
    };
    let asked = explain == Explain::Always || against;
    let mut evidence = Vec::new();
    let known = if asked { evidence::known(&units) } else { Vec::new() };
    for (at, unit) in units.iter().enumerate().filter(|_| asked) {
        let phrases: Vec<Evidence> = evidence::phrases(unit).collect();
        let share = scored.shares.get(at).copied().unwrap_or_default();
        let words = evidence::wording(unit, share, &known, units.len());
        let told = |words: &Evidence| {
            phrases
                .iter()
                .any(|p| p.class == words.class && p.range.start < words.range.end && words.range.start < p.range.end)
        };
        // A sentence that promotes speaks for nothing else.
        let promotes = phrases.iter().any(|phrase| phrase.class == Class::Marketing);
        let misleads = |words: &Evidence| promotes && words.class == Class::Utility;
        evidence.extend(words.into_iter().filter(|words| !told(words) && !misleads(words)));
        evidence.extend(phrases);
    }
    if asked {
        evidence.extend(message.samples.iter().flat_map(evidence::sampled));
    }
    Reading {
        declared,
        predicted,
        claim,
        points,
        score: sum,
        on_buttons: on_buttons(&evidence),
        mixed: points.utility >= 2.0,
        things: units.iter().flat_map(|unit| &unit.found).map(|found| Thing::of(found.tag)).collect(),
        evidence: strongest(evidence),
    }
}

/// The tag of phrases that a team calls promotional in its configuration.
pub(super) const OWN: &str = "own";

fn on_buttons(evidence: &[Evidence]) -> bool {
    let marketing = || evidence.iter().filter(|e| e.class == Class::Marketing && e.tag != "wording");
    let elsewhere = marketing().any(|evidence| evidence.surface != Surface::Label);
    !elsewhere && marketing().next().is_some()
}

/// A phrase that people can name says more than a wording; the rest by weight.
fn strongest(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    let rank = |e: &Evidence| if e.tag == "wording" { e.weight } else { e.weight + 0.4 };
    evidence.sort_by(|a, b| (a.class, rank(b)).partial_cmp(&(b.class, rank(a))).unwrap_or(std::cmp::Ordering::Equal));
    let mut kept: Vec<Evidence> = Vec::new();
    for one in evidence {
        if kept.iter().filter(|other| other.class == one.class).count() < KEPT {
            kept.push(one);
        }
    }
    kept
}
