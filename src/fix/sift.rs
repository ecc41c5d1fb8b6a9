//! Finding the fixes that do harm among many, with few trials.

use std::collections::BTreeMap;

use crate::finding::FileId;

use super::choose::Offer;
use super::judge::Harm;

/// Trials of one search; one fix that does harm among a thousand takes about twenty.
const TRIALS: usize = 40;

/// Which fixes to keep, and which not.
#[derive(Debug, Default)]
pub struct Sifted {
    /// Together they do no harm.
    pub kept: Vec<Offer>,
    /// What each of these would do.
    pub refused: Vec<(Offer, Harm)>,
}

/// Leaves out what does harm. `try_with` says what a set of fixes would do, and in which file it would show.
pub fn sift(offers: Vec<Offer>, try_with: impl Fn(&[Offer]) -> Option<(Harm, FileId)>) -> Sifted {
    let mut search = Search { sifted: Sifted::default(), trials: 0, try_with };
    let Some((harm, file)) = search.attempt(&offers) else { return search.sifted };
    if let [offer] = &*offers {
        search.sifted.refused.push((offer.clone(), harm));
        return search.sifted;
    }
    // Where the harm shows, its cause is likely; and fixes of one rule often belong together, such as one new name in
    // all languages.
    let mut groups: BTreeMap<(bool, &'static str), Vec<Offer>> = BTreeMap::new();
    for offer in offers {
        let suspect = offer.file == file;
        groups.entry((suspect, if suspect { offer.rule } else { "" })).or_default().push(offer);
    }
    for group in groups.into_values() {
        search.split(&group);
    }
    search.sifted.kept.sort_by_key(|offer| offer.edits.first().map(|edit| edit.place));
    search.sifted
}

struct Search<F> {
    sifted: Sifted,
    trials: usize,
    try_with: F,
}

impl<F: Fn(&[Offer]) -> Option<(Harm, FileId)>> Search<F> {
    /// Keeps these too, if that does no harm.
    fn attempt(&mut self, offers: &[Offer]) -> Option<(Harm, FileId)> {
        if self.trials == TRIALS {
            return Some((Harm::Untried, FileId::default()));
        }
        self.trials += 1;
        let together = [&self.sifted.kept, offers].concat();
        let harm = (self.try_with)(&together);
        if harm.is_none() {
            self.sifted.kept = together;
        }
        harm
    }

    fn split(&mut self, offers: &[Offer]) {
        let Some((harm, _)) = self.attempt(offers) else { return };
        if harm == Harm::Untried || offers.len() == 1 {
            self.sifted.refused.extend(offers.iter().map(|offer| (offer.clone(), harm)));
            return;
        }
        let (left, right) = offers.split_at(offers.len() / 2);
        self.split(left);
        self.split(right);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::finding::{Edit, Place};
    use crate::syntax::Span;

    fn offer(file: u32, at: usize, rule: &'static str) -> Offer {
        let place = Place { file: FileId(file), span: Span::new(at, at + 1) };
        Offer { file: FileId(file), rule, title: String::new(), edits: vec![Edit { place, text: String::new() }] }
    }

    /// What is kept and how many trials it took, when these fixes do harm in file 7.
    fn sifted(offers: Vec<Offer>, harmful: impl Fn(&Offer) -> bool) -> (Sifted, usize) {
        let trials = Cell::new(0);
        let sifted = sift(offers, |offers| {
            trials.set(trials.get() + 1);
            offers.iter().any(&harmful).then_some((Harm::Elsewhere, FileId(7)))
        });
        (sifted, trials.get())
    }

    #[test]
    fn one_bad_fix_among_a_thousand_costs_few_trials_and_no_other_fix() {
        let offers: Vec<_> = (0..1000).map(|at| offer(u32::try_from(at).unwrap() % 50, at, "a/b")).collect();
        let (sifted, trials) = sifted(offers, |offer| offer.edits[0].place.span.start == 507);
        assert_eq!((sifted.kept.len(), sifted.refused.len()), (999, 1));
        assert!(trials < 20, "{trials}");
    }

    #[test]
    fn where_everything_does_harm_the_search_ends() {
        let offers: Vec<_> = (0..5000).map(|at| offer(7, at, "a/b")).collect();
        let (sifted, trials) = sifted(offers, |_| true);
        assert_eq!((sifted.kept.len(), sifted.refused.len(), trials), (0, 5000, TRIALS));
    }

    #[test]
    fn fixes_of_one_rule_are_tried_together() {
        // Each alone does harm, such as a new name in one language only.
        let offers = vec![offer(7, 0, "a/b"), offer(7, 2, "a/b"), offer(7, 4, "bad/one")];
        let sifted = sift(offers, |offers| {
            let count = |rule| offers.iter().filter(|offer| offer.rule == rule).count();
            (count("a/b") == 1 || count("bad/one") == 1).then_some((Harm::Elsewhere, FileId(7)))
        });
        assert_eq!((sifted.kept.len(), sifted.refused.len()), (2, 1));
    }
}
