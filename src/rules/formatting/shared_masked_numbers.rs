//! Delimiters in place of digits, `****1234`, that format what nobody meant.

use std::ops::Range;

use super::shared::{Kind, Reading, Slip};
use super::shared_mark::acting;

/// Asterisks in place of digits, `****1234`, of which some act; and other runs of which some act.
pub(super) fn masked_numbers(reading: &mut Reading<'_>) {
    let acting = acting(reading);
    let bytes = reading.masked.clone().into_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let sign = bytes[at];
        if !b"*_~".contains(&sign) {
            at += 1;
            continue;
        }
        let start = at;
        let mut runs: Vec<Range<usize>> = Vec::new();
        // `**** **** 1234` is one.
        loop {
            let length = bytes[at..].iter().take_while(|byte| **byte == sign).count();
            runs.push(at..at + length);
            at += length;
            let next = bytes.get(at + 1) == Some(&sign) && bytes.get(at + 2) == Some(&sign);
            if sign != b'*' || length < 2 || !next || !b" -".contains(&bytes[at]) {
                break;
            }
            at += 1;
        }
        let Some(last) = runs.last().cloned() else { continue };
        if last.len() < 2 || reading.is_claimed(&(start..last.end)) {
            continue;
        }
        let acts = runs.iter().any(|run| acting[run.clone()].contains(&true));
        let behind = bytes[last.end..].strip_prefix(b" ").or_else(|| bytes[last.end..].strip_prefix(b"-"));
        let digits = |rest: &[u8]| rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let length = match behind {
            Some(rest) if digits(rest) >= 3 => 1 + digits(rest),
            _ => digits(&bytes[last.end..]),
        };
        let masks = sign == b'*' && (length > 0 || bytes[last.end..].starts_with(b"{{"));
        let kind = match (masks, last.len()) {
            (true, _) => Kind::MaskedNumber,
            (false, 3..) => Kind::RuleLine,
            _ => continue,
        };
        reading.claim(start..last.end);
        at += length;
        if acts {
            let slip = Slip::new(kind, start..last.end + length);
            let slip = match kind {
                Kind::MaskedNumber => runs.iter().fold(slip, |slip, run| slip.edit(run.clone(), "•".repeat(run.len()))),
                _ => slip,
            };
            reading.slips.push(slip);
        }
    }
}
