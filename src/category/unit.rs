//! A message as it is judged: sentence by sentence, label by label.

use std::ops::Range;
use std::rc::Rc;

use crate::template::{Body, Buttons, Header, Surface, Text, Variant};
use crate::text::folded::{VARIABLE, is_word};
use crate::text::{Folded, Variable, VariableKind, words};
use crate::vocabulary::{self, Read};

use super::lexicon::{Class, Found, chosen, find};

/// A sentence, a heading or a label.
#[derive(Debug)]
pub struct Unit<'t> {
    /// Where it stands.
    pub surface: Surface,
    /// The text it is a part of.
    pub text: &'t Text,
    /// Its bytes in that text.
    pub range: Range<usize>,
    /// Its words without differences of writing.
    pub folded: Folded,
    /// What the lexicons know of it.
    pub found: Vec<Found>,
    /// How many words it has beside its variables. A character of Chinese or Japanese is half a word.
    pub words: usize,
    /// What the configuration asks to overlook.
    pub muted: Vec<Range<usize>>,
}

impl Unit<'_> {
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
            if text
                .variables
                .list
                .iter()
                .any(|variable| variable.range.start < range.end && range.end < variable.range.end)
                || !words::says_something(&text.value()[range.clone()])
            {
                continue;
            }
            let folded = read.folded.part(&range);
            let mut found: Vec<Found> = read.within(&range).into_iter().flat_map(chosen).collect();
            found.extend(named(text, &range));
            self.list.push(Unit {
                surface,
                text,
                range,
                words: fixed_words(folded.text()),
                folded,
                found,
                muted: Vec::new(),
            });
        }
    }
}

/// What the names of variables say: `{{order_number}}` is read as words, and only the model weighs them.
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

fn fixed_words(text: &str) -> usize {
    let (mut words, mut halves, mut quarters, mut inside) = (0, 0, 0, false);
    for character in text.chars() {
        let joined = inside;
        inside = is_word(character) && character != VARIABLE;
        match character {
            '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' => (halves, inside) = (halves + 1, false),
            '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
                (quarters, inside) = (quarters + 1, false);
            }
            _ if inside && !joined => words += 1,
            _ => {}
        }
    }
    words + usize::div_ceil(halves, 2) + usize::div_ceil(quarters, 4)
}

/// The sentences of a text, in bytes, with the signs that end them.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let ends = match character {
            '\n' | '。' | '！' | '？' | '؟' | '।' | '۔' => true,
            '.' | '!' | '?' | '…' => next.is_some_and(char::is_whitespace),
            _ => false,
        };
        if ends {
            let end = at + character.len_utf8();
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_the_ends_of_its_sentences() {
        let text = "Hi {{1}}! It is 3.5 kg.\nBye。好的？ok";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| text[range].trim()).collect();
        assert_eq!(found, ["Hi {{1}}!", "It is 3.5 kg.", "", "Bye。", "好的？", "ok"]);
    }
}
