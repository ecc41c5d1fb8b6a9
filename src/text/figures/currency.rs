//! Signs, codes and words for currencies beside a number.

/// A currency, as far as its sign tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency(&'static [&'static str]);

/// Signs and words, the longer ones first where one ends or begins with another, and the codes they can stand for.
const SIGNS: &[(&str, &[&str])] = &[
    ("us$", &["USD"]),
    ("hk$", &["HKD"]),
    ("nt$", &["TWD"]),
    ("mx$", &["MXN"]),
    ("au$", &["AUD"]),
    ("ca$", &["CAD"]),
    ("nz$", &["NZD"]),
    ("r$", &["BRL"]),
    ("a$", &["AUD"]),
    ("c$", &["CAD"]),
    ("s$", &["SGD"]),
    ("s/.", &["PEN"]),
    ("s/", &["PEN"]),
    ("$", DOLLARS),
    ("＄", DOLLARS),
    ("dollars", DOLLARS),
    ("dollar", DOLLARS),
    ("dólares", DOLLARS),
    ("dólar", DOLLARS),
    ("pesos", DOLLARS),
    ("€", &["EUR"]),
    ("euros", &["EUR"]),
    ("euro", &["EUR"]),
    ("евро", &["EUR"]),
    ("欧元", &["EUR"]),
    ("歐元", &["EUR"]),
    ("£", &["GBP", "EGP", "LBP"]),
    ("₹", &["INR"]),
    ("रुपये", RUPEES),
    ("रु", RUPEES),
    ("rupees", RUPEES),
    ("rs.", RUPEES),
    ("rs", RUPEES),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("円", &["JPY"]),
    ("日元", &["JPY"]),
    ("美元", &["USD"]),
    ("港元", &["HKD"]),
    ("港幣", &["HKD"]),
    ("元", &["CNY", "TWD", "HKD"]),
    ("₩", &["KRW"]),
    ("원", &["KRW"]),
    ("₺", &["TRY"]),
    ("tl", &["TRY"]),
    ("₽", &["RUB"]),
    ("руб", &["RUB"]),
    ("₪", &["ILS"]),
    ("₫", &["VND"]),
    ("฿", &["THB"]),
    ("บาท", &["THB"]),
    ("₱", &["PHP"]),
    ("₦", &["NGN"]),
    ("zł", &["PLN"]),
    ("kč", &["CZK"]),
    ("rp.", &["IDR"]),
    ("rp", &["IDR"]),
    ("rm", &["MYR"]),
    ("reais", &["BRL"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("ر.س", &["SAR"]),
    ("د.إ", &["AED"]),
    ("usd", &["USD"]),
    ("eur", &["EUR"]),
    ("gbp", &["GBP"]),
    ("inr", &["INR"]),
    ("brl", &["BRL"]),
    ("mxn", &["MXN"]),
    ("ars", &["ARS"]),
    ("clp", &["CLP"]),
    ("cop", &["COP"]),
    ("pen", &["PEN"]),
    ("jpy", &["JPY"]),
    ("cny", &["CNY"]),
    ("krw", &["KRW"]),
    ("try", &["TRY"]),
    ("rub", &["RUB"]),
    ("ils", &["ILS"]),
    ("vnd", &["VND"]),
    ("thb", &["THB"]),
    ("php", &["PHP"]),
    ("ngn", &["NGN"]),
    ("kes", &["KES"]),
    ("zar", &["ZAR"]),
    ("pln", &["PLN"]),
    ("chf", &["CHF"]),
    ("idr", &["IDR"]),
    ("myr", &["MYR"]),
    ("sgd", &["SGD"]),
    ("hkd", &["HKD"]),
    ("twd", &["TWD"]),
    ("aud", &["AUD"]),
    ("cad", &["CAD"]),
    ("sar", &["SAR"]),
    ("aed", &["AED"]),
    ("qar", &["QAR"]),
    ("kwd", &["KWD"]),
    ("egp", &["EGP"]),
    ("mad", &["MAD"]),
    ("pkr", &["PKR"]),
    ("bdt", &["BDT"]),
];
const DOLLARS: &[&str] =
    &["USD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD"];
const RUPEES: &[&str] = &["INR", "PKR", "LKR", "NPR", "MUR"];

/// No sign is longer, in characters.
const LONGEST: usize = 8;
const BLANKS: [char; 3] = [' ', '\u{A0}', '\u{202F}'];

impl Currency {
    /// The currency that stands before or behind a number.
    pub fn beside(before: &str, after: &str) -> Option<Self> {
        Self::before(before).or_else(|| Self::after(after))
    }

    /// The currency that a text ends with.
    pub fn before(text: &str) -> Option<Self> {
        let text = text.strip_suffix(BLANKS).unwrap_or(text);
        let start = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
        let end = text[start..].to_lowercase();
        let ends = |sign: &str| {
            let rest = end.strip_suffix(sign)?;
            let whole = !sign.starts_with(is_spaced) || !rest.ends_with(char::is_alphabetic);
            whole.then_some(())
        };
        SIGNS.iter().find(|(sign, _)| ends(sign).is_some()).map(|(_, codes)| Self(codes))
    }

    /// The currency that a text begins with.
    pub fn after(text: &str) -> Option<Self> {
        let text = text.strip_prefix(BLANKS).unwrap_or(text);
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        let start = text[..end].to_lowercase();
        let begins = |sign: &str| {
            let rest = start.strip_prefix(sign)?;
            let whole = !sign.ends_with(is_spaced) || !rest.starts_with(char::is_alphabetic);
            whole.then_some(())
        };
        SIGNS.iter().find(|(sign, _)| begins(sign).is_some()).map(|(_, codes)| Self(codes))
    }

    /// Whether both can be the same currency.
    pub fn agrees(self, other: Self) -> bool {
        self.0.iter().any(|code| other.0.contains(code))
    }
}

/// Whether a letter is of a script that puts blanks between words.
fn is_spaced(letter: char) -> bool {
    letter.is_alphabetic()
        && !matches!(letter, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}
