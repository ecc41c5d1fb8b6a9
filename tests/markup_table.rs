//! Makes the table of characters that formatting may touch, and proves that the one in the source is it.
//!
//! `WALINT_WRITE_TABLES=1 cargo test --test markup_table` writes it anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use regex_syntax::hir::{Class, HirKind};

const TABLE: &str = "src/text/markup/boundary/table.rs";

/// General categories P, S, Z and Cf of what Unicode 11 knew. Characters that came later are left out even where
/// they are punctuation or symbols. The categories are those of today's tables; the one character of these that
/// changed its category since, U+166D, went from punctuation to symbol and so stays in.
const CHARACTERS: &str = r"[[\p{P}\p{S}\p{Z}\p{Cf}]&&\p{Age:11.0}&&[^\x00-\x7F]]";

fn table() -> String {
    let hir = regex_syntax::parse(CHARACTERS).expect("an expression that regex-syntax knows");
    let HirKind::Class(Class::Unicode(class)) = hir.kind() else { panic!("a class of characters") };
    let mut table = String::from(
        "//! Made by tests/markup_table.rs, which says how. Not to be edited.\n\n\
         /// The characters above U+007F, as first and last of every range.\n\
         #[rustfmt::skip]\n",
    );
    let ranges = class.ranges();
    writeln!(table, "pub(super) static RANGES: [(char, char); {}] = [", ranges.len()).unwrap();
    for line in ranges.chunks(4) {
        let line: Vec<String> = line
            .iter()
            .map(|range| {
                format!("('\\u{{{:04X}}}', '\\u{{{:04X}}}'),", u32::from(range.start()), u32::from(range.end()))
            })
            .collect();
        writeln!(table, "    {}", line.join(" ")).unwrap();
    }
    table.push_str("];\n");
    table
}

#[test]
fn the_table_is_what_its_generator_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    if std::env::var_os("WALINT_WRITE_TABLES").is_some() {
        fs::write(&path, table()).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == table(),
        "{TABLE} is not what the Unicode tables say; write it anew as this file's beginning says"
    );
}
