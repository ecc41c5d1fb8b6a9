//! Labels of one's own where one request makes a template in many languages.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/bulk-text`
pub struct BulkText;

impl Rule for BulkText {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let languages = cx.template().and_then(|template| template.fields.get("languages"));
        let Some(languages) = languages.filter(|_| shared::is_otp(button, cx)) else { return };
        let related = cx.at(languages.key);
        for key in ["text", "autofill_text"] {
            let Some(field) = button.fields.get(key) else { continue };
            cx.report(cx.at(field.key), format!("where `languages` is a list, the button can not have `{key}`"))
                .help("take it out; Meta labels the button in each language")
                .related(related, "the languages are here");
        }
    }
}
