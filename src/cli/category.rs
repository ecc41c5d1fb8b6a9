//! `walint category`: what messages read as, and the words that say so.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use rayon::prelude::*;
use serde::Serialize;

use crate::category::{self, Cause, Class, Evidence, Explain, Predicted, Reading, Sensitivity};
use crate::config::Config;
use crate::finding::{Extent, FileId, extent, sanitize};
use crate::input::{Source, read_file, walk};
use crate::report::safe_json;
use crate::rules::File;
use crate::syntax::{NodeKind, ScalarMap};
use crate::template::{Category, Template, Variant};
use crate::vocabulary::Reads;

use super::Exit;
use super::args::{CategoryArgs, Format};
use super::configuration::{configuration, file_size};
use super::terminal::Terminal;

/// Reads the messages of the files that the command line names.
pub fn run(args: &CategoryArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let config = match configuration(args.config.as_deref()) {
        Ok(config) => config,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    let found = walk(&args.paths);
    let limit = file_size(args.max_file_size, &config);
    let sources: Vec<Source> = found.par_iter().map(|file| read_file(file, limit)).collect();
    let files: Vec<File> = sources
        .into_par_iter()
        .zip(&found)
        .enumerate()
        .map(|(at, (source, found))| File::read(FileId(u32::try_from(at).unwrap_or(u32::MAX)), source, found.named))
        .collect();
    match args.format {
        Format::Human => {
            let colour = terminal.colour();
            let mut pages = Vec::new();
            for (file, template, variant) in variants(&files) {
                let reading = category::read(template, variant, &config, Explain::Always, &Reads::default());
                let sensitivity = config.category.sensitivity(&config.root, file.source.path());
                Page { file, template, variant, reading: &reading, sensitivity, colour }.write(&mut pages)?;
            }
            terminal.show(&pages)?;
        }
        Format::Json => write_json(&files, &config, terminal.out())?,
    }
    terminal.flush()?;
    Ok(verdict(&files, terminal))
}

fn variants(files: &[File]) -> impl Iterator<Item = (&File, &Template, &Variant)> {
    files.iter().flat_map(|file| {
        let templates = file.content().templates.iter();
        templates.flat_map(move |template| template.variants.iter().map(move |variant| (file, template, variant)))
    })
}

fn verdict(files: &[File], terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Clean;
    for file in files.iter().filter(|file| !file.complete || (file.named && file.outline.templates == 0)) {
        let reason = if file.complete {
            "holds no template"
        } else {
            "could not be read, or not wholly; `walint check` says why"
        };
        terminal.complain(&format!("{} {reason}", file.source.path()));
        exit = Exit::Unchecked;
    }
    if exit == Exit::Clean && variants(files).next().is_none() {
        terminal.complain("no template was found");
        exit = Exit::Unchecked;
    }
    exit
}

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    lexicon: &'static str,
    variants: Vec<Entry<'r>>,
}

#[derive(Serialize)]
struct Entry<'r> {
    file: &'r str,
    name: Option<&'r str>,
    language: Option<&'r str>,
    declared: Option<&'static str>,
    predicted: &'static str,
    claim: &'static str,
    scores: Scores,
    evidence: Vec<EvidenceEntry>,
}

#[derive(Serialize)]
struct Scores {
    marketing: f32,
    utility: f32,
    authentication: f32,
    wording: f32,
}

#[derive(Serialize)]
struct EvidenceEntry {
    class: &'static str,
    tag: &'static str,
    phrase: String,
    weight: f32,
    component: &'static str,
    range: Extent,
}

fn write_json(files: &[File], config: &Config, out: &mut dyn Write) -> io::Result<()> {
    let entries = variants(files).map(|(file, template, variant)| {
        let reading = category::read(template, variant, config, Explain::Always, &Reads::default());
        Entry {
            file: file.source.path(),
            name: template.name.as_ref().map(|name| &*name.value),
            language: variant.language.as_ref().map(|code| &*code.value),
            declared: reading.declared.map(name),
            predicted: reading.predicted.name(),
            claim: reading.claim.name(),
            scores: Scores {
                marketing: reading.points.marketing,
                utility: reading.points.utility,
                authentication: reading.points.authentication,
                wording: rounded(reading.score),
            },
            evidence: reading.evidence.iter().map(|evidence| entry(file, evidence)).collect(),
        }
    });
    let document = Document { version: 1, lexicon: category::VERSION, variants: entries.collect() };
    safe_json::write(&document, out)
}

/// Two digits are more than these numbers mean.
fn rounded(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}

fn entry(file: &File, evidence: &Evidence) -> EvidenceEntry {
    let node = file.tree().node(evidence.leaf.node);
    let span = match &node.kind {
        NodeKind::Scalar { value, style } => {
            ScalarMap::new(file.source.text(), node.span, *style, value).source(evidence.range.clone())
        }
        _ => evidence.leaf.span,
    };
    EvidenceEntry {
        class: class_name(evidence.class),
        tag: evidence.tag,
        phrase: evidence.phrase().to_owned(),
        weight: rounded(evidence.weight),
        component: evidence.surface.component(),
        range: extent(&file.source, span),
    }
}

fn name(category: Category) -> &'static str {
    match category {
        Category::Marketing => "MARKETING",
        Category::Utility => "UTILITY",
        Category::Authentication => "AUTHENTICATION",
    }
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Marketing => "MARKETING",
        Class::Utility => "UTILITY",
        Class::Authentication => "AUTHENTICATION",
        Class::Concept | Class::Harmless => "NONE",
    }
}

/// One variant, for a person.
struct Page<'r> {
    file: &'r File,
    template: &'r Template,
    variant: &'r Variant,
    reading: &'r Reading,
    sensitivity: Sensitivity,
    colour: bool,
}

impl Page<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let of = |leaf: &Option<crate::template::Leaf>| {
            leaf.as_ref().map_or(String::new(), |leaf| sanitize(&leaf.value).to_string())
        };
        let bold = self.paint("", Style::new().bold());
        writeln!(
            out,
            "{}{} {}{}  {}",
            bold.0,
            of(&self.template.name),
            of(&self.variant.language),
            bold.1,
            sanitize(self.file.source.path())
        )?;
        let declared = self.reading.declared.map_or("nothing known", name);
        writeln!(out, "  filed as   {declared}")?;
        writeln!(out, "  reads as   {}", self.verdict())?;
        for (class, colour, title) in [
            (Class::Marketing, AnsiColor::Yellow, "for MARKETING"),
            (Class::Utility, AnsiColor::Green, "for UTILITY"),
            (Class::Authentication, AnsiColor::Cyan, "for AUTHENTICATION"),
        ] {
            if self.reading.of(class).next().is_some() {
                writeln!(out, "  {title}")?;
            }
            for evidence in self.reading.of(class) {
                self.evidence(out, evidence, Style::new().fg_color(Some(colour.into())).bold())?;
            }
        }
        if let Some(advice) = self.advice() {
            writeln!(out, "  what to do {advice}")?;
        }
        writeln!(out)
    }

    fn verdict(&self) -> &'static str {
        match self.reading.predicted {
            Predicted::Utility => "UTILITY",
            Predicted::Marketing if self.reading.warns(self.sensitivity) => "MARKETING",
            Predicted::Marketing => "rather MARKETING, but not surely enough to warn of it",
            Predicted::Authentication => "a passcode, which only AUTHENTICATION may carry",
            Predicted::Unclear => "nothing: too few words of its own, which Meta files as MARKETING",
            Predicted::Abstain => "open: the words do not settle it",
        }
    }

    /// The phrase in its sentence, with the words around it.
    fn evidence(&self, out: &mut dyn Write, evidence: &Evidence, style: Style) -> io::Result<()> {
        let value = &*evidence.leaf.value;
        let line_start = value[..evidence.range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = value[evidence.range.end..].find('\n').map_or(value.len(), |at| evidence.range.end + at);
        let before = last(&value[line_start..evidence.range.start], 30);
        let after = first(&value[evidence.range.end..line_end], 30);
        let mark = self.paint("[]", style);
        let phrase: String = evidence.phrase().split_whitespace().collect::<Vec<_>>().join(" ");
        let says = if evidence.says.is_empty() { "wording" } else { evidence.says };
        let brackets = if self.colour { ("", "") } else { ("[", "]") };
        writeln!(
            out,
            "    {}{}{}{}{}{}{}   {says}, {}",
            sanitize(before),
            mark.0,
            brackets.0,
            sanitize(&phrase),
            brackets.1,
            mark.1,
            sanitize(after),
            evidence.surface.name()
        )
    }

    fn paint(&self, _: &str, style: Style) -> (String, String) {
        if self.colour {
            (style.render().to_string(), style.render_reset().to_string())
        } else {
            (String::new(), String::new())
        }
    }

    fn advice(&self) -> Option<&'static str> {
        match (self.reading.declared?, self.reading.predicted) {
            (Category::Utility, Predicted::Marketing) => Some(Cause::of(self.reading).advice()),
            (Category::Utility, Predicted::Unclear) => Some("write what it is about into the text itself"),
            (Category::Utility | Category::Marketing, Predicted::Authentication) => {
                Some("make it an AUTHENTICATION template: Meta rejects passcodes anywhere else")
            }
            (Category::Utility, Predicted::Abstain) => Some("name the order, account or request that it is about"),
            (Category::Marketing, Predicted::Utility) => {
                Some("if nothing else promotes, it may pass as UTILITY, which costs less")
            }
            _ => None,
        }
    }
}

/// The end of a text, whole characters.
fn last(text: &str, most: usize) -> &str {
    let from = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    &text[from..]
}

fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}
