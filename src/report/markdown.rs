//! A summary that a person pastes into a review, an issue or a chat.

use std::io;

use crate::check::Report;
use crate::finding::{Finding, Severity, sanitize};
use crate::report::{guard::guard, human, words};

/// A comment on GitHub holds 65,536 characters; so many findings fit.
const LISTED: usize = 100;

/// Writes the figures and the findings, errors first. When `quiet`, errors only.
///
/// # Errors
/// What the writer says.
pub fn write_markdown(report: &Report, quiet: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = format!("### walint\n\n{}\n", human::headline(&report.summary(), &human::styles(false)));
    let mut left = LISTED;
    for (severity, title) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Note, "Notes")] {
        let findings: Vec<&Finding> =
            words::shown(report, quiet).filter(|finding| finding.severity == severity).collect();
        if findings.is_empty() {
            continue;
        }
        text.push_str(&format!("\n#### {title} ({})\n\n", findings.len()));
        for finding in findings.iter().take(left) {
            text.extend(item(report, finding));
        }
        if findings.len() > left {
            text.push_str(&format!("- and {} more\n", findings.len() - left));
        }
        left = left.saturating_sub(findings.len());
    }
    out.write_all(guard(&text).as_bytes())
}

fn item(report: &Report, finding: &Finding) -> Option<String> {
    let (path, range) = words::place(report, finding)?;
    let place = code(&sanitize(&format!("{path}:{}:{}", range.start.line, range.start.column)));
    let whose = whose(finding);
    let text = prose(&sanitize(&words::sentences(finding)));
    Some(format!("- {place}{whose}: {text} ({})\n", code(finding.rule.id)))
}

/// ` in `order_shipped` (`ar`)`
fn whose(finding: &Finding) -> String {
    let name = |text: &String| code(&sanitize(text));
    match (finding.template.as_ref().map(name), finding.language.as_ref().map(name)) {
        (Some(template), Some(language)) => format!(" in {template} ({language})"),
        (Some(one), None) | (None, Some(one)) => format!(" in {one}"),
        (None, None) => String::new(),
    }
}

/// Text in which nothing is Markdown but the code between backticks that our messages have. Words that a site would
/// make a link, a mention or a picture of are shown as code as well.
fn prose(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return words(text);
    }
    let mut prose = String::with_capacity(text.len() + 16);
    for (index, piece) in pieces.iter().enumerate() {
        match index % 2 {
            0 => prose.push_str(&words(piece)),
            _ if piece.trim().is_empty() => prose.push_str(&words(&format!("`{piece}`"))),
            _ => prose.push_str(&code(piece)),
        }
    }
    prose
}

fn words(text: &str) -> String {
    text.split_inclusive(' ')
        .map(|word| {
            let bare = word.trim_end_matches(' ');
            let core = bare.trim_end_matches(['.', ',', ';', ':', '?']);
            if core.chars().any(is_special) || core.contains("://") || core.contains("www.") {
                format!("{}{}", code(core), &word[core.len()..])
            } else {
                word.to_owned()
            }
        })
        .collect()
}

/// Whether a character means something to Markdown, or to the sites that show it.
fn is_special(character: char) -> bool {
    matches!(character, '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '@' | '|' | '\\' | '&' | '$' | '{' | '}')
}

/// Text as code, whatever it holds.
fn code(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_file_becomes_markdown() {
        for (text, wanted) in [
            ("ends with {{link}}.", "ends with `{{link}}`."),
            ("`fr_FR` is *no* code", "`fr_FR` is `*no*` code"),
            ("ask @team, see #12: www.evil.example", "ask `@team`, see `#12`: `www.evil.example`"),
            ("![x](https://evil.example) <b>", "`![x](https://evil.example)` `<b>`"),
            ("a ` b", "a `` ` `` b"),
            ("`` is empty", "``` `` ``` is empty"),
            ("plain words, 50%.", "plain words, 50%."),
        ] {
            assert_eq!(prose(text), wanted);
        }
        assert_eq!((code("a`b"), code("`a")), ("``a`b``".to_owned(), "`` `a ``".to_owned()));
    }
}
