//! Whatever the bytes: no panic, every finding inside the file and on characters, the same report for any number of
//! threads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use walint::report::write_json;
use walint::{Report, Settings, Source, check};

/// Pieces that templates are made of, and pieces that break them.
fn document() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "name: ", "language: ", "category: UTILITY\n", "variants:\n", "components:\n", "  en:\n", "    body: ",
            "    header: ", "    buttons:\n", "- ", "type: BODY\n", "text: ", "example: ", "{", "}", "[", "]", "\"", "'",
            "{{1}}", "{{name}}", "{{", "*bold*", "|\n", ">-\n", "\n", "\n\n", "  ", "\t", "# note", ": ", ", ", "&a ",
            "*a", "!tag ", "---\n", "...\n", "%", "@", "`", "\u{FEFF}", "\r\n", "\r", "你好", "مرحبا", "👩‍👩‍👧", "\u{202E}",
            "\\u00e9", "\\ud83d\\ude00", "https://bit.ly/{{1}}",
        ]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A template with one byte changed, cut or doubled: closer to what people really break.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let template = include_bytes!("../templates/marketing/product_launch.yaml").to_vec();
    (0..template.len(), any::<u8>(), 0..3_u8).prop_map(move |(at, byte, how)| {
        let mut bytes = template.clone();
        match how {
            0 => bytes[at] = byte,
            1 => bytes.truncate(at),
            _ => bytes.insert(at, byte),
        }
        bytes
    })
}

fn places_are_sound(report: &Report) {
    for finding in &report.findings {
        let places = std::iter::once(finding.place)
            .chain(finding.related.iter().map(|related| related.place))
            .chain(finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.place));
        for place in places {
            let text = report.source(place.file).expect("a finding is in a file of the run").text();
            assert!(text.get(place.span.range()).is_some(), "{}: {:?} of {text:?}", finding.rule.id, place.span);
        }
        assert!(!finding.message.is_empty(), "{}", finding.rule.id);
    }
    assert!(report.failures.is_empty(), "{:?}", report.failures);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn made_of_pieces(bytes in document()) {
        let report = check(vec![Source::new("a.yaml", bytes)], &Settings::default());
        places_are_sound(&report);
    }

    #[test]
    fn made_of_a_template(bytes in damaged()) {
        let report = check(vec![Source::new("a.yaml", bytes)], &Settings::default());
        places_are_sound(&report);
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let template = include_str!("../templates/utility/order_confirmed.yaml");
    let broken = template.replace("text: |", "text: '{{1}} {{2}}' #").replace("UTILITY", "TRANSACTIONAL");
    let sources = || (0..40).map(|index| Source::new(format!("{index}.yaml"), broken.clone().into_bytes())).collect();
    let written = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut out = Vec::new();
        write_json(&pool.install(|| check(sources(), &Settings::default())), &mut out).unwrap();
        out
    };
    let one = written(1);
    assert!(one == written(2) && one == written(8));
}
