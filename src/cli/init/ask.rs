//! Questions to the person at the terminal.

use std::io::{self, BufRead, Write};

use crate::finding::sanitize;

/// A conversation: questions go to `out`, answers come from `answers`.
pub struct Asker<'a> {
    answers: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    asked: bool,
}

impl<'a> Asker<'a> {
    /// A conversation that has not begun.
    pub fn new(answers: &'a mut dyn BufRead, out: &'a mut dyn Write) -> Self {
        Self { answers, out, asked: false }
    }

    /// Says once how to answer.
    fn greet(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.asked, true) {
            writeln!(self.out, "Enter takes the answer in [brackets]. Until the last answer, nothing is written.\n")?;
        }
        Ok(())
    }

    /// Asks until the answer can be read; an empty one is `usual`. `read` says what is wrong with an answer.
    ///
    /// # Errors
    /// When no more answers come.
    pub fn ask<T>(&mut self, question: &str, usual: &str, read: impl Fn(&str) -> Result<T, String>) -> io::Result<T> {
        self.greet()?;
        loop {
            write!(self.out, "{question} [{usual}] ")?;
            self.out.flush()?;
            let mut line = String::new();
            if self.answers.read_line(&mut line)? == 0 {
                writeln!(self.out)?;
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let answer = Some(line.trim()).filter(|answer| !answer.is_empty()).unwrap_or(usual);
            match read(answer) {
                Ok(value) => return Ok(value),
                Err(wrong) => writeln!(self.out, "  {}", sanitize(&wrong))?,
            }
        }
    }

    /// Lets one of several be chosen, by its number or its name; what each is stands beside it.
    ///
    /// # Errors
    /// When no more answers come.
    pub fn choose(&mut self, question: &str, choices: &[(&str, String)], usual: usize) -> io::Result<usize> {
        self.greet()?;
        writeln!(self.out, "\n{question}")?;
        let width = choices.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (at, (name, about)) in choices.iter().enumerate() {
            writeln!(self.out, "  {:>2}  {name:width$}  {about}", at + 1)?;
        }
        self.ask("Which?", &(usual + 1).to_string(), |answer| {
            let number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let named = || choices.iter().position(|(name, _)| name.eq_ignore_ascii_case(answer));
            number
                .filter(|at| *at < choices.len())
                .or_else(named)
                .ok_or_else(|| format!("answer with a number from 1 to {}, or with a name", choices.len()))
        })
    }

    /// Asks for a yes or a no.
    ///
    /// # Errors
    /// When no more answers come.
    pub fn agrees(&mut self, question: &str, usual: bool) -> io::Result<bool> {
        self.ask(question, if usual { "yes" } else { "no" }, |answer| match answer.to_lowercase().as_str() {
            "y" | "yes" => Ok(true),
            "n" | "no" => Ok(false),
            _ => Err("answer with yes or no".to_owned()),
        })
    }
}
