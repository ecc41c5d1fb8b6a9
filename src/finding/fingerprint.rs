//! A name for a finding that stays the same when lines move.

use crate::finding::Finding;

/// Sixteen hexadecimal digits made of the rule, the template, the language, the component and the marked text
/// with its blanks folded; `nth` tells findings apart that agree in all of these.
pub fn fingerprint(finding: &Finding, marked: &str, nth: usize) -> String {
    let mut hash = Fnv::new();
    for part in [
        finding.rule.id,
        finding.template.as_deref().unwrap_or(""),
        finding.language.as_deref().unwrap_or(""),
        finding.component.unwrap_or(""),
    ] {
        hash.add(part.as_bytes());
    }
    for word in marked.split_whitespace() {
        hash.add(word.as_bytes());
    }
    hash.add(nth.to_string().as_bytes());
    format!("{:016x}", hash.0)
}

/// FNV-1a, spelled out because a fingerprint must be the same in every later version.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
