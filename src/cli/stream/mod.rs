//! `walint stream`: a template a line, as many as there are, for engines that bring their own machines.

mod chunks;
mod workers;

use std::io::{self, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use clap::Args;

use crate::settings::Settings;
use crate::stream::{Line, Stream, Verdict};
use crate::text::wording::counted;

use super::Exit;
use super::args::FailOn;
use super::check::selectors;
use super::configuration::configuration;
use super::terminal::Terminal;
use chunks::Chunks;

/// What the help says below the options.
pub const HELP: &str = "Each line of standard input is JSON: a template, or a list of them, in the form of the Graph \
    API; or {\"id\": ..., \"template\": {...}}; or {\"id\": ..., \"text\": \"<what a file holds>\", \"path\": \
    \"x.yaml\"}. Each is answered by one line of JSON with its `id` as it was written, in the same order, as soon as \
    it is checked. Lines that can not be checked are answered with `\"status\":\"unchecked\"` and the `reason`, and \
    the run goes on. No file is read but the configuration. Exit codes: 0 nothing to fix, 1 findings at or above \
    --fail-on, 2 wrong command line, 3 a line could not be checked.";

#[derive(Debug, Args)]
pub struct StreamArgs {
    /// The mildest severity that makes the run fail.
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// Exit with 0 whatever the lines are like, for engines that take any other code for a crash. The answers say
    /// what became of each line.
    #[arg(long)]
    pub exit_zero: bool,
    /// Only these rules or families (`variables/edge`, `buttons`), separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<String>,
    /// Not these rules or families, separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<String>,
    /// Leave out the answers to lines that were checked and have no findings.
    #[arg(long)]
    pub only_findings: bool,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The longest line that is read, in bytes.
    #[arg(long, default_value_t = 1024 * 1024, value_name = "BYTES")]
    pub max_line_size: u32,
    /// How many threads to use; by default one per core. Use 1 where the engine runs several of these side by side.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub threads: Option<u16>,
}

/// Answers the lines of standard input.
pub fn run(args: &StreamArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let settings = match settings(args) {
        Ok(settings) => settings,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    let stream = Stream::new(settings, args.only_findings);
    let chunks = Chunks::new(args.max_line_size);
    let threads = args.threads.map_or_else(cores, usize::from);
    let mut out = Output { tally: Tally::default(), out: io::stdout() };
    let done = match threads {
        1 => in_turn(&stream, chunks, &mut out),
        _ => workers::run(stream, chunks, threads, &mut out),
    };
    let read = match done {
        // Whoever read the answers has gone away with what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done?,
    };
    if let Err(error) = read {
        terminal.complain(&format!("standard input can not be read: {error}"));
        return Ok(Exit::Unchecked);
    }
    Ok(out.tally.exit(args, terminal))
}

/// Media files are not looked at: a row of a database must not make walint read local files.
fn settings(args: &StreamArgs) -> Result<Settings, Vec<String>> {
    let config = configuration(args.config.as_deref())?;
    Ok(Settings { select: selectors(&args.select)?, ignore: selectors(&args.ignore)?, config, ..Settings::default() })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// What reading ended with, where nothing went wrong in writing.
type Read = io::Result<()>;

/// Reads, checks and writes on this thread alone.
fn in_turn(stream: &Stream, mut chunks: Chunks, out: &mut Output) -> io::Result<Read> {
    loop {
        let lines = match chunks.next() {
            Ok(Some(lines)) => lines,
            Ok(None) => return Ok(Ok(())),
            Err(error) => return Ok(Err(error)),
        };
        for lines in lines.chunks(chunks::PORTION) {
            out.write(Answers::to(lines, stream))?;
        }
    }
}

/// The answers to some lines, ready to be written.
struct Answers {
    bytes: Vec<u8>,
    tally: Tally,
}

impl Answers {
    fn to(lines: &[Line], stream: &Stream) -> io::Result<Self> {
        let mut answers = Self { bytes: Vec::new(), tally: Tally::default() };
        for line in lines {
            let verdict = stream.answer(line, &mut answers.bytes)?;
            answers.tally.count(verdict);
        }
        Ok(answers)
    }
}

/// Where the answers go, and what they were so far.
struct Output {
    tally: Tally,
    out: io::Stdout,
}

impl Output {
    /// Writes answers, and holds nothing back.
    fn write(&mut self, answers: io::Result<Answers>) -> io::Result<()> {
        let answers = answers?;
        self.tally.add(&answers.tally);
        self.out.write_all(&answers.bytes)?;
        self.out.flush()
    }
}

/// What the exit code depends on.
#[derive(Default)]
struct Tally {
    lines: usize,
    unchecked: usize,
    worst: Option<crate::Severity>,
}

impl Tally {
    fn count(&mut self, verdict: Verdict) {
        self.add(&Self { lines: 1, unchecked: usize::from(!verdict.checked), worst: verdict.worst });
    }

    fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.unchecked += other.unchecked;
        self.worst = self.worst.max(other.worst);
    }

    fn exit(&self, args: &StreamArgs, terminal: &mut Terminal) -> Exit {
        if self.unchecked > 0 {
            let lines = counted(self.lines, "line");
            terminal.complain(&format!("{} of {lines} could not be checked; the answers say why", self.unchecked));
        }
        match self.worst {
            _ if args.exit_zero => Exit::Clean,
            _ if self.unchecked > 0 => Exit::Unchecked,
            Some(worst) if args.fail_on.includes(worst) => Exit::Findings,
            _ => Exit::Clean,
        }
    }
}
