//! Source lines with what is marked in them, drawn by miette.
//!
//! miette is given windows, never files: it would read a file from its start for every label.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};

use crate::finding::Severity;

use super::window::Shown;

/// The windows one under the other.
pub fn draw(windows: &[Shown], theme: GraphicalTheme) -> String {
    let mut drawn = String::new();
    let handler = GraphicalReportHandler::new_themed(theme).without_primary_span_start();
    // A string takes everything, and windows hold all their labels: there is nothing to fail.
    let _ = handler.render_report(&mut drawn, &Snippet { windows });
    // The first line is miette's own headline, which is empty.
    drawn.split_once('\n').map(|(_, windows)| windows.to_owned()).unwrap_or_default()
}

/// The theme with a colour for each mark: the first in the colour of the severity, the others in another.
pub fn theme(theme: &GraphicalTheme, severity: Severity, windows: &[Shown]) -> GraphicalTheme {
    let mut theme = theme.clone();
    let styles = &mut theme.styles;
    let own = match severity {
        Severity::Error => styles.error,
        Severity::Warning => styles.warning,
        Severity::Note => styles.advice,
    };
    // miette gives out the colours in the order of the places.
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for window in windows {
        let base = marks.len();
        marks.extend(window.marks.iter().enumerate().map(|(index, (bytes, _))| (bytes.start, base + index)));
        marks[base..].sort_unstable();
    }
    styles.highlights = marks.iter().map(|&(_, index)| if index == 0 { own } else { styles.help }).collect();
    theme
}

#[derive(Debug)]
struct Snippet<'w> {
    windows: &'w [Shown],
}

impl Snippet<'_> {
    /// The windows with their offsets in one common text, in which a byte between two windows keeps them apart.
    fn placed(&self) -> impl Iterator<Item = (usize, &Shown)> {
        self.windows.iter().scan(0, |next, window| {
            let offset = *next;
            *next += window.text.len() + 1;
            Some((offset, window))
        })
    }
}

impl SourceCode for Snippet<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (offset, window) = self
            .placed()
            .find(|(offset, window)| {
                *offset <= span.offset() && span.offset() + span.len() <= offset + window.text.len()
            })
            .ok_or(MietteError::OutOfBounds)?;
        Ok(Box::new(MietteSpanContents::new_named(
            window.name.clone(),
            window.text.as_bytes(),
            (offset, window.text.len()).into(),
            window.first_line,
            0,
            window.text.lines().count(),
        )))
    }
}

impl Diagnostic for Snippet<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.placed().flat_map(|(offset, window)| {
            window
                .marks
                .iter()
                .map(move |(bytes, label)| LabeledSpan::new(label.clone(), offset + bytes.start, bytes.len()))
        })))
    }
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Snippet<'_> {}
