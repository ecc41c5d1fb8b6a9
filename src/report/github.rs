//! Annotations beside the lines of a pull request: the workflow commands of GitHub Actions.

use std::collections::HashMap;
use std::hash::Hash;
use std::io;

use crate::check::Report;
use crate::finding::{Finding, Severity, sanitize};
use crate::report::{Paths, concise, guard::guard, words};

/// GitHub shows so many annotations of a kind for one step, and drops the others without a word.
const SHOWN: usize = 10;

/// How many further places one annotation names.
const NAMED: usize = 20;

/// Writes errors first. Where there are more findings of a severity than GitHub shows, those of a rule share an
/// annotation, and the log lists them all. When `quiet`, errors only.
///
/// # Errors
/// What the writer says.
pub fn write_github(report: &Report, paths: &Paths, quiet: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let (mut alone, mut told) = (true, 0);
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let findings: Vec<&Finding> =
            words::shown(report, quiet).filter(|finding| finding.severity == severity).collect();
        // One notice is kept for saying how many are left out.
        let room = if severity == Severity::Note { SHOWN - 1 } else { SHOWN };
        let groups = groups(&findings, room);
        alone &= groups.len() == findings.len() && groups.len() <= room;
        for group in groups.iter().take(room) {
            told += group.len();
            if let Some(line) = annotation(report, paths, group) {
                writeln!(out, "{line}")?;
            }
        }
    }
    if alone {
        return if quiet {
            Ok(())
        } else {
            out.write_all(guard(&last_line(&concise::lines(report, false)?)).as_bytes())
        };
    }
    let total = words::shown(report, quiet).count();
    writeln!(out, "::group::All {}", words::count(total, "finding"))?;
    out.write_all(concise::lines(report, quiet)?.as_bytes())?;
    writeln!(out, "::endgroup::")?;
    writeln!(out, "::notice title=walint::{}", data(&left_out(total, told)))
}

fn last_line(lines: &str) -> String {
    lines.lines().next_back().map(|line| format!("{line}\n")).unwrap_or_default()
}

fn left_out(total: usize, told: usize) -> String {
    let reason = format!("GitHub shows {SHOWN} annotations of a kind for one step");
    match total - told {
        0 => format!("{total} findings share fewer annotations, because {reason}. The log of this step lists each."),
        more => format!(
            "{more} more of {total} findings have no annotation, because {reason}. The log of this step lists all."
        ),
    }
}

/// The findings one by one if there is room, else by rule and file, else by rule.
fn groups<'f>(findings: &[&'f Finding], room: usize) -> Vec<Vec<&'f Finding>> {
    let single: Vec<_> = findings.iter().map(|&finding| vec![finding]).collect();
    if single.len() <= room {
        return single;
    }
    let by_file = grouped(findings, |finding| (finding.rule.id, finding.place.file));
    if by_file.len() <= room { by_file } else { grouped(findings, |finding| finding.rule.id) }
}

/// Findings that agree in a key, in the order of the first of each.
fn grouped<'f, K: Eq + Hash>(findings: &[&'f Finding], key: impl Fn(&Finding) -> K) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known: HashMap<K, usize> = HashMap::new();
    for &finding in findings {
        let index = *known.entry(key(finding)).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn annotation(report: &Report, paths: &Paths, group: &[&Finding]) -> Option<String> {
    let (finding, others) = group.split_first()?;
    let (path, range) = words::place(report, finding)?;
    let path = paths.name(path);
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = format!("file={},line={},endLine={}", property(&path), range.start.line, range.end.line);
    // GitHub takes columns only within one line.
    if range.start.line == range.end.line {
        properties.push_str(&format!(",col={},endColumn={}", range.start.column, range.end.column));
    }
    let title = property(&format!("walint {}", finding.rule.id));
    let mut text = format!(
        "{}:{}:{}: {}",
        sanitize(&path),
        range.start.line,
        range.start.column,
        sanitize(&words::sentences(finding))
    );
    if !others.is_empty() {
        text.push_str(&format!("\n{}: {}", again(others.len()), places(report, paths, others)));
    }
    Some(format!("::{command} {properties},title={title}::{}", data(&text)))
}

fn again(number: usize) -> String {
    format!("The same in {}", words::count(number, "other place"))
}

fn places(report: &Report, paths: &Paths, findings: &[&Finding]) -> String {
    let named = findings.iter().take(NAMED).filter_map(|finding| {
        let (path, range) = words::place(report, finding)?;
        Some(format!("{}:{}:{}", sanitize(&paths.name(path)), range.start.line, range.start.column))
    });
    let mut places = named.collect::<Vec<_>>().join(", ");
    if findings.len() > NAMED {
        places.push_str(", ...");
    }
    places
}

/// Escapes what follows the second `::` of a command. Line breaks that are not ours were made visible before.
fn data(text: &str) -> String {
    text.replace("##[", "## [")
        .replace("##vso[", "## vso[")
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(&sanitize(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_command_has_its_own_escapes() {
        assert_eq!(data("50%, a: b\r\n::error::"), "50%25, a: b%0D%0A::error::");
        assert_eq!(property("a,b:50%\n::error::.yaml"), "a%2Cb%3A50%25␊%3A%3Aerror%3A%3A.yaml");
    }
}
