//! Which variants are one message: those of one name, in one place.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::policy;
use crate::rules::{File, Files};
use crate::template::{Category, Template, Variant};

use super::reference;

/// A template in one language.
#[derive(Clone, Copy, Debug)]
pub struct Member<'r> {
    /// The file it stands in.
    pub file: &'r File,
    /// The template.
    pub template: &'r Template,
    /// The language of it.
    pub variant: &'r Variant,
    /// The code of the language.
    pub language: &'r str,
}

impl<'r> Member<'r> {
    /// The language without its region.
    pub fn base(&self) -> &'r str {
        policy::base(self.language)
    }
}

/// All languages of one message.
#[derive(Debug)]
pub struct Family<'r> {
    /// The name of the template.
    pub name: &'r str,
    /// The folder it lives in, without folders that only tell languages or categories apart.
    pub home: String,
    /// Its languages in the order of the run, each once. Never empty.
    pub members: Vec<Member<'r>>,
    /// Which of them the others are compared with.
    pub reference: usize,
    /// Whether it is all there is of that name. Not where a language is defined twice, nor where a file could not be
    /// read to its end.
    pub complete: bool,
}

impl<'r> Family<'r> {
    /// What the others are compared with.
    pub fn reference(&self) -> &Member<'r> {
        &self.members[self.reference]
    }

    /// The variant in that language.
    pub fn member(&self, language: &str) -> Option<&Member<'r>> {
        self.members.iter().find(|member| member.language == language)
    }
}

/// The families of a run, in the order of their first variants.
///
/// Two projects may use one name for two messages, so the name counts within a folder, wherever below it the
/// languages (`es/`, `en_US/`) or categories (`marketing/`) have folders of their own. Where a language of a name is
/// defined twice in a folder nobody can tell which copy the other languages belong to: there, only what stands in
/// one file is compared.
pub fn families<'r>(files: Files<'r>, source: Option<&str>) -> Vec<Family<'r>> {
    let mut groups: Groups<'r, (String, &'r str)> = Groups::default();
    let mut homes: HashMap<&str, String> = HashMap::new();
    for file in files.iter() {
        let folder = folder(file.source.path());
        let home = homes.entry(folder).or_insert_with(|| home(folder));
        for member in members(file) {
            let Some(name) = member.template.name.as_ref() else { continue };
            groups.add((home.clone(), name.value.trim()), member);
        }
    }
    let complete = files.are_complete();
    let mut families = Vec::new();
    for ((home, name), members) in groups.list {
        let family = |members: Vec<Member<'r>>, complete| {
            let reference = reference::choose(&members, source);
            Family { name, home: home.clone(), members, reference, complete }
        };
        match each_once(&members) {
            Some(members) => families.push(family(members, complete)),
            None => families.extend(by_file(members).into_iter().map(|members| family(members, false))),
        }
    }
    families
}

/// Things in groups, in the order of the first of each.
struct Groups<'r, K> {
    list: Vec<(K, Vec<Member<'r>>)>,
    known: HashMap<K, usize>,
}

impl<K> Default for Groups<'_, K> {
    fn default() -> Self {
        Self { list: Vec::new(), known: HashMap::new() }
    }
}

impl<'r, K: Clone + Eq + std::hash::Hash> Groups<'r, K> {
    fn add(&mut self, key: K, member: Member<'r>) {
        let next = self.list.len();
        let index = *self.known.entry(key.clone()).or_insert(next);
        match self.list.get_mut(index) {
            Some((_, members)) => members.push(member),
            None => self.list.push((key, vec![member])),
        }
    }
}

/// What can be compared: it has a name, a language and texts of its own, and Meta has not deleted it.
fn members(file: &File) -> impl Iterator<Item = Member<'_>> {
    let templates =
        file.content().templates.iter().filter(|template| !template.is_from_library() && !is_gone(template));
    templates.flat_map(move |template| {
        template.variants.iter().filter_map(move |variant| {
            let language = variant.language.as_ref()?.value.trim();
            let named = template.name.as_ref().is_some_and(|name| !name.value.trim().is_empty());
            let written = template.fields.get("components").is_some() || template.fields.get("variants").is_some();
            (named && written && !language.is_empty()).then_some(Member { file, template, variant, language })
        })
    })
}

fn is_gone(template: &Template) -> bool {
    template.status.as_ref().is_some_and(|status| matches!(status.upper().as_ref(), "DELETED" | "PENDING_DELETION"))
}

/// Every language once; nothing where two definitions of one compete. What Meta has returned may lie beside the file
/// it was made from, which is the newer of the two; a language that stands twice in one template is a key that stands
/// twice, and told as that.
fn each_once<'r>(members: &[Member<'r>]) -> Option<Vec<Member<'r>>> {
    let mut kept: Vec<Member<'r>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for member in members {
        let Some(&index) = known.get(member.language) else {
            known.insert(member.language, kept.len());
            kept.push(*member);
            continue;
        };
        let before = kept[index].template;
        match (before.is_returned(), member.template.is_returned()) {
            _ if std::ptr::eq(before, member.template) => {}
            (true, false) => kept[index] = *member,
            (false, true) => {}
            _ => return None,
        }
    }
    Some(kept)
}

fn by_file(members: Vec<Member<'_>>) -> Vec<Vec<Member<'_>>> {
    let mut groups = Groups::default();
    for member in members {
        groups.add(member.file.id, member);
    }
    for (_, members) in &mut groups.list {
        let mut seen = HashSet::new();
        members.retain(|member| seen.insert(member.language));
    }
    groups.list.into_iter().map(|(_, members)| members).collect()
}

fn folder(path: &str) -> &str {
    path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)
}

/// A folder, without those on the way that are named after a language or a category.
fn home(folder: &str) -> String {
    let kept: Vec<&str> = folder.split(['/', '\\']).filter(|folder| !tells_apart(folder)).collect();
    kept.join("/")
}

fn tells_apart(folder: &str) -> bool {
    !folder.is_empty() && TELLING_FOLDERS.contains(&folder.to_lowercase().replace('-', "_"))
}

/// Categories and languages, as folders are named after them. Every file is asked for its folders.
static TELLING_FOLDERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let categories = [Category::Marketing, Category::Utility, Category::Authentication];
    let categories = categories.iter().map(|category| format!("{category:?}").to_lowercase());
    let languages = policy::LANGUAGES.iter().flat_map(|language| {
        let code = language.code.to_lowercase();
        [policy::base(&code).to_owned(), language.name.to_lowercase(), code]
    });
    categories.chain(languages).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_languages_and_categories_are_one_home() {
        for path in ["shop/en_US/a.json", "shop/pt-br/utility/a.json", "shop/marketing/a.yaml", "shop/German/a.yaml"] {
            assert_eq!(home(folder(path)), "shop", "{path}");
        }
        assert_eq!(home(folder("shop\\es\\a.json")), "shop");
        assert_eq!(["a.json", "one/a.json", "two/a.json"].map(|path| home(folder(path))), ["", "one", "two"]);
    }
}
