//! How many words a text has, in any script, and whether it says anything at all.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::policy::limits;

/// The words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// How many.
    pub count: usize,
    /// Whether most of the text is in a script that puts blanks between words, so that they can be counted.
    pub certain: bool,
}

/// Counts words by the Unicode rules (UAX 29), in which each Han and Kana character is one. For the scripts of
/// South-East Asia, which have no rule of their own, it is the estimate of Meta's client.
pub fn count(text: &str) -> Words {
    let mut spaced = String::with_capacity(text.len());
    let (mut letters, mut unspaced, mut estimated) = (0, 0, 0);
    for character in text.chars().filter(|character| !is_invisible(*character)) {
        let in_estimated_script = is_south_east_asian(character);
        letters += usize::from(character.is_alphabetic());
        unspaced += usize::from(in_estimated_script || is_han_or_kana(character));
        estimated += usize::from(in_estimated_script);
        spaced.push(if in_estimated_script { ' ' } else { character });
    }
    let words = spaced.unicode_words().filter(|word| says_something(word)).count();
    let per_word = limits::THAI_CHARACTERS_PER_WORD.count().max(1);
    Words { count: words + estimated.div_ceil(per_word), certain: unspaced * 2 <= letters }
}

/// Counts what stands between blanks, signs and emoji included.
pub fn pieces(text: &str) -> usize {
    text.split_whitespace().filter(|piece| !piece.chars().all(is_invisible)).count()
}

/// Whether there is a letter or a digit: blanks, punctuation, formatting marks and emoji say nothing.
pub fn says_something(text: &str) -> bool {
    // Some pictographs, such as the blood-group letters, count as letters in Unicode; so do fillers.
    text.chars().any(|c| c.is_alphanumeric() && !('\u{1F100}'..='\u{1FAFF}').contains(&c) && !is_invisible(c))
}

/// Whether a reader sees nothing of it.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

/// Each run of blanks, tabs and line breaks, in bytes.
pub fn runs_of_blanks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + bytes[from..].iter().position(is_blank)?;
        from = bytes[start..].iter().position(|byte| !is_blank(byte)).map_or(bytes.len(), |length| start + length);
        Some(start..from)
    })
}

/// Whether a character is neither seen nor a blank: joiners, direction marks, fillers.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Thai, Lao, Burmese and Khmer: written without blanks between words.
fn is_south_east_asian(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}')
}

fn is_han_or_kana(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        for (text, words) in [
            ("Your order has shipped", 4),
            ("l'équipe vous dit : à bientôt !", 5),
            ("*_Hello_* ~there~, #1 — 🎉", 3),
            ("غادر طلبك مستودعنا اليوم", 4),
            ("आपका ऑर्डर आज निकल चुका है", 6),
            ("می\u{200C}خواهم بروم", 2),
            ("주문하신 상품이 출발했습니다", 3),
            ("您的订单已发货", 7),
            ("ご注文ありがとう", 8),
            ("สวัสดีค่ะ คำสั่งซื้อ", 3),
            ("ສະບາຍດີ", 1),
            ("", 0),
            ("\u{3164} \u{200B} 🅰", 0),
        ] {
            assert_eq!(count(text).count, words, "{text}");
        }
    }

    #[test]
    fn counts_are_uncertain_where_words_are_not_set_apart() {
        for text in ["您的订单已发货", "ขอบคุณที่สั่งซื้อ", "ご注文 A-1 は", "អរគុណ"]
        {
            assert!(!count(text).certain, "{text}");
        }
        for text in ["Your 订单 has shipped", "주문하신 상품이", "आपका ऑर्डर", "طلبك", "12", ""]
        {
            assert!(count(text).certain, "{text}");
        }
    }

    #[test]
    fn signs_fillers_and_pictographs_say_nothing() {
        for text in ["", " \n", "*_~`", "。！？…", "🎉🅰", "\u{3164}\u{200B}", "— • →", "¡!"] {
            assert!(!says_something(text), "{text:?}");
        }
        for text in ["a", "7", "中", "क", "ไ", "ب", "é"] {
            assert!(says_something(text), "{text:?}");
        }
    }

    #[test]
    fn blank_is_what_nobody_sees() {
        assert!(is_blank("") && is_blank(" \t\u{A0}\u{200B}\u{3000}\u{3164}"));
        assert!(!is_blank(".") && !is_blank("🎉"));
        assert_eq!(pieces("a — \u{200B} b"), 3);
        assert_eq!(runs_of_blanks(" a \t\nb").collect::<Vec<_>>(), [0..1, 2..5]);
        assert_eq!(runs_of_blanks("a").count(), 0);
    }
}
