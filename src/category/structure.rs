//! How a message is built: its variables, prices, signs, buttons and parts.

use std::ops::Range;

use crate::policy::{self, Standing};
use crate::template::{Button, ButtonKind, Leaf, Sample, Surface, Variant};
use crate::text::Folded;
use crate::text::borders::is_unspaced;
use crate::text::folded::{VARIABLE, is_numeric};
use crate::vocabulary;

use super::class::Class;
use super::lexicon::{Found, find};
use super::token::TokenKind;
use super::unit::Unit;

/// The message, beside its units.
#[derive(Clone, Debug)]
pub struct Message<'t> {
    /// Its parts.
    pub variant: &'t Variant,
    /// What the samples of the variables in its body say.
    pub samples: Vec<Sampled<'t>>,
}

/// What the lexicons know of a sample. It may stand for other values, so it says half as much as words that are sent.
#[derive(Clone, Debug)]
pub struct Sampled<'t> {
    /// The sample.
    pub leaf: &'t Leaf,
    /// Its words without differences of writing.
    pub folded: Folded,
    /// What is known of it.
    pub found: Vec<Found>,
}

impl<'t> Message<'t> {
    /// A message in a language.
    pub fn of(variant: &'t Variant, language: Option<&str>) -> Self {
        let examples = variant.body.iter().filter_map(|body| body.example.as_ref());
        // A single word is a name, a number or a day: nothing that promotes.
        let goes_on = |character: char| matches!(character, ' ' | '%') || is_unspaced(character);
        let says_more = |sample: &&Sample| sample.value.value.contains(goes_on);
        let samples = examples.flat_map(|example| &example.samples).filter(says_more);
        let vocabularies = vocabulary::all(language);
        let samples = samples.map(|sample| {
            let folded = Folded::new(&sample.value.value, &[]);
            let found = find(&folded, vocabularies.clone());
            Sampled { leaf: &sample.value, folded, found }
        });
        Self { variant, samples: samples.collect() }
    }
}

/// Whether a part of a variant makes it MARKETING by itself, whatever its words say.
pub fn is_settled(variant: &Variant) -> bool {
    let marketing_only = |button: &Button| {
        let part = button.kind.and_then(|kind| policy::part(policy::BUTTON_TYPES, kind.name()));
        part.is_some_and(|part| part.standing == Standing::Documented && part.categories == ["MARKETING"])
    };
    variant.offer.is_some()
        || variant.carousel.is_some()
        || variant.call_permission_request.is_some()
        || variant.buttons.iter().flat_map(|buttons| &buttons.list).any(marketing_only)
}

/// Signs and words of currencies. Those of letters count only beside a number. Sorted.
const CURRENCIES: &[&str] = &[
    "$",
    "aed",
    "eur",
    "ft",
    "gbp",
    "idr",
    "inr",
    "kr",
    "ksh",
    "lei",
    "php",
    "pkr",
    "r$",
    "rm",
    "ron",
    "rp",
    "rs",
    "s/",
    "sar",
    "tl",
    "us$",
    "usd",
    "zl",
    "zł",
    "£",
    "¥",
    "грн",
    "руб",
    "تومان",
    "ج.م",
    "جنيه",
    "درهم",
    "ر.س",
    "روپے",
    "ريال",
    "टका",
    "रु",
    "रुपये",
    "บาท",
    "฿",
    "₦",
    "₩",
    "₪",
    "₫",
    "€",
    "₱",
    "₴",
    "₹",
    "₺",
    "₽",
    "元",
    "円",
    "원",
];

/// Tells what the build of a message says of it, each by name and how much. How long it is, and how many variables,
/// emoji and exclamation marks it has, is left out: that differs from author to author more than from category to
/// category.
pub fn describe(units: &[Unit<'_>], message: &Message<'_>, mut tell: impl FnMut(&str, f32)) {
    let body = message.variant.body.as_ref().and_then(|body| body.text.as_ref());
    let text = body.map_or("", |text| text.value());
    if text.lines().any(is_placeholder) {
        tell("lines of a variable", 1.0);
        let words = units.iter().map(|unit| unit.build.words).sum::<usize>();
        for (name, most) in [("frame of 4", 4), ("frame of 8", 8), ("frame of 12", 12)] {
            tell(name, truth(words <= most));
        }
    }

    tell("question marks", share(units.iter().map(|unit| unit.build.questions).sum(), 2));
    let mut figures = Figures::default();
    units.iter().for_each(|unit| figures.read(unit));
    tell("percent", truth(figures.percent));
    tell("same price for all", truth(figures.price));
    tell("price of the reader", truth(figures.price_of_reader));
    tell("numbers for all", truth(units.iter().any(|unit| unit.build.number && !unit.build.variable)));

    let variant = message.variant;
    // Some languages need more words for the same, and are known less well.
    let code = variant.language.as_ref().map_or("en", |code| code.value.trim());
    tell(policy::base(code), 1.0);
    let buttons = || variant.buttons.iter().flat_map(|buttons| &buttons.list);
    tell("no buttons", truth(buttons().next().is_none()));
    for (name, kind) in [
        ("reply button", ButtonKind::QuickReply),
        ("link button", ButtonKind::Url),
        ("call button", ButtonKind::PhoneNumber),
        ("copy button", ButtonKind::CopyCode),
    ] {
        tell(name, truth(buttons().any(|button| button.kind == Some(kind))));
    }
    tell("footer", truth(variant.footer.is_some()));
    tell("opt-out footer", truth(units.iter().any(is_opt_out)));
    tell("header", truth(units.iter().any(|unit| unit.surface == Surface::Header)));
}

/// Whether a footer says how to get no more messages.
fn is_opt_out(unit: &Unit<'_>) -> bool {
    let says_so =
        |found: &Found| found.tag.class == Class::Concept && matches!(found.tag.name, "stop" | "subscription_state");
    unit.surface == Surface::Footer && unit.found.iter().any(says_so)
}

/// Whether a line or its last sentence is one variable: whatever is sent may stand there.
fn is_placeholder(line: &str) -> bool {
    let ends = ['.', '!', ':', ',', '،', '：', '。', '！', '，'];
    let rest = line.trim_end_matches(|character: char| character.is_whitespace() || ends.contains(&character));
    rest.ends_with("}}")
        && rest.rsplit(ends).next().is_some_and(|last| {
            let last = last.trim();
            last.starts_with("{{") && last.matches("{{").count() == 1
        })
}

/// The percentages and prices of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    /// A percent sign beside a number or a variable.
    percent: bool,
    /// A price that is the same for every reader.
    price: bool,
    /// A price that is filled in.
    price_of_reader: bool,
}

impl Figures {
    fn read(&mut self, unit: &Unit<'_>) {
        let (mut price, mut price_of_reader) = (false, false);
        for token in &unit.tokens {
            let is_number = token.kind == TokenKind::Number;
            if !is_number && token.kind != TokenKind::Variable {
                continue;
            }
            for sign in beside(unit.folded(), &token.range) {
                let bare = sign.trim_end_matches(['.', '!', '?']);
                self.percent |= matches!(bare, "%" | "٪");
                let is_currency = |sign: &str| CURRENCIES.binary_search(&sign).is_ok();
                let is_price = is_currency(bare) || (bare != sign && is_currency(sign));
                price |= is_price && is_number;
                price_of_reader |= is_price && !is_number;
            }
        }
        self.price |= price;
        // What a sentence has both of is the same for all.
        self.price_of_reader |= price_of_reader && !price;
    }
}

/// The words and signs right before and after a number or a variable.
fn beside<'u>(folded: &'u str, token: &Range<usize>) -> impl Iterator<Item = &'u str> {
    let ends = |character: char| {
        let stops = matches!(character, ',' | '(' | ')' | ':' | VARIABLE);
        stops || character.is_whitespace() || is_numeric(character)
    };
    let (before, inside, after) = (&folded[..token.start], &folded[token.clone()], &folded[token.end..]);
    let before = before.trim_end().rsplit(ends).next();
    // A number that ends with a sign of its own ends a part of the sentence.
    let after = after.trim_start().split(ends).next().filter(|_| !inside.ends_with(['.', ',', ':']));
    [before, after].into_iter().flatten().filter(|sign| !sign.is_empty())
}

fn truth(so: bool) -> f32 {
    f32::from(u8::from(so))
}

#[allow(clippy::cast_precision_loss)] // Small counts.
fn share(count: usize, most: usize) -> f32 {
    count.min(most) as f32 / most.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::CURRENCIES;

    #[test]
    fn currencies_are_sorted() {
        assert!(CURRENCIES.is_sorted());
    }
}
