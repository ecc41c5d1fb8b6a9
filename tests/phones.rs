//! The table of phone number lengths is what libphonenumber knows, and real numbers of every country are left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat};
use walint::{Settings, Source, check, policy};

/// Lengths that WhatsApp knows beyond libphonenumber, as phone_lengths.yaml has them under `also`.
const ALSO: [(i32, u32); 1] = [(52, 11)];

#[test]
fn the_table_is_what_libphonenumber_knows() {
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for code in PHONE_NUMBER_UTIL.get_supported_calling_codes() {
        let possible = |length: &u32| {
            let number = PhoneNumber {
                country_code: code,
                national_number: 2 * 10_u64.pow(length - 1),
                ..PhoneNumber::default()
            };
            format!("{:?}", PHONE_NUMBER_UTIL.is_possible_number_with_reason(&number)) == "Ok(IsPossible)"
        };
        let mut lengths: Vec<usize> = (2..=15_u32).filter(possible).map(|length| length as usize).collect();
        lengths.extend(ALSO.iter().filter(|(also, _)| *also == code).map(|(_, length)| *length as usize));
        known.insert(code.to_string(), lengths);
    }
    let table: BTreeMap<String, Vec<usize>> =
        policy::PHONE_LENGTHS.iter().map(|(code, lengths)| ((*code).to_owned(), lengths.to_vec())).collect();
    assert_eq!(table, known);
}

#[test]
fn real_numbers_of_every_country_are_left_alone() {
    let mut seen = 0;
    for region in PHONE_NUMBER_UTIL.get_supported_regions() {
        let Ok(number) = PHONE_NUMBER_UTIL.get_example_number(region) else { continue };
        let written = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned();
        let text = format!(
            "name: call_us\ncategory: UTILITY\nvariants:\n  en:\n    body: Your parcel is at our counter, and we are there \
             for you.\n    buttons:\n      - {{type: PHONE_NUMBER, text: Call us, phone_number: \"{written}\"}}\n"
        );
        let report = check(vec![Source::new("call_us.yaml", text.into_bytes())], &Settings::default());
        let said: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(said.is_empty(), "{written}: {said:?}");
        seen += 1;
    }
    assert!(seen > 200, "{seen} regions");
}
