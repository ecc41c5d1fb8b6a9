//! What a preview shows, in which order: all languages of a name together, wherever they stand.

use std::collections::HashMap;

use crate::policy;
use crate::rules::File;
use crate::template::{Template, Variant};

/// A template with the languages of it that are shown.
#[derive(Debug)]
pub struct Family<'r> {
    /// Its name, if it has one.
    pub name: Option<&'r str>,
    /// Its languages, in the order of the run. Never empty.
    pub members: Vec<Member<'r>>,
}

/// A template in one language.
#[derive(Clone, Copy, Debug)]
pub struct Member<'r> {
    /// The file it stands in.
    pub file: &'r File,
    /// The template.
    pub template: &'r Template,
    /// The language of it.
    pub variant: &'r Variant,
}

impl<'r> Member<'r> {
    /// The code of the language.
    pub fn language(&self) -> Option<&'r str> {
        self.variant.language.as_ref().map(|language| &*language.value)
    }

    /// The name of the language in English, where Meta has it.
    pub fn language_name(&self) -> Option<&'static str> {
        self.language().and_then(policy::language).map(|language| language.name)
    }
}

/// Which languages are shown: all, or the named ones.
#[derive(Clone, Debug, Default)]
pub struct Languages(pub Vec<String>);

impl Languages {
    /// Whether a variant is shown. `en-us` is as good as `en_US`.
    pub fn include(&self, variant: &Variant) -> bool {
        let code = variant.language.as_ref().map(|language| folded(&language.value));
        self.0.is_empty() || self.0.iter().any(|wanted| Some(folded(wanted)) == code)
    }
}

fn folded(code: &str) -> String {
    code.trim().to_ascii_lowercase().replace('-', "_")
}

/// Everything that is shown of the files, in order.
pub fn members<'r>(files: &'r [File], languages: &Languages) -> impl Iterator<Item = Member<'r>> {
    files.iter().flat_map(move |file| {
        file.content().templates.iter().flat_map(move |template| {
            let shown = template.variants.iter().filter(|variant| languages.include(variant));
            shown.map(move |variant| Member { file, template, variant })
        })
    })
}

/// The same, all languages of a name together. Templates without a name are by themselves.
pub fn families<'r>(files: &'r [File], languages: &Languages) -> Vec<Family<'r>> {
    let mut families: Vec<Family<'r>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for member in members(files, languages) {
        let name = member.template.name.as_ref().map(|name| &*name.value);
        let last = families.last().and_then(|family| family.members.last());
        let index = match name {
            Some(name) => *known.entry(name).or_insert(families.len()),
            None if last.is_some_and(|last| std::ptr::eq(last.template, member.template)) => families.len() - 1,
            None => families.len(),
        };
        match families.get_mut(index) {
            Some(family) => family.members.push(member),
            None => families.push(Family { name, members: vec![member] }),
        }
    }
    families
}
