//! The files that reports are written to.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::check::{FileStatus, Report};
use crate::finding::FileId;
use crate::input::{Found, Trouble, read_file};
use crate::rules::File;
use crate::text::similar::nearest;

use super::args::CheckArgs;
use super::formats::{self, Format};

/// A file to write a report to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// None: what standard output would have had.
    pub format: Option<Format>,
    /// Where.
    pub path: PathBuf,
}

impl Output {
    /// Reads `FILE` or `FORMAT=FILE`.
    ///
    /// # Errors
    /// A sentence that says what was probably meant.
    pub fn parse(written: &str) -> Result<Self, String> {
        let (format, path) = match written.split_once('=') {
            Some((name, path)) if !name.is_empty() && name.chars().all(|one| one.is_ascii_alphanumeric()) => {
                (Some(format_named(name)?), path)
            }
            _ => (None, written),
        };
        match path {
            "" => Err("the name of the file is missing".to_owned()),
            "-" => Err("standard output is what --format is for, and --output for files".to_owned()),
            path => Ok(Self { format, path: path.into() }),
        }
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::from_str(name, true).map_err(|_| {
        let all: Vec<String> = Format::value_variants().iter().map(ToString::to_string).collect();
        match nearest(name, all.iter().map(String::as_str)) {
            Some(near) => format!("there is no format `{name}`; did you mean `{near}`?"),
            None => format!(
                "there is no format `{name}`; the formats are {} (write `./{name}=...` for a file of that name)",
                all.join(", ")
            ),
        }
    })
}

/// Says what is wrong with the files to write, if anything.
pub fn mistake(args: &CheckArgs) -> Option<String> {
    let counted = formats::printed(args).is_none_or(|format| matches!(format, Format::Human | Format::Json));
    if args.statistics && !counted {
        return Some("--statistics goes with the formats human and json".to_owned());
    }
    if args.output.iter().filter(|output| output.format.is_none()).count() > 1 {
        return Some("say which format goes to which file: --output sarif=FILE --output junit=FILE".to_owned());
    }
    let twice = args
        .output
        .iter()
        .enumerate()
        .find(|(index, output)| args.output.iter().take(*index).any(|other| other.path == output.path));
    twice.map(|(_, output)| format!("two reports can not go to the same file, {}", output.path.display()))
}

/// Whether a file that was found on the way is the report of an earlier run, about to be replaced. A template is not,
/// and nothing is that could be one.
pub fn is_earlier_report(args: &CheckArgs, found: &Found, limit: u64) -> bool {
    if found.named || !args.output.iter().any(|output| same_file(&output.path, &found.path)) {
        return false;
    }
    let source = read_file(found, limit);
    match source.trouble() {
        // No template is so large that it is not read; a report may well be.
        Some(Trouble::TooLarge { .. }) => true,
        Some(_) => false,
        None => {
            let file = File::read(FileId(0), source, false);
            file.complete && file.outline.templates == 0
        }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    // The names first: asking the disk about each file of a large run costs time.
    one.file_name() == other.file_name()
        && matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// The file of the run that the output would take the place of.
pub fn overwritten<'r>(report: &'r Report, output: &Path) -> Option<&'r str> {
    let checked = report.files.iter().filter(|file| report.is_beside(file) || report.status(file) != FileStatus::Other);
    checked.map(|file| file.source.path()).find(|path| same_file(output, Path::new(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_is_a_file_or_a_format_and_a_file() {
        let file = |format, path: &str| Ok(Output { format, path: path.into() });
        for (written, wanted) in [
            ("report.txt", file(None, "report.txt")),
            ("sarif=out/walint.sarif", file(Some(Format::Sarif), "out/walint.sarif")),
            ("JUnit=a=b.xml", file(Some(Format::Junit), "a=b.xml")),
            ("./a=b.txt", file(None, "./a=b.txt")),
            ("=b.txt", file(None, "=b.txt")),
            ("sarf=x", Err("there is no format `sarf`; did you mean `sarif`?".to_owned())),
            ("json=", Err("the name of the file is missing".to_owned())),
        ] {
            assert_eq!(Output::parse(written), wanted, "{written}");
        }
        assert!(Output::parse("-").is_err() && Output::parse("json=-").is_err() && Output::parse("").is_err());
    }
}
