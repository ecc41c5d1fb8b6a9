//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::finding::Severity;

/// Checks WhatsApp message templates before you submit them to Meta.
///
/// Says at the exact character what Meta will refuse, approve under a dearer category or show badly, why, and what
/// to write instead.
#[derive(Debug, Parser)]
#[command(name = "walint", version, args_conflicts_with_subcommands = true, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub check: CheckArgs,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true, value_name = "WHEN")]
    pub color: Color,
}

const EXIT_CODES: &str = "Exit codes: 0 nothing to fix, 1 findings at or above --fail-on, \
    2 wrong command line, 3 something could not be checked.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check template files (the default).
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Show how messages look to their recipients.
    Preview(PreviewArgs),
    /// Show what messages read as (MARKETING, UTILITY or a passcode), and the words that say so.
    Category(CategoryArgs),
    /// Explain a rule, or one of Meta's error codes: what it means, why, and what to do.
    Explain(ExplainArgs),
    /// List all rules.
    Rules(RulesArgs),
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files and folders to check, or `-` for standard input. Without any: `templates/` where it exists, else
    /// this folder.
    pub paths: Vec<PathBuf>,
    /// How to write the findings.
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// The mildest severity that makes the run fail.
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// Only these rules or families (`variables/edge`, `buttons`), separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<String>,
    /// Not these rules or families, separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<String>,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Show errors only, and no summary.
    #[arg(long, short)]
    pub quiet: bool,
    /// Also list the files that are not templates.
    #[arg(long, short, conflicts_with = "quiet")]
    pub verbose: bool,
    /// The name that findings in standard input carry.
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<String>,
    /// The largest file that is read, in bytes.
    #[arg(long, default_value_t = 1024 * 1024, value_name = "BYTES")]
    pub max_file_size: u64,
    /// Do not fail when there is no template to check.
    #[arg(long)]
    pub allow_empty: bool,
    /// How many threads to use; by default one per core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub threads: Option<u16>,
}

#[derive(Debug, Args)]
pub struct PreviewArgs {
    /// Files and folders with templates.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to show the messages.
    #[arg(long, value_enum, default_value_t = PreviewFormat::Human, value_name = "FORMAT")]
    pub format: PreviewFormat,
    /// The file to write; by default standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only these languages, such as `es` or `pt_BR`, separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "CODE")]
    pub language: Vec<String>,
    /// Show the variables instead of their samples (JSON always has both).
    #[arg(long)]
    pub raw: bool,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The largest file that is read, in bytes.
    #[arg(long, default_value_t = 1024 * 1024, value_name = "BYTES")]
    pub max_file_size: u64,
}

#[derive(Debug, Args)]
pub struct CategoryArgs {
    /// Files and folders with templates.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The largest file that is read, in bytes.
    #[arg(long, default_value_t = 1024 * 1024, value_name = "BYTES")]
    pub max_file_size: u64,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule, such as `variables/edge`, or a code of Meta's, such as 2388299 or 100/2388299.
    pub what: String,
}

#[derive(Debug, Args)]
pub struct RulesArgs {
    /// How to write the list.
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PreviewFormat {
    /// Drawn in the terminal.
    Human,
    /// A page for the browser, with the findings beside each message.
    Html,
    /// For programs.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// To a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Note,
    /// Findings never make the run fail.
    Never,
}

impl FailOn {
    /// Whether a finding of that severity makes the run fail.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}
