//! Numbers and amounts of money: what one reader is promised, every other is promised too.

use std::ops::Range;

use crate::finding::Severity;
use crate::template::{Surface, Text};
use crate::text::figures::{self, Figure, Reading};

use super::difference::{Difference, Kind};
use super::pair::{Pair, Texts};

/// More numbers than a message for people has.
const MANY: usize = 100;

pub fn compare<'r>(pair: &Pair<'r>, texts: &Texts<'r>, out: &mut Vec<Difference<'r>>) {
    if texts.variant.slot.surface == Surface::Url {
        return;
    }
    let (mut here, mut there) = (read(texts.variant.text), read(texts.reference.text));
    if here.is_empty() && there.is_empty() {
        return;
    }
    // A text of nothing but numbers is a table, and has no sentence to translate.
    if here.len().max(there.len()) > MANY {
        return;
    }
    // The same amount is first looked for in the same currency.
    take_pairs(&mut here, &mut there, |a, b| {
        is_same(a, b) && a.currency.is_some() == b.currency.is_some() && agree(a, b)
    });
    take_pairs(&mut here, &mut there, |a, b| is_same(a, b) && agree(a, b));
    for (ours, theirs) in take_pairs(&mut here, &mut there, is_same) {
        out.push(tell(pair, texts, Kind::Currency, &ours, &theirs));
    }
    take_pairs(&mut here, &mut there, is_related);
    for class in [Class::Money, Class::Percent, Class::Moment, Class::Other] {
        let of_class = |figures: &[Figure]| -> Vec<Figure> {
            figures.iter().filter(|figure| Class::of(figure) == class).cloned().collect()
        };
        left_over(pair, texts, class, (&of_class(&here), &of_class(&there)), out);
    }
}

/// Numbers that may be mistaken for one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Money,
    Percent,
    /// Times and dates.
    Moment,
    Other,
}

impl Class {
    fn of(figure: &Figure) -> Self {
        let is_number = |reading: &Reading| matches!(reading, Reading::Number(_));
        match figure {
            _ if figure.currency.is_some() => Self::Money,
            _ if figure.percent => Self::Percent,
            _ if figure.clock || !figure.readings.iter().all(is_number) => Self::Moment,
            _ => Self::Other,
        }
    }
}

/// Tells what has no counterpart. One number in place of another is one; where their counts differ, some may be
/// written as words, which nobody does with discounts and prices.
fn left_over<'r>(
    pair: &Pair<'r>,
    texts: &Texts<'r>,
    class: Class,
    (here, there): (&[Figure], &[Figure]),
    out: &mut Vec<Difference<'r>>,
) {
    let promise = matches!(class, Class::Money | Class::Percent);
    let kind = if class == Class::Money { Kind::Currency } else { Kind::Numbers };
    if here.len() == there.len() {
        for (ours, theirs) in here.iter().zip(there) {
            let difference = tell(pair, texts, kind, ours, theirs);
            // Another amount in another currency is what a price list per country looks like.
            out.push(if agree(ours, theirs) { difference } else { difference.severity(Severity::Note) });
        }
    } else if promise && here.is_empty() {
        out.extend(there.iter().map(|theirs| lacking(pair, texts, kind, theirs)));
    } else if promise && there.is_empty() {
        out.extend(here.iter().map(|ours| surplus(pair, texts, kind, ours)));
    }
}

fn read(text: &Text) -> Vec<Figure> {
    // Digits of every script are numeric, and most texts have none.
    let any = text.value().chars().any(char::is_numeric);
    if any { figures::find(text.value(), &text.variables.list) } else { Vec::new() }
}

/// Takes out what belongs together.
fn take_pairs(
    ours: &mut Vec<Figure>,
    theirs: &mut Vec<Figure>,
    same: impl Fn(&Figure, &Figure) -> bool,
) -> Vec<(Figure, Figure)> {
    let (mut pairs, mut left) = (Vec::new(), Vec::new());
    for figure in ours.drain(..) {
        match theirs.iter().position(|theirs| same(&figure, theirs)) {
            Some(found) => pairs.push((figure, theirs.remove(found))),
            None => left.push(figure),
        }
    }
    *ours = left;
    pairs
}

fn is_same(a: &Figure, b: &Figure) -> bool {
    a.readings.iter().any(|reading| b.readings.contains(reading))
}

/// Whether the currencies can be the same; without a sign that is known, they may be.
fn agree(a: &Figure, b: &Figure) -> bool {
    a.currency.zip(b.currency).is_none_or(|(a, b)| a.agrees(b))
}

/// What nobody writes in words: a discount or a price.
fn is_promise(figure: &Figure) -> bool {
    figure.percent || figure.currency.is_some()
}

/// How many of a smaller unit make one of a larger: days, months, hours, minutes, and hundreds.
const UNITS: [f64; 6] = [7.0, 12.0, 24.0, 30.0, 60.0, 100.0];
/// Words for large numbers, which are all that can change how a price is written.
const LARGE: [f64; 7] = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// Whether both can be the same in other units: 24 hours and 1 day, 6 pm and 18:00, 10 thousand and 10,000.
fn is_related(a: &Figure, b: &Figure) -> bool {
    let clock = a.clock || b.clock;
    let promise = is_promise(a) || is_promise(b);
    let related = |a: &Reading, b: &Reading| match (a, b) {
        (Reading::Time(hours, minutes), Reading::Time(other, others)) => {
            minutes == others && hours.abs_diff(*other) == 12
        }
        _ => a.value().zip(b.value()).is_some_and(|(a, b)| is_converted(a, b, clock, promise)),
    };
    a.readings.iter().any(|a| b.readings.iter().any(|b| related(a, b)))
}

fn is_converted(a: f64, b: f64, clock: bool, promise: bool) -> bool {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let times = |unit: &f64| close(small * unit, large);
    (clock && large <= 24.0 && close(large - small, 12.0))
        || LARGE.iter().any(times)
        || (!promise && UNITS.iter().any(times))
}

fn written<'t>(text: &'t Text, figure: &Figure) -> &'t str {
    &text.value()[shown(text, figure)]
}

/// The number with the sign beside it.
fn shown(text: &Text, figure: &Figure) -> Range<usize> {
    let value = text.value();
    let signs = |c: char| {
        matches!(
            c,
            '%' | '٪'
                | '％'
                | '$'
                | '€'
                | '£'
                | '₹'
                | '¥'
                | '￥'
                | '₩'
                | '₺'
                | '₽'
                | '₪'
                | '₫'
                | '฿'
                | '₱'
                | '₦'
        )
    };
    let before = value[..figure.range.start].chars().next_back().filter(|c| signs(*c)).map_or(0, char::len_utf8);
    let after = value[figure.range.end..].chars().next().filter(|c| signs(*c)).map_or(0, char::len_utf8);
    figure.range.start - before..figure.range.end + after
}

fn tell<'r>(pair: &Pair<'r>, texts: &Texts<'r>, kind: Kind, ours: &Figure, theirs: &Figure) -> Difference<'r> {
    let language = pair.reference.language;
    let (here, there) = (written(texts.variant.text, ours), written(texts.reference.text, theirs));
    let message = match kind {
        Kind::Currency if here == there => format!("`{here}` is in another currency than in `{language}`"),
        _ => format!("`{here}` here, and `{there}` in `{language}`"),
    };
    let help = match kind {
        Kind::Currency => "write the same amount in the same currency, or give it as a variable",
        _ => "write the same number in every language, or give it as a variable",
    };
    texts
        .difference(pair, kind, Some(shown(texts.variant.text, ours)), message)
        .reference(
            texts.reference_part(pair, shown(texts.reference.text, theirs)),
            format!("`{there}` in `{language}`"),
        )
        .help(help)
}

fn lacking<'r>(pair: &Pair<'r>, texts: &Texts<'r>, kind: Kind, theirs: &Figure) -> Difference<'r> {
    let language = pair.reference.language;
    let there = written(texts.reference.text, theirs);
    let message = format!("the {} does not say `{there}`, as `{language}` does", texts.variant.slot.name());
    texts
        .difference(pair, kind, None, message)
        .reference(
            texts.reference_part(pair, shown(texts.reference.text, theirs)),
            format!("`{there}` in `{language}`"),
        )
        .help("check that both promise the same")
        .severity(Severity::Note)
}

fn surplus<'r>(pair: &Pair<'r>, texts: &Texts<'r>, kind: Kind, ours: &Figure) -> Difference<'r> {
    let language = pair.reference.language;
    let here = written(texts.variant.text, ours);
    let message = format!("the {} of `{language}` does not say `{here}`", texts.variant.slot.name());
    texts
        .difference(pair, kind, Some(shown(texts.variant.text, ours)), message)
        .reference(texts.reference_spot(pair), format!("not said in `{language}`"))
        .help("check that both promise the same")
        .severity(Severity::Note)
}
