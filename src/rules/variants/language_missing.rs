//! A template that lacks a language the team requires.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::all_of;

/// `variants/language-missing`
pub struct LanguageMissing;

impl Rule for LanguageMissing {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        let all = cx.variants();
        for compared in all.iter().filter(|compared| !compared.gaps.missing.is_empty()) {
            let missing: Vec<String> = compared.gaps.missing.iter().map(|code| format!("`{code}`")).collect();
            let message = format!("`{}` is not written in {}", compared.family.name, all_of(&missing));
            let help = "add what is missing, or take it out of `languages.required` in walint.yaml";
            shared::tell_of_family(&compared.family, message, help, cx);
        }
    }
}
