//! What keys of templates are about, for whoever reaches for them in an editor.

use serde_json::{Value, json};

use super::pieces::{choice, open_choice, text, text_up_to};
use crate::policy::{self, Standing, limits};
use crate::template::Category;

/// The header formats.
pub fn header_format() -> Value {
    let formats = policy::HEADER_FORMATS.iter().filter(|format| format.standing != Standing::Refused);
    let formats = formats.map(|format| (format.name, format.note));
    choice(formats, "What the header shows: a line of text, a picture, a video, a document, a place.")
}

/// The key of a header, in either form.
pub fn header_key(key: &str) -> Value {
    match key {
        "format" => header_format(),
        "text" => {
            text_up_to(&limits::HEADER_LENGTH, "The line that stands above the message, with one variable at most.")
        }
        "example" => example("A sample for the variable, or the handle of an uploaded file."),
        "media" => text("A file for the header, from the folder of this template. Only walint reads it."),
        _ => json!(true),
    }
}

/// The key of a body of a message, in either form.
pub fn body_key(key: &str) -> Value {
    match key {
        "text" => text_up_to(&limits::BODY_LENGTH, BODY),
        "example" => example("A sample for each variable: a list, or by name."),
        "add_security_recommendation" => {
            text("AUTHENTICATION only: `true` adds `For your security, do not share this code.`")
        }
        _ => json!(true),
    }
}

/// What a body is.
pub const BODY: &str = "The message. `*bold*`, `_italic_`, `~struck~`, variables as {{name}} or {{1}}.";

/// The key of a footer, in either form.
pub fn footer_key(key: &str) -> Value {
    match key {
        "text" => text_up_to(&limits::FOOTER_LENGTH, FOOTER),
        "code_expiration_minutes" => {
            let (least, most) = (limits::CODE_EXPIRATION_MIN.value, limits::CODE_EXPIRATION_MAX.value);
            let about = format!("AUTHENTICATION only: for how many minutes the code holds, {least} to {most}.");
            json!({"type": ["integer", "string", "null"], "minimum": least, "maximum": most, "description": about})
        }
        _ => json!(true),
    }
}

/// What a footer is.
pub const FOOTER: &str = "The small grey line below the message. It has no variables.";

/// The key of an offer.
pub fn offer_key(key: &str) -> Value {
    match key {
        "text" => text_up_to(&limits::OFFER_TEXT_LENGTH, "What the offer is called, such as `Ends soon`."),
        "has_expiration" => text("`true` shows how long the offer lasts."),
        _ => json!(true),
    }
}

/// The key of a button.
pub fn button_key(key: &str) -> Value {
    match key {
        "type" => {
            let types = policy::BUTTON_TYPES.iter().filter(|kind| kind.standing == Standing::Documented);
            open_choice(types.map(|kind| (kind.name, kind.note)), "What the button does.")
        }
        "text" => text_up_to(&limits::BUTTON_LABEL_LENGTH, "What the button says."),
        "url" => text_up_to(&limits::URL_LENGTH, "URL: the page it opens, with at most one variable, at its end."),
        "phone_number" => text("PHONE_NUMBER: the number it calls, with the country code."),
        "example" => example("URL: a sample for the variable. COPY_CODE: the code."),
        "otp_type" => {
            let types = policy::OTP_TYPES.iter().map(|kind| (kind.name, kind.note));
            choice(types, "OTP: how the code gets into the app.")
        }
        "flow_action" => {
            let actions = policy::FLOW_ACTIONS.iter().map(|action| (action.name, action.note));
            open_choice(actions, "FLOW: what it does first.")
        }
        "autofill_text" => {
            text_up_to(&limits::AUTOFILL_TEXT_LENGTH, "OTP: the label of the button that fills in the code.")
        }
        "flow_id" => text("FLOW: the id of the flow."),
        "flow_name" => text("FLOW: the name of the flow."),
        "navigate_screen" => text("FLOW: the screen it begins with."),
        "supported_apps" => {
            json!({"type": ["array", "null"], "description": "OTP: the apps that may take the code over."})
        }
        "zero_tap_terms_accepted" => text("OTP: `true` where you have agreed to Meta's terms for ZERO_TAP."),
        _ => json!(true),
    }
}

/// Samples, in any shape that the two forms have.
pub fn example(about: &str) -> Value {
    json!({"description": about})
}

/// The key of a template.
pub fn template_key(key: &str) -> Value {
    let about = policy::part(policy::TEMPLATE_FIELDS, key);
    let note = about.map_or("", |part| part.note);
    let values = |values: &'static [policy::Value]| {
        let sent = values.iter().filter(|value| value.standing != Standing::ReadOnly);
        sent.map(|value| (value.name, value.meaning))
    };
    match key {
        "name" => {
            text_up_to(&limits::NAME_LENGTH, "The name that you send the template by: small letters, digits and `_`.")
        }
        "category" => open_choice(categories(), "What Meta files and bills it as."),
        "language" => super::pieces::language("The language of the texts: one of Meta's codes."),
        "parameter_format" => choice(
            values(policy::PARAMETER_FORMATS),
            "How variables are written: {{name}} (NAMED) or {{1}} (POSITIONAL).",
        ),
        "sub_category" => open_choice(values(policy::SUB_CATEGORIES), "A closer kind of UTILITY template."),
        "send_type" => open_choice(values(policy::SEND_TYPES), note),
        "display_format" => open_choice(values(policy::DISPLAY_FORMATS), note),
        "message_send_ttl_seconds" => {
            json!({"type": ["integer", "string", "null"], "description": "For how many seconds Meta tries to deliver the message."})
        }
        _ => match about.map(|part| part.standing) {
            Some(Standing::ReadOnly) => {
                json!({"description": format!("Meta returns it; it is not to be submitted. {note}").trim()})
            }
            Some(Standing::Dead) => json!({"description": format!("Without effect. {note}").trim()}),
            _ => json!({"description": note}),
        },
    }
}

/// What a template has to have before it is submitted. What Meta returns may be older than its rules.
pub fn to_be_submitted() -> Value {
    json!({
        "required": ["name", "category"],
        "properties": {
            "name": {"type": "string", "pattern": "^[a-z0-9_]+\\s*$"},
            "category": choice(categories(), "What Meta files and bills it as."),
        },
    })
}

/// The three categories that a template can be submitted with.
fn categories() -> impl Iterator<Item = (&'static str, &'static str)> {
    let three = policy::CATEGORIES.iter().filter(|category| Category::from_name(category.name).is_some());
    three.map(|category| (category.name, category.meaning))
}
