//! The rules that take part in a run, and at which levels each of them has something to say.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Entry;

/// What rules can be asked about, as the methods of [`super::Rule`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Level {
    File,
    Template,
    Variant,
    Text,
    Buttons,
    Button,
    Group,
    Run,
    Comments,
}

/// How many levels there are.
pub(super) const LEVELS: usize = Level::Comments as usize + 1;

/// The rules of a run.
///
/// Nearly all rules look at one level of nine, and a run can have a hundred thousand texts. So each rule is asked
/// once at every level; where it shows that it has no method of its own there, it is passed over from then on.
#[derive(Debug)]
pub struct Roster {
    rules: Vec<Seat>,
}

/// A rule of the run.
#[derive(Debug)]
struct Seat {
    entry: Entry,
    /// By level. Threads that learn it at the same time learn the same, and one that has not yet asks once more.
    left_out: [AtomicBool; LEVELS],
}

impl Roster {
    /// For a run of these rules.
    pub fn new(rules: Vec<Entry>) -> Self {
        Self { rules: rules.into_iter().map(|entry| Seat { entry, left_out: Default::default() }).collect() }
    }

    /// Every rule, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.rules.iter().map(|seat| &seat.entry)
    }

    /// The rules that look at a level, as far as that is known, each with its place among all.
    pub(super) fn looking_at(&self, level: Level) -> impl Iterator<Item = (usize, &Entry)> {
        let looks = move |(_, seat): &(usize, &Seat)| !seat.left_out[level as usize].load(Ordering::Relaxed);
        self.rules.iter().enumerate().filter(looks).map(|(at, seat)| (at, &seat.entry))
    }

    /// Passes a rule over at a level.
    pub(super) fn leave_out(&self, rule: usize, level: Level) {
        if let Some(seat) = self.rules.get(rule) {
            seat.left_out[level as usize].store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Source;
    use crate::rules;

    #[test]
    fn rules_are_left_out_only_where_they_have_no_look_of_their_own() {
        let roster = Roster::new(rules::all().to_vec());
        let text = "name: a\ncategory: UTILITY\nvariants: {en: {body: '{{1}} is here'}}\n";
        let file = rules::File::read(Default::default(), Source::new("a.yaml".to_owned(), text.into()), true);
        let config = Default::default();
        let shelf = crate::media::Shelf::new(None);
        let observer = &crate::observe::Unobserved;
        let surroundings = rules::Surroundings { config: &config, shelf: &shelf, observer };
        let findings = || format!("{:?}", rules::check_file(&file, &roster, surroundings));
        let first = findings();
        let looks = |rule: &str, level| roster.looking_at(level).any(|(_, entry)| entry.metadata.id == rule);
        assert!(looks("variables/edge", Level::Text) && !looks("variables/edge", Level::Variant));
        assert_eq!(roster.looking_at(Level::Button).count(), rules::all().len(), "there was no button to look at");
        assert!(first.contains("variables/edge"));
        assert_eq!(findings(), first);
    }
}
