//! The command line: one file per command.

mod args;
mod baseline;
mod category;
mod changed;
mod check;
mod completions;
mod config;
mod configuration;
mod convert;
mod convert_output;
mod destination;
mod exit;
mod explain;
mod explain_code;
mod fix;
mod follow;
mod formats;
mod init;
mod man;
mod markdown;
mod output;
mod panics;
mod pictures;
mod preview;
mod rules;
mod rules_page;
mod schema;
mod statistics;
mod stream;
mod terminal;
mod variants;
mod watch;
mod windows;
mod writable;

use std::ffi::OsString;
use std::io;

use clap::Parser;

use crate::caught::caught;
use crate::rules::Entry;

pub use exit::Exit;

use args::{Cli, Color, Command};
use terminal::Terminal;

/// Runs the program on a command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    run_with(arguments, &[])
}

/// Runs the program on a command line; `check` follows these rules, too.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>, rules: &[Entry]) -> Exit {
    panics::tell_only_where();
    let mut cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not errors; a reader who has gone away is not ours to mind.
            if !error.use_stderr() {
                drop(error.print());
                return Exit::Clean;
            }
            Terminal::new(Color::Auto).refuse(&error.render().to_string());
            return Exit::Usage;
        }
    };
    let check = match &mut cli.command {
        Some(Command::Check(check)) => check,
        _ => &mut cli.check,
    };
    check.extra = rules.to_vec();
    let mut terminal = Terminal::new(cli.color);
    let done = match caught(|| command(&cli, &mut terminal)) {
        Ok(done) => done,
        Err(message) => {
            terminal.complain(&format!("internal error: {message}"));
            return Exit::Unchecked;
        }
    };
    match done {
        Ok(exit) => exit,
        Err(error) => {
            terminal.complain(&format!("the output could not be written: {error}"));
            Exit::Unchecked
        }
    }
}

/// Does what the command line asks for.
fn command(cli: &Cli, terminal: &mut Terminal) -> io::Result<Exit> {
    let done = match &cli.command {
        None => watch::run(&cli.check, terminal),
        Some(Command::Check(check)) => watch::run(check, terminal),
        Some(Command::Convert(convert)) => convert::run(convert, terminal),
        Some(Command::Preview(preview)) => preview::run(preview, terminal),
        Some(Command::Windows(windows)) => windows::run(windows, terminal),
        Some(Command::Category(category)) => category::run(category, terminal),
        Some(Command::Explain(explain)) => explain::run(explain, terminal),
        Some(Command::Rules(rules)) => rules::run(rules, terminal),
        Some(Command::Stream(stream)) => stream::run(stream, terminal),
        Some(Command::Variants(variants)) => variants::run(variants, terminal),
        Some(Command::Init(init)) => init::run(init, terminal),
        Some(Command::Config(config)) => config::run(config, terminal),
        Some(Command::Schema(schema)) => schema::run(schema, terminal),
        Some(Command::Completions(completions)) => completions::run(completions, terminal),
        Some(Command::Man(man)) => man::run(man, terminal),
    };
    done.and_then(|exit| terminal.flush().map(|()| exit))
}
