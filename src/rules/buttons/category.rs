//! A button that templates of this category can not have.

use super::shared;
use crate::policy::Standing;
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
        // What buttons a template for one-time codes has is told by a rule of its own.
        if part.categories.contains(&&*name) || category == Declared::Authentication {
            return;
        }
        let place = shared::place(button, cx);
        let related = cx.leaf(leaf);
        let finding = cx
            .report(place, format!("{name} templates have no {} buttons", part.name))
            .help(format!("take the button out, or file the template under {}", any_of(part.categories)))
            .related(related, "the category is given here");
        if part.name != "OTP" {
            // Meta's pages describe this button for other categories, and do not say what happens in this one.
            finding.severity(Severity::Warning).confidence(Confidence::Low);
            finding.message =
                format!("Meta describes {} buttons for {} templates only", part.name, any_of(part.categories));
        }
    }
}
