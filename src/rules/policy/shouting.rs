//! A body written mostly in capitals.

use unicode_segmentation::UnicodeSegmentation;

use crate::rules::prelude::*;

/// `policy/shouting`
pub struct Shouting;

impl Rule for Shouting {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !matches!(surface, Surface::Body | Surface::CardBody) {
            return;
        }
        // Most bodies have fewer capitals than make a shout, whatever their words.
        let least = limits::SHOUTED_LETTERS.count();
        if text.value().chars().filter(|letter| letter.is_uppercase()).take(least).count() < least {
            return;
        }
        let words = words(text);
        let letters: usize = words.iter().map(|word| word.letters).sum();
        let shouted: Vec<&Word> = words.iter().filter(|word| word.shouted).collect();
        let capitals: usize = shouted.iter().map(|word| word.letters).sum();
        let mostly = capitals >= least && capitals * 100 > letters * limits::SHOUTED_PERCENT.count();
        // One long word can not make a shout.
        if let ([first, _, .., last], true) = (shouted.as_slice(), mostly) {
            let message = format!("most of the {} is in capitals, which reads as shouting", surface.name());
            cx.report(cx.mark(text, first.start..last.end), message)
                .help("write it in small letters, and make single words `*bold*`");
        }
    }
}

/// A word of a script that has capitals.
struct Word {
    start: usize,
    end: usize,
    letters: usize,
    shouted: bool,
}

/// The words between the variables.
fn words(text: &Text) -> Vec<Word> {
    let value = text.value();
    let (mut words, mut from) = (Vec::new(), 0);
    let starts = text.variables.list.iter().map(|variable| (variable.range.start, variable.range.end));
    for (end, next) in starts.chain([(value.len(), value.len())]) {
        let between = value[from..end].unicode_word_indices();
        words.extend(between.filter_map(|(at, written)| word(written, from + at)));
        from = next;
    }
    words
}

fn word(written: &str, start: usize) -> Option<Word> {
    let letters = written.chars().filter(|c| c.is_uppercase() || c.is_lowercase()).count();
    // Codes are written as they are, and short words in capitals are abbreviations as often as not.
    let is_code = written.contains(char::is_numeric);
    let shouted = letters > 1 && !written.contains(char::is_lowercase);
    (letters > 0 && !is_code).then(|| Word { start, end: start + written.len(), letters, shouted })
}
