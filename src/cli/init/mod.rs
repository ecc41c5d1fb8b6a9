//! `walint init`: what a project needs on the first day.

mod args;
mod ask;
mod plan;
mod surroundings;
mod tell;
mod write;

#[cfg(test)]
mod tests;

use std::io::{self, IsTerminal};
use std::path::Path;

use crate::init;

use super::Exit;
use super::terminal::Terminal;
use ask::Asker;
use plan::Plan;
use surroundings::Surroundings;
use tell::{Told, list, next};

pub use args::InitArgs;

/// Sets a folder up.
pub fn run(args: &InitArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    if args.list {
        list(terminal.out())?;
        return Ok(Exit::Clean);
    }
    let folder = args.folder.as_deref().unwrap_or(Path::new("."));
    let around = plan::mistake(args).and_then(|()| {
        Surroundings::of(folder, &args.templates)
            .map_err(|_| format!("there is no folder {} to set up; make it first", folder.display()))
    });
    let plan = around.and_then(|around| plan(args, &around).map(|plan| (around, plan)));
    match plan {
        Ok((around, plan)) => set_up(args, &around, &plan, terminal),
        Err(message) => {
            terminal.complain(&message);
            Ok(Exit::Usage)
        }
    }
}

/// Asks only where somebody can answer.
fn plan(args: &InitArgs, around: &Surroundings) -> Result<Plan, String> {
    let somebody_is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
    if args.yes || !somebody_is_there {
        return plan::decide(args, around);
    }
    let (mut answers, mut out) = (io::stdin().lock(), io::stderr());
    plan::discuss(args, around, &mut Asker::new(&mut answers, &mut out))
        .map_err(|_| "no answer, so nothing was written; `walint init --yes` asks nothing".to_owned())
}

/// A file to be written: the folder, the path from there, what is in it, and what it is for.
struct New<'p> {
    root: &'p Path,
    path: String,
    bytes: Vec<u8>,
    purpose: String,
    /// What to add by hand where the file is there already.
    addition: Option<String>,
}

fn set_up(args: &InitArgs, around: &Surroundings, plan: &Plan, terminal: &mut Terminal) -> io::Result<Exit> {
    let files = files(args, around, plan);
    let width = files.iter().map(|new| new.path.chars().count()).max().unwrap_or(0);
    let mut told = Told::of_width(width);
    for new in files {
        match write::create(new.root, &new.path, &new.bytes) {
            Ok(outcome) => told.file(outcome, new, terminal.out())?,
            Err(error) => {
                terminal.flush()?;
                terminal.complain(&format!("{} could not be written: {error}", new.path));
                return Ok(Exit::Unchecked);
            }
        }
    }
    next(&told, args, around, plan, terminal.out())?;
    Ok(Exit::Clean)
}

fn files<'p>(args: &InitArgs, around: &'p Surroundings, plan: &Plan) -> Vec<New<'p>> {
    let place = around.place(&args.templates);
    let (project, root) = (around.project.as_path(), around.root.as_path());
    let new = |root: &'p Path, path: String, text: String, purpose: &str| New {
        root,
        path,
        bytes: text.into_bytes(),
        purpose: purpose.to_owned(),
        addition: None,
    };
    let config = init::config(&plan.languages);
    let mut files = vec![new(project, "walint.yaml".to_owned(), config, "what your team tells walint once")];
    if let Some((starter, languages)) = &plan.starter {
        let path = format!("{}/{}.yaml", place.templates, starter.name);
        let purpose = format!("your first template, in {}", plan::named(languages));
        files.push(new(project, path, starter.within(languages), &purpose));
        for (media, bytes) in starter.media {
            let path = format!("{}/{media}", place.templates);
            let purpose = "the file it shows; put your own in its place".to_owned();
            files.push(New { root: project, path, bytes: bytes.to_vec(), purpose, addition: None });
        }
    }
    if plan.hook {
        let file = new(root, ".pre-commit-config.yaml".to_owned(), init::hook(&place), "checks each commit");
        files.push(New { addition: Some(format!("repos:\n{}", init::hook_entry(&place))), ..file });
    }
    if let Some(ci) = plan.ci {
        let text = match ci {
            init::Ci::Github => init::github(&place),
            init::Ci::Gitlab => init::gitlab(&place),
        };
        let file = new(root, ci.path().to_owned(), text.clone(), &format!("checks the repository in {}", ci.name()));
        let shared = ci == init::Ci::Gitlab;
        files.push(New { addition: shared.then_some(text), ..file });
    }
    files
}
