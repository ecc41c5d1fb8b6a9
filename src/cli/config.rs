//! `walint config`: what is in force, and who said so.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use crate::config::keys::{KEYS, Key, Merge};
use crate::config::{Explained, Loaded, Place, Value};
use crate::finding::sanitize;
use crate::text::wording::counted;

use super::Exit;
use super::args::{ConfigArgs, Format};
use super::configuration;
use super::terminal::Terminal;

/// Shows the configuration.
pub fn run(args: &ConfigArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let loaded = configuration::load(args.config.as_deref());
    if !loaded.mistakes.is_empty() {
        configuration::told(&loaded).iter().for_each(|message| terminal.complain(message));
        return Ok(Exit::Usage);
    }
    let out = terminal.out();
    match (&args.explain, args.format) {
        (Some(path), Format::Human) => explain(&loaded, path, out)?,
        (None, Format::Human) => as_yaml(&loaded, out)?,
        (path, Format::Json) => {
            serde_json::to_writer_pretty(&mut *out, &as_json(&loaded, path.as_deref()))?;
            writeln!(out)?;
        }
    }
    Ok(Exit::Clean)
}

/// All values as YAML, each with its place in a comment.
fn as_yaml(loaded: &Loaded, out: &mut dyn Write) -> io::Result<()> {
    match loaded.told_files() {
        Some(files) => writeln!(out, "# From {}", sanitize(&files))?,
        None => writeln!(out, "# There is no walint.yaml here: all is as by default.")?,
    }
    let mut section = "";
    // What the files say that are extended is here already.
    for key in KEYS.iter().filter(|key| key.name != crate::config::keys::EXTENDS) {
        let values = loaded.values_of(key);
        if values.is_empty() {
            continue;
        }
        if key.section() != section && !key.section().is_empty() {
            writeln!(out, "{}:", key.section())?;
        }
        section = key.section();
        let indent = if section.is_empty() { "" } else { "  " };
        if key.merge != Merge::Replace {
            writeln!(out, "{indent}{}:", key.own_name())?;
        }
        for value in values {
            line(key, &value, indent, out)?;
        }
    }
    Ok(())
}

fn line(key: &Key, value: &Value, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let own = value.name.strip_prefix(key.name).unwrap_or_default().trim_start_matches('.');
    let start = match key.merge {
        Merge::Replace => format!("{indent}{}: ", key.own_name()),
        Merge::ByKey => format!("{indent}  {own}: "),
        Merge::Behind => format!("{indent}  - "),
    };
    writeln!(out, "{start}{}  # {}", sanitize(&value.value), sanitize(&told(value.from.as_ref())))
}

fn told(place: Option<&Place>) -> String {
    place.map_or_else(|| "default".to_owned(), ToString::to_string)
}

/// What holds for one file, as a table.
fn explain(loaded: &Loaded, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let explained = loaded.explain(path);
    let files = loaded.told_files().unwrap_or_else(|| "no walint.yaml: all is as by default".to_owned());
    writeln!(out, "{}\n{}\n", sanitize(path), sanitize(&files))?;
    let mut rows: Vec<[String; 3]> = Vec::new();
    for value in &explained.values {
        rows.push([value.name.clone(), value.value.clone(), told(value.from.as_ref())]);
        for (value, place) in &value.replaced {
            rows.push([String::new(), format!("instead of {value}"), place.to_string()]);
        }
    }
    rows.push([String::new(), String::new(), String::new()]);
    rows.extend(rule_rows(&explained));
    table(&rows, out)
}

/// Each entry once, however many rules of a family it is about.
fn rule_rows(explained: &Explained) -> Vec<[String; 3]> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut seen: Vec<&Place> = Vec::new();
    for rule in &explained.rules {
        if seen.contains(&&rule.from) {
            continue;
        }
        seen.push(&rule.from);
        let alike = explained.rules.iter().filter(|other| other.from == rule.from).count();
        let name = if rule.selector == rule.rule { String::new() } else { format!(" ({})", counted(alike, "rule")) };
        rows.push([format!("{}{name}", rule.selector), rule.level.name().to_owned(), rule.from.to_string()]);
    }
    for level in &explained.for_templates {
        let place = format!("{}, only in {}", level.from, level.templates.join(", "));
        rows.push([level.selector.clone(), level.level.name().to_owned(), place]);
    }
    let others = if rows.is_empty() { "every rule" } else { "every other rule" };
    rows.push([others.to_owned(), "as its page says".to_owned(), "default".to_owned()]);
    rows
}

/// So wide a column gets at most: one long list must not push all places out of sight.
const WIDEST: usize = 60;

fn table(rows: &[[String; 3]], out: &mut dyn Write) -> io::Result<()> {
    let safe = |text: &String| sanitize(text).into_owned();
    let rows: Vec<[String; 3]> =
        rows.iter().map(|[name, value, place]| [safe(name), safe(value), safe(place)]).collect();
    let wide = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row.get(column).map_or(0, |text| wide(text)));
        widths.filter(|width| *width <= WIDEST).max().unwrap_or(0)
    };
    let (first, second) = (width(0), width(1));
    for [name, value, place] in &rows {
        let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(wide(text)));
        let line = format!("{name}{}  {value}{}  {place}", pad(name, first), pad(value, second));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn as_json(loaded: &Loaded, path: Option<&str>) -> Json {
    let files: Vec<&str> = loaded.files.iter().rev().map(|(name, _)| &**name).collect();
    let values = |values: &[Value]| -> Vec<Json> {
        let replaced = |(value, place): &(String, Place)| json!({"value": value, "from": place_json(place)});
        let one = |value: &Value| {
            let others: Vec<Json> = value.replaced.iter().map(replaced).collect();
            let from = value.from.as_ref().map(place_json);
            json!({"name": value.name, "value": value.value, "from": from, "replaced": others})
        };
        values.iter().map(one).collect()
    };
    let Some(path) = path else {
        let all: Vec<Value> = KEYS.iter().flat_map(|key| loaded.values_of(key)).collect();
        return json!({"version": 1, "files": files, "values": values(&all)});
    };
    let explained = loaded.explain(path);
    let rules: Vec<Json> = explained.rules.iter().map(|rule| {
        json!({"rule": rule.rule, "usual": rule.usual.name(), "level": rule.level.name(), "selector": rule.selector, "from": place_json(&rule.from)})
    }).collect();
    let for_templates: Vec<Json> = explained.for_templates.iter().map(|level| {
        json!({"templates": level.templates, "selector": level.selector, "level": level.level.name(), "from": place_json(&level.from)})
    }).collect();
    json!({
        "version": 1, "path": path, "files": files, "values": values(&explained.values), "rules": rules,
        "for_templates": for_templates,
    })
}

fn place_json(place: &Place) -> Json {
    json!({"file": &*place.file, "line": place.line, "column": place.column})
}
