//! Where the paths of a configuration start.

use std::path::{Component, Path, PathBuf};

/// The folder of the configuration, and the folder that the files of the run are named from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    config: PathBuf,
    working: PathBuf,
}

impl Root {
    /// Two folders, of which the first may be written as seen from the second.
    pub fn new(config: &Path, working: &Path) -> Self {
        Self { config: normal(&working.join(config)), working: working.to_path_buf() }
    }

    /// The path of a file as seen from the folder of the configuration, with `/` between folders; as it was given
    /// where the file is outside of it.
    pub fn relative(&self, path: &str) -> String {
        let full = normal(&self.working.join(path));
        let inside = full.strip_prefix(&self.config).unwrap_or(Path::new(path));
        inside.to_string_lossy().replace('\\', "/")
    }

    /// The path of a file as seen from a folder. A file outside of it is seen from the nearest folder that holds both,
    /// so that what patterns without a folder in them mean does not depend on where walint is started.
    pub fn seen_from(&self, folder: &Path, path: &str) -> PathBuf {
        let (full, folder) = (normal(&self.working.join(path)), normal(&self.working.join(folder)));
        let shared = full.components().zip(folder.components()).take_while(|(file, folder)| file == folder).count();
        full.components().skip(shared).filter(|part| matches!(part, Component::Normal(_))).collect()
    }

    /// Where a file is that [`Root::relative`] names.
    pub fn full(&self, relative: &str) -> PathBuf {
        self.config.join(relative)
    }
}

/// Takes `.` and `..` out of a path, without asking the disk.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => drop(normal.pop()),
            other => normal.push(other),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_folder_of_the_configuration() {
        let above = Root::new(Path::new("/team"), Path::new("/team/shop"));
        assert_eq!(above.relative("a.yaml"), "shop/a.yaml");
        assert_eq!(above.relative("../bank/./a.yaml"), "bank/a.yaml");
        assert_eq!(above.relative("/team/x/../a.yaml"), "a.yaml");
        assert_eq!(above.relative("/elsewhere/a.yaml"), "/elsewhere/a.yaml");
        assert_eq!(Root::new(Path::new("../conf"), Path::new("/team/shop")).relative("../conf/a.yaml"), "a.yaml");
        assert_eq!(Root::default().relative("legacy/a.yaml"), "legacy/a.yaml");
    }

    #[test]
    fn a_file_outside_of_a_folder_is_seen_from_the_folder_that_holds_both() {
        let root = Root::new(Path::new("/team/shop"), Path::new("/team/shop/templates"));
        let seen = |folder: &str, path: &str| root.seen_from(Path::new(folder), path).to_string_lossy().into_owned();
        assert_eq!(seen("/team/shop", "legacy/a.yaml"), "templates/legacy/a.yaml");
        assert_eq!(seen("/team/shared", "legacy/a.yaml"), "shop/templates/legacy/a.yaml");
        assert_eq!(seen("../..", "a.yaml"), "shop/templates/a.yaml");
        assert_eq!(seen("/team/shared", "/elsewhere/a.yaml"), "elsewhere/a.yaml");
        assert_eq!(Root::default().seen_from(Path::new(""), "../legacy.yaml"), Path::new("legacy.yaml"));
    }
}
