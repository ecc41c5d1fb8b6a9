//! All languages of a template side by side: which variants belong together, and where one of them differs.
//!
//! Every variant is compared with one other, the reference of its family, so that the cost grows with the number of
//! languages and no faster. What belongs together is decided in `family`; each other module looks at one aspect.

mod buttons;
mod coverage;
mod difference;
mod emphasis;
mod family;
mod links;
mod matrix;
mod numbers;
mod pair;
mod part;
mod placeholders;
mod reference;
mod repeated;
mod settings;
mod size;
mod structure;

pub use coverage::{Gaps, stand_in};
pub use difference::{Difference, Kind, Spot};
pub use family::{Family, Member};
pub use matrix::{Cell, Matrix, Row, that_matter};

use crate::config::Config;
use crate::rules::Files;
use pair::Pair;

/// A family with everything that was found about it.
#[derive(Debug)]
pub struct Compared<'r> {
    /// The variants.
    pub family: Family<'r>,
    /// Where they differ from the reference.
    pub differences: Vec<Difference<'r>>,
    /// Languages that the configuration asks for and the family lacks.
    pub gaps: Gaps,
    /// How many pairs of variants were looked at: never more than there are variants.
    pub pairs: usize,
}

/// Compares all variants of some files, name by name.
pub fn compare<'r>(files: Files<'r>, config: &Config) -> Vec<Compared<'r>> {
    family::families(files, config.languages.source.as_deref())
        .into_iter()
        .map(|family| {
            let pairs: Vec<Pair<'r>> = pair::pairs(&family);
            let mut differences: Vec<Difference<'r>> = Vec::new();
            for pair in &pairs {
                settings::compare(pair, &mut differences);
                structure::compare(pair, &mut differences);
                buttons::compare(pair, &mut differences);
                for texts in pair.texts() {
                    placeholders::compare(pair, &texts, &mut differences);
                    links::compare(pair, &texts, config, &mut differences);
                    emphasis::compare(pair, &texts, &mut differences);
                    numbers::compare(pair, &texts, &mut differences);
                    size::compare(pair, &texts, &mut differences);
                }
            }
            repeated::compare(&family, &mut differences);
            let gaps = Gaps::of(&family, &config.languages);
            Compared { family, differences, gaps, pairs: pairs.len() }
        })
        .collect()
}
