//! Which candidates stay where they overlap.

use std::cmp::Reverse;

use super::candidate::{Candidate, Rank};

/// Gives back the closing delimiter that a link swallowed: an address goes on to the next blank, so that of
/// `*https://shop.example/a*` ends with the asterisk. `pairs` are the candidates of one kind.
pub(super) fn give_back(links: &mut [Candidate], pairs: &[Candidate]) {
    let mut pairs = pairs.iter().peekable();
    for link in links {
        while pairs.next_if(|pair| pair.range.end < link.range.end).is_some() {}
        if let Some(pair) = pairs.next_if(|pair| pair.range.end == link.range.end)
            && link.range.len() > usize::from(pair.closing)
        {
            link.range.end -= usize::from(pair.closing);
        }
    }
}

/// The candidates that stay, in the order of the text, outer before inner. Whoever starts first is asked first; who
/// crosses another goes, unless it ranks higher, and then the other goes. What has lost does not come back when its
/// winner loses later.
///
/// Candidates of one kind are disjoint and those that stay are nested, so no more than one of each kind is open at a
/// time: the time is linear but for the sorting, which merges a few ascending runs.
pub(super) fn keep(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    // Of two that start together, the outer one is of the lower rank: a quote and what stands in it.
    candidates.sort_by_key(|candidate| (candidate.range.start, Reverse(candidate.rank)));
    let mut stays = vec![true; candidates.len()];
    let mut open: Vec<usize> = Vec::new();
    for index in 0..candidates.len() {
        let start = candidates[index].range.start;
        while open.last().is_some_and(|&outer| candidates[outer].range.end <= start) {
            open.pop();
        }
        stays[index] = fits(&mut candidates, index, &mut open, &mut stays);
        if stays[index] {
            open.push(index);
        }
    }
    let mut stays = stays.into_iter();
    candidates.retain(|_| stays.next() == Some(true));
    candidates
}

/// Whether a candidate can stay among those that are open where it starts; takes out those that must go for it.
fn fits(candidates: &mut [Candidate], index: usize, open: &mut Vec<usize>, stays: &mut [bool]) -> bool {
    for place in (0..open.len()).rev() {
        let (inner, outer) = (&candidates[index], &candidates[open[place]]);
        let crosses = inner.range.end > outer.content().end;
        // An item of a list stands in nothing else: a quote that began on the line before gives way, too.
        if (crosses || inner.is_item()) && inner.rank < outer.rank {
            stays[open.remove(place)] = false;
            continue;
        }
        if crosses {
            return false;
        }
        if inner.rank == Rank::Link {
            show_delimiter_in(candidates, index, open[place]);
            return true;
        }
        if !outer.is_open() {
            return false;
        }
    }
    true
}

/// An e-mail address may start with the very `_` that also opens italics. Then both are right: the recipient sees
/// the underscore, in italics.
fn show_delimiter_in(candidates: &mut [Candidate], link: usize, outer: usize) {
    let start = candidates[link].range.start;
    let outer = &mut candidates[outer];
    outer.opening = u8::try_from(start - outer.range.start).unwrap_or(u8::MAX).min(outer.opening);
}
