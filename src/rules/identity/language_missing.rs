//! A template that does not say in which language it is.

use super::shared;
use crate::rules::prelude::*;

/// `identity/language-missing`
pub struct LanguageMissing;

impl Rule for LanguageMissing {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let place = match template.form {
            Form::Graph if has_languages_elsewhere(template) => None,
            Form::Graph => shared::missing(template, "language", variant.language.as_ref(), cx),
            Form::Authoring => {
                variant.language.as_ref().filter(|code| code.value.trim().is_empty()).map(|code| cx.leaf(code))
            }
        };
        let Some(place) = place else { return };
        let (message, example) = match template.form {
            Form::Graph => ("the template does not say in which language it is", "`language: en_US`"),
            Form::Authoring => ("this variant does not say in which language it is", "`en_US`"),
        };
        cx.report(place, message).help(format!("write the code of its language, such as {example}"));
    }
}

/// Bulk requests for passcodes have a list of languages, and what has no texts yet lacks more than a language.
fn has_languages_elsewhere(template: &Template) -> bool {
    let has = |key| template.fields.get(key).is_some();
    has("languages") || !(has("language") || has("components") || template.is_from_library())
}
