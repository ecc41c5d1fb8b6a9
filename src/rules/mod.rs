//! The rules: what they are told, what they can say, and the list of all of them.

mod choice;
mod context;
mod file;
mod files;
mod groups;
mod length;
mod metadata;
mod outline;
mod plain;
mod roster;
mod values;
mod walk;

pub mod authentication;
pub mod body;
pub mod buttons;
pub mod carousel;
pub mod category;
pub mod commerce;
pub mod config;
pub mod footer;
pub mod formatting;
pub mod header;
pub mod identity;
pub mod journey;
pub mod language;
pub mod links;
pub mod media;
pub mod offer;
pub mod policy;
pub mod suppression;
pub mod syntax;
pub mod variables;
pub mod variants;

use std::fmt;

pub use context::{Context, Surroundings};
pub use file::File;
pub use files::Files;
pub(crate) use groups::groups;
pub use metadata::{Fixable, Metadata, Reference};
pub use outline::Outline;
pub(crate) use outline::name_hash;
pub use roster::Roster;
pub use walk::{Failure, Told, check_comments, check_file, check_group, check_run};

use crate::suppress::Ignore;
use crate::template::{Button, Surface, Template, Text, Variant};

/// What the files of rules begin with.
pub(crate) mod prelude {
    pub(crate) use super::{Context, File, Files, Rule};
    pub(crate) use crate::finding::{Confidence, Outcome, Severity};
    pub(crate) use crate::policy::{self, limits};
    pub(crate) use crate::template::*;
    pub(crate) use crate::text::{Variable, VariableKind};
}

/// One rule. It implements the level it needs and says what it finds through the [`Context`]; what the rule is
/// called and how serious it is stands on its page, `rules/<family>/<rule>.md`. At a level that a rule leaves as it is
/// here, it is asked once in a run.
pub trait Rule: Sync {
    /// A file as YAML or JSON.
    fn file(&self, _file: &File, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// A template with all its variants.
    fn template(&self, _template: &Template, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// A template in one language.
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// Any text that people read: header, body, footer, labels, card bodies, URLs.
    fn text(&self, _text: &Text, _surface: Surface, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// A list of buttons, of the message or of a card.
    fn buttons(&self, _buttons: &[Button], cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// One button.
    fn button(&self, _button: &Button, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// A group of files that share a name or a text, which most often is one file by itself. A file may be asked about
    /// twice, first alone: then only what is said about its group counts.
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// All files of the run together. What they hold is not at hand: who asks for the content of each file has all of
    /// them understood again, and held at once. Most of what is asked about all files stands in their outlines.
    fn run(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        cx.leave_out();
    }
    /// The comments for walint in a file, after they have silenced what all others say.
    fn comments(&self, _ignores: &[Ignore], cx: &mut Context<'_>) {
        cx.leave_out();
    }
}

/// A rule with what its page says about it.
#[derive(Clone, Copy)]
pub struct Entry {
    /// From the page.
    pub metadata: &'static Metadata,
    /// The code.
    pub rule: &'static dyn Rule,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.metadata.id)
    }
}

/// Every rule, sorted by id.
pub fn all() -> &'static [Entry] {
    ALL
}

/// The rule of that id.
pub fn by_id(id: &str) -> Option<&'static Entry> {
    ALL.binary_search_by(|entry| entry.metadata.id.cmp(id)).ok().map(|at| &ALL[at])
}

// `static ALL: &[Entry]`, made by the build from the pages under rules/.
include!(concat!(env!("OUT_DIR"), "/registry.rs"));
