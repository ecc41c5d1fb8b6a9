//! How a message is built: its variables, prices, signs, buttons and parts.

use crate::template::{ButtonKind, Surface, Variant};

use super::unit::Unit;

/// The message, beside its units.
#[derive(Clone, Copy, Debug)]
pub struct Message<'t> {
    /// Its parts.
    pub variant: &'t Variant,
}

/// Signs and words of currencies. Those of letters count only beside a number.
const CURRENCIES: &[&str] = &[
    "$",
    "r$",
    "us$",
    "s/",
    "€",
    "£",
    "₹",
    "¥",
    "₽",
    "₺",
    "₪",
    "₩",
    "฿",
    "₫",
    "₱",
    "₴",
    "₦",
    "rs",
    "rp",
    "rm",
    "usd",
    "eur",
    "gbp",
    "aed",
    "sar",
    "inr",
    "pkr",
    "kr",
    "zł",
    "zl",
    "lei",
    "ron",
    "грн",
    "руб",
    "ft",
    "tl",
    "ksh",
    "php",
    "idr",
    "درهم",
    "ريال",
    "ر.س",
    "ج.م",
    "جنيه",
    "تومان",
    "روپے",
    "रुपये",
    "रु",
    "टका",
    "元",
    "円",
    "원",
    "บาท",
];

/// Tells what the build of a message says of it, each by name and how much. How long it is, and how many variables,
/// emoji and exclamation marks it has, is left out: that differs from author to author more than from category to
/// category.
pub fn describe(units: &[Unit<'_>], message: &Message<'_>, mut tell: impl FnMut(&str, f32)) {
    let body = message.variant.body.as_ref().and_then(|body| body.text.as_ref());
    let text = body.map_or("", |text| text.value());
    tell("lines of a variable", truth(text.lines().any(is_placeholder)));

    let all = || units.iter().map(|unit| &unit.text.value()[unit.range.clone()]);
    let count = |signs: &[char]| all().map(|part| part.matches(signs).count()).sum::<usize>();
    tell("question marks", share(count(&['?', '？', '؟', ';']), 2));
    tell("percent", truth(units.iter().any(|unit| beside(unit, |sign| matches!(sign, "%" | "٪")) != Beside::Nothing)));
    let prices: Vec<Beside> = units.iter().map(|unit| beside(unit, |sign| CURRENCIES.contains(&sign))).collect();
    tell("same price for all", truth(prices.contains(&Beside::Number)));
    tell("price of the reader", truth(prices.contains(&Beside::Variable)));
    tell("numbers for all", truth(all().any(|part| part.chars().any(char::is_numeric) && !part.contains("{{"))));

    let variant = message.variant;
    // Some languages need more words for the same, and are known less well.
    let code = variant.language.as_ref().map_or("en", |code| code.value.trim());
    tell(code.split(['_', '-']).next().unwrap_or(code), 1.0);
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
    use crate::text::folded::VARIABLE;
    let text = unit.folded.text();
    let mut found = Beside::Nothing;
    let kind = |character: Option<char>| match character {
        Some(VARIABLE) => Beside::Variable,
        Some(character) if character.is_numeric() => Beside::Number,
        _ => Beside::Nothing,
    };
    let mut start = 0;
    // Words and signs, apart from numbers and blanks.
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let part_of_sign = !character.is_whitespace() && !character.is_numeric() && character != VARIABLE;
        if part_of_sign && !matches!(character, ',' | '(' | ')' | ':') {
            continue;
        }
        let sign = &text[start..at];
        let sides = [kind(text[..start].trim_end().chars().next_back()), kind(text[at..].trim_start().chars().next())];
        let counts = !sign.is_empty() && sides != [Beside::Nothing; 2];
        if counts && (is_sign(sign.trim_end_matches(['.', '!', '?'])) || is_sign(sign)) {
            if sides.contains(&Beside::Number) {
                return Beside::Number;
            }
            found = Beside::Variable;
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
