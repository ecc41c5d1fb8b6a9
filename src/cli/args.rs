//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config;
use crate::finding::Severity;
use crate::rules::Entry;

use super::changed::ChangedArgs;
use super::completions::CompletionsArgs;
use super::fix::FixArgs;
use super::follow::FollowArgs;
use super::init::InitArgs;
use super::man::ManArgs;
use super::stream::{self, StreamArgs};
use super::watch::WatchArgs;
use super::{destination, formats};

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

const EXIT_CODES: &str = "Exit codes: 0 nothing to fix, 1 findings at or above --fail-on or files changed by --fix, \
    2 wrong command line, 3 something could not be checked.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check template files (the default).
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Turn template files into the requests that the Graph API takes, or the answers of the API into template files.
    #[command(after_help = CONVERT_HELP)]
    Convert(ConvertArgs),
    /// Show how messages look to their recipients.
    Preview(PreviewArgs),
    /// Show when messages of a journey may be sent, as what, and what they cost.
    Windows(WindowsArgs),
    /// Show what messages read as (MARKETING, UTILITY or a passcode), and the words that say so.
    Category(CategoryArgs),
    /// Explain a rule, or one of Meta's error codes: what it means, why, and what to do.
    Explain(ExplainArgs),
    /// List all rules.
    Rules(RulesArgs),
    /// Check one template a line, from standard input to standard output, as many as there are.
    #[command(after_help = stream::HELP)]
    Stream(StreamArgs),
    /// Show which templates exist in which languages, and which of them differ.
    Variants(VariantsArgs),
    /// Set up a project: a first template, the configuration, a hook and a CI step. Asks, and overwrites nothing.
    Init(InitArgs),
    /// Show the configuration that is in force, and where each value comes from.
    Config(ConfigArgs),
    /// Write a JSON Schema, with which editors complete and check template files and `walint.yaml`.
    #[command(after_help = SCHEMA_HELP)]
    Schema(SchemaArgs),
    /// Write the completions for your shell.
    Completions(CompletionsArgs),
    /// Write the pages for `man`.
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files and folders to check, or `-` for standard input. Without any: `templates/` where it exists, else
    /// this folder.
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub changed: ChangedArgs,
    #[command(flatten)]
    pub fix: FixArgs,
    /// How to write the findings; by default for people, and as annotations where GITHUB_ACTIONS is `true`.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<formats::Format>,
    /// Write a report to a file: `sarif=walint.sarif` beside what is printed, any number of times; or a file name
    /// alone instead of printing.
    #[arg(long, short, value_name = "[FORMAT=]FILE", value_parser = destination::Output::parse)]
    pub output: Vec<destination::Output>,
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
    /// Hide the findings that this file knows, so that only new ones are told.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to this file, for `--baseline`.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
    /// Show errors only, and no summary. Formats for programs always hold everything.
    #[arg(long, short)]
    pub quiet: bool,
    /// Also list the files that are not templates.
    #[arg(long, short, conflicts_with = "quiet")]
    pub verbose: bool,
    /// The name that findings in standard input carry.
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<String>,
    /// The largest file that is read: bytes, or `500KB`, `2MiB`. By default as `limits.file_size` of the configuration
    /// says, else 1MiB.
    #[arg(long, value_name = "SIZE", value_parser = config::size)]
    pub max_file_size: Option<u64>,
    /// Do not fail when there is no template to check.
    #[arg(long)]
    pub allow_empty: bool,
    /// How many threads to use; by default one per core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub threads: Option<u16>,
    /// Say how often each rule has something to say, instead of what it says.
    #[arg(long)]
    pub statistics: bool,
    #[command(flatten)]
    pub follow: FollowArgs,
    #[command(flatten)]
    pub watch: WatchArgs,
    /// Rules that the program brings along beside ours.
    #[arg(skip)]
    pub extra: Vec<Entry>,
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
    /// The largest file that is read: bytes, or `500KB`, `2MiB`. By default as `limits.file_size` of the configuration
    /// says, else 1MiB.
    #[arg(long, value_name = "SIZE", value_parser = config::size)]
    pub max_file_size: Option<u64>,
}

const CONVERT_HELP: &str = "Nothing is lost on the way: keys that walint does not know are carried along. \
    Comments are kept in YAML. One request is written as an object, several as a list. \
    Exit codes: 0 done, 2 wrong command line or the file exists, 3 something could not be converted.";

#[derive(Debug, Args)]
pub struct ConvertArgs {
    /// Files and folders with templates, or `-` for standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The form to write; by default the one that the files are not in.
    #[arg(long, value_enum, value_name = "FORM")]
    pub to: Option<Target>,
    /// The file to write, or a folder for one file each; by default standard output.
    #[arg(long, short, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,
    /// Overwrite files that exist.
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Leave out what the API does not take: what Meta adds (`id`, `status`), and the paths of local files.
    #[arg(long)]
    pub for_submission: bool,
    /// The largest file that is read: bytes, or `500KB`, `2MiB`.
    #[arg(long, default_value = "1MiB", value_name = "SIZE", value_parser = config::size)]
    pub max_file_size: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Requests of the Graph API in JSON, one for each language.
    Graph,
    /// For people, in YAML: all languages of a name in one place.
    Authoring,
}

#[derive(Debug, Args)]
pub struct WindowsArgs {
    /// Files and folders with journeys, and with the templates they name.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to show the journeys.
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// Your prices by market, as YAML or CSV. Without it, charges are counted and not priced. Service messages go by
    /// the utility price where they have none of their own, as at Meta.
    #[arg(long, value_name = "FILE")]
    pub rates: Option<PathBuf>,
    /// Two pricing rules to see side by side: R1 (2022), R2 (2023), R3 (July 2025) or R4 (October 2026).
    #[arg(long, value_delimiter = ',', value_name = "A,B")]
    pub compare: Vec<String>,
    /// The largest file that is read: bytes, or `500KB`, `2MiB`.
    #[arg(long, default_value = "1MiB", value_name = "SIZE", value_parser = config::size)]
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
    /// The largest file that is read: bytes, or `500KB`, `2MiB`. By default as `limits.file_size` of the configuration
    /// says, else 1MiB.
    #[arg(long, value_name = "SIZE", value_parser = config::size)]
    pub max_file_size: Option<u64>,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule, such as `variables/edge`, or a code of Meta's, such as 2388299 or 100/2388299.
    pub what: String,
}

#[derive(Debug, Args)]
pub struct RulesArgs {
    /// How to write the list.
    #[arg(long, value_enum, default_value_t = RulesFormat::Human, value_name = "FORMAT")]
    pub format: RulesFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// A list for the terminal.
    Human,
    /// One page with a table for each family, as in `rules/README.md`.
    Markdown,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Show what holds for this file, which need not be there yet, and where each value is written.
    #[arg(long, value_name = "PATH")]
    pub explain: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

const SCHEMA_HELP: &str = "In an editor with the YAML language server, the first line of a file can name its schema:\n  \
    # yaml-language-server: $schema=walint.schema.json\n\
    In VS Code, settings.json can name one for all files:\n  \
    \"yaml.schemas\": {\"./walint.schema.json\": \"templates/**\"}";

#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// What the schema is for.
    #[arg(value_enum, default_value_t = SchemaOf::Template)]
    pub of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// Files with templates or journeys.
    Template,
    /// `walint.yaml`.
    Config,
    /// Files with journeys alone.
    Journey,
}

#[derive(Debug, Args)]
pub struct VariantsArgs {
    /// Files and folders with templates. Without any: `templates/` where it exists, else this folder.
    pub paths: Vec<PathBuf>,
    /// How to write the table.
    #[arg(long, value_enum, default_value_t = MatrixFormat::Human, value_name = "FORMAT")]
    pub format: MatrixFormat,
    /// The configuration to use; by default the nearest `walint.yaml` at or above this folder.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The largest file that is read: bytes, or `500KB`, `2MiB`. By default as `limits.file_size` of the configuration
    /// says, else 1MiB.
    #[arg(long, value_name = "SIZE", value_parser = config::size)]
    pub max_file_size: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MatrixFormat {
    /// A table for the terminal.
    Human,
    /// A table for a page or a pull request.
    Markdown,
    /// For programs, with every difference.
    Json,
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
