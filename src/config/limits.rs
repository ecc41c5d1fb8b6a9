//! `limits`: how much is read.

use crate::template::Field;
use crate::template::object::Reader;

use super::section;
use super::{ConfigError, error};

/// The largest file that is read where nobody says otherwise, in bytes.
pub const FILE_SIZE: u64 = 1024 * 1024;
/// The largest that can be asked for: places in a file are counted in 32 bits.
const MOST: u64 = 1024 * 1024 * 1024;

/// The section `limits`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read, in bytes.
    pub file_size: Option<u64>,
}

impl Limits {
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field, errors: &mut Vec<ConfigError>) {
        let Some(fields) = section::fields(reader, field, "`limits`") else { return };
        let Some(leaf) = fields.get("file_size").and_then(|field| reader.leaf(field, "a size, such as `2MiB`")) else {
            return;
        };
        match size(&leaf.value) {
            Ok(size) => self.file_size = Some(size),
            Err(message) => errors.push(error(leaf.span, message)),
        }
    }
}

const UNITS: &[(&str, u64)] = &[
    ("", 1),
    ("B", 1),
    ("KB", 1000),
    ("KiB", 1024),
    ("MB", 1000 * 1000),
    ("MiB", 1024 * 1024),
    ("GB", 1000 * 1000 * 1000),
    ("GiB", MOST),
];

/// A number of bytes: `1048576`, `500KB`, `2 MiB`.
///
/// # Errors
/// What to write instead.
pub fn size(written: &str) -> Result<u64, String> {
    let written = written.trim();
    let digits = written.find(|character: char| !character.is_ascii_digit()).unwrap_or(written.len());
    let (number, unit) = (&written[..digits], written[digits..].trim_start());
    let unit = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).map(|(_, bytes)| *bytes);
    match (number.parse::<u64>().ok(), unit) {
        (Some(number), Some(unit)) => match number.checked_mul(unit) {
            Some(0) => Err("no file is as small as that; write a size such as `2MiB`".to_owned()),
            Some(bytes) if bytes <= MOST => Ok(bytes),
            _ => Err(format!("`{written}` is more than the largest size that walint reads, 1GiB")),
        },
        _ => Err(format!("`{written}` is no size; write bytes, or such as `500KB` or `2MiB`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (written, bytes) in [
            ("1048576", 1_048_576),
            ("2MiB", 2_097_152),
            (" 2 mib ", 2_097_152),
            ("500KB", 500_000),
            ("7b", 7),
            ("1GiB", MOST),
        ] {
            assert_eq!(size(written), Ok(bytes), "{written}");
        }
        for (written, words) in [
            ("", "is no size"),
            ("MiB", "is no size"),
            ("-1", "is no size"),
            ("2 megs", "is no size"),
            ("1.5MiB", "is no size"),
            ("0", "as small as that"),
            ("2GiB", "1GiB"),
            ("99999999999999999999", "is no size"),
            ("99999999999GiB", "1GiB"),
        ] {
            assert!(size(written).is_err_and(|message| message.contains(words)), "{written}");
        }
    }
}
