//! `walint convert`: one file form into the other.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::convert::{
    Node, Refusal, Written, for_submission, in_one, read, reads_back, to_authoring, to_graph, write_json, write_yaml,
};
use crate::finding::position;
use crate::input::{Found, Source, read_file, read_stdin, walk};
use crate::rules::File;
use crate::template::Form;

use super::Exit;
use super::args::{ConvertArgs, Target};
use super::convert_output::{Document, place};
use super::preview;
use super::terminal::Terminal;

/// Converts the files that the command line names.
pub fn run(args: &ConvertArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let files = files(args);
    if unreadable(&files, terminal) {
        return Ok(Exit::Unchecked);
    }
    let converted = written(&files).and_then(|written| {
        let Some(target) = args.to.or_else(|| other_form(&written)) else { return Ok(None) };
        let documents = match target {
            Target::Graph => graph(&written, args.for_submission)?,
            Target::Authoring => to_authoring(&written)?.into_iter().map(Document::template).collect(),
        };
        Ok(Some((target, documents)))
    });
    let (target, documents) = match converted {
        Ok(Some(converted)) => converted,
        Ok(None) => {
            terminal.complain("the files are in both forms; say which one you want: --to graph or --to authoring");
            return Ok(Exit::Usage);
        }
        Err(refusals) => {
            refusals.iter().for_each(|refusal| terminal.complain(&told(refusal, &files)));
            return Ok(Exit::Unchecked);
        }
    };
    let exit = match &args.output {
        None => {
            let nodes: Vec<Node> = documents.into_iter().map(|document| document.node).collect();
            match bytes(target, nodes) {
                Some(bytes) => {
                    terminal.out().write_all(&bytes)?;
                    Exit::Clean
                }
                None => not_carried(terminal),
            }
        }
        Some(output) => {
            let mut outputs = Vec::new();
            for (path, nodes) in place(output, target, documents) {
                match bytes(target, nodes) {
                    Some(bytes) => outputs.push((path, bytes)),
                    None => return Ok(not_carried(terminal)),
                }
            }
            write(outputs, output, args.force, terminal)?
        }
    };
    terminal.flush()?;
    if exit == Exit::Clean && target == Target::Graph {
        tell_what_is_different(&files, args, terminal);
    }
    Ok(exit)
}

fn files(args: &ConvertArgs) -> Vec<File> {
    let stdin = Path::new("-");
    let paths: Vec<PathBuf> = args.paths.iter().filter(|path| *path != stdin).cloned().collect();
    let mut found = walk(&paths);
    let mut sources: Vec<Source> = found.par_iter().map(|file| read_file(file, args.max_file_size)).collect();
    if paths.len() < args.paths.len() {
        sources.push(read_stdin("<stdin>", args.max_file_size));
        found.push(Found { path: stdin.to_path_buf(), name: "<stdin>".to_owned(), named: true, trouble: None });
    }
    preview::read(sources, &found)
}

/// Tells the files that can not be converted because they hold no template, or could not be read.
fn unreadable(files: &[File], terminal: &mut Terminal) -> bool {
    let mut any = false;
    for file in files.iter().filter(|file| file.complete && file.named && file.outline.templates == 0) {
        terminal.complain(&format!("{} holds no template", file.source.path()));
        any = true;
    }
    if !any && files.iter().all(|file| file.complete && file.outline.templates == 0) {
        terminal.complain("no template was found");
        any = true;
    }
    any
}

fn written(files: &[File]) -> Result<Vec<Written>, Vec<Refusal>> {
    let mut written = Vec::new();
    let mut refusals = Vec::new();
    for file in files.iter().filter(|file| !file.complete || file.outline.templates > 0) {
        match read(file) {
            Ok(mut templates) => written.append(&mut templates),
            Err(mut refused) => refusals.append(&mut refused),
        }
    }
    if refusals.is_empty() { Ok(written) } else { Err(refusals) }
}

/// The form that the templates are not in; nothing where they are in both.
fn other_form(written: &[Written]) -> Option<Target> {
    let target = |written: &Written| if written.form == Form::Graph { Target::Authoring } else { Target::Graph };
    let first = written.first().map(target)?;
    written.iter().all(|written| target(written) == first).then_some(first)
}

fn graph(written: &[Written], submission: bool) -> Result<Vec<Document>, Vec<Refusal>> {
    let mut documents = Vec::new();
    let mut refusals = Vec::new();
    for template in written {
        match to_graph(template) {
            Ok(requests) => documents.extend(
                requests
                    .into_iter()
                    .map(|request| Document::request(if submission { for_submission(&request) } else { request })),
            ),
            Err(mut refused) => refusals.append(&mut refused),
        }
    }
    if refusals.is_empty() { Ok(documents) } else { Err(refusals) }
}

/// What a file with these templates holds; nothing where it would not be read again as the same.
fn bytes(target: Target, nodes: Vec<Node>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let name = match target {
        Target::Authoring => {
            write_yaml(&nodes, &mut bytes);
            "converted.yaml"
        }
        Target::Graph => {
            write_json(&in_one(nodes.clone())?, &mut bytes);
            bytes.push(b'\n');
            "converted.json"
        }
    };
    reads_back(name, &bytes, &nodes).then_some(bytes)
}

fn not_carried(terminal: &mut Terminal) -> Exit {
    terminal.complain("the templates hold something that the other form can not say, so nothing was written");
    Exit::Unchecked
}

fn write(outputs: Vec<(PathBuf, Vec<u8>)>, output: &Path, force: bool, terminal: &mut Terminal) -> io::Result<Exit> {
    let existing: Vec<&PathBuf> =
        outputs.iter().map(|(path, _)| path).filter(|path| path.symlink_metadata().is_ok()).collect();
    if !force && !existing.is_empty() {
        for path in existing {
            terminal.complain(&format!("{} exists already; --force overwrites it", path.display()));
        }
        return Ok(Exit::Usage);
    }
    let folders = outputs.iter().any(|(path, _)| path.as_path() != output);
    if folders && let Err(error) = std::fs::create_dir_all(output) {
        terminal.complain(&format!("{} could not be made: {error}", output.display()));
        return Ok(Exit::Usage);
    }
    for (path, bytes) in &outputs {
        if let Err(failure) = super::output::write_file(path, bytes) {
            terminal.complain(&failure.message);
            return Ok(failure.exit);
        }
        let name = path.display().to_string();
        writeln!(terminal.out(), "wrote {}", crate::finding::sanitize(&name))?;
    }
    Ok(Exit::Clean)
}

/// JSON has no comments, and the API does not take all that a file may say.
fn tell_what_is_different(files: &[File], args: &ConvertArgs, terminal: &mut Terminal) {
    let comments: usize = files.iter().map(|file| file.tree().comments().len()).sum();
    if comments > 0 {
        let comments = if comments == 1 { "1 comment".to_owned() } else { format!("{comments} comments") };
        terminal.complain(&format!("{comments} left out, because JSON has none"));
    }
    let templates = || files.iter().flat_map(|file| &file.content().templates);
    let variants = || templates().flat_map(|template| &template.variants);
    let cards = variants().filter_map(|variant| variant.carousel.as_ref()).flat_map(|carousel| &carousel.cards);
    let headers = variants().map(|variant| &variant.header).chain(cards.map(|card| &card.header)).flatten();
    let local = headers.filter(|header| header.media.is_some() && header.handles.is_empty()).count();
    if local > 0 {
        let headers = if local == 1 { "1 header names" } else { &format!("{local} headers name") };
        terminal.complain(&format!(
            "{headers} a local file; upload it and write its handle as `example` before you submit the template"
        ));
    }
    let returned = templates().any(crate::template::Template::is_returned);
    if !args.for_submission && (local > 0 || returned) {
        terminal.complain(
            "some keys are not taken by the API, such as `status` or `media`; --for-submission leaves them out",
        );
    }
}

fn told(refusal: &Refusal, files: &[File]) -> String {
    let Some(file) = files.get(refusal.file.0 as usize) else { return refusal.message.clone() };
    let path = file.source.path();
    if refusal.span.is_empty() && refusal.span.start == 0 {
        return format!("{path}: {}", refusal.message);
    }
    let place = position(&file.source, refusal.span.range().start);
    format!("{path}:{}:{}: {}", place.line, place.column, refusal.message)
}
