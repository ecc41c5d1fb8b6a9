//! The names that a domain can end with.

use std::sync::LazyLock;

/// Sorted by bytes. Split when the first text comes that could hold an address.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("top_level_domains.txt").lines().skip(1).collect());

/// The longest name, in bytes.
const LONGEST: usize = 33;

/// The length of the top-level domain that a label starts with. It reaches to the end of the label or to a hyphen;
/// a single underscore may follow, as in `_shop.com_`.
pub(super) fn end(label: &str) -> Option<usize> {
    let foreign = if label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")) { 4 } else { 0 };
    let end = label[foreign..].find(['-', '_']).map_or(label.len(), |length| foreign + length);
    let (name, rest) = label.split_at(end);
    let alone = rest.strip_prefix('_').is_none_or(|rest| rest.bytes().all(|byte| byte == b'-'));
    (alone && is_name(name)).then_some(end)
}

fn is_name(written: &str) -> bool {
    written.len() <= LONGEST && NAMES.binary_search(&&*written.to_lowercase()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_list_is_found_and_no_other() {
        assert!(NAMES.is_sorted() && NAMES.len() > 1400);
        for name in NAMES.iter() {
            assert!(is_name(name), "{name}");
            assert!(name.len() <= LONGEST);
        }
        for other in ["", "a", "co m", "html", "zzzz", "#", "com\n"] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn a_name_ends_with_its_label_a_hyphen_or_a_last_underscore() {
        assert_eq!(
            [end("com"), end("COM-x"), end("com_"), end("com_x"), end("comx")],
            [Some(3), Some(3), Some(3), None, None]
        );
        assert_eq!([end("xn--p1ai"), end("рф"), end("РФ")], [Some(8), Some(4), Some(4)]);
    }
}
