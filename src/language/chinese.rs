//! The two ways to write Chinese.

use super::data::{SIMPLIFIED, TRADITIONAL};

/// A way to write Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chinese {
    /// As in mainland China.
    Simplified,
    /// As in Taiwan and Hong Kong.
    Traditional,
}

impl Chinese {
    /// How the texts of a language code are written; nothing where it is not Chinese, or leaves that open.
    pub fn expected(code: &str) -> Option<Self> {
        match code {
            "zh_CN" => Some(Self::Simplified),
            "zh_TW" | "zh_HK" => Some(Self::Traditional),
            _ => None,
        }
    }

    /// The other way.
    pub fn other(self) -> Self {
        match self {
            Self::Simplified => Self::Traditional,
            Self::Traditional => Self::Simplified,
        }
    }

    /// Whether a character is written in this way only.
    pub fn has(self, character: char) -> bool {
        match self {
            Self::Simplified => SIMPLIFIED.binary_search(&character).is_ok(),
            Self::Traditional => TRADITIONAL.binary_search(&character).is_ok(),
        }
    }

    /// The word for it in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Simplified => "Simplified",
            Self::Traditional => "Traditional",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(way: Chinese, text: &str) -> String {
        text.chars().filter(|character| way.has(*character)).collect()
    }

    #[test]
    fn characters_of_one_way_are_told() {
        use Chinese::*;
        assert_eq!(only(Simplified, "您的订单已经发货，请查收"), "订单经发货请");
        assert_eq!(only(Traditional, "您的訂單已經發貨，請查收"), "訂單經發貨請");
        // Both ways know these.
        for shared in ["你好", "台后里只干面余", "於着群峰床"] {
            assert_eq!(only(Simplified, shared) + &only(Traditional, shared), "", "{shared}");
        }
        assert!(SIMPLIFIED.iter().all(|character| !Traditional.has(*character)));
    }
}
