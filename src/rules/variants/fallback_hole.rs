//! A language with fallbacks of which a template has none.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `variants/fallback-hole`
pub struct FallbackHole;

impl Rule for FallbackHole {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        let all = cx.variants();
        for compared in all.iter() {
            for (code, tried) in &compared.gaps.holes {
                let tried: Vec<String> = tried.iter().map(|code| format!("`{code}`")).collect();
                let message = match tried.as_slice() {
                    [] => format!("readers of `{code}` get nothing: it has no fallback"),
                    _ => format!("readers of `{code}` get nothing: there is no {} either", any_of(&tried)),
                };
                let help = "add one of these languages, or another one to `languages.fallback` in walint.yaml";
                shared::tell_of_family(&compared.family, message, help, cx);
            }
        }
    }
}
