//! The configuration that a command works with.

use std::path::{Path, PathBuf};

use crate::config::{self, Config, FILE_SIZE, Loaded, Root};
use crate::input::DiskConfigs;

/// The configuration that was named, else the nearest one, else none, with what it extends.
pub fn load(named: Option<&Path>) -> Loaded {
    let here = std::env::current_dir().unwrap_or_default();
    let Some(path) = named.map(Path::to_path_buf).or_else(|| config::discover(&here)) else {
        return Loaded {
            config: Config { root: Root::new(Path::new(""), &here), ..Config::default() },
            ..Loaded::default()
        };
    };
    let root = Root::new(path.parent().unwrap_or(Path::new("")), &here);
    let file = DiskConfigs::read(&path, &name(&path, named.is_some(), &here));
    let mut loaded = config::load(&file, &DiskConfigs::beside(&path));
    loaded.config.root = root;
    loaded
}

/// How people call the file: as they named it, else as seen from where they are.
fn name(path: &Path, named: bool, here: &Path) -> String {
    if named {
        return path.display().to_string().replace('\\', "/");
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let up = here.strip_prefix(folder).map_or(0, |below| below.components().count());
    "../".repeat(up) + config::FILE_NAME
}

/// The same, where nothing is wrong with it.
///
/// # Errors
/// What is wrong with it, with the places.
pub fn configuration(named: Option<&Path>) -> Result<Config, Vec<String>> {
    let loaded = load(named);
    if loaded.mistakes.is_empty() { Ok(loaded.config) } else { Err(told(&loaded)) }
}

/// What is wrong with a configuration.
pub fn told(loaded: &Loaded) -> Vec<String> {
    loaded.mistakes.iter().map(ToString::to_string).collect()
}

/// The files of the configuration, also where something is wrong with them.
pub fn files(named: Option<&Path>) -> Vec<PathBuf> {
    load(named).files.into_iter().map(|(_, path)| path).collect()
}

/// The largest file that is read: as the command line says, else as the configuration does.
pub fn file_size(said: Option<u64>, config: &Config) -> u64 {
    said.or(config.limits.file_size).unwrap_or(FILE_SIZE)
}
