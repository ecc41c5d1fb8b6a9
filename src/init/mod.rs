//! What a project starts with: a first template, the configuration, the hook and the CI step, as texts.

mod files;
mod starter;

pub use files::{Ci, Place, config, github, gitlab, hook, hook_entry};
pub use starter::{Starter, language_name, starters};
