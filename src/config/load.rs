//! A configuration with those that it extends, each read over the ones before it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::input::Source;
use crate::syntax::{self, NodeId, Span, Tree};
use crate::template::Fields;
use crate::template::object::Reader;

use super::keys::{self, EXTENDS};
use super::place::{Here, Mistake};
use super::scope::one_or_more;
use super::trail::Trail;
use super::{Config, ConfigError, error, of_misfit, of_problem, unreadable};

/// So many files may stand in a chain of `extends`.
const DEEPEST: usize = 8;
/// So many files are read in all: a few files that name each other often must not keep a run busy.
const MOST: usize = 64;

/// A configuration file.
#[derive(Debug)]
pub struct ConfigFile {
    /// Where it is; the same for the same file, however it was named.
    pub path: PathBuf,
    /// Where the paths start that it names.
    pub folder: PathBuf,
    /// Its text, under the name that people know it by.
    pub source: Source,
}

/// Where configurations are found that another one extends.
pub trait ConfigFiles {
    /// The file that is written as `written` in another one.
    ///
    /// # Errors
    /// Why there is none: the end of a sentence that begins with the name.
    fn find(&self, from: &ConfigFile, written: &str) -> Result<ConfigFile, String>;
}

/// What the files of a configuration say together.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The values. They hold only where there is no mistake.
    pub config: Config,
    /// Where each value comes from.
    pub trail: Trail,
    /// The files, those that are extended before those that extend them.
    pub files: Vec<(Arc<str>, PathBuf)>,
    /// What can not be followed.
    pub mistakes: Vec<Mistake>,
}

/// Reads a configuration and those it extends.
pub fn load(file: &ConfigFile, files: &dyn ConfigFiles) -> Loaded {
    let mut loading = Loading { files: Some(files), loaded: Loaded::default(), chain: Vec::new() };
    loading.file(file);
    loading.loaded
}

/// Reads a configuration that extends no other.
pub(super) fn alone(source: &Source) -> Loaded {
    let mut loading = Loading { files: None, loaded: Loaded::default(), chain: Vec::new() };
    loading.read(source, None);
    loading.loaded
}

struct Loading<'f> {
    files: Option<&'f dyn ConfigFiles>,
    loaded: Loaded,
    /// The files that are being read, each extended by the one before it.
    chain: Vec<(Arc<str>, PathBuf)>,
}

impl Loading<'_> {
    fn file(&mut self, file: &ConfigFile) {
        let name: Arc<str> = Arc::from(file.source.path());
        self.chain.push((Arc::clone(&name), file.path.clone()));
        self.read(&file.source, Some(file));
        self.chain.pop();
        self.loaded.files.push((name, file.path.clone()));
    }

    fn read(&mut self, source: &Source, file: Option<&ConfigFile>) {
        let here = Here { source, folder: file.map_or(Path::new(""), |file| &file.folder) };
        let mut errors = Vec::new();
        if let Some(trouble) = source.trouble() {
            errors.push(error(Span::at(source.text().len()), unreadable(trouble)));
        }
        let parsed = if errors.is_empty() { syntax::parse(source.text()) } else { syntax::Parsed::default() };
        errors.extend(parsed.problems.iter().map(of_problem));
        let mut reader = Reader::new(&parsed.tree);
        if let Some(root) = parsed.tree.documents().first() {
            let fields = fields(&mut reader, *root);
            for (node, written) in one_or_more(
                &mut reader,
                fields.get(EXTENDS).filter(is_there(&parsed.tree)),
                "a configuration",
                "a file, such as `../shared/walint.yaml`",
            ) {
                let span = parsed.tree.span(node);
                if let Err(message) = self.follow(file, written.trim()) {
                    errors.push(error(span, message));
                }
            }
            self.loaded.config.read_over(&mut reader, &fields, &here, &mut errors);
            self.loaded.trail.add(&parsed.tree, &fields, &here);
        }
        if let Some(second) = parsed.tree.documents().get(1) {
            errors.push(second_document(&parsed.tree, *second));
        }
        errors.extend(reader.misfits.iter().map(of_misfit));
        errors.sort_by_key(|error| error.span);
        let told = errors.into_iter().map(|error| Mistake { place: here.place(error.span), error });
        self.loaded.mistakes.extend(told);
    }

    /// Reads a file that another one extends.
    fn follow(&mut self, from: Option<&ConfigFile>, written: &str) -> Result<(), String> {
        let (Some(files), Some(from)) = (self.files, from) else {
            return Err("no other configuration can be read from here".to_owned());
        };
        let file = files.find(from, written)?;
        let name = file.source.path();
        if let Some(first) = self.chain.iter().position(|(_, path)| *path == file.path) {
            return Err(format!("this leads back to where it came from: {}", self.told(first, name)));
        }
        if self.loaded.files.iter().any(|(_, path)| *path == file.path) {
            // Two of its files may extend the same one, which then is the base of both.
            return Ok(());
        }
        if self.chain.len() >= DEEPEST {
            return Err(format!("more than {DEEPEST} configurations extend each other: {}", self.told(0, name)));
        }
        if self.loaded.files.len() + self.chain.len() >= MOST {
            return Err(format!("this is more than {MOST} configurations; put some of them together"));
        }
        self.file(&file);
        Ok(())
    }

    /// `a.yaml extends b.yaml, which extends c.yaml`
    fn told(&self, first: usize, last: &str) -> String {
        let names: Vec<String> = self.chain[first..].iter().map(|(name, _)| format!("`{name}`")).collect();
        format!("{} extends `{last}`", names.join(" extends "))
    }
}

fn is_there(tree: &Tree) -> impl Fn(&&crate::template::Field) -> bool {
    |field| !tree.is_absent(field.value)
}

fn fields(reader: &mut Reader<'_>, root: NodeId) -> Fields {
    if reader.tree.is_absent(root) {
        return Fields::default();
    }
    if !reader.is_mapping(root) {
        reader.misfit_type(root, "the configuration".to_owned(), "a group of keys, such as `links`");
        return Fields::default();
    }
    reader.fields(root, "the configuration", &keys::known(""))
}

fn second_document(tree: &Tree, root: NodeId) -> ConfigError {
    let first = tree.entries(root).and_then(|entries| entries.first()).map_or(root, |(key, _)| *key);
    error(tree.span(first), "a configuration is one document; what stands behind `---` is not read".to_owned())
}
