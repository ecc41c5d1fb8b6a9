//! Templates in the Graph form, some of them odd.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Texts that YAML, JSON or walint might take for something else.
const AWKWARD: &[&str] = &[
    "no",
    "Yes",
    "on",
    "~",
    "null",
    "true",
    "12",
    "0123",
    "1_000",
    "12:30",
    "2026-05-14",
    "+34600111222",
    "0x1F",
    ".5",
    "1e3",
    "{{1}} hi",
    "*Sale* today",
    "Hello #1 fan",
    "a: b",
    "a:",
    "- item",
    "> quote",
    "`code`",
    "@you",
    "&co x",
    "!sale",
    "50% off",
    "%x",
    "| x",
    "? x",
    "'quoted'",
    "\"quoted\"",
    "back\\slash",
    "it's \"so\"",
    " leading",
    "trailing ",
    "tab\there",
    "line\r\nbreak",
    "two\nlines",
    "two\n\nparts",
    "ends\n",
    "\nstarts",
    "a \nb",
    "a\n  \nb",
    "a\n  b\n c",
    "a\n# no comment\nb",
    "a\n---\nb",
    "a\n...\nb",
    "---",
    "...",
    "--- a",
    "\u{85}next",
    "a\u{2028}b",
    "\u{FEFF}mark",
    "a\u{202E}b",
    "\u{7}bell",
    "é🎉",
    "مرحبًا {{name}}",
    "你好，{{1}}",
    "=",
    "<<",
    "[a, b]",
    "{a: b}",
    "a, b",
    "https://a.example/?x=1&y=#z",
    "",
    " ",
    "\t",
    "\n",
    "a\u{A0}",
    "x\u{200D}y",
    "y",
    "N",
    "-",
    "-1",
    "-.inf",
    ".nan",
    "0o17",
    "1,000",
    "a\n\tb",
    "a\n ",
    "Hi\n\n\n",
    "\u{10FFFF}",
    "\u{FFFE}",
];

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => select(AWKWARD).prop_map(str::to_owned),
        2 => "[a-zA-Zé{}1-3 .,:#'\"\\-\n*]{0,40}",
        2 => (select(AWKWARD), select(AWKWARD)).prop_map(|(a, b)| format!("{a}{b}")),
        1 => any::<String>().prop_map(|text| text.replace('\0', "")),
    ]
    .boxed()
}

/// A text on one line, so that comments can be written between the lines.
fn name() -> impl Strategy<Value = &'static str> {
    select(&["order", "name", "1", "no", "body_text", "a b", "x#y", "header_text"][..])
}

fn unknown() -> BoxedStrategy<Value> {
    prop_oneof![
        text().prop_map(Value::from),
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(json!(0.25)),
        prop::collection::vec(text(), 0..3).prop_map(Value::from),
        (text(), text()).prop_map(|(a, b)| json!({"deep": {"list": [{"a": a}, [], {}]}, "b": b})),
    ]
    .boxed()
}

/// An object with a key nobody knows, sometimes.
fn with_unknown(object: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    (object, prop::option::weighted(0.15, unknown()))
        .prop_map(|(mut object, more)| {
            if let (Value::Object(keys), Some(more)) = (&mut object, more) {
                keys.insert("future_key".to_owned(), more);
            }
            object
        })
        .boxed()
}

fn samples(kind: &'static str) -> BoxedStrategy<Value> {
    let list = prop::collection::vec(text(), 0..4);
    let named = prop::collection::vec((name(), text()), 0..4);
    prop_oneof![
        list.prop_map(move |list| match kind {
            "body" => json!({"body_text": [list]}),
            _ => json!({"header_text": list}),
        }),
        named.prop_map(move |named| {
            let pairs: Vec<Value> =
                named.into_iter().map(|(name, text)| json!({"param_name": name, "example": text})).collect();
            json!({format!("{kind}_text_named_params"): pairs})
        }),
        text().prop_map(move |text| json!({format!("{kind}_text"): text})),
        // Refused by Meta, and carried all the same.
        (text(), text()).prop_map(|(a, b)| json!({"body_text": [[a], [b]]})),
        (text(), text()).prop_map(|(a, b)| json!({"body_text": [a, b]})),
        Just(Value::Null),
    ]
    .boxed()
}

fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>())
}

fn header() -> BoxedStrategy<Value> {
    let media =
        (select(&["IMAGE", "video", "DOCUMENT"][..]), prop::collection::vec(text(), 0..2), prop::option::of(text()));
    with_unknown(prop_oneof![
        (text(), prop::option::of(samples("header"))).prop_map(|(text, example)| {
            object(vec![
                ("type", Some("HEADER".into())),
                ("format", Some("TEXT".into())),
                ("text", Some(text.into())),
                ("example", example),
            ])
        }),
        media.prop_map(|(format, handles, media)| object(vec![
            ("type", Some("HEADER".into())),
            ("format", Some(format.into())),
            ("media", media.map(Value::from)),
            ("example", Some(json!({"header_handle": handles}))),
        ])),
        Just(json!({"type": "header", "format": "LOCATION"})),
    ])
    .boxed()
}

fn body() -> BoxedStrategy<Value> {
    with_unknown(prop_oneof![
        4 => (text(), prop::option::of(samples("body"))).prop_map(|(text, example)| {
            object(vec![("type", Some("BODY".into())), ("text", Some(text.into())), ("example", example)])
        }),
        1 => any::<bool>().prop_map(|add| json!({"type": "BODY", "add_security_recommendation": add})),
    ])
    .boxed()
}

fn button() -> BoxedStrategy<Value> {
    let url = (text(), text(), prop::option::of(prop::collection::vec(text(), 1..3)));
    with_unknown(prop_oneof![
        text().prop_map(|text| json!({"type": "QUICK_REPLY", "text": text})),
        url.prop_map(|(text, url, example)| object(vec![
            ("type", Some("URL".into())),
            ("text", Some(text.into())),
            ("url", Some(url.into())),
            ("example", example.map(Value::from)),
        ])),
        text().prop_map(
            |example| json!({"type": "URL", "text": "See", "url": "https://a.example/{{1}}", "example": example})
        ),
        text().prop_map(|number| json!({"type": "PHONE_NUMBER", "text": "Call", "phone_number": number})),
        text().prop_map(|code| json!({"type": "COPY_CODE", "example": code})),
        text().prop_map(|code| json!({"type": "COPY_CODE", "example": [code]})),
        (text(), text()).prop_map(|(package, hash)| json!({
            "type": "OTP", "otp_type": "ONE_TAP", "supported_apps": [{"package_name": package, "signature_hash": hash}],
            "zero_tap_terms_accepted": true,
        })),
    ])
    .boxed()
}

fn buttons() -> BoxedStrategy<Value> {
    with_unknown(
        prop::collection::vec(button(), 0..4).prop_map(|buttons| json!({"type": "BUTTONS", "buttons": buttons})),
    )
    .boxed()
}

fn card() -> BoxedStrategy<Value> {
    let parts = (prop::option::of(header()), body(), prop::option::of(buttons()), prop::option::weighted(0.1, other()));
    with_unknown(parts.prop_map(|(header, body, buttons, other)| {
        let components: Vec<Value> = [header, Some(body), buttons, other].into_iter().flatten().collect();
        json!({"components": components})
    }))
    .boxed()
}

fn offer() -> BoxedStrategy<Value> {
    let inner = (text(), any::<bool>()).prop_map(|(text, ends)| json!({"text": text, "has_expiration": ends}));
    with_unknown(inner.prop_map(|inner| json!({"type": "LIMITED_TIME_OFFER", "limited_time_offer": inner}))).boxed()
}

fn other() -> BoxedStrategy<Value> {
    unknown().prop_map(|value| json!({"type": "SOMETHING_NEW", "value": value})).boxed()
}

fn components() -> BoxedStrategy<Vec<Value>> {
    let footer = prop_oneof![
        text().prop_map(|text| json!({"type": "FOOTER", "text": text})),
        (1..90).prop_map(|minutes| json!({"type": "FOOTER", "code_expiration_minutes": minutes})),
    ];
    let carousel =
        with_unknown(prop::collection::vec(card(), 0..3).prop_map(|cards| json!({"type": "CAROUSEL", "cards": cards})));
    let rare = (
        prop::option::weighted(0.2, carousel),
        prop::option::weighted(0.2, offer()),
        prop::option::weighted(0.1, with_unknown(Just(json!({"type": "CALL_PERMISSION_REQUEST"})))),
        prop::option::weighted(0.1, other()),
    );
    let usual = (
        prop::option::of(header()),
        prop::option::weighted(0.9, body()),
        prop::option::of(footer),
        prop::option::of(buttons()),
    );
    (usual, rare, any::<bool>())
        .prop_map(|(usual, rare, reversed)| {
            let mut all: Vec<Value> =
                [usual.0, rare.1, usual.1, usual.2, usual.3, rare.0, rare.2, rare.3].into_iter().flatten().collect();
            if reversed {
                all.reverse();
            }
            all
        })
        .boxed()
}

fn template() -> BoxedStrategy<Value> {
    let language = select(&["en_US", "es", "no", "pt_BR", "12", "ar"][..]);
    let returned = (
        prop::option::weighted(0.3, (1_u64..u64::MAX).prop_map(|id| id.to_string())),
        prop::option::weighted(0.3, select(&["APPROVED", "REJECTED"][..])),
        prop::option::weighted(0.2, text().prop_map(|score| json!({"score": score}))),
    );
    let format = prop::option::weighted(0.7, select(&["NAMED", "POSITIONAL"][..]));
    let template =
        (text(), select(&["one", "two"][..]), language, prop::option::of(300..9000), format, components(), returned);
    with_unknown(template.prop_map(|(odd, name, language, seconds, format, components, (id, status, score))| {
        object(vec![
            ("name", Some(if odd.len() < 3 { odd.into() } else { name.into() })),
            ("language", Some(language.into())),
            ("category", Some("UTILITY".into())),
            ("message_send_ttl_seconds", seconds.map(|seconds: i32| seconds.into())),
            ("parameter_format", format.map(Value::from)),
            ("components", Some(components.into())),
            ("id", id.map(Value::from)),
            ("status", status.map(Value::from)),
            ("quality_score", score),
        ])
    }))
    .boxed()
}

/// Templates as the Graph API returns them.
pub fn listing() -> BoxedStrategy<Value> {
    prop::collection::vec(template(), 1..5)
        .prop_map(|data| json!({"data": data, "paging": {"cursors": {"after": "x"}}}))
        .boxed()
}

/// As JSON, with escapes for what may not stand in a file as it is.
pub fn json(listing: &Value) -> String {
    let may = |c: char| matches!(c, ' '..='~' | '\u{A0}'..='\u{FFFD}' | '\u{10000}'..) && c != '\u{FEFF}';
    let escaped = |c: char| if may(c) { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
    listing.to_string().chars().map(escaped).collect()
}
