//! The files beside the template: configuration, hook and CI step.

/// Where the hook and the CI step find what they are to check, seen from the root of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder that was set up, such as `messages`; empty where it is the root itself.
    pub project: String,
    /// The folder of the templates within it.
    pub templates: String,
}

/// The services that can run walint for a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ci {
    /// GitHub Actions.
    Github,
    /// GitLab CI.
    Gitlab,
}

impl Ci {
    /// How people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "GitHub Actions",
            Self::Gitlab => "GitLab CI",
        }
    }

    /// The file it reads, from the root of the repository.
    pub fn path(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/walint.yml",
            Self::Gitlab => ".gitlab-ci.yml",
        }
    }
}

/// How walint gets onto a machine that has Rust. Where a person got walint from before it is released, only they know.
const INSTALL: &str = concat!("cargo install --locked walint@", env!("CARGO_PKG_VERSION"));
const BEFORE_RELEASE: &str = "Before that version is released: cargo install --locked --git <the repository of walint>";

/// By its commit: a tag can be moved.
const CHECKOUT: &str = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0";
/// The file from which GitLab shows findings in a merge request.
const CODE_QUALITY: &str = "gl-code-quality.json";

impl Place {
    fn within(&self, path: &str) -> String {
        if self.project.is_empty() { path.to_owned() } else { format!("{}/{path}", self.project) }
    }

    /// `walint check`, and the configuration where it is not found from the root.
    fn check(&self) -> String {
        match self.project.as_str() {
            "" => "walint check".to_owned(),
            _ => format!("walint check --config {}", shell(&self.within("walint.yaml"))),
        }
    }

    fn check_all(&self) -> String {
        format!("{} {}", self.check(), shell(&self.folder()))
    }

    fn folder(&self) -> String {
        format!("{}/", self.within(&self.templates))
    }
}

/// The configuration of a team that writes in these languages; they are only shown where none is known.
pub fn config(languages: &[String]) -> String {
    let mark = if languages.is_empty() { "# " } else { "" };
    let source = languages.first().map_or("en_US", String::as_str);
    let required = if languages.is_empty() { "en_US, es".to_owned() } else { languages.join(", ") };
    format!(
        "# What your team tells walint once instead of every time. `walint config` shows what is in force, and with\n\
         # `walint schema config` your editor completes and checks this file.\n\
         \n\
         # The languages you write in. The texts of the others are compared with those of `source`.\n\
         {mark}languages:\n\
         {mark}  source: {source}\n\
         {mark}  required: [{required}]\n\
         \n\
         # The domains of your business, so that you are told of links that lead elsewhere.\n\
         # links:\n\
         #   own_domains: [shop.example]\n"
    )
}

/// `.pre-commit-config.yaml` with the hook.
pub fn hook(place: &Place) -> String {
    format!(
        "# Checks the templates that a commit changes. To switch it on: pre-commit install\nrepos:\n{}",
        hook_entry(place)
    )
}

/// The hook, as one entry of `repos`: the walint of the machine. It gets the files that a commit changes by name, whether
/// they are templates or not, and is shown the others, because some rules compare files.
pub fn hook_entry(place: &Place) -> String {
    let files = format!("^{}/.*\\.(ya?ml|json)$", regex::escape(&place.within(&place.templates)).replace("\\-", "-"));
    format!(
        "  - repo: local\n    hooks:\n      - id: walint\n        name: walint\n        entry: {}\n        \
         language: system\n        files: {}\n        require_serial: true\n",
        yaml(&format!("{} --skip-others --beside {}", place.check(), shell(&place.folder()))),
        yaml(&files),
    )
}

/// The workflow for GitHub Actions.
pub fn github(place: &Place) -> String {
    format!(
        "# Checks all templates whenever one is pushed or proposed. Fails where Meta would refuse one.\n\
         name: walint\n\
         on:\n  push:\n    branches: [main, master]\n  pull_request:\n\
         permissions:\n  contents: read\n\
         jobs:\n  templates:\n    runs-on: ubuntu-latest\n    steps:\n      \
         - uses: {CHECKOUT}\n        with:\n          persist-credentials: false\n      \
         # {BEFORE_RELEASE}\n      \
         - run: {INSTALL}\n      \
         - run: {}\n",
        yaml(&place.check_all()),
    )
}

/// The job for GitLab CI.
pub fn gitlab(place: &Place) -> String {
    let check = format!("{} --output gitlab={CODE_QUALITY}", place.check_all());
    format!(
        "# Checks all templates whenever one is pushed or proposed. Fails where Meta would refuse one.\n\
         walint:\n  image: rust:1.95\n  artifacts:\n    when: always\n    reports:\n      codequality: {CODE_QUALITY}\n  \
         script:\n    # {BEFORE_RELEASE}\n    - {INSTALL}\n    - {}\n",
        yaml(&check),
    )
}

/// A word of a command line, in quotes where it needs them.
fn shell(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// A text as a YAML value, in quotes where it needs them.
fn yaml(text: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-^*\\()?|$= ".contains(letter);
    if text.chars().all(plain) { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;
    use crate::config::Config;
    use crate::syntax;

    fn place(project: &str, templates: &str) -> Place {
        Place { project: project.to_owned(), templates: templates.to_owned() }
    }

    /// The values of a YAML text that stand under a key of that name.
    fn values(text: &str, key: &str) -> Vec<String> {
        let parsed = syntax::parse(text);
        assert!(parsed.complete && parsed.problems.is_empty(), "{:?}\n{text}", parsed.problems);
        let tree = &parsed.tree;
        let entries = tree.iter().filter_map(|(id, _)| tree.entries(id)).flatten();
        let named = entries.filter(|(name, _)| tree.scalar(*name).is_some_and(|name| &**name == key));
        named.filter_map(|(_, value)| tree.scalar(*value).map(|value| value.to_string())).collect()
    }

    #[test]
    fn the_configuration_says_which_languages_there_are() {
        let written = config(&["pt_BR".to_owned(), "es".to_owned()]);
        let read = Config::read(&Source::new("walint.yaml", written.into())).unwrap();
        assert_eq!(read.languages.source.as_deref(), Some("pt_BR"));
        assert_eq!(read.languages.required, ["pt_BR", "es"]);
        let unknown = Config::read(&Source::new("walint.yaml", config(&[]).into())).unwrap();
        assert_eq!(unknown, Config::default());
    }

    #[test]
    fn what_stands_behind_a_mark_would_be_read_too() {
        let uncommented = config(&[]).replace("# links:", "links:").replace("#   own", "  own");
        let uncommented = uncommented.replace("# languages:", "languages:").replace("#   ", "  ");
        let read = Config::read(&Source::new("walint.yaml", uncommented.into())).unwrap();
        assert_eq!((read.languages.required.len(), read.links.own_domains.len()), (2, 1));
    }

    #[test]
    fn the_hook_takes_template_files_and_no_others() {
        let text = hook(&place("", "wa.templates"));
        assert_eq!(values(&text, "entry"), ["walint check --skip-others --beside wa.templates/"]);
        let files = regex::Regex::new(&values(&text, "files")[0]).unwrap();
        assert!(files.is_match("wa.templates/a.yaml") && files.is_match("wa.templates/es/a.json"));
        assert!(!files.is_match("wa-templates/a.yaml") && !files.is_match("wa.templates/a.md"));
        assert!(!files.is_match("docs/wa.templates/a.yml"));
    }

    #[test]
    fn odd_folders_are_written_so_that_they_are_read_as_they_are() {
        let odd = place("it's #1: \"new\"", "my templates");
        let run = &values(&github(&odd), "run")[1];
        assert_eq!(run, r#"walint check --config 'it'\''s #1: "new"/walint.yaml' 'it'\''s #1: "new"/my templates/'"#);
        let files = &values(&hook(&odd), "files")[0];
        assert!(regex::Regex::new(files).unwrap().is_match("it's #1: \"new\"/my templates/a.yaml"), "{files}");
        assert_eq!(values(&gitlab(&odd), "image"), ["rust:1.95"]);
    }
}
