//! What can be said to `walint init`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Default, Args)]
pub struct InitArgs {
    /// The folder to set up; by default this one.
    pub folder: Option<PathBuf>,
    /// The languages you write in, such as `en_US,es`, separated by commas; the first is the one you write first.
    #[arg(long, value_delimiter = ',', value_name = "CODE")]
    pub language: Vec<String>,
    /// What the first template is for.
    #[arg(long, value_enum, ignore_case = true, value_name = "CATEGORY")]
    pub category: Option<Purpose>,
    /// The template to start from, such as `order_shipped`, or `none`; `--list` shows them.
    #[arg(long, value_name = "NAME")]
    pub template: Option<String>,
    /// List the templates to start from, and do nothing else.
    #[arg(long)]
    pub list: bool,
    /// The folder for templates, within the folder to set up.
    #[arg(long, default_value = "templates", value_name = "FOLDER")]
    pub templates: String,
    /// The service that is to check the templates of your repository.
    #[arg(long, value_enum, value_name = "SERVICE")]
    pub ci: Option<Service>,
    /// Whether pre-commit is to check templates before each commit.
    #[arg(long, value_enum, value_name = "WHETHER")]
    pub hook: Option<Whether>,
    /// Ask nothing: take what is usual for all that is not said.
    #[arg(long, short)]
    pub yes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Purpose {
    /// What a customer did or has to know.
    Utility,
    /// Offers, news and invitations.
    Marketing,
    /// One-time codes.
    Authentication,
}

impl Purpose {
    /// All, with the name of the category and what it is for.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Utility, "UTILITY", "what a customer did or has to know: orders, bookings, payments"),
        (Self::Marketing, "MARKETING", "offers, news and invitations"),
        (Self::Authentication, "AUTHENTICATION", "one-time codes; Meta writes the text"),
    ];

    /// The name of the category.
    pub fn category(self) -> &'static str {
        Self::ALL.iter().find(|(purpose, ..)| *purpose == self).map_or("", |(_, name, _)| name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Service {
    /// GitHub Actions.
    Github,
    /// GitLab CI.
    Gitlab,
    /// None.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Whether {
    /// It is.
    Yes,
    /// It is not.
    No,
}
