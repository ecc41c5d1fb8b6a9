//! Settings for one-time codes in a template that sends none.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/fields-elsewhere`
pub struct FieldsElsewhere;

impl Rule for FieldsElsewhere {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        if template.category().is_none() || shared::applies(template) {
            return;
        }
        let body = variant.body.as_ref().and_then(|body| body.fields.get("add_security_recommendation"));
        let footer = variant.footer.as_ref().and_then(|footer| footer.fields.get("code_expiration_minutes"));
        for (field, component) in [(body, "body"), (footer, "footer")] {
            let Some(field) = field else { continue };
            tell(field, "AUTHENTICATION templates", cx).component(component);
        }
    }

    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        // An OTP button in another category is out of place with all it has.
        if matches!(button.kind, None | Some(ButtonKind::Otp)) {
            return;
        }
        let Some(otp) = policy::part(policy::BUTTON_TYPES, ButtonKind::Otp.name()) else { return };
        let of_others = |key: &str| {
            policy::BUTTON_TYPES.iter().any(|part| part.name != otp.name && part.fields.contains(&key)) || key == "type"
        };
        for field in
            button.fields.0.iter().filter(|field| otp.fields.contains(&&*field.name) && !of_others(&field.name))
        {
            tell(field, "OTP buttons", cx);
        }
    }
}

fn tell<'c>(field: &Field, whose: &str, cx: &'c mut Context<'_>) -> &'c mut crate::finding::Finding {
    cx.report(cx.at(field.key), format!("`{}` is for {whose} only", field.name)).help("take it out")
}
