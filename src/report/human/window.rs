//! Which lines of which files a finding shows, and what is marked in them.

use std::ops::{Range, RangeInclusive};

use crate::finding::{Finding, Related, sanitize};
use crate::input::Source;
use crate::syntax::Span;

use super::line::{cut, fits, show};
use super::{position_name, whose};

/// The most lines that one window shows.
const LINES: usize = 8;
/// The most second places that a finding shows.
const RELATED: usize = 5;

/// What a finding shows.
pub struct Placed<'f> {
    /// In the order in which they are shown. Empty where the file has no text.
    pub windows: Vec<Shown>,
    /// Second places in files without text.
    pub apart: Vec<&'f Related>,
    /// How many second places are left out.
    pub more: usize,
}

/// Some lines of a file, ready to be drawn.
#[derive(Debug)]
pub struct Shown {
    /// The place of its first mark.
    pub name: String,
    /// The index of its first line.
    pub first_line: usize,
    /// Its lines, each with a line break.
    pub text: String,
    /// What is marked, in bytes of `text`.
    pub marks: Vec<(Range<usize>, Option<String>)>,
}

/// The windows of a finding: its own first, then those of the second places that are not seen in it.
pub fn windows<'f>(finding: &'f Finding, sources: &[&Source], width: usize) -> Placed<'f> {
    let with_text = |place: crate::finding::Place| {
        sources.get(place.file.0 as usize).copied().filter(|source| !source.text().is_empty())
    };
    let mut windows = Vec::new();
    if let Some(source) = with_text(finding.place) {
        windows = Window::over(source, Mark::new(source, finding.place.span, None));
    }
    let mut apart = Vec::new();
    for related in finding.related.iter().take(RELATED) {
        let Some(source) = with_text(related.place).filter(|_| !windows.is_empty()) else {
            apart.push(related);
            continue;
        };
        let mark = Mark::new(source, related.place.span, Some(sanitize(&related.message).into_owned()));
        match windows.iter_mut().find(|window| window.has_room_for(source, &mark, width)) {
            Some(window) => window.marks.push(mark),
            None => windows.extend(Window::over(source, mark)),
        }
    }
    let mut windows: Vec<Shown> = windows.iter().map(|window| window.show(width)).collect();
    if let Some(own) = windows.first_mut() {
        own.name.push_str(&sanitize(&whose(finding)));
    }
    Placed { windows, apart, more: finding.related.len().saturating_sub(RELATED) }
}

struct Window<'r> {
    source: &'r Source,
    /// Never empty.
    marks: Vec<Mark>,
}

struct Mark {
    /// Bytes of the source's text, on character boundaries.
    bytes: Range<usize>,
    /// Indices of the lines it touches.
    lines: RangeInclusive<usize>,
    label: Option<String>,
}

impl Mark {
    /// A mark inside the text, without the line break that it may end with.
    fn new(source: &Source, span: Span, label: Option<String>) -> Self {
        let text = source.text();
        let start = text.floor_char_boundary(span.range().start);
        let end = text.ceil_char_boundary(span.range().end.max(start));
        let end = start + text[start..end].trim_end_matches(['\n', '\r']).len();
        Self { bytes: start..end, lines: source.line_of(start)..=source.line_of(end), label }
    }

    fn is_apart_from(&self, other: &Self) -> bool {
        self.bytes.end < other.bytes.start || other.bytes.end < self.bytes.start
    }
}

impl<'r> Window<'r> {
    /// One window over all lines of a mark, or two over its first and its last line where it has many.
    fn over(source: &'r Source, mark: Mark) -> Vec<Self> {
        let (first, last) = (*mark.lines.start(), *mark.lines.end());
        if last - first < LINES {
            return vec![Self { source, marks: vec![mark] }];
        }
        let indentation = source.slice(source.line(last)).len() - source.slice(source.line(last)).trim_start().len();
        let start = Span::new(mark.bytes.start, source.line(first).range().end.max(mark.bytes.start));
        let end = Span::new((source.line(last).range().start + indentation).min(mark.bytes.end), mark.bytes.end);
        let from = mark.label.unwrap_or_else(|| "from here".to_owned());
        [Mark::new(source, start, Some(from)), Mark::new(source, end, Some("to here".to_owned()))]
            .into_iter()
            .map(|mark| Self { source, marks: vec![mark] })
            .collect()
    }

    fn has_room_for(&self, source: &Source, mark: &Mark, width: usize) -> bool {
        let lines = self.lines();
        let (first, last) = (*lines.start().min(mark.lines.start()), *lines.end().max(mark.lines.end()));
        std::ptr::eq(self.source, source)
            && last - first < LINES
            && self.marks.iter().all(|other| other.is_apart_from(mark))
            // A long line is cut around one mark, so another might not be seen in it.
            && (first..=last).all(|line| fits(source.slice(source.line(line)), width))
    }

    fn lines(&self) -> RangeInclusive<usize> {
        let first = self.marks.iter().map(|mark| *mark.lines.start()).min().unwrap_or(0);
        let last = self.marks.iter().map(|mark| *mark.lines.end()).max().unwrap_or(0);
        first..=last
    }

    fn show(&self, width: usize) -> Shown {
        let start = self.marks.first().map_or(0, |mark| mark.bytes.start);
        let mut canvas = Canvas { text: String::new(), stops: self.stops() };
        for line in self.lines() {
            canvas.line(self.source, line, width);
        }
        let marks = self.marks.iter().map(|mark| (canvas.range(&mark.bytes), mark.label.clone())).collect();
        let name = sanitize(&position_name(Some(self.source), start)).into_owned();
        Shown { name, first_line: *self.lines().start(), text: canvas.text, marks }
    }

    fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<usize> = self.marks.iter().flat_map(|mark| [mark.bytes.start, mark.bytes.end]).collect();
        stops.sort_unstable();
        stops.dedup();
        stops.into_iter().map(|source| Stop { source, shown: None }).collect()
    }
}

/// Where a mark starts or ends: in the source, and in what is shown of it.
struct Stop {
    source: usize,
    shown: Option<usize>,
}

struct Canvas {
    text: String,
    /// Sorted.
    stops: Vec<Stop>,
}

impl Canvas {
    /// Writes a line, and learns where the stops in it are shown.
    fn line(&mut self, source: &Source, index: usize, width: usize) {
        let bytes = source.line(index).range();
        let line = &source.text()[bytes.clone()];
        let next_line = source.line(index + 1).range().start.max(bytes.end + 1);
        let stops = self.stops.partition_point(|stop| stop.source < bytes.start)
            ..self.stops.partition_point(|stop| stop.source < next_line);
        let around = self.stops[stops.clone()].first().map_or(0, |stop| stop.source - bytes.start);
        let part = cut(line, around.min(line.len()), width);

        if part.start > 0 {
            self.text.push('…');
        }
        let mut at = part.start;
        for stop in &mut self.stops[stops] {
            let here = (stop.source - bytes.start).clamp(part.start, part.end);
            show(&line[at..here], &mut self.text);
            stop.shown = Some(self.text.len());
            at = here;
        }
        show(&line[at..part.end], &mut self.text);
        if part.end < line.len() {
            self.text.push('…');
        }
        self.text.push('\n');
    }

    fn range(&self, bytes: &Range<usize>) -> Range<usize> {
        let shown = |offset: usize| {
            let at = self.stops.partition_point(|stop| stop.source < offset);
            self.stops.get(at).and_then(|stop| stop.shown).unwrap_or(0)
        };
        shown(bytes.start)..shown(bytes.end)
    }
}
