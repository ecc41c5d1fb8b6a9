//! From scores and phrases to what a message reads as, and how sure that is.

use crate::text::Variable;

use super::class::Class;
use super::data;
use super::lexicon::Tag;
use super::unit::Unit;

/// What a message reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Predicted {
    /// Something the reader has or did, and nothing that promotes.
    Utility,
    /// Something that promotes.
    Marketing,
    /// A passcode.
    Authentication,
    /// Hardly any words of its own.
    Unclear,
    /// There is not enough to go by.
    Abstain,
}

impl Predicted {
    /// Its name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utility => "UTILITY",
            Self::Marketing => "MARKETING",
            Self::Authentication => "AUTHENTICATION",
            Self::Unclear => "UNCLEAR",
            Self::Abstain => "ABSTAIN",
        }
    }
}

/// How sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Not sure enough to warn of.
    Possible,
    /// Sure enough to warn of.
    Likely,
    /// Surer still.
    Certain,
}

impl Claim {
    /// Its name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// How easily a warning is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sensitivity {
    /// Only where the words leave little doubt.
    Low,
    /// As measured: about one warning in fifty rightly declared texts.
    #[default]
    Usual,
    /// Sooner, with more false alarms.
    High,
}

/// What the phrases of each class add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Points {
    /// For promotion.
    pub marketing: f32,
    /// For utility.
    pub utility: f32,
    /// For a passcode.
    pub authentication: f32,
}

impl Points {
    /// Whether no phrase promotes, and several are about something of the reader's.
    pub fn are_for_utility(&self) -> bool {
        self.marketing == 0.0 && self.utility >= 4.0
    }

    /// Adds phrases up. Of several about the same thing the second counts half, and any further one a quarter:
    /// synonyms are not more evidence. Promotion on a button counts double.
    pub fn of(units: &[Unit<'_>]) -> Self {
        let mut points = Self::default();
        let mut seen: Vec<(&Tag, usize)> = Vec::new();
        for unit in units {
            for found in unit.found.iter().filter(|found| found.tag.class != Class::Concept) {
                let at = seen.iter().position(|(tag, _)| std::ptr::eq(*tag, found.tag)).unwrap_or_else(|| {
                    seen.push((found.tag, 0));
                    seen.len() - 1
                });
                let damping = [1.0, 0.5].get(seen[at].1).copied().unwrap_or(0.25);
                seen[at].1 += 1;
                let value = f32::from(found.weight) * damping;
                match found.tag.class {
                    Class::Marketing if unit.surface == crate::template::Surface::Label => {
                        points.marketing += 2.0 * value
                    }
                    Class::Marketing => points.marketing += value,
                    Class::Utility => points.utility += value,
                    Class::Authentication => points.authentication += value,
                    Class::Concept | Class::Harmless => {}
                }
            }
        }
        points
    }
}

/// What it reads as by all that is known.
pub fn decide(units: &[Unit<'_>], points: Points, sum: f32, passcode: bool) -> (Predicted, Claim) {
    if passcode && points.authentication >= points.marketing {
        return (Predicted::Authentication, if points.authentication >= 5.0 { Claim::Certain } else { Claim::Likely });
    }
    if is_unclear(units, points) {
        return (Predicted::Unclear, Claim::Likely);
    }
    match sum {
        _ if sum > data::CERTAIN => (Predicted::Marketing, Claim::Certain),
        _ if sum > data::LIKELY => (Predicted::Marketing, Claim::Likely),
        _ if sum > data::POSSIBLE => (Predicted::Marketing, Claim::Possible),
        // Promotion is not made up for; and whatever is sent may stand in a variable.
        _ if points.marketing >= 2.0 || is_open(units) || may_sign_in(units) => (Predicted::Abstain, Claim::Possible),
        _ if sum < data::UTILITY => {
            (Predicted::Utility, if sum < 2.0 * data::UTILITY { Claim::Certain } else { Claim::Likely })
        }
        _ => (Predicted::Abstain, Claim::Possible),
    }
}

/// How much more it takes before promotion is believed: short texts without a known phrase, and questions about
/// something that is named, say less than their words weigh.
pub fn caution(units: &[Unit<'_>]) -> f32 {
    let found = || units.iter().flat_map(|unit| &unit.found);
    let promotes =
        found().any(|found| found.tag.class == Class::Marketing && !matches!(found.tag.name, "brandsurvey" | "review"));
    let short = units.iter().map(|unit| unit.build.words).sum::<usize>() < 14;
    let asks = found().any(|found| {
        matches!((found.tag.class, found.tag.name), (Class::Utility, "feedback") | (Class::Concept, "survey"))
    });
    let names = units.iter().map(|unit| inside(unit).count()).sum::<usize>() >= 2
        || found().any(|found| found.tag.class == Class::Utility && found.tag.name != "feedback");
    if !promotes && (short || (asks && names)) { data::CAUTION } else { 0.0 }
}

/// Whether the message is a frame around one variable in which anything can stand.
fn is_open(units: &[Unit<'_>]) -> bool {
    let is_variable = |unit: &Unit<'_>| {
        let last = unit.written().rsplit([':', '：', '\n']).next().unwrap_or_default();
        let last = last.trim().trim_end_matches(['.', '!']);
        last.starts_with("{{") && last.ends_with("}}") && last.matches("{{").count() == 1
    };
    let concrete =
        units.iter().flat_map(|unit| &unit.found).filter(|found| found.tag.class == Class::Utility).count() >= 2;
    !concrete && units.iter().any(is_variable) && units.iter().map(|unit| unit.build.words).sum::<usize>() <= 15
}

/// Whether something is handed over to sign in with, without being called a code.
fn may_sign_in(units: &[Unit<'_>]) -> bool {
    let login =
        |unit: &&Unit<'_>| unit.found.iter().any(|f| f.tag.class == Class::Authentication && f.tag.name == "login");
    units.iter().filter(login).any(|unit| inside(unit).next().is_some())
}

/// Whether there is next to nothing beside variables: Meta calls that unclear, and files it as marketing.
fn is_unclear(units: &[Unit<'_>], points: Points) -> bool {
    units.iter().map(|unit| unit.build.words).sum::<usize>() <= 3 && points.utility < 2.0 && points.marketing < 2.0
}

/// Whether a warning is given whatever the words of the message weigh.
pub fn is_told_by_rule(units: &[Unit<'_>]) -> bool {
    is_unclear(units, Points::of(units))
}

fn inside<'u>(unit: &'u Unit<'_>) -> impl Iterator<Item = &'u Variable> {
    let within =
        |variable: &&Variable| unit.range.start <= variable.range.start && variable.range.end <= unit.range.end;
    unit.text.variables.list.iter().filter(within)
}

/// Whether a passcode is handed over: a phrase that names one, with a variable or a code beside it.
pub fn is_passcode(units: &[Unit<'_>]) -> bool {
    let names_code = |unit: &Unit<'_>| {
        unit.found.iter().any(|found| found.tag.class == Class::Authentication && found.tag.name == "code")
    };
    let about = |names: &[&str]| {
        units
            .iter()
            .flat_map(|unit| &unit.found)
            .any(|found| found.tag.class == Class::Authentication && names.contains(&found.tag.name))
    };
    // The code may stand alone on the next line.
    let near =
        |at: usize| units.get(at.saturating_sub(1)..(at + 2).min(units.len())).unwrap_or_default().iter().any(has_code);
    let handed = units.iter().enumerate().any(|(at, unit)| names_code(unit) && near(at));
    // A code to collect a parcel or open a door is none to sign in with.
    handed
        && (about(&["security", "login", "expiry", "safety"]) || units.iter().any(is_plain_code))
        && !is_for_something_else(units)
}

fn is_plain_code(unit: &Unit<'_>) -> bool {
    let strong = |found: &super::lexicon::Found| {
        found.tag.class == Class::Authentication && found.tag.name == "code" && found.weight >= 3
    };
    unit.found.iter().any(strong)
}

fn is_for_something_else(units: &[Unit<'_>]) -> bool {
    let other = ["delivery", "order", "appointment"];
    units
        .iter()
        .flat_map(|unit| &unit.found)
        .any(|found| found.tag.class == Class::Utility && other.contains(&found.tag.name))
        || units.iter().flat_map(|unit| &unit.found).any(|found| {
            found.tag.class == Class::Marketing && matches!(found.tag.name, "coupon" | "discount" | "referral")
        })
}

/// A variable, or four to eight digits, or as many capitals and digits mixed.
fn has_code(unit: &Unit<'_>) -> bool {
    inside(unit).next().is_some()
        || unit.written().split(|character: char| !character.is_alphanumeric()).any(|word| {
            (4..=8).contains(&word.len())
                && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
                && word.bytes().any(|b| b.is_ascii_digit())
        })
}
