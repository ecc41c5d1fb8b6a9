//! `walint schema`: what editors complete and check files with.

use std::io;

use crate::schema;

use super::Exit;
use super::args::{SchemaArgs, SchemaOf};
use super::terminal::Terminal;

/// Writes a schema.
pub fn run(args: &SchemaArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let schema = match args.of {
        SchemaOf::Template => schema::of_templates(),
        SchemaOf::Config => schema::of_configurations(),
        SchemaOf::Journey => schema::of_journeys(),
    };
    let out = terminal.out();
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)?;
    Ok(Exit::Clean)
}
