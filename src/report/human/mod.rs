//! The report for people: what is wrong, where, what to do about it, and at the end what to do next.

mod line;
mod paragraph;
mod snippet;
mod summary;
mod window;

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use miette::{GraphicalTheme, ThemeCharacters, ThemeStyles};

use crate::check::Report;
use crate::finding::{Applicability, FileId, Finding, Severity, position, sanitize};
use crate::input::Source;
use crate::report::Summary;

use paragraph::paragraph;
use window::{Placed, windows};

pub(super) use summary::headline;

/// Writes findings one after the other. What one costs depends on the lines it shows, never on the size of its file.
pub struct Human<'r> {
    sources: Vec<&'r Source>,
    theme: GraphicalTheme,
    width: usize,
}

impl<'r> Human<'r> {
    /// For the files of a report, in colour or without any.
    pub fn new(report: &'r Report, colour: bool) -> Self {
        Self::of(report.files.iter().map(|file| &file.source).collect(), colour)
    }

    fn of(sources: Vec<&'r Source>, colour: bool) -> Self {
        Self {
            sources,
            theme: GraphicalTheme { characters: ThemeCharacters::unicode(), styles: styles(colour) },
            width: 100,
        }
    }

    /// For a terminal with that many columns; 100 if never said.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.clamp(60, 200);
        self
    }

    /// For a terminal that can not draw lines.
    #[must_use]
    pub fn ascii(mut self) -> Self {
        self.theme.characters = ThemeCharacters::ascii();
        self
    }

    /// Writes one finding and an empty line.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finding(&self, out: &mut dyn Write, finding: &Finding) -> io::Result<()> {
        let placed = windows(finding, &self.sources, self.width);
        self.headline(out, finding)?;
        if !placed.windows.is_empty() {
            let theme = snippet::theme(&self.theme, finding.severity, &placed.windows);
            write!(out, "{}", snippet::draw(&placed.windows, theme))?;
        }
        self.footer(out, finding, &placed)?;
        writeln!(out)
    }

    /// Writes the figures and what to do next.
    ///
    /// # Errors
    /// What the writer says.
    pub fn summary(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        summary::write(out, summary, &self.theme.styles)
    }

    fn headline(&self, out: &mut dyn Write, finding: &Finding) -> io::Result<()> {
        let styles = &self.theme.styles;
        let style = match finding.severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Note => styles.advice,
        };
        let title = format!("{}[{}]:", finding.severity.name(), finding.rule.id);
        let indent = title.chars().count() + 1;
        write!(out, "{} ", style.style(title))?;
        paragraph(out, &sanitize(&finding.message), indent, 2, self.width)
    }

    fn footer(&self, out: &mut dyn Write, finding: &Finding, placed: &Placed<'_>) -> io::Result<()> {
        if placed.windows.is_empty() {
            self.remark(out, "file", &self.location(finding))?;
        }
        for related in &placed.apart {
            let place = position_name(self.source(related.place.file), related.place.span.range().start);
            self.remark(out, "also", &format!("{} ({place})", related.message))?;
        }
        match placed.more {
            0 => {}
            1 => self.remark(out, "also", "1 more place")?,
            count => self.remark(out, "also", &format!("{count} more places"))?,
        }
        if !finding.help.is_empty() {
            self.remark(out, "help", &finding.help)?;
        }
        if let Some(code) = finding.meta {
            self.remark(out, "Meta", &code.to_string())?;
        }
        for fix in &finding.fixes {
            match fix.applicability {
                Applicability::Safe => self.remark(out, "fix", &fix.title)?,
                Applicability::Unsafe => self.remark(out, "fix", &format!("{} (changes the wording)", fix.title))?,
            }
        }
        self.remark(out, "more", &format!("walint explain {}", finding.rule.id))
    }

    /// A line such as `  help: Put a word before it.`
    fn remark(&self, out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
        write!(out, "  {} ", self.theme.styles.help.style(format_args!("{label:>4}:")))?;
        paragraph(out, &sanitize(text), 8, 8, self.width)
    }

    fn location(&self, finding: &Finding) -> String {
        let place = position_name(self.source(finding.place.file), finding.place.span.range().start);
        format!("{place}{}", whose(finding))
    }

    fn source(&self, file: FileId) -> Option<&'r Source> {
        self.sources.get(file.0 as usize).copied()
    }
}

pub(super) fn styles(colour: bool) -> ThemeStyles {
    if !colour {
        return ThemeStyles::none();
    }
    let ansi = ThemeStyles::ansi();
    ThemeStyles {
        error: ansi.error.bold(),
        warning: ansi.warning.bold(),
        advice: ansi.advice.bold(),
        link: ansi.help,
        ..ansi
    }
}

/// `path:line:column` in characters, or the path alone where there is no text to have lines.
fn position_name(source: Option<&Source>, offset: usize) -> String {
    match source {
        None => "unknown file".to_owned(),
        Some(source) if source.text().is_empty() => source.path().to_owned(),
        Some(source) => {
            let position = position(source, offset);
            format!("{}:{}:{}", source.path(), position.line, position.column)
        }
    }
}

/// ` in order_shipped (ar)`
pub(super) fn whose(finding: &Finding) -> String {
    match (&finding.template, &finding.language) {
        (Some(template), Some(language)) => format!(" in {template} ({language})"),
        (Some(one), None) | (None, Some(one)) => format!(" in {one}"),
        (None, None) => String::new(),
    }
}
