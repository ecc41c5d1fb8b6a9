//! Amounts of money, exact to a millionth.

use std::fmt;
use std::iter::Sum;

/// An amount in millionths of a currency's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(u128);

const DECIMALS: usize = 6;
const WHOLE_DIGITS: usize = 12;

impl Money {
    /// Reads `0.0456`. Nothing for anything that is not exactly that: signs, commas, more than six decimals.
    pub fn parse(written: &str) -> Option<Self> {
        let (whole, decimals) = written.trim().split_once('.').unwrap_or((written.trim(), "0"));
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, WHOLE_DIGITS) || !digits(decimals, DECIMALS) {
            return None;
        }
        format!("{whole}{decimals:0<DECIMALS$}").parse().ok().map(Self)
    }

    /// So many times the amount.
    pub fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count.into()))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, amount| sum.saturating_add(amount.0)))
    }
}

impl fmt::Display for Money {
    /// With two decimals, and more where there are more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u128.pow(6);
        let decimals = format!("{:06}", self.0 % unit);
        let decimals = decimals.trim_end_matches('0');
        f.pad(&format!("{}.{decimals:0<2}", self.0 / unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        let price = Money::parse("0.0456").unwrap();
        assert_eq!(price.times(3).to_string(), "0.1368");
        assert_eq!(Money::parse("2").unwrap().to_string(), "2.00");
        assert_eq!([price, price].into_iter().sum::<Money>().to_string(), "0.0912");
    }

    #[test]
    fn what_is_not_plainly_an_amount_is_none() {
        for written in ["", ".", "-1", "+1", "0,05", "1e3", "0.1234567", "1.", ".5", "1 2", "٣", "1234567890123"] {
            assert_eq!(Money::parse(written), None, "{written}");
        }
    }
}
