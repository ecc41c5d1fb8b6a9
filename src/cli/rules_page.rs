//! `walint rules --format markdown`: one page that leads to the pages of all rules, kept as `rules/README.md`.

use std::io::{self, Write};

use crate::rules::{self, Entry, Fixable, Metadata};

const HEAD: &str = "# The rules

Made by `walint rules --format markdown` from the pages of the rules; a test fails where it is not up to date. Each page
says what its rule looks for, why, and what to do, with its sources and their dates; the examples on it are run as tests.
`walint explain RULE` shows it in the terminal.

`error`: Meta's API refuses it, or the message fails when it is sent. `warning`: it may be refused, cost more or look wrong.
`note`: it could be better. *fix*: `walint check --fix` puts it right; *fix, changes words*: with `--unsafe-fixes`.
";

/// Writes the page.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write) -> io::Result<()> {
    let families: Vec<&[Entry]> = rules::all().chunk_by(|one, next| family(one) == family(next)).collect();
    writeln!(out, "{HEAD}\n{} rules in {} families:", rules::all().len(), families.len())?;
    for rules in &families {
        let name = rules.first().map_or("", family);
        writeln!(out, "[{name}](#{name}) ({})", rules.len())?;
    }
    families.into_iter().try_for_each(|rules| table(rules, out))
}

fn table(rules: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "\n## {}\n\n| rule | | what it tells | fix | Meta's code |\n|---|---|---|---|---|",
        rules.first().map_or("", family)
    )?;
    for Entry { metadata: rule, .. } in rules {
        writeln!(
            out,
            "| [{id}]({id}.md) | {} | {} | {} | {} |",
            rule.severity.name(),
            rule.summary.replace('|', "\\|"),
            fix(rule),
            code(rule),
            id = rule.id,
        )?;
    }
    Ok(())
}

fn family(entry: &Entry) -> &'static str {
    entry.metadata.family()
}

fn fix(rule: &Metadata) -> &'static str {
    match rule.fix {
        Fixable::None => "",
        Fixable::Safe => "fix",
        Fixable::Unsafe => "fix, changes words",
    }
}

fn code(rule: &Metadata) -> String {
    rule.code.map(|code| code.to_string()).unwrap_or_default()
}
