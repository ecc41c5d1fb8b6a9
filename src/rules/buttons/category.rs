//! A button that templates of this category can not have.

use super::shared;
use crate::policy::{Part, Standing};
use crate::rules::links::shared::is_passcode_link;
use crate::rules::prelude::*;
use crate::template::Category as Declared;
use crate::text::wording::any_of;

/// `buttons/category`
pub struct Category;

impl Rule for Category {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let documented = shared::part(button).filter(|part| part.standing == Standing::Documented);
        let declared = cx.template().and_then(|template| template.category.as_ref()).zip(cx.category());
        let (Some(part), Some((leaf, category))) = (documented, declared) else { return };
        let name = leaf.upper();
        // An approved passcode button comes back from Meta as a URL button.
        let passcode = button.url.as_ref().is_some_and(is_passcode_link);
        if part.categories.contains(&&*name) || passcode {
            return;
        }
        let place = shared::place(button, cx);
        let related = cx.leaf(leaf);
        let finding = cx
            .report(place, format!("{name} templates have no {} buttons", part.name))
            .help(help(part, category))
            .related(related, "the category is given here");
        if part.name != "OTP" && category != Declared::Authentication {
            // Meta's pages describe this button for other categories, and do not say what happens in this one.
            finding.severity(Severity::Warning).confidence(Confidence::Low);
            finding.message =
                format!("Meta describes {} buttons for {} templates only", part.name, any_of(part.categories));
        }
    }
}

fn help(part: &Part, category: Declared) -> String {
    match (part.name, category) {
        ("COPY_CODE", Declared::Authentication) => {
            "write `type: OTP` with `otp_type: COPY_CODE`; COPY_CODE is for coupons".to_owned()
        }
        (_, Declared::Authentication) => "an AUTHENTICATION template has one OTP button and no other".to_owned(),
        _ => format!("take the button out, or file the template under {}", any_of(part.categories)),
    }
}
