//! The templates under `templates/`, compiled in, so that `walint init` can offer them.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// All templates with the files they name, as the source of one Rust file. The type is in `src/init/starter.rs`.
pub fn constants(templates: &Path) -> Result<String> {
    let mut code =
        String::from("/// Every template that is offered, by category and name.\nstatic ALL: &[Starter] = &[\n");
    for category in entries(templates)?.iter().filter(|path| path.is_dir()) {
        for path in entries(category)?.iter().filter(|path| path.extension().is_some_and(|end| end == "yaml")) {
            let text = fs::read_to_string(path)?;
            // A journey is no template.
            if text.lines().any(|line| line.starts_with("kind:")) {
                continue;
            }
            let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a template without a name")?;
            let category = category.file_name().and_then(|name| name.to_str()).ok_or("a category without a name")?;
            write!(
                code,
                "Starter {{ name: {name:?}, category: {:?}, text: include_str!({path:?}), media: &[",
                category.to_uppercase()
            )?;
            for (media, path) in named(&text, path)? {
                write!(code, "({media:?}, include_bytes!({path:?})), ")?;
            }
            code.push_str("] },\n");
        }
    }
    code.push_str("];\n");
    Ok(code)
}

/// The files that a template names with `media:`, each once.
fn named(text: &str, template: &Path) -> Result<Vec<(String, PathBuf)>> {
    let folder = template.parent().ok_or("a template without a folder")?;
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    for rest in text.split("media: ").skip(1) {
        let name: String =
            rest.chars().take_while(|letter| letter.is_alphanumeric() || "/._-".contains(*letter)).collect();
        if found.iter().all(|(known, _)| *known != name) {
            let path = folder.join(&name);
            found.push((name, path));
        }
    }
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}
