//! What was set up, and what to do next.

use std::fs;
use std::io::{self, Write};

use crate::finding::sanitize;
use crate::init::{Starter, starters};

use super::New;
use super::args::InitArgs;
use super::plan::{self, Plan};
use super::surroundings::Surroundings;
use super::write::Outcome;

/// What is still to be told at the end.
#[derive(Debug, Default)]
pub struct Told {
    /// How wide the longest path is.
    width: usize,
    /// Files that were there, with what is to be added to each by hand.
    additions: Vec<(String, String)>,
    written: bool,
}

impl Told {
    /// Nothing yet, about files whose longest path is that wide.
    pub fn of_width(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// Tells what became of a file.
    pub fn file(&mut self, outcome: Outcome, new: New<'_>, out: &mut dyn Write) -> io::Result<()> {
        let (path, width) = (sanitize(&new.path), self.width);
        match outcome {
            Outcome::Written => {
                self.written = true;
                writeln!(out, "wrote  {path:width$}  {}", new.purpose)
            }
            Outcome::Kept => {
                let there = fs::read_to_string(new.root.join(&new.path)).unwrap_or_default();
                // A file that speaks of walint already needs nothing.
                self.additions
                    .extend(new.addition.filter(|_| !there.contains("walint")).map(|text| (new.path.clone(), text)));
                writeln!(out, "kept   {path:width$}  it was there already")
            }
        }
    }
}

/// Tells what to do next.
pub fn next(told: &Told, args: &InitArgs, around: &Surroundings, plan: &Plan, out: &mut dyn Write) -> io::Result<()> {
    for (path, addition) in &told.additions {
        writeln!(out, "\n{} is yours, so add this to it:\n\n{addition}", sanitize(path))?;
    }
    let mut steps = Vec::new();
    if let Some(folder) = &args.folder {
        steps.push((format!("cd {}", sanitize(&folder.display().to_string())), "go there".to_owned()));
    }
    let templates = sanitize(args.templates.trim_end_matches('/'));
    let usual = &*templates == "templates";
    if let Some((starter, languages)) = &plan.starter {
        let lacking = plan::missing(starter, &plan.languages);
        let translate = match lacking.as_slice() {
            [] => "put your own words into it".to_owned(),
            lacking => format!("put your own words into it; {} is still to be written", plan::named(lacking)),
        };
        // In a language nobody asked for, it is a text to translate.
        let foreign = languages.iter().any(|code| !plan.languages.contains(code)) && !plan.languages.is_empty();
        let translate = if foreign { format!("translate it into {}", plan::named(&plan.languages)) } else { translate };
        steps.push((format!("{templates}/{}.yaml", starter.name), translate));
    }
    let folder = if usual { String::new() } else { format!(" {templates}/") };
    steps.push((format!("walint check{folder}"), "says what Meta would refuse, and what to write instead".to_owned()));
    steps.push((format!("walint preview {templates}/"), "shows how the messages look".to_owned()));
    if plan.hook {
        let wait = if around.is_repository { "" } else { "git init && " };
        steps.push((format!("{wait}pre-commit install"), "switches the hook on".to_owned()));
    }
    writeln!(out, "{}\nNext:", if told.written { "" } else { "\nNothing was written: all of it is there." })?;
    let width = steps.iter().map(|(what, _)| what.chars().count()).max().unwrap_or(0);
    for (what, why) in steps {
        writeln!(out, "  {what:width$}  {why}")?;
    }
    Ok(())
}

/// Lists the templates to start from.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    let width = starters().iter().map(|starter| starter.name.len()).max().unwrap_or(0);
    let mut category = "";
    for Starter { name, .. } in starters() {
        let Some(starter) = Starter::named(name) else { continue };
        if starter.category != category {
            writeln!(out, "{}{}", if category.is_empty() { "" } else { "\n" }, starter.category)?;
            category = starter.category;
        }
        writeln!(out, "  {name:width$}  {}", starter.about())?;
        writeln!(out, "  {:width$}  {}", "", starter.languages().join(", "))?;
    }
    writeln!(out, "\n`walint init --template NAME --language CODE,CODE` starts from one of them.")
}
