//! Brand words and house phrases of any kind in texts of any kind: no panic, every place on characters, and no text
//! that takes much longer than its length.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use walint::text::house_phrases::can_be_found;
use walint::text::{BrandWords, Folded, HousePhrases, Variables};

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "WaLint",
            "walint",
            "Wa",
            "Lint",
            "Café",
            "Cafe\u{301}",
            " ",
            "\n",
            "-",
            "\u{2011}",
            "*",
            "_",
            "{n}",
            "{{1}}",
            "{{name}}",
            "İ",
            "ß",
            "ﬃ",
            "Ｗａ",
            "𝗪𝗮",
            "免费",
            "카페",
            "مجانا",
            "و",
            "קפה",
            "क़",
            "\u{200B}",
            "\u{307}",
            "🔥",
            "👩‍👩‍👧",
            ".",
            "/",
            "@",
            "50",
            "%",
            "\u{202E}",
        ])
        .prop_map(str::to_owned),
        ".{0,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_place_is_on_characters(list in prop::collection::vec(words(), 1..4), text in words(), more in words()) {
        let text = format!("{text}{}{more}", list[0]);
        let brand = BrandWords::new(list.clone());
        for (range, right) in brand.misspelt(&text, &[]) {
            prop_assert!(text.get(range).is_some_and(|written| written != right));
        }
        let phrases = HousePhrases::new(list);
        let folded = Folded::new(&text, &Variables::parse(&text).list);
        for (range, index) in phrases.find(&folded) {
            prop_assert!(text.get(range).is_some_and(|written| !written.is_empty()));
            prop_assert!(phrases.written().get(index).is_some());
        }
    }

    #[test]
    fn a_phrase_that_can_be_found_is_found_in_itself(phrase in "[a-zA-Z免费한ñé]{1,6}( [a-zé]{1,6}){0,2}") {
        prop_assert!(can_be_found(&phrase));
        let phrases = HousePhrases::new(vec![phrase.clone()]);
        let text = format!("before {}, behind", phrase.to_uppercase());
        prop_assert_eq!(phrases.find(&Folded::new(&text, &[])).len(), 1);
    }
}

#[test]
fn long_texts_made_to_waste_time_do_not() {
    let brand = BrandWords::new(vec!["WaLint".to_owned(), "eBay".to_owned(), "Aa Aa Aa Aa Aa Ab".to_owned()]);
    let phrases = HousePhrases::new(vec!["a* b*".to_owned(), "{n} aaaa".to_owned(), "免*".to_owned()]);
    for unit in
        ["WALINT X ", "EBay. ", "walint ", "Wa Lint ", "aa ", "a a a", "免", "\n \n", "{{1}} ", "- - -", "a\u{301}"]
    {
        let text = unit.repeat(200_000 / unit.len());
        let start = Instant::now();
        brand.misspelt(&text, &[]);
        phrases.find(&Folded::new(&text, &[]));
        assert!(start.elapsed() < Duration::from_secs(10), "{unit:?}: {:?}", start.elapsed());
    }
}
