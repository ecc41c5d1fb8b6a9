//! `walint completions`: what a shell offers when the Tab key is pressed.

use std::io;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;

use crate::init::starters;
use crate::rules;

use super::Exit;
use super::args::Cli;
use super::terminal::Terminal;

#[derive(Debug, Args)]
#[command(after_help = HOW)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

const HOW: &str = "Bash: walint completions bash > ~/.local/share/bash-completion/completions/walint\n\
    Zsh:  walint completions zsh > a folder of $fpath, as the file _walint\n\
    Fish: walint completions fish > ~/.config/fish/completions/walint.fish";

/// Writes the completions.
pub fn run(args: &CompletionsArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "walint", &mut script);
    terminal.out().write_all(&script)?;
    Ok(Exit::Clean)
}

/// The command line, with the names that can be said where any text is taken.
fn command() -> Command {
    let rules = || rules::all().iter().map(|entry| entry.metadata.id);
    let mut families: Vec<&str> = rules::all().iter().map(|entry| entry.metadata.family()).collect();
    families.dedup();
    let selectors = || PossibleValuesParser::new(families.iter().copied().chain(rules()));
    let selects = |command: Command| {
        command
            .mut_arg("select", |arg| arg.value_parser(selectors()))
            .mut_arg("ignore", |arg| arg.value_parser(selectors()))
    };
    let templates = || PossibleValuesParser::new(starters().iter().map(|starter| starter.name).chain(["none"]));
    selects(Cli::command())
        .mut_subcommand("check", selects)
        .mut_subcommand("explain", |command| {
            command.mut_arg("what", |arg| arg.value_parser(PossibleValuesParser::new(rules())))
        })
        .mut_subcommand("init", |command| command.mut_arg("template", |arg| arg.value_parser(templates())))
}
