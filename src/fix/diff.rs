//! A unified diff of what fixes changed, as `patch` and `git apply` read it.

use std::ops::Range;

use super::run::Change;
use super::track::Region;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// The diff of a changed file, under the path that its findings carry.
pub fn unified(path: &str, change: &Change) -> String {
    let (old, new) = (lines(&change.before), lines(&change.after));
    let mut out = format!("--- {}\n+++ {}\n", header("a", path), header("b", path));
    for hunk in hunks(&changed_lines(change, &old, &new)) {
        write_hunk(&mut out, &hunk, &old, &new);
    }
    out
}

/// Lines of the old text that give way to lines of the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    old: Range<usize>,
    new: Range<usize>,
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Names that a reader of diffs could misunderstand are written in quotes, as git does.
fn header(side: &str, path: &str) -> String {
    let plain = path.trim_start_matches('/');
    if !plain.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        return format!("{side}/{plain}");
    }
    let mut quoted = format!("\"{side}/");
    for character in plain.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if character.is_control() => {
                for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                    quoted.push_str(&format!("\\{byte:03o}"));
                }
            }
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

/// The lines that the regions lie in, without those that are the same before and after.
fn changed_lines(change: &Change, old: &[&str], new: &[&str]) -> Vec<Block> {
    let (old_starts, new_starts) = (starts(old), starts(new));
    let mut blocks: Vec<Block> = Vec::new();
    for Region { old: old_bytes, new: new_bytes } in &change.regions {
        let next = Block { old: within(&old_starts, old_bytes), new: within(&new_starts, new_bytes) };
        match blocks.last_mut() {
            // A line that both lie in is one line.
            Some(last) if next.old.start < last.old.end || next.new.start < last.new.end => {
                last.old.end = next.old.end.max(last.old.end);
                last.new.end = next.new.end.max(last.new.end);
            }
            _ => blocks.push(next),
        }
    }
    blocks.iter_mut().for_each(|block| trim(block, old, new));
    blocks.retain(|block| !(block.old.is_empty() && block.new.is_empty()));
    // Changed lines next to each other read as one change.
    blocks.dedup_by(|later, earlier| {
        let adjoins = later.old.start == earlier.old.end && later.new.start == earlier.new.end;
        if adjoins {
            (earlier.old.end, earlier.new.end) = (later.old.end, later.new.end);
        }
        adjoins
    });
    blocks
}

/// Where each line starts, and where the last one ends.
fn starts(lines: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let ends = lines.iter().map(|line| {
        at += line.len();
        at
    });
    std::iter::once(0).chain(ends).collect()
}

/// The lines that hold these bytes, and the one behind them if they end with a line: what is inserted or removed
/// there is trimmed to what it is.
fn within(starts: &[usize], bytes: &Range<usize>) -> Range<usize> {
    let count = starts.len() - 1;
    let line = |offset: usize| starts.partition_point(|&start| start <= offset).saturating_sub(1).min(count);
    line(bytes.start)..(line(bytes.end) + 1).min(count)
}

fn trim(block: &mut Block, old: &[&str], new: &[&str]) {
    while !block.old.is_empty() && !block.new.is_empty() && old[block.old.start] == new[block.new.start] {
        block.old.start += 1;
        block.new.start += 1;
    }
    while !block.old.is_empty() && !block.new.is_empty() && old[block.old.end - 1] == new[block.new.end - 1] {
        block.old.end -= 1;
        block.new.end -= 1;
    }
}

/// Blocks whose context meets belong to one hunk.
fn hunks(blocks: &[Block]) -> Vec<Vec<Block>> {
    let mut hunks: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        match hunks.last_mut() {
            Some(hunk) if hunk.last().is_some_and(|last| block.old.start <= last.old.end + 2 * CONTEXT) => {
                hunk.push(block.clone());
            }
            _ => hunks.push(vec![block.clone()]),
        }
    }
    hunks
}

fn write_hunk(out: &mut String, hunk: &[Block], old: &[&str], new: &[&str]) {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return };
    let lead = CONTEXT.min(first.old.start);
    let tail = CONTEXT.min(old.len() - last.old.end);
    let (from, to) = (first.old.start - lead, last.old.end + tail);
    let (new_from, new_to) = (first.new.start - lead, last.new.end + tail);
    out.push_str(&format!("@@ -{} +{} @@\n", range(from, to), range(new_from, new_to)));
    let mut at = from;
    for block in hunk {
        old[at..block.old.start].iter().for_each(|line| write_line(out, ' ', line));
        old[block.old.clone()].iter().for_each(|line| write_line(out, '-', line));
        new[block.new.clone()].iter().for_each(|line| write_line(out, '+', line));
        at = block.old.end;
    }
    old[at..to].iter().for_each(|line| write_line(out, ' ', line));
}

/// `start,count`; the line before, where there is none.
fn range(from: usize, to: usize) -> String {
    match to - from {
        0 => format!("{from},0"),
        1 => format!("{}", from + 1),
        count => format!("{},{count}", from + 1),
    }
}

fn write_line(out: &mut String, sign: char, line: &str) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}
