//! Standard input as lines, handed on as soon as they are there.

use std::io::{self, Read};

use crate::stream::{Line, Splitter};

/// How many bytes are read at once. A pipe gives what is in it, even if that is a single line.
const READ: usize = 64 * 1024;
/// So many lines are checked and written together, where so many are there.
pub const PORTION: usize = 32;

/// The lines of standard input.
pub struct Chunks {
    splitter: Splitter,
    buffer: Vec<u8>,
    ended: bool,
}

impl Chunks {
    /// Of lines up to that length.
    pub fn new(limit: u32) -> Self {
        let splitter = Splitter::new(usize::try_from(limit).unwrap_or(usize::MAX));
        Self { splitter, buffer: vec![0; READ], ended: false }
    }

    /// The lines that one look at the input completes, at least one; nothing at its end.
    ///
    /// # Errors
    /// What standard input says.
    pub fn next(&mut self) -> io::Result<Option<Vec<Line>>> {
        let mut lines = Vec::new();
        while !self.ended && lines.is_empty() {
            match io::stdin().lock().read(&mut self.buffer) {
                Ok(0) => {
                    self.ended = true;
                    lines.extend(self.splitter.finish());
                }
                Ok(size) => self.splitter.push(&self.buffer[..size], &mut lines),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok((!lines.is_empty()).then_some(lines))
    }
}
