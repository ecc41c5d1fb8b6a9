//! The hash of an Android app's signing key that is none.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;

/// `authentication/signature-hash`
pub struct SignatureHash;

impl Rule for SignatureHash {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) {
            return;
        }
        for leaf in shared::of_apps(button, "signature_hash", cx) {
            if let Some((range, message)) = mistake(&leaf.value) {
                cx.report(cx.part(&leaf, range), message).help(format!(
                    "write the {} characters that Google's way of computing an app's hash string gives; a SHA \
                     fingerprint is something else",
                    limits::SIGNATURE_HASH_LENGTH.count()
                ));
            }
        }
    }
}

/// The first thing that is wrong with a hash: where, and what.
fn mistake(hash: &str) -> Option<(Range<usize>, String)> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '=');
    let (found, exactly) = (hash.chars().count(), limits::SIGNATURE_HASH_LENGTH.count());
    if found != exactly {
        let surplus = hash.char_indices().nth(exactly).map_or(0, |(at, _)| at);
        return Some((surplus..hash.len(), format!("the signature hash has {found} characters, and not {exactly}")));
    }
    let (at, wrong) = hash.char_indices().find(|&(_, character)| !allowed(character))?;
    let what = if wrong.is_whitespace() { "a blank".to_owned() } else { format!("`{wrong}`") };
    Some((at..at + wrong.len_utf8(), format!("the signature hash has {what} in it")))
}
