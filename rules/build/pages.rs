//! The registry of rules, from the front matter of their pages.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The front matter of `rules/<family>/<rule>.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    summary: String,
    severity: Severity,
    confidence: Confidence,
    outcome: Outcome,
    /// Meta's subcode, or its code where there is no subcode.
    code: Option<u32>,
    /// Codes that come later, when a message is sent, if nobody listens to the rule.
    #[serde(default)]
    prevents: Vec<u32>,
    #[serde(default)]
    fix: Fix,
    since: String,
    sources: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    url: String,
    date: String,
}

// These mirror the library's enums; a name that is on one side only fails to compile.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Note,
    Warning,
    Error,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
enum Confidence {
    Low,
    Medium,
    High,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    ApiRejection,
    ReviewRejection,
    Recategorisation,
    SendFailure,
    Rendering,
    Advice,
}

#[derive(Deserialize, Debug, Default)]
#[serde(rename_all = "lowercase")]
enum Fix {
    #[default]
    None,
    Safe,
    Unsafe,
}

/// `static ALL: &[Entry]`, sorted by id.
pub fn registry(rules: &Path) -> Result<String, Box<dyn Error>> {
    let mut ids = Vec::new();
    for family in fs::read_dir(rules)? {
        let family = family?.path();
        if !family.is_dir() || family.ends_with("build") {
            continue;
        }
        for page in fs::read_dir(&family)? {
            let page = page?.path();
            let is_page = page.extension().is_some_and(|extension| extension == "md");
            if is_page && page.file_stem().is_some_and(|stem| stem != "README") {
                ids.push((name(&family)?, name(&page)?, page));
            }
        }
    }
    ids.sort();
    let mut code = String::from("static ALL: &[Entry] = &[\n");
    for (family, rule, page) in ids {
        let entry = entry(&family, &rule, &fs::read_to_string(&page)?);
        code.push_str(&entry.map_err(|error| format!("{}: {error}", page.display()))?);
    }
    code.push_str("];\n");
    Ok(code)
}

fn name(path: &Path) -> Result<String, Box<dyn Error>> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    Ok(stem.ok_or_else(|| format!("{}: not a UTF-8 name", path.display()))?.to_owned())
}

fn entry(family: &str, rule: &str, page: &str) -> Result<String, Box<dyn Error>> {
    let rest = page.strip_prefix("---\n").ok_or("a page starts with front matter between `---` lines")?;
    let (front, body) = rest.split_once("\n---\n").ok_or("the front matter is not closed with `---`")?;
    let front: FrontMatter = serde_yaml::from_str(front)?;
    if front.sources.is_empty() {
        return Err("a page names at least one source".into());
    }
    let module = rule.replace('-', "_");
    let mut code = String::new();
    writeln!(code, "    Entry {{ rule: &{family}::{module}::{}, metadata: &Metadata {{", camel_case(rule))?;
    writeln!(code, "        id: {:?},", format!("{family}/{rule}"))?;
    writeln!(code, "        summary: {:?},", front.summary)?;
    writeln!(code, "        severity: crate::finding::Severity::{:?},", front.severity)?;
    writeln!(code, "        confidence: crate::finding::Confidence::{:?},", front.confidence)?;
    writeln!(code, "        outcome: crate::finding::Outcome::{:?},", front.outcome)?;
    writeln!(code, "        code: {:?},", front.code)?;
    writeln!(code, "        prevents: &{:?},", front.prevents)?;
    writeln!(code, "        fix: Fixable::{:?},", front.fix)?;
    writeln!(code, "        since: {:?},", front.since)?;
    write!(code, "        sources: &[")?;
    for source in front.sources {
        write!(code, "Reference {{ url: {:?}, date: {:?} }}, ", source.url, source.date)?;
    }
    writeln!(code, "],\n        page: {:?},\n    }} }},", body.trim())?;
    Ok(code)
}

fn camel_case(rule: &str) -> String {
    rule.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
