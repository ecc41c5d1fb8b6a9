//! Where output goes: colours only where they are wanted, errors apart from results.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};

use crate::finding::sanitize;
use crate::report::guard;

use super::args::Color;

/// The two streams of the process.
pub struct Terminal {
    out: BufWriter<AutoStream<io::Stdout>>,
    err: AutoStream<io::Stderr>,
    choice: ColorChoice,
}

impl Terminal {
    /// Streams that show colours as asked; by themselves only to a terminal and without `NO_COLOR`.
    pub fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let err_choice = if color == Color::Auto { AutoStream::choice(&io::stderr()) } else { choice };
        Self {
            out: BufWriter::new(AutoStream::new(io::stdout(), choice)),
            err: AutoStream::new(io::stderr(), err_choice),
            choice,
        }
    }

    /// Where results go.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// Writes what people read. No line of it is a command to the runner of a CI job.
    ///
    /// # Errors
    /// What the stream says.
    pub fn show(&mut self, text: &[u8]) -> io::Result<()> {
        self.out.write_all(guard(&String::from_utf8_lossy(text)).as_bytes())
    }

    /// Where what is told beside the results goes.
    pub fn err(&mut self) -> &mut dyn Write {
        &mut self.err
    }

    /// Whether colours are shown.
    pub fn colour(&self) -> bool {
        self.choice != ColorChoice::Never
    }

    /// Tells the person at the terminal that something is wrong with the run itself.
    pub fn complain(&mut self, message: &str) {
        // With nowhere to complain to, the exit code still says it.
        drop(writeln!(self.err, "walint: {}", guard(&sanitize(message))));
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// What the stream says.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
