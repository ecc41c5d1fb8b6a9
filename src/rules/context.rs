//! What a rule is told about where it is, and how it says what it found.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::category::{self, Explain};
use crate::config::Config;
use crate::finding::{Edit, FileId, Finding, Outcome, Place, Severity, shortened};
use crate::fix;
use crate::language::{self, Reading};
use crate::media::{Item, Obstacle, Shelf};
use crate::observe::Observer;
use crate::policy::content::Found;
use crate::rules::formatting::Slip;
use crate::rules::{File, Files, Metadata};
use crate::syntax::{NodeId, ScalarMap, Span, Style};
use crate::template::{Button, Category, Field, Leaf, Template, Text, Variant};
use crate::variants::{self, Compared};
use crate::vocabulary::Reads;

/// A text of the run: its file, and its place in the file's tree.
type TextId = (FileId, NodeId);

/// What was found in the text that was asked about last: many rules look at one text, one after another.
struct Latest<T>(RefCell<Option<(TextId, Rc<[T]>)>>);

impl<T> Latest<T> {
    fn none() -> Self {
        Self(RefCell::new(None))
    }

    fn get(&self, file: FileId, text: &Text, find: impl FnOnce() -> Rc<[T]>) -> Rc<[T]> {
        let mut latest = self.0.borrow_mut();
        match &*latest {
            Some((of, found)) if *of == (file, text.leaf.node) => Rc::clone(found),
            _ => {
                let found = find();
                *latest = Some(((file, text.leaf.node), Rc::clone(&found)));
                found
            }
        }
    }
}

/// A variant, and what was read in it where its language is known.
type LatestReading<'r> = (&'r Variant, Option<Rc<Reading<'r>>>);

/// What a run knows beside its files.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'r> {
    /// What the team says in its configuration.
    pub config: &'r Config,
    /// The media files that templates name.
    pub shelf: &'r Shelf<'r>,
    /// Who follows the run.
    pub observer: &'r dyn Observer,
}

/// Where the walk is, and what was found so far.
pub struct Context<'r> {
    /// The file that is checked by itself, or those that are looked at together.
    files: Files<'r>,
    surroundings: Surroundings<'r>,
    pub(super) rule: Option<&'static Metadata>,
    pub(super) file: FileId,
    template: Option<&'r Template>,
    /// Its declared category, which many rules ask for.
    category: Option<Category>,
    pub(super) variant: Option<&'r Variant>,
    pub(super) component: Option<&'static str>,
    pub(super) button: Option<&'r Button>,
    pub(super) findings: Vec<Finding>,
    /// Whether the rule that was asked last has nothing to say at this level, whatever it is asked about.
    pub(super) left_out: bool,
    /// Built when the first finding needs one: a clean file costs nothing.
    maps: RefCell<HashMap<(FileId, NodeId, usize), ScalarMap>>,
    /// The texts of the template that were read.
    reads: Reads,
    phrases: Latest<Found>,
    slips: Latest<Slip>,
    variants: OnceCell<Rc<[Compared<'r>]>>,
    /// The variant that was read last, and its language.
    reading: RefCell<Option<LatestReading<'r>>>,
    /// What variants read as, by the address of each: many rules ask.
    readings: RefCell<BTreeMap<*const Variant, Option<Rc<category::Reading>>>>,
}

impl<'r> Context<'r> {
    pub(super) fn new(files: Files<'r>, file: FileId, surroundings: Surroundings<'r>) -> Self {
        Self {
            files,
            surroundings,
            rule: None,
            file,
            template: None,
            category: None,
            variant: None,
            component: None,
            button: None,
            findings: Vec::new(),
            left_out: false,
            maps: RefCell::new(HashMap::new()),
            reads: Reads::default(),
            phrases: Latest::none(),
            slips: Latest::none(),
            variants: OnceCell::new(),
            reading: RefCell::new(None),
            readings: RefCell::new(BTreeMap::new()),
        }
    }

    /// What the team says in its configuration.
    pub fn config(&self) -> &'r Config {
        self.surroundings.config
    }

    /// The media files of the run.
    pub fn shelf(&self) -> &'r Shelf<'r> {
        self.surroundings.shelf
    }

    /// What the file really is that a `media` names; nothing where media files are not looked at.
    pub fn media(&self, leaf: &Leaf) -> Option<Result<Arc<Item>, Obstacle>> {
        self.shelf().look(self.file()?.source.path(), &leaf.value)
    }

    /// The file the walk is in.
    pub fn file(&self) -> Option<&'r File> {
        self.files.get(self.file)
    }

    /// Goes into a template, or out of the last one.
    pub(super) fn enter(&mut self, template: Option<&'r Template>) {
        self.reads.forget();
        self.template = template;
        self.category = template.and_then(Template::category);
    }

    /// The template the walk is in.
    pub fn template(&self) -> Option<&'r Template> {
        self.template
    }

    /// The variant the walk is in.
    pub fn variant(&self) -> Option<&'r Variant> {
        self.variant
    }

    /// The button whose label or URL is being looked at.
    pub fn button(&self) -> Option<&'r Button> {
        self.button
    }

    /// The declared category of the template the walk is in.
    pub fn category(&self) -> Option<Category> {
        self.category
    }

    /// Whether a key stands there without a value.
    pub fn is_absent(&self, field: &Field) -> bool {
        self.file().is_some_and(|file| file.tree().is_absent(field.value))
    }

    /// The scalar behind a key; nothing for a list, a group of keys, or a value that is not there.
    pub fn scalar(&self, field: &Field) -> Option<Leaf> {
        Leaf::of(self.file().filter(|_| !self.is_absent(field))?.tree(), field.value)
    }

    /// The phrases in a text that its language's lists know, in the order of the text. They are looked for once,
    /// however many rules ask.
    pub fn phrases(&self, text: &Text) -> Rc<[Found]> {
        self.phrases.get(self.file, text, || {
            let language = self.variant.and_then(|variant| variant.language.as_ref());
            self.reads.of(self.file, text, language.map(|code| &*code.value)).content().into()
        })
    }

    /// What a variant of the current file reads as, unless one of its parts settles the matter. It is read once, however
    /// many rules ask.
    pub fn category_reading(&self, variant: &Variant, template: &Template) -> Option<Rc<category::Reading>> {
        let mut readings = self.readings.borrow_mut();
        let read = || Rc::new(category::read(template, variant, self.config(), Explain::Suspect, &self.reads));
        let unless_settled = || (!category::is_settled(variant)).then(read);
        readings.entry(std::ptr::from_ref(variant)).or_insert_with(unless_settled).clone()
    }

    /// What a rule says at a level that is none of its own.
    pub(super) fn leave_out(&mut self) {
        self.left_out = true;
    }

    /// Says that something is wrong at a place. The rule's page decides how serious that is, unless the
    /// returned finding is told otherwise.
    pub fn report(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        let rule = self.rule.unwrap_or(&UNKNOWN_RULE);
        self.findings.push(Finding {
            rule,
            severity: rule.severity,
            outcome: rule.outcome,
            confidence: rule.confidence,
            message: shortened(message.into()),
            help: String::new(),
            meta: rule.meta(),
            place,
            template: self.template.and_then(|template| template.name.as_ref()).map(|name| shortened(&*name.value)),
            language: self.variant.and_then(|variant| variant.language.as_ref()).map(|code| shortened(&*code.value)),
            component: self.component,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Some bytes of the current file, such as a key.
    pub fn at(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    /// The whole of a scalar, without its quotes.
    pub fn leaf(&self, leaf: &Leaf) -> Place {
        if leaf.value.is_empty() { self.at(leaf.span) } else { self.part(leaf, 0..leaf.value.len()) }
    }

    /// A part of a scalar, in bytes of its decoded value.
    pub fn part(&self, leaf: &Leaf, range: Range<usize>) -> Place {
        self.at(self.source_span(self.file, leaf, range))
    }

    /// The whole of a text, without quotes or the line break that ends a block.
    pub fn whole(&self, text: &Text) -> Place {
        self.leaf(&text.leaf)
    }

    /// A part of a text, in bytes of its decoded value.
    pub fn mark(&self, text: &Text, range: Range<usize>) -> Place {
        self.part(&text.leaf, range)
    }

    /// The whole of a scalar of another file of the run.
    pub fn leaf_of(&self, file: FileId, leaf: &Leaf) -> Place {
        let span = if leaf.value.is_empty() { leaf.span } else { self.source_span(file, leaf, 0..leaf.value.len()) };
        Place { file, span }
    }

    /// A part of a scalar of another file of the run, in bytes of its decoded value.
    pub fn part_of(&self, file: FileId, leaf: &Leaf, range: Range<usize>) -> Place {
        Place { file, span: self.source_span(file, leaf, range) }
    }

    /// All languages of the files side by side. They are compared once, however many rules ask.
    pub fn variants(&self) -> Rc<[Compared<'r>]> {
        Rc::clone(self.variants.get_or_init(|| variants::compare(self.files, self.config()).into()))
    }

    /// The edit that puts `replacement` in place of a part of a scalar, written the way the scalar is written.
    /// Empty where that way of writing can not hold the replacement.
    pub fn replace(&self, leaf: &Leaf, range: Range<usize>, replacement: &str) -> Vec<Edit> {
        if self.file().is_none() || leaf.value.is_empty() && leaf.style == Style::Plain {
            return Vec::new();
        }
        match fix::encode(replacement, leaf.style, &leaf.value, &range) {
            Some(text) => vec![Edit { place: self.part(leaf, range), text }],
            None => Vec::new(),
        }
    }

    /// Which language the texts of the variant are in; nothing where its code is unknown. They are read once, however
    /// many rules ask.
    pub fn reading(&self) -> Option<Rc<Reading<'r>>> {
        let variant = self.variant?;
        let mut latest = self.reading.borrow_mut();
        match &*latest {
            Some((of, reading)) if std::ptr::eq(*of, variant) => reading.clone(),
            _ => {
                let reading = language::read(variant).map(Rc::new);
                *latest = Some((variant, reading.clone()));
                reading
            }
        }
    }

    /// The edit that takes a key of the current file out, with its value. Empty where that would take more along.
    pub fn remove(&self, field: &Field) -> Vec<Edit> {
        self.file().map_or_else(Vec::new, |file| fix::remove_entry(file, field.value))
    }

    /// The edit that takes a scalar out of the list it is in. Empty where that would take more along.
    pub fn remove_item(&self, leaf: &Leaf) -> Vec<Edit> {
        self.file().map_or_else(Vec::new, |file| fix::remove_item(file, leaf.node))
    }

    /// What went wrong with the formatting of a text.
    pub(super) fn slips(&self, text: &Text, find: impl FnOnce() -> Rc<[Slip]>) -> Rc<[Slip]> {
        self.slips.get(self.file, text, find)
    }

    fn source_span(&self, file: FileId, leaf: &Leaf, range: Range<usize>) -> Span {
        let Some(file) = self.files.get(file) else { return leaf.span };
        let mut maps = self.maps.borrow_mut();
        // One scalar is read with and without the line breaks that end its block.
        let map = maps
            .entry((file.id, leaf.node, leaf.value.len()))
            .or_insert_with(|| ScalarMap::new(file.source.text(), leaf.span, leaf.style, &leaf.value));
        map.source(range)
    }
}

/// Stands in where a context is used outside the walk, which only tests could do.
static UNKNOWN_RULE: Metadata = Metadata {
    id: "unknown",
    summary: "",
    severity: Severity::Note,
    confidence: crate::finding::Confidence::Low,
    outcome: Outcome::Advice,
    code: None,
    prevents: &[],
    fix: super::Fixable::None,
    since: "",
    sources: &[],
    page: "",
};
