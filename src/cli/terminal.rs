//! Where output goes: colours only where they are wanted, errors apart from results.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};

use crate::finding::sanitize;
use crate::report::guard;

use super::args::Color;

/// The two streams of the process.
pub struct Terminal {
    out: BufWriter<Reader<AutoStream<io::Stdout>>>,
    err: Reader<AutoStream<io::Stderr>>,
    choice: ColorChoice,
}

/// Whoever reads the results. `walint ... | head -1` goes away with what it wanted; the exit code is for somebody else,
/// and stays what it would have been.
struct Reader<S> {
    stream: S,
    gone: bool,
}

impl<S: Write> Reader<S> {
    fn new(stream: S) -> Self {
        Self { stream, gone: false }
    }

    fn unless_gone<T>(&mut self, done: io::Result<T>, as_if: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(as_if)
            }
            done => done,
        }
    }
}

impl<S: Write> Write for Reader<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gone {
            return Ok(bytes.len());
        }
        let written = self.stream.write(bytes);
        self.unless_gone(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.stream.flush();
        self.unless_gone(flushed, ())
    }
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
            out: BufWriter::new(Reader::new(AutoStream::new(io::stdout(), choice))),
            err: Reader::new(AutoStream::new(io::stderr(), err_choice)),
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

    /// Whether nobody reads the results any longer.
    pub fn reader_is_gone(&self) -> bool {
        self.out.get_ref().gone
    }

    /// Says what is wrong with the command line. It repeats what was written there, by whomever: names of files in a pull
    /// request end up in command lines, too.
    pub fn refuse(&mut self, lines: &str) {
        let safe: String = lines.lines().map(|line| format!("{}\n", sanitize(line))).collect();
        drop(write!(self.err, "{}", guard(&safe)));
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// What the stream says.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
