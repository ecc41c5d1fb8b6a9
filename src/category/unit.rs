//! A message as it is judged: sentence by sentence, label by label.

use std::ops::Range;
use std::rc::Rc;

use crate::template::{Body, Buttons, Header, Surface, Text, Variant};
use crate::text::{Folded, Variable, VariableKind, words};
use crate::vocabulary::{Read, Reads};

use super::class::Class;
use super::lexicon::{Found, choose};
use super::token::{Build, Token, tokens};

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
    /// Its words, numbers, variables and signs.
    pub tokens: Vec<Token>,
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

/// Whether a range shares bytes with one of several.
pub(crate) fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    ranges.iter().any(|other| other.start < range.end && range.start < other.end)
}

/// The units of a message in the order of reading, as `read` reads its texts. Parts without a word are left out.
pub fn units<'t>(variant: &'t Variant, read: &dyn Fn(&Text) -> Rc<Read>) -> Vec<Unit<'t>> {
    let mut units = Units { list: Vec::with_capacity(16), read };
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
            let mut found = Vec::with_capacity(8);
            read.within(&range).into_iter().for_each(|known| choose(known, &mut found));
            let place = read.folded.place(&range);
            let (tokens, build) = tokens(&read.folded.text()[place.clone()]);
            let (read, muted) = (Rc::clone(&read), Vec::new());
            self.list.push(Unit { surface, text, range, read, place, found, tokens, build, muted });
        }
    }
}

/// Adds what the names of variables say: `{{order_number}}` is read as words, and only the model weighs them.
pub fn read_names(units: &mut [Unit<'_>], reads: &Reads) {
    for unit in units {
        let (text, part) = (unit.text, &unit.range);
        let inside = |variable: &&Variable| part.start <= variable.range.start && variable.range.end <= part.end;
        let named = text.variables.list.iter().filter(|variable| variable.kind == VariableKind::Named);
        for variable in named.filter(inside) {
            let read = reads.of_name(&text.value()[variable.name.clone()]);
            let mut found = Vec::new();
            choose(read.all(), &mut found);
            let concepts = found.into_iter().filter(|found| found.tag.class == Class::Concept);
            unit.found.extend(concepts.map(|found| Found { range: variable.range.clone(), ..found }));
        }
    }
}

/// The sentences of a text, in bytes, with the signs that end them.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| may_begin_an_end(*byte)).filter_map(|(at, _)| {
        let mut rest = text[at..].chars();
        let character = rest.next()?;
        let ends = match character {
            '\n' | '。' | '！' | '？' | '؟' | '।' | '۔' => true,
            '.' | '!' | '?' | '…' => rest.next().is_some_and(char::is_whitespace),
            _ => false,
        };
        ends.then(|| at + character.len_utf8())
    });
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| std::mem::replace(&mut start, end)..end)
}

/// Whether a character that ends a sentence may begin with this byte: only such characters are looked at.
fn may_begin_an_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'.' | b'!' | b'?' | 0xD8 | 0xDB | 0xE0 | 0xE2 | 0xE3 | 0xEF)
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
    fn no_sign_that_ends_a_sentence_is_passed_over() {
        for sign in ["\n", "。", "！", "？", "؟", "।", "۔", ". ", "! ", "? ", "… "] {
            assert_eq!(sentences(&format!("a{sign}b")).count(), 2, "{sign:?}");
        }
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
