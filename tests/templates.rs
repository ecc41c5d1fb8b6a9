//! The templates that walint ships are right in everything.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walint::input::DiskMedia;
use walint::template::Category;
use walint::{Settings, Source, check};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let is_template = entry.extension().is_some_and(|extension| extension == "yaml");
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if is_template {
            found.push(entry);
        }
    }
    found.sort();
    found
}

#[test]
fn no_rule_has_anything_to_say_about_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let paths = files(&root);
    let sources: Vec<Source> =
        paths.iter().map(|path| Source::new(path.to_str().unwrap(), fs::read(path).unwrap())).collect();
    let named = sources.iter().map(|source| source.path().to_owned()).collect();
    let settings = Settings { named, media: Some(Arc::new(DiskMedia)), ..Settings::default() };
    let report = check(sources, &settings);
    let said: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            let path = report.source(finding.place.file).unwrap().path();
            format!(
                "{path} {:?} {}: {} {:?}",
                finding.language,
                finding.rule.id,
                finding.message,
                report.marked(finding)
            )
        })
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    assert!(report.failures.is_empty());

    let templates: Vec<_> = report.files.iter().flat_map(|file| &file.content().templates).collect();
    assert!(templates.len() >= 15, "{} templates", templates.len());
    for category in [Category::Marketing, Category::Utility, Category::Authentication] {
        assert!(templates.iter().any(|template| template.category() == Some(category)), "{category:?}");
    }
    for code in ["en_US", "es", "pt_BR", "zh_HK", "hi", "ar"] {
        let variants = templates.iter().flat_map(|template| &template.variants);
        let written = variants.filter(|variant| variant.language.as_ref().is_some_and(|leaf| &*leaf.value == code));
        assert!(written.count() >= 5, "{code}");
    }
}
