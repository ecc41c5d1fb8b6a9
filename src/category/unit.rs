//! A message as it is judged: sentence by sentence, label by label.

use std::ops::Range;
use std::rc::Rc;

use crate::template::{Body, Buttons, Header, Surface, Text, Variant};
use crate::text::folded::{VARIABLE, is_numeric, is_word};
use crate::text::{Folded, Variable, VariableKind, words};
use crate::vocabulary::{self, Read};

use super::class::Class;
use super::lexicon::{Found, choose, find};

/// A sentence, a heading or a label.
#[derive(Debug)]
pub struct Unit<'t> {
    /// Where it stands.
    pub surface: Surface,
    /// The text it is a part of.
    pub text: &'t Text,
    /// Its bytes in that text.
    pub range: Range<usize>,
    /// That text as it was read, and the unit's bytes in what it was folded to.
    read: Rc<Read>,
    place: Range<usize>,
    /// What the lexicons know of it.
    pub found: Vec<Found>,
    /// How many words it has, and which signs.
    pub build: Build,
    /// What the configuration asks to overlook.
    pub muted: Vec<Range<usize>>,
}

impl Unit<'_> {
    /// Its words without differences of writing.
    pub fn folded(&self) -> &str {
        &self.read.folded.text()[self.place.clone()]
    }

    /// The same by itself, with the way back to the text.
    pub fn part(&self) -> Folded {
        self.read.folded.part(self.place.clone())
    }

    /// The bytes of the text that a part of [`Self::folded`] stands for.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.read.folded.source(self.place.start + range.start..self.place.start + range.end)
    }

    /// Its bytes in the text, as they are written.
    pub fn written(&self) -> &str {
        &self.text.value()[self.range.clone()]
    }

    /// Its signs, by their places among all signs that a sentence can have.
    pub fn signs(&self) -> impl Iterator<Item = usize> {
        let build = &self.build;
        let signs = [
            build.variable,
            build.number,
            build.questions > 0,
            build.percent,
            build.exclamation,
            build.words <= 4,
            self.surface == Surface::Label,
        ];
        signs.into_iter().enumerate().filter_map(|(at, so)| so.then_some(at))
    }

    /// Whether some bytes of the text are to be overlooked.
    pub fn is_muted(&self, range: &Range<usize>) -> bool {
        overlaps(&self.muted, range)
    }
}

/// How a unit is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// How many words it has beside its variables. A character of Chinese or Japanese is half a word.
    pub words: usize,
    /// How many question marks.
    pub questions: usize,
    /// Whether it has a variable.
    pub variable: bool,
    /// A digit, or a number in any other script.
    pub number: bool,
    /// A percent sign.
    pub percent: bool,
    /// An exclamation mark.
    pub exclamation: bool,
}

impl Build {
    fn of(folded: &str) -> Self {
        let mut build = Self::default();
        let (mut halves, mut quarters, mut inside) = (0, 0, false);
        for character in folded.chars() {
            let joined = inside;
            inside = false;
            match character {
                ' ' => continue,
                VARIABLE => build.variable = true,
                '?' | '؟' => build.questions += 1,
                '%' | '٪' => build.percent = true,
                '!' => build.exclamation = true,
                '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' => halves += 1,
                '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => quarters += 1,
                _ => {
                    inside = is_word(character);
                    build.words += usize::from(inside && !joined);
                }
            }
            build.number |= is_numeric(character);
        }
        build.words += usize::div_ceil(halves, 2) + usize::div_ceil(quarters, 4);
        build
    }
}

/// Whether a range shares bytes with one of several.
pub(crate) fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    ranges.iter().any(|other| other.start < range.end && range.start < other.end)
}

/// The units of a message in the order of reading, as `read` reads its texts. Parts without a word are left out.
pub fn units<'t>(variant: &'t Variant, read: &dyn Fn(&Text) -> Rc<Read>) -> Vec<Unit<'t>> {
    let mut units = Units { list: Vec::new(), read };
    units.header(variant.header.as_ref());
    units.body(variant.body.as_ref(), Surface::Body);
    units.text(variant.footer.as_ref().and_then(|footer| footer.text.as_ref()), Surface::Footer);
    units.text(variant.offer.as_ref().and_then(|offer| offer.text.as_ref()), Surface::Offer);
    units.buttons(variant.buttons.as_ref());
    for card in variant.carousel.iter().flat_map(|carousel| &carousel.cards) {
        units.header(card.header.as_ref());
        units.body(card.body.as_ref(), Surface::CardBody);
        units.buttons(card.buttons.as_ref());
    }
    units.list
}

struct Units<'t, 'r> {
    list: Vec<Unit<'t>>,
    read: &'r dyn Fn(&Text) -> Rc<Read>,
}

impl<'t> Units<'t, '_> {
    fn header(&mut self, header: Option<&'t Header>) {
        self.text(header.and_then(|header| header.text.as_ref()), Surface::Header);
    }

    fn body(&mut self, body: Option<&'t Body>, surface: Surface) {
        self.text(body.and_then(|body| body.text.as_ref()), surface);
    }

    fn buttons(&mut self, buttons: Option<&'t Buttons>) {
        for button in buttons.into_iter().flat_map(|buttons| &buttons.list) {
            self.text(button.label.as_ref(), Surface::Label);
        }
    }

    fn text(&mut self, text: Option<&'t Text>, surface: Surface) {
        let Some(text) = text else { return };
        let read = (self.read)(text);
        for range in sentences(text.value()) {
            let cut = |variable: &Variable| variable.range.start < range.end && range.end < variable.range.end;
            if text.variables.list.iter().any(cut) || !words::says_something(&text.value()[range.clone()]) {
                continue;
            }
            let mut found = Vec::new();
            read.within(&range).into_iter().for_each(|known| choose(known, &mut found));
            let place = read.folded.place(&range);
            let build = Build::of(&read.folded.text()[place.clone()]);
            let (read, muted) = (Rc::clone(&read), Vec::new());
            self.list.push(Unit { surface, text, range, read, place, found, build, muted });
        }
    }
}

/// Adds what the names of variables say: `{{order_number}}` is read as words, and only the model weighs them.
pub fn read_names(units: &mut [Unit<'_>]) {
    for unit in units {
        unit.found.extend(named(unit.text, &unit.range));
    }
}

fn named<'t>(text: &'t Text, part: &Range<usize>) -> impl Iterator<Item = Found> + use<'t> {
    let (start, end) = (part.start, part.end);
    let inside = move |variable: &&'t Variable| start <= variable.range.start && variable.range.end <= end;
    let named = text.variables.list.iter().filter(|variable| variable.kind == VariableKind::Named).filter(inside);
    named.flat_map(|variable| {
        let name = text.value()[variable.name.clone()].replace('_', " ");
        let concepts = find(&Folded::new(&name, &[]), vocabulary::all(None))
            .into_iter()
            .filter(|found| found.tag.class == Class::Concept);
        concepts.map(|found| Found { range: variable.range.clone(), ..found })
    })
}

/// The sentences of a text, in bytes, with the signs that end them.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.char_indices().filter(|(at, character)| {
        let next = || text[at + character.len_utf8()..].chars().next();
        match character {
            '\n' | '。' | '！' | '？' | '؟' | '।' | '۔' => true,
            '.' | '!' | '?' | '…' => next().is_some_and(char::is_whitespace),
            _ => false,
        }
    });
    let mut start = 0;
    let ends = ends.map(|(at, character)| at + character.len_utf8()).chain([text.len()]);
    ends.map(move |end| std::mem::replace(&mut start, end)..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_the_ends_of_its_sentences() {
        let text = "Hi {{1}}! It is 3.5 kg.\nBye。好的？ok";
        let found: Vec<&str> = sentences(text).map(|range| text[range].trim()).collect();
        assert_eq!(found, ["Hi {{1}}!", "It is 3.5 kg.", "", "Bye。", "好的？", "ok"]);
    }

    #[test]
    fn signs_are_told_by_the_names_that_the_model_knows() {
        let written = "name: a\ncategory: UTILITY\nvariants:\n  en:\n    body: \"BODY\"\n    buttons:\n      - {type: QUICK_REPLY, text: \"Yes\"}\n";
        for (body, signs) in [
            ("Only words stand in here", &[][..]),
            ("{{1}}: 12 % now!", &["a variable", "a number", "a percent sign", "an exclamation mark", "few words"]),
            ("Is all of it as you wanted it؟", &["a question mark"]),
        ] {
            let source = crate::Source::new("a.yaml", written.replace("BODY", body).into_bytes());
            let file = crate::rules::File::read(crate::finding::FileId(0), source, true);
            let read = |text: &Text| Rc::new(Read::of(text.value(), &text.variables.list, Some("en")));
            let units = units(&file.content().templates[0].variants[0], &read);
            let names = |unit: &Unit<'_>| unit.signs().map(|at| super::super::key::SIGNS[at]).collect::<Vec<_>>();
            assert_eq!(names(&units[0]), signs, "{body}");
            assert_eq!(names(&units[1]), ["few words", "a button"]);
        }
    }
}
