//! What a scalar is: the text that was written, or a number or truth value that the Graph API wants as such.

use crate::syntax::Style;

use super::value::Kind;

/// Keys whose values are texts however they look: a phone number, a passcode or `no` is never anything else.
/// The samples under `example` are texts too.
const TEXTS: &[&str] = &[
    "name",
    "language",
    "category",
    "parameter_format",
    "sub_category",
    "status",
    "id",
    "type",
    "format",
    "text",
    "url",
    "phone_number",
    "media",
    "header",
    "body",
    "footer",
    "otp_type",
    "autofill_text",
    "flow_id",
    "flow_name",
    "flow_action",
    "flow_json",
    "navigate_screen",
    "icon",
    "package_name",
    "signature_hash",
    "display_format",
    "library_template_name",
    "previous_category",
    "correct_category",
    "rejected_reason",
    "source",
    "send_type",
    "payload",
    "param_name",
    "base_url",
    "url_suffix_example",
    "android_deep_link",
    "android_fallback_playstore_url",
];

/// The key whose value holds nothing but texts.
pub(super) const SAMPLES: &str = "example";

/// Reads a scalar as the value of `key`.
pub(super) fn scalar(value: &str, style: Style, key: &str, sample: bool) -> Kind {
    match style {
        // As everywhere in walint, the line break that ends a block is not part of its text.
        Style::Literal | Style::Folded => Kind::Text(value.trim_end_matches('\n').to_owned()),
        Style::SingleQuoted | Style::DoubleQuoted => Kind::Text(value.to_owned()),
        Style::Plain => match value {
            "" | "~" | "null" => Kind::Null,
            _ if sample || TEXTS.contains(&key) => Kind::Text(value.to_owned()),
            "true" | "True" | "TRUE" => Kind::Bool(true),
            "false" | "False" | "FALSE" => Kind::Bool(false),
            _ if is_json_number(value) => Kind::Number(value.to_owned()),
            _ => Kind::Text(value.to_owned()),
        },
    }
}

/// Whether the text is a number by the grammar of JSON, which is also one for every reader of YAML.
pub(super) fn is_json_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_json_writes_as_a_number_is_one() {
        for number in ["0", "-1", "43200", "1.5", "1e9", "12345678901234567890", "-0.1E-2"] {
            assert!(is_json_number(number), "{number}");
        }
        for text in ["", "-", "+1", "01", ".5", "1.", "0x1F", "1_000", "12:30", "1e", "١"] {
            assert!(!is_json_number(text), "{text}");
        }
    }

    #[test]
    fn what_people_wrote_stays_text_where_text_belongs() {
        let text = |text: &str| Kind::Text(text.to_owned());
        assert_eq!(scalar("34600111222", Style::Plain, "phone_number", false), text("34600111222"));
        assert_eq!(scalar("1042", Style::Plain, "order", true), text("1042"));
        assert_eq!(scalar("no", Style::Plain, "anything", false), text("no"));
        assert_eq!(scalar("600", Style::Plain, "message_send_ttl_seconds", false), Kind::Number("600".to_owned()));
        assert_eq!(scalar("600", Style::DoubleQuoted, "message_send_ttl_seconds", false), text("600"));
        assert_eq!(scalar("true", Style::Plain, "has_expiration", false), Kind::Bool(true));
        assert_eq!(scalar("Hi\n", Style::Literal, "text", false), text("Hi"));
    }
}
