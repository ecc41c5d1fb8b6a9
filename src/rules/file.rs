//! A file of the run, read and understood, and understood again where it is looked at once more.

use std::sync::OnceLock;

use crate::caught::caught;
use crate::finding::FileId;
use crate::input::{Source, Trouble};
use crate::rules::Outline;
use crate::syntax::{self, Parsed, Problem, Tree};
use crate::template::{self, Content};

/// A file of the run, read and understood.
///
/// Thousands of files are held until the end of a run, and few are looked at again. So what is known of a file all the
/// time is its text and its outline; its values and its templates are let go of, and read again from the text for who
/// asks.
#[derive(Debug)]
pub struct File {
    /// Its index in the run.
    pub id: FileId,
    /// Its text.
    pub source: Source,
    tree: OnceLock<Box<Tree>>,
    content: OnceLock<Box<Content>>,
    /// What is wrong with it as YAML or JSON.
    pub problems: Vec<Problem>,
    /// What of it is always known.
    pub outline: Outline,
    /// Whether all of it was read.
    pub complete: bool,
    /// Whether it was named by the user, and so has to be a template file.
    pub named: bool,
}

impl File {
    /// Reads a source as far as it can be read.
    pub fn read(id: FileId, mut source: Source, named: bool) -> Self {
        let understood = caught(|| {
            let parsed = parse(&source);
            let content = template::lower(id, &parsed.tree);
            (Outline::of(&content), content, parsed)
        });
        let (outline, content, parsed) = understood.unwrap_or_else(|message| {
            let reason = format!("walint itself failed on it, please report that ({message})");
            source = Source::with_trouble(source.path(), Trouble::Unreadable(reason));
            Default::default()
        });
        let complete = parsed.complete && source.trouble().is_none();
        let (tree, content) = (Box::new(parsed.tree).into(), Box::new(content).into());
        Self { id, source, tree, content, problems: parsed.problems, outline, complete, named }
    }

    /// Its values.
    pub fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Box::new(parse(&self.source).tree))
    }

    /// Its templates and journeys.
    pub fn content(&self) -> &Content {
        self.content.get_or_init(|| Box::new(self.content_again()))
    }

    /// The same for a short look: nobody keeps it.
    pub(crate) fn content_again(&self) -> Content {
        match self.tree.get() {
            Some(tree) => template::lower(self.id, tree),
            None => template::lower(self.id, &parse(&self.source).tree),
        }
    }

    /// Lets go of what can be read again.
    pub(crate) fn forget(&mut self) {
        (self.tree, self.content) = (OnceLock::new(), OnceLock::new());
    }

    /// Whether nothing is held of it but what is always known.
    #[cfg(test)]
    pub(crate) fn is_forgotten(&self) -> bool {
        self.tree.get().is_none() && self.content.get().is_none()
    }
}

/// A text that breaks off in the middle would look like a template that lacks its second half.
fn parse(source: &Source) -> Parsed {
    if source.trouble().is_none() { syntax::parse(source.text()) } else { Parsed::default() }
}
