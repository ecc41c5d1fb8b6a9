//! `walint man`: the pages for `man`, made from the command line itself.

use std::io;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use crate::text::similar::nearest;

use super::Exit;
use super::args::Cli;
use super::output::write_file;
use super::terminal::Terminal;

#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page to write, such as `check`; without it, the page of walint.
    pub command: Option<String>,
    /// Write the pages of walint and of all its commands into this folder.
    #[arg(long, short, value_name = "FOLDER", conflicts_with = "command")]
    pub output: Option<PathBuf>,
}

/// Writes one page, or all of them.
pub fn run(args: &ManArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let pages = pages();
    if let Some(folder) = &args.output {
        for (name, command) in pages {
            if let Err(failure) = write_file(&folder.join(format!("{name}.1")), &page(command)?) {
                terminal.complain(&failure.message);
                return Ok(failure.exit);
            }
        }
        return Ok(Exit::Clean);
    }
    let wanted = args.command.as_ref().map_or("walint".to_owned(), |command| format!("walint-{command}"));
    let names: Vec<String> = pages.iter().map(|(name, _)| name.clone()).collect();
    let Some((_, command)) = pages.into_iter().find(|(name, _)| *name == wanted) else {
        let near = nearest(&wanted, names.iter().map(String::as_str));
        let hint = near.and_then(|near| near.strip_prefix("walint-")).map(|near| format!("; did you mean `{near}`?"));
        terminal.complain(&format!(
            "there is no command `{}`{}",
            args.command.as_deref().unwrap_or_default(),
            hint.unwrap_or_default()
        ));
        return Ok(Exit::Usage);
    };
    terminal.out().write_all(&page(command)?)?;
    Ok(Exit::Clean)
}

/// The commands by the names of their pages, that of walint first.
fn pages() -> Vec<(String, Command)> {
    let mut whole = Cli::command();
    whole.build();
    let commands: Vec<_> = whole
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
        .map(|command| {
            let name = format!("walint-{}", command.get_name());
            (name, command.clone().version(env!("CARGO_PKG_VERSION")))
        })
        .collect();
    std::iter::once(("walint".to_owned(), whole)).chain(commands).collect()
}

fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}
