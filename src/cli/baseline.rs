//! The file of the baseline: `--baseline` and `--write-baseline`.

use std::fs;
use std::path::Path;

use crate::check::Report;
use crate::config::{Config, Place, Root};
use crate::input::{Found, Trouble, read_file};
use crate::suppress::Baseline;

use super::Exit;
use super::args::CheckArgs;
use super::output::write_file;
use super::terminal::Terminal;

/// The largest baseline that is read, in bytes.
const BASELINE_SIZE: u64 = 64 * 1024 * 1024;
/// So many findings that are gone are named.
const NAMED: usize = 5;

/// What the command line says about a baseline.
pub struct Plan {
    known: Option<Baseline>,
}

impl Plan {
    /// Reads the baseline, and sees that nothing else is written over.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the file.
    pub fn new(args: &CheckArgs, config: &Config) -> Result<Self, String> {
        if let Some(path) = args.write_baseline.as_deref().filter(|path| path.exists()) {
            read(path).map_err(|reason| format!("{} is not written over: {reason}", path.display()))?;
        }
        let Some((path, place)) = in_use(args, config) else { return Ok(Self { known: None }) };
        let known = read(path).map_err(|reason| {
            let (named, path) = (place.map(|place| format!("{place}: ")).unwrap_or_default(), shown(path));
            match Path::new(&path).exists() {
                true => format!("{named}{path} can not be used: {reason}"),
                false => format!("{named}there is no baseline {path}; `--write-baseline {path}` makes one"),
            }
        })?;
        Ok(Self { known: Some(known) })
    }

    /// Writes the baseline that is asked for, and takes out of the report what is known.
    ///
    /// # Errors
    /// What the run ends with where the file can not be written.
    pub fn follow(
        &self,
        args: &CheckArgs,
        report: &mut Report,
        root: &Root,
        terminal: &mut Terminal,
    ) -> Result<(), Exit> {
        let gone = |file: &str| !root.full(file).exists();
        if let Some(known) = &self.known {
            let stale = known.silence(report, root, gone);
            if !stale.is_empty() && !args.quiet {
                terminal.complain(&told(&stale));
            }
        }
        let Some(path) = &args.write_baseline else { return Ok(()) };
        let baseline = Baseline::of(report, root);
        let text = baseline.write().map_err(|_| Exit::Unchecked)?;
        write_file(path, text.as_bytes()).map_err(|failure| {
            terminal.complain(&failure.message);
            failure.exit
        })?;
        if !args.quiet {
            let (count, path) = (findings(baseline.len()), path.display());
            terminal.complain(&format!("wrote {count} to {path}; `--baseline {path}` hides them from now on"));
        }
        baseline.silence(report, root, gone);
        Ok(())
    }
}

/// Whether a file is the baseline of the run, and so no template.
pub fn is_baseline(path: &Path, args: &CheckArgs, config: &Config) -> bool {
    let known = config.baseline.as_ref().map(|named| &named.path);
    let mut files = [args.baseline.as_ref(), args.write_baseline.as_ref(), known].into_iter().flatten().peekable();
    if files.peek().is_none() {
        return false;
    }
    let Ok(path) = fs::canonicalize(path) else { return false };
    files.any(|known| fs::canonicalize(known).is_ok_and(|known| known == path))
}

/// The baseline of the command line, else that of the configuration. None while one is written: it holds everything.
fn in_use<'a>(args: &'a CheckArgs, config: &'a Config) -> Option<(&'a Path, Option<&'a Place>)> {
    let configured = || {
        let named = config.baseline.as_ref().filter(|_| args.write_baseline.is_none())?;
        Some((named.path.as_path(), Some(&named.place)))
    };
    args.baseline.as_deref().map(|path| (path, None)).or_else(configured)
}

/// A path as seen from where people are, if it is below that.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}

fn read(path: &Path) -> Result<Baseline, String> {
    let found = Found { path: path.to_path_buf(), name: path.display().to_string(), named: true, trouble: None };
    let source = read_file(&found, BASELINE_SIZE);
    match source.trouble() {
        None => Baseline::read(source.text()),
        Some(Trouble::Unreadable(reason)) => Err(reason.clone()),
        Some(Trouble::TooLarge { .. }) => Err("it is too large".to_owned()),
        Some(Trouble::Utf16 | Trouble::InvalidUtf8 | Trouble::Nul) => Err("it is not UTF-8 text".to_owned()),
    }
}

fn told(stale: &[String]) -> String {
    let named = stale.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if stale.len() > NAMED { format!(", and {} more", stale.len() - NAMED) } else { String::new() };
    let are = if stale.len() == 1 { "is" } else { "are" };
    let kinds = if stale.len() == 1 { "one entry".to_owned() } else { format!("{} entries", stale.len()) };
    format!("{kinds} of the baseline {are} no longer needed: {named}{more}; `--write-baseline` writes it anew")
}

fn findings(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}
