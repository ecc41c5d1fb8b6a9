//! `walint rules`: the list of all rules.

use std::io::{self, Write};

use crate::rules;

use super::Exit;
use super::args::{RulesArgs, RulesFormat};
use super::rules_page;
use super::terminal::Terminal;

/// Lists the rules.
pub fn run(args: &RulesArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let out = terminal.out();
    match args.format {
        RulesFormat::Human => table(out)?,
        RulesFormat::Markdown => rules_page::write(out)?,
        RulesFormat::Json => {
            let all: Vec<_> = rules::all().iter().map(|entry| entry.metadata).collect();
            serde_json::to_writer_pretty(&mut *out, &all)?;
            writeln!(out)?;
        }
    }
    Ok(Exit::Clean)
}

fn table(out: &mut dyn Write) -> io::Result<()> {
    let width = rules::all().iter().map(|entry| entry.metadata.id.len()).max().unwrap_or(0);
    let mut family = "";
    for entry in rules::all() {
        let rule = entry.metadata;
        if rule.family() != family {
            if !family.is_empty() {
                writeln!(out)?;
            }
            family = rule.family();
        }
        writeln!(out, "{:width$}  {:7}  {}", rule.id, rule.severity.name(), rule.summary)?;
    }
    writeln!(out, "\n{} rules. `walint explain RULE` says more about one.", rules::all().len())
}
