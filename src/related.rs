//! The rules over several files, for all files of a run.
//!
//! Every file is asked about alone while it is in hand. Nearly always that is all: only files that share a name or a
//! text are understood once more, and asked about together.

use rayon::prelude::*;

use crate::check::Looked;
use crate::observe::timed;
use crate::rules::{self, File, Files, Roster, Surroundings, Told};

/// What the rules over several files say about one by itself.
pub fn alone(file: &File, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    if file.outline.is_empty() { Told::default() } else { ask(Files::new(&[file]), rules, surroundings) }
}

/// Asks about those together that have to do with each other, in place of what was found about each of them alone.
pub fn together(looked: &mut [Looked], rules: &Roster, surroundings: Surroundings<'_>) {
    let complete = looked.iter().all(|looked| looked.file.complete);
    let first = rules::groups(looked.iter().map(|looked| &looked.file.outline));
    let group = |looked: &Looked| first[looked.file.id.0 as usize];
    looked.sort_unstable_by_key(|looked| (group(looked), looked.file.id));
    let groups = looked.chunk_by_mut(|one, next| group(one) == group(next));
    // Where files could not be read to their end, there may be more of a group than was seen, and less can be said.
    let again: Vec<&mut [Looked]> = groups.filter(|group| group.len() > 1 || !complete).collect();
    again.into_par_iter().for_each(|group| ask_again(group, complete, rules, surroundings));
    looked.sort_unstable_by_key(|looked| looked.file.id);
}

fn ask_again(group: &mut [Looked], complete: bool, rules: &Roster, surroundings: Surroundings<'_>) {
    // What nothing was said about when all was taken to be known, nothing is said about now.
    if let [Looked { alone: (found, failed), .. }] = group
        && found.is_empty()
        && failed.is_empty()
    {
        return;
    }
    let files: Vec<&File> = group.iter().map(|looked| &looked.file).collect();
    timed(surroundings.observer, "understanding the files", || {
        files.iter().for_each(|file| {
            file.content();
        });
    });
    let told = ask(Files::some(&files, complete), rules, surroundings);
    for looked in group.iter_mut() {
        looked.file.forget();
        looked.alone = Told::default();
    }
    if let Some(first) = group.first_mut() {
        first.alone = told;
    }
}

fn ask(files: Files<'_>, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    timed(surroundings.observer, "the rules over all files", || rules::check_group(files, rules, surroundings))
}
