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

pub use exit::Exit;

use args::{Cli, Command};
use terminal::Terminal;

/// Runs the program on a command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not errors; a reader who has gone away is not ours to mind.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Clean };
            drop(error.print());
            return exit;
        }
    };
    let mut terminal = Terminal::new(cli.color);
    let done = match &cli.command {
        None => watch::run(&cli.check, &mut terminal),
        Some(Command::Check(check)) => watch::run(check, &mut terminal),
        Some(Command::Convert(convert)) => convert::run(convert, &mut terminal),
        Some(Command::Preview(preview)) => preview::run(preview, &mut terminal),
        Some(Command::Windows(windows)) => windows::run(windows, &mut terminal),
        Some(Command::Category(category)) => category::run(category, &mut terminal),
        Some(Command::Explain(explain)) => explain::run(explain, &mut terminal),
        Some(Command::Rules(rules)) => rules::run(rules, &mut terminal),
        Some(Command::Stream(stream)) => stream::run(stream, &mut terminal),
        Some(Command::Variants(variants)) => variants::run(variants, &mut terminal),
        Some(Command::Init(init)) => init::run(init, &mut terminal),
        Some(Command::Config(config)) => config::run(config, &mut terminal),
        Some(Command::Schema(schema)) => schema::run(schema, &mut terminal),
        Some(Command::Completions(completions)) => completions::run(completions, &mut terminal),
        Some(Command::Man(man)) => man::run(man, &mut terminal),
    };
    let done = done.and_then(|exit| terminal.flush().map(|()| exit));
    match done {
        Ok(exit) => exit,
        // `walint ... | head -1` has what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(error) => {
            terminal.complain(&format!("the output could not be written: {error}"));
            Exit::Unchecked
        }
    }
}
