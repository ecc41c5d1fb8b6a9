//! How a message is built: its variables, prices, signs, buttons and parts.

use crate::policy;
use crate::template::{ButtonKind, Leaf, Surface, Variant};
use crate::text::Folded;
use crate::text::folded::{VARIABLE, is_numeric};
use crate::vocabulary;

use super::lexicon::{Found, find};
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
        let vocabularies = vocabulary::all(language);
        let samples = examples.flat_map(|example| &example.samples).map(|sample| {
            let folded = Folded::new(&sample.value.value, &[]);
            let found = find(&folded, vocabularies.clone());
            Sampled { leaf: &sample.value, folded, found }
        });
        Self { variant, samples: samples.collect() }
    }
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
        let words = units.iter().map(|unit| unit.words).sum::<usize>();
        for (name, most) in [("frame of 4", 4), ("frame of 8", 8), ("frame of 12", 12)] {
            tell(name, truth(words <= most));
        }
    }

    let all = || units.iter().map(|unit| &unit.text.value()[unit.range.clone()]);
    let count = |signs: &[char]| all().map(|part| part.matches(signs).count()).sum::<usize>();
    tell("question marks", share(count(&['?', '？', '؟', ';']), 2));
    tell("percent", truth(units.iter().any(|unit| beside(unit, |sign| matches!(sign, "%" | "٪")) != Beside::Nothing)));
    let prices: Vec<Beside> =
        units.iter().map(|unit| beside(unit, |sign| CURRENCIES.binary_search(&sign).is_ok())).collect();
    tell("same price for all", truth(prices.contains(&Beside::Number)));
    tell("price of the reader", truth(prices.contains(&Beside::Variable)));
    tell("numbers for all", truth(all().any(|part| part.chars().any(is_numeric) && !part.contains("{{"))));

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
    tell("header", truth(units.iter().any(|unit| unit.surface == Surface::Header)));
}

/// Names what a sentence has beside words.
pub fn signs(unit: &Unit<'_>, mut tell: impl FnMut(&'static str)) {
    let text = unit.folded.text();
    for (name, so) in [
        ("a variable", text.contains(VARIABLE)),
        ("a number", text.chars().any(is_numeric)),
        ("a question mark", text.contains(['?', '？', '؟'])),
        ("a percent sign", text.contains(['%', '٪'])),
        ("an exclamation mark", text.contains(['!', '！'])),
        ("few words", unit.words <= 4),
        ("a button", unit.surface == Surface::Label),
    ] {
        if so {
            tell(name);
        }
    }
}

/// Whether a line or its last sentence is one variable: whatever is sent may stand there.
fn is_placeholder(line: &str) -> bool {
    let last =
        line.trim().rsplit(['.', '!', ':', ',', '،', '：', '。', '！', '，']).find(|part| !part.trim().is_empty());
    last.is_some_and(|part| {
        part.trim().starts_with("{{") && part.trim().ends_with("}}") && part.matches("{{").count() == 1
    })
}

/// What stands beside a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Nothing,
    Number,
    Variable,
}

fn beside(unit: &Unit<'_>, is_sign: impl Fn(&str) -> bool) -> Beside {
    let text = unit.folded.text();
    let mut found = Beside::Nothing;
    if !text.contains(|character: char| character == VARIABLE || is_numeric(character)) {
        return found;
    }
    let kind = |character: Option<char>| match character {
        Some(VARIABLE) => Beside::Variable,
        Some(character) if is_numeric(character) => Beside::Number,
        _ => Beside::Nothing,
    };
    let mut start = 0;
    // Words and signs, apart from numbers and blanks.
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let part_of_sign = !character.is_whitespace() && !is_numeric(character) && character != VARIABLE;
        if part_of_sign && !matches!(character, ',' | '(' | ')' | ':') {
            continue;
        }
        let sign = &text[start..at];
        if !sign.is_empty() && (is_sign(sign.trim_end_matches(['.', '!', '?'])) || is_sign(sign)) {
            let before = kind(text[..start].trim_end().chars().next_back());
            match (before, kind(text[at..].trim_start().chars().next())) {
                (Beside::Number, _) | (_, Beside::Number) => return Beside::Number,
                (Beside::Nothing, Beside::Nothing) => {}
                _ => found = Beside::Variable,
            }
        }
        start = at + if at < text.len() { character.len_utf8() } else { 0 };
    }
    found
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
