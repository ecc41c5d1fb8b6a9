//! The one place that knows the parser: granit-parser's events become a [`Tree`] and [`Problem`]s.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, Placement, ScalarStyle, ScanError};

use super::pitfall::{self, Pitfall, PitfallKind};
use super::problem::{Problem, describe};
use super::tree::{Comment, Node, NodeId, NodeKind, Style, Tree};
use super::{Span, repair};

/// Collections nested deeper than this are refused; a template needs about ten.
const NESTING_LIMIT: usize = 64;
/// Values a file may hold; a file of the largest size read by default stays below it.
const NODE_LIMIT: usize = 300_000;
/// Each round quotes every pitfall seen so far and reads again, so that one mistake does not hide the next.
const REPAIR_ROUNDS: usize = 64;

/// What reading a text gave.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The values of the file, as far as it could be read.
    pub tree: Tree,
    /// What is wrong with the file as YAML or JSON, in the order it was found.
    pub problems: Vec<Problem>,
    /// Whether the whole file was read.
    pub complete: bool,
}

/// Reads YAML or JSON. Never fails: what could not be read is among the problems.
///
/// A value that YAML takes for syntax although its author meant text (`{{1}} hi`, `*Sale* today`) is read as
/// that text, and the pitfall is among the problems.
pub fn parse(text: &str) -> Parsed {
    let mut pitfalls: Vec<Pitfall> = Vec::new();
    for _ in 0..REPAIR_ROUNDS {
        let spans: Vec<Span> = pitfalls.iter().map(|pitfall| pitfall.value).collect();
        let quoted = repair::quote(text, &spans);
        let mut reader = Reader::new(quoted.text());
        reader.read();
        reader.found.retain_mut(|found| {
            found.value = quoted.original(found.value);
            pitfalls.iter().all(|known| known.value.start != found.value.start)
        });
        if reader.found.is_empty() {
            return reader.finish(&quoted, pitfalls);
        }
        pitfalls.append(&mut reader.found);
        pitfalls.sort_by_key(|pitfall| pitfall.value);
        pitfalls.dedup_by(|later, earlier| later.value.start < earlier.value.end);
    }
    // More pitfalls than rounds: those known are told, and the file counts as not fully read.
    let mut reader = Reader::new("");
    reader.broken = true;
    reader.finish(&repair::quote(text, &[]), pitfalls)
}

/// A collection that is being read.
struct Open {
    node: NodeId,
    flow: bool,
    /// The key whose value comes next.
    key: Option<NodeId>,
    /// The keys so far, to tell repeated ones.
    seen: Keys,
}

/// The keys of a mapping. The first ones are looked through, which for a handful is faster than to hash them.
#[derive(Default)]
struct Keys {
    first: Vec<(Arc<str>, NodeId)>,
    more: HashMap<Arc<str>, NodeId>,
}

impl Keys {
    /// So many are looked through: no mapping of a template has more.
    const FIRST: usize = 12;

    /// Adds a key, unless there is one of that name already, which comes back.
    fn add(&mut self, name: Arc<str>, key: NodeId) -> Option<NodeId> {
        if let Some((_, known)) = self.first.iter().find(|(known, _)| *known == name) {
            return Some(*known);
        }
        if self.first.len() < Self::FIRST {
            self.first.push((name, key));
            return None;
        }
        match self.more.entry(name) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(place) => {
                place.insert(key);
                None
            }
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    tree: Tree,
    problems: Vec<Problem>,
    found: Vec<Pitfall>,
    stack: Vec<Open>,
    /// Anchors on scalars, by name, until an alias uses them.
    anchors: Vec<(usize, Span)>,
    /// Where the last value directly inside a block collection starts.
    last_value: usize,
    /// How many documents were read before this one.
    documents_before: usize,
    /// Whether this document holds something that is not read, such as an alias.
    refused: bool,
    broken: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            tree: Tree::default(),
            problems: Vec::new(),
            found: Vec::new(),
            stack: Vec::new(),
            anchors: Vec::new(),
            last_value: 0,
            documents_before: 0,
            refused: false,
            broken: false,
        }
    }

    fn read(&mut self) {
        let options = granit_parser::options! {
            strict_indentation: true,
            emit_anchor_events: true,
            emit_unresolved_aliases: true,
            max_buffered_comment_events: 1_000_000,
            flow_nesting_limit: NESTING_LIMIT,
            block_nesting_limit: NESTING_LIMIT,
        };
        let mut parser = Parser::new_from_str_with_options(self.text, options);
        while let Some(next) = parser.next_event() {
            match next {
                Ok((event, span)) => self.event(event, &span),
                Err(error) => {
                    self.error(&error);
                    self.abandon_document();
                    // The documents behind a `---` are read all the same.
                    if !matches!(parser.proceed_next_document(), Ok(true)) {
                        break;
                    }
                }
            }
            if self.tree.nodes.len() > NODE_LIMIT {
                self.refuse(Problem::TooLarge { at: self.last_span(), limit: NODE_LIMIT });
                break;
            }
        }
        self.end_of_document();
    }

    fn event(&mut self, event: Event<'_>, span: &granit_parser::Span) {
        let at = byte_span(span);
        match event {
            Event::Comment(_, placement) => {
                self.tree.comments.push(Comment { span: at, trailing: placement == Placement::Right });
            }
            Event::Scalar(value, style, _, tag) => {
                let own_tag = tag.is_some_and(|tag| tag.core_suffix().is_none());
                let style = style_of(style);
                let absent = at.is_empty() && style == Style::Plain;
                let value = if absent { Arc::from("") } else { Arc::from(&*value) };
                self.value(NodeKind::Scalar { value, style }, at, false);
                if let (true, Some(tag)) = (own_tag, span.tag_span()) {
                    self.pitfall(PitfallKind::Exclamation, byte_span(&tag));
                }
            }
            Event::Anchor(id, _) => self.anchors.push((id, at)),
            Event::Alias(id) => {
                self.anchors.retain(|(known, _)| *known != id);
                self.refuse(Problem::Alias { at });
                self.absent(at);
            }
            Event::UnresolvedAlias(_) => {
                if self.expects_key() {
                    self.refuse(Problem::Alias { at });
                }
                self.absent(at);
                self.pitfall(PitfallKind::Asterisk, at);
            }
            Event::SequenceStart(style, ..) => {
                self.open(NodeKind::Sequence(Vec::new()), at, style == granit_parser::StructureStyle::Flow);
            }
            Event::MappingStart(style, ..) => {
                let flow = style == granit_parser::StructureStyle::Flow;
                let in_block = self.stack.last().is_some_and(|open| !open.flow);
                self.open(NodeKind::Mapping(Vec::new()), at, flow);
                if flow && in_block && self.text[at.range().start..].starts_with("{{") {
                    self.pitfall(PitfallKind::Brace, at);
                }
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(at),
            Event::DocumentStart(..) => self.documents_before = self.tree.documents.len(),
            Event::DocumentEnd => self.end_of_document(),
            // The start and the end of the stream carry nothing; the enum may grow.
            _ => {}
        }
    }

    /// Whether the next value would be a key of a mapping.
    fn expects_key(&self) -> bool {
        self.stack
            .last()
            .is_some_and(|open| open.key.is_none() && matches!(self.tree.node(open.node).kind, NodeKind::Mapping(_)))
    }

    fn refuse(&mut self, problem: Problem) {
        self.problems.push(problem);
        self.broken = true;
        self.refused = true;
    }

    fn absent(&mut self, at: Span) {
        self.value(NodeKind::Scalar { value: Arc::from(""), style: Style::Plain }, at, false);
    }

    fn open(&mut self, kind: NodeKind, at: Span, flow: bool) {
        let node = self.value(kind, at, !flow);
        self.stack.push(Open { node, flow, key: None, seen: Keys::default() });
    }

    fn close(&mut self, at: Span) {
        if let Some(open) = self.stack.pop() {
            let start = self.tree.span(open.node);
            // A block collection "ends" where the next thing starts; its last child is where its text ends.
            let end = if open.flow { at.end } else { self.last_child_end(open.node).max(start.end) };
            self.tree.nodes[open.node.0 as usize].span.end = end;
        }
    }

    fn last_child_end(&self, id: NodeId) -> u32 {
        let last = match &self.tree.node(id).kind {
            NodeKind::Mapping(entries) => entries.last().map(|(key, value)| {
                // A value that is not there has its place after the key's colon.
                self.tree.span(*value).end.max(self.tree.span(*key).end)
            }),
            NodeKind::Sequence(items) => items.last().map(|item| self.tree.span(*item).end),
            NodeKind::Scalar { .. } => None,
        };
        last.unwrap_or(0)
    }

    /// Adds a node to the tree and to the collection it stands in.
    fn value(&mut self, kind: NodeKind, span: Span, block_collection: bool) -> NodeId {
        let id = NodeId(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        let name = match &kind {
            NodeKind::Scalar { value, .. } => Some(Arc::clone(value)),
            _ => None,
        };
        self.tree.nodes.push(Node { kind, span });
        if !block_collection && self.stack.last().is_none_or(|open| !open.flow) {
            self.last_value = span.range().start;
        }
        let Some(open) = self.stack.last_mut() else {
            self.tree.documents.push(id);
            return id;
        };
        match &mut self.tree.nodes[open.node.0 as usize].kind {
            NodeKind::Sequence(items) => items.push(id),
            NodeKind::Mapping(entries) => match open.key.take() {
                Some(key) => entries.push((key, id)),
                None => {
                    open.key = Some(id);
                    if let Some(name) = name
                        && let Some(first) = open.seen.add(name, id)
                    {
                        let first = self.tree.span(first);
                        self.problems.push(Problem::DuplicateKey { first, again: span });
                    }
                }
            },
            NodeKind::Scalar { .. } => {}
        }
        id
    }

    fn pitfall(&mut self, kind: PitfallKind, at: Span) {
        if let Some(value) = pitfall::extent(self.text, at.range().start) {
            self.found.push(Pitfall { kind, value });
        }
    }

    fn error(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let start = self.value_start(at);
        if !matches!(error.kind(), ErrorKind::RecursionLimitExceeded)
            && self.may_be_text(start)
            && let Some(kind) = pitfall::kind(self.text, start, at)
            && let Some(value) = pitfall::extent(self.text, start)
            // Quotes that close where the value ends are none of its text.
            && (kind != PitfallKind::Quote || value.range().end > at)
        {
            self.found.push(Pitfall { kind, value });
        }
        // The parser sees only lines later that a quote was never closed.
        let unclosed = matches!(error.kind(), ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent)
            && self.text[start..].starts_with(['"', '\'']);
        self.problems.push(describe(error.kind(), self.text, if unclosed { start } else { at }));
        self.broken = true;
    }

    /// Whether a value that could not be read may be a text without its quotes. A collection that was never closed
    /// is not, unless it starts like a variable.
    fn may_be_text(&self, start: usize) -> bool {
        match self.stack.last() {
            Some(open) => !open.flow || self.text[start..].starts_with("{{"),
            None => false,
        }
    }

    /// Where the value starts that the parser was reading when it stopped at `at`.
    fn value_start(&self, at: usize) -> usize {
        let pending = self.stack.last().filter(|open| !open.flow).and_then(|open| open.key);
        let Some(key) = pending else { return self.last_value };
        let after_key = self.tree.span(key).range().end;
        let rest = self.text.get(after_key..).unwrap_or("");
        match rest.strip_prefix(':') {
            Some(value) => after_key + 1 + (value.len() - value.trim_start_matches([' ', '\t']).len()),
            None => at,
        }
    }

    /// Leaves out a document that can not be read as a whole: half of it would look like a template that lacks
    /// the other half.
    fn abandon_document(&mut self) {
        self.stack.clear();
        self.tree.documents.truncate(self.documents_before);
        self.refused = false;
        self.end_of_document();
    }

    fn end_of_document(&mut self) {
        if std::mem::take(&mut self.refused) {
            self.abandon_document();
        }
        // An anchor nothing refers to is text that begins with `&`.
        for (_, at) in std::mem::take(&mut self.anchors) {
            if pitfall::is_single_line_value(self.text, at.range().end) {
                self.pitfall(PitfallKind::Ampersand, at);
            }
        }
    }

    fn last_span(&self) -> Span {
        self.tree.nodes.last().map(|node| node.span).unwrap_or_default()
    }

    /// Turns places in the repaired text into places in the text as it was written.
    fn finish(mut self, quoted: &repair::Quoted<'_>, pitfalls: Vec<Pitfall>) -> Parsed {
        if !pitfalls.is_empty() {
            for node in &mut self.tree.nodes {
                let original = quoted.original(node.span);
                if let NodeKind::Scalar { style, .. } = &mut node.kind
                    && pitfalls.iter().any(|pitfall| pitfall.value.start == original.start && !original.is_empty())
                {
                    *style = Style::Plain;
                }
                node.span = original;
            }
            for comment in &mut self.tree.comments {
                comment.span = quoted.original(comment.span);
            }
            for problem in &mut self.problems {
                problem.move_places(|span| quoted.original(span));
            }
        }
        self.problems.extend(pitfalls.into_iter().map(Problem::Pitfall));
        self.tree.shrink();
        Parsed { tree: self.tree, problems: self.problems, complete: !self.broken }
    }
}

fn byte_span(span: &granit_parser::Span) -> Span {
    span.byte_range().map(Span::from).unwrap_or_default()
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::SingleQuoted,
        ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}
