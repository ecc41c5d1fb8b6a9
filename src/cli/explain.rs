//! `walint explain`: a rule's page, or what a code of Meta's means, in the terminal.

use std::io;

use crate::finding::sanitize;
use crate::rules;
use crate::text::similar::nearest;

use super::Exit;
use super::args::ExplainArgs;
use super::explain_code::{self, Number};
use super::markdown;
use super::terminal::Terminal;

/// Shows what was asked for, or says what was probably meant.
pub fn run(args: &ExplainArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    if let Some(number) = Number::read(&args.what) {
        return explain_code::run(number, terminal);
    }
    let Some(entry) = rules::by_id(args.what.trim()) else {
        terminal.complain(&unknown(&args.what));
        return Ok(Exit::Usage);
    };
    let rule = entry.metadata;
    let out = terminal.out();
    markdown::write(out, rule.page)?;
    writeln!(out)?;
    if let Some(code) = rule.meta() {
        writeln!(out, "Meta's code: {code}")?;
    }
    for source in rule.sources {
        writeln!(out, "Source: {} ({})", source.url, source.date)?;
    }
    Ok(Exit::Clean)
}

fn unknown(written: &str) -> String {
    let written = sanitize(written);
    let ids = || rules::all().iter().map(|entry| entry.metadata.id);
    // The half behind the slash is what people remember.
    let near = nearest(&written, ids()).or_else(|| {
        let half = written.rsplit('/').next().unwrap_or(&written);
        let halves = ids().filter_map(|id| id.rsplit('/').next());
        nearest(half, halves).and_then(|near| ids().find(|id| id.rsplit('/').next() == Some(near)))
    });
    let hint = near.map_or_else(
        || "`walint rules` lists all of them".to_owned(),
        |near| format!("did you mean `walint explain {near}`?"),
    );
    format!("there is no rule `{written}`; {hint}")
}
