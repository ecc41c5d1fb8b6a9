//! The last lines of a report: what was checked, what came of it, what to do next.

use std::io::{self, Write};

use miette::ThemeStyles;

use crate::report::Summary;

/// Writes the figures and what to do next.
pub fn write(out: &mut dyn Write, summary: &Summary, styles: &ThemeStyles) -> io::Result<()> {
    writeln!(out, "{}", headline(summary, styles))?;
    let lines = [next(summary), unchecked(summary), fixable(summary), hidden(summary), others(summary)];
    for line in lines.into_iter().flatten() {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// `Checked 3 templates in 5 language versions (2 files): 1 error, 2 warnings.`
pub fn headline(summary: &Summary, styles: &ThemeStyles) -> String {
    format!("{}: {}.", checked(summary), found(summary, styles))
}

/// `Checked 3 templates in 5 language versions (2 files)`
fn checked(summary: &Summary) -> String {
    let files = count(summary.files, "file");
    let journeys = count(summary.journeys, "journey");
    if summary.templates == 0 {
        return if summary.journeys == 0 {
            "Checked no template".to_owned()
        } else {
            format!("Checked {journeys} ({files})")
        };
    }
    let mut checked = format!("Checked {}", count(summary.templates, "template"));
    if summary.variants != summary.templates {
        checked += &format!(" in {}", count(summary.variants, "language version"));
    }
    if summary.journeys > 0 {
        checked += &format!(" and {journeys}");
    }
    format!("{checked} ({files})")
}

/// `1 error, 2 warnings`
fn found(summary: &Summary, styles: &ThemeStyles) -> String {
    let found: Vec<String> = [
        (summary.errors, "error", styles.error),
        (summary.warnings, "warning", styles.warning),
        (summary.notes, "note", styles.advice),
    ]
    .into_iter()
    .filter(|&(number, ..)| number > 0)
    .map(|(number, noun, style)| style.style(count(number, noun)).to_string())
    .collect();
    if found.is_empty() { "no findings".to_owned() } else { found.join(", ") }
}

fn next(summary: &Summary) -> Option<String> {
    let next = match summary {
        Summary { errors: 1, .. } => "Fix the error before you submit.",
        Summary { errors: 2.., .. } => "Fix the errors before you submit.",
        // Nothing is promised about what was not looked at.
        Summary { unchecked: 1.., .. } | Summary { templates: 0, .. } => return None,
        Summary { warnings: 1, .. } => "No errors. Look at the warning before you submit.",
        Summary { warnings: 2.., .. } => "No errors. Look at the warnings before you submit.",
        // Meta does not know the baseline.
        Summary { baselined: 1.., .. } => "No errors or warnings beyond those that the baseline knows.",
        Summary { notes: 1.., .. } => "Ready to submit. Notes are suggestions.",
        _ => "No problems found. Ready to submit.",
    };
    Some(next.to_owned())
}

fn unchecked(summary: &Summary) -> Option<String> {
    some(summary.unchecked).map(|number| format!("{} could not be checked; see above.", count(number, "file")))
}

fn fixable(summary: &Summary) -> Option<String> {
    let with_a_fix = match summary.fixable {
        0 => return None,
        1 => "1 finding comes with a fix".to_owned(),
        number => format!("{number} findings come with a fix"),
    };
    Some(match summary.safely_fixable {
        0 => format!("{with_a_fix} that changes the wording: --fix --unsafe-fixes applies it, --diff shows it."),
        all if all == summary.fixable => format!("{with_a_fix}: --fix applies it, --diff shows it."),
        some => {
            format!("{with_a_fix}: --fix applies {some} of them, --unsafe-fixes also those that change the wording.")
        }
    })
}

fn hidden(summary: &Summary) -> Option<String> {
    let hidden: Vec<String> = [(summary.suppressed, "suppressed"), (summary.baselined, "known from the baseline")]
        .into_iter()
        .filter(|&(number, _)| number > 0)
        .map(|(number, why)| format!("{number} {why}"))
        .collect();
    some(hidden.len()).map(|_| format!("Not shown: {}.", hidden.join(", ")))
}

fn others(summary: &Summary) -> Option<String> {
    match summary.others {
        0 => None,
        1 => Some("1 file is not a template (list it with --verbose).".to_owned()),
        number => Some(format!("{number} files are not templates (list them with --verbose).")),
    }
}

fn some(number: usize) -> Option<usize> {
    (number > 0).then_some(number)
}

/// `1 error`, `2 errors`
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(summary: Summary) -> String {
        let mut out = Vec::new();
        write(&mut out, &summary, &ThemeStyles::none()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_and_many_are_told_apart() {
        let one = Summary { files: 1, templates: 1, variants: 1, errors: 1, warnings: 1, ..Summary::default() };
        let journeys = Summary { files: 2, journeys: 2, ..Summary::default() };
        assert_eq!(written(journeys), "Checked 2 journeys (2 files): no findings.\n");
        let both = Summary { journeys: 1, ..one.clone() };
        assert!(written(both).starts_with("Checked 1 template and 1 journey (1 file): 1 error"));
        assert_eq!(
            written(one),
            "Checked 1 template (1 file): 1 error, 1 warning.\nFix the error before you submit.\n"
        );
        let many = Summary {
            files: 2,
            templates: 3,
            variants: 5,
            errors: 2,
            notes: 2,
            fixable: 3,
            safely_fixable: 2,
            ..Summary::default()
        };
        assert_eq!(
            written(many),
            "Checked 3 templates in 5 language versions (2 files): 2 errors, 2 notes.\n\
             Fix the errors before you submit.\n3 findings come with a fix: --fix applies 2 of them, \
             --unsafe-fixes also those that change the wording.\n"
        );
    }

    #[test]
    fn a_clean_run_is_ready_to_submit() {
        let clean = Summary { files: 1, templates: 1, variants: 2, suppressed: 1, others: 4, ..Summary::default() };
        assert_eq!(
            written(clean),
            "Checked 1 template in 2 language versions (1 file): no findings.\nNo problems found. Ready to submit.\n\
             Not shown: 1 suppressed.\n4 files are not templates (list them with --verbose).\n"
        );
    }

    #[test]
    fn what_the_baseline_knows_is_not_ready_to_submit() {
        let known = Summary { files: 1, templates: 1, variants: 1, notes: 1, baselined: 2, ..Summary::default() };
        assert_eq!(
            written(known),
            "Checked 1 template (1 file): 1 note.\nNo errors or warnings beyond those that the baseline knows.\n\
             Not shown: 2 known from the baseline.\n"
        );
    }

    #[test]
    fn nothing_is_ready_that_was_not_checked() {
        let unchecked = Summary { files: 2, templates: 1, variants: 1, unchecked: 1, ..Summary::default() };
        assert_eq!(
            written(unchecked),
            "Checked 1 template (2 files): no findings.\n1 file could not be checked; see above.\n"
        );
        assert_eq!(written(Summary::default()), "Checked no template: no findings.\n");
    }
}
