//! What a project is like before it is set up.

use std::fs;
use std::path::{Path, PathBuf};

use crate::init::{Ci, Place};
use crate::input::walk;

/// What is there already.
#[derive(Debug)]
pub struct Surroundings {
    /// The folder to set up.
    pub project: PathBuf,
    /// The folder that hooks and CI look at: the repository's, where there is one.
    pub root: PathBuf,
    /// Whether the project is in a repository.
    pub is_repository: bool,
    /// The service that the repository seems to use.
    pub ci: Option<Ci>,
    /// Whether the folder for templates holds some.
    pub has_templates: bool,
}

impl Surroundings {
    /// Looks around a folder.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn of(folder: &Path, templates: &str) -> std::io::Result<Self> {
        let project = folder.canonicalize()?;
        let repository = project.ancestors().find(|above| above.join(".git").exists());
        let root = repository.unwrap_or(&project).to_path_buf();
        let folder = project.join(templates);
        Ok(Self {
            is_repository: repository.is_some(),
            ci: ci(&root),
            has_templates: folder.is_dir() && !walk(&[folder]).is_empty(),
            root,
            project,
        })
    }

    /// Where hooks and CI find the templates.
    pub fn place(&self, templates: &str) -> Place {
        let project = self.project.strip_prefix(&self.root).unwrap_or(Path::new(""));
        Place {
            project: project.to_string_lossy().replace('\\', "/"),
            templates: templates.trim_end_matches('/').to_owned(),
        }
    }
}

/// The service whose files are there, else the one that the repository is pushed to.
fn ci(root: &Path) -> Option<Ci> {
    if root.join(Ci::Gitlab.path()).exists() {
        return Some(Ci::Gitlab);
    }
    if root.join(".github").is_dir() {
        return Some(Ci::Github);
    }
    let remotes = fs::read_to_string(root.join(".git").join("config")).unwrap_or_default();
    match () {
        () if remotes.contains("github.com") => Some(Ci::Github),
        () if remotes.contains("gitlab") => Some(Ci::Gitlab),
        () => None,
    }
}
