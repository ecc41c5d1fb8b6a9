//! What the charges come to, by the user's own rates.

use std::collections::{BTreeMap, HashMap};

use super::{Charged, Money, Unit};

/// Prices by market. They come from the user: Meta changes them every quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RateCard {
    /// Their currency, if the card says so.
    pub currency: Option<String>,
    rates: HashMap<(String, String), Money>,
}

/// The market whose rates hold where a market has none of its own.
const ANY_MARKET: &str = "*";

impl RateCard {
    /// What a rate can be for: `marketing`, or exactly `conversation:marketing`.
    pub fn is_rate_name(name: &str) -> bool {
        let name = rate_name(name);
        Charged::ALL.into_iter().any(|charged| {
            name == charged.name()
                || name == Unit::Message(charged).to_string()
                || name == Unit::Conversation(charged).to_string()
        })
    }

    /// Puts a rate on the card. The last word on a market and a name counts.
    pub fn insert(&mut self, market: &str, name: &str, price: Money) {
        self.rates.insert((market_name(market), rate_name(name)), price);
    }

    /// What one of them costs in a market: by its exact name first, by that of its kind else. Meta charges service
    /// messages like utility messages.
    pub fn price(&self, market: Option<&str>, unit: Unit) -> Option<Money> {
        let like = if unit == Unit::Message(Charged::Service) { Charged::Utility } else { unit.charged() };
        let names = [unit.to_string(), unit.charged().name().to_owned(), like.name().to_owned()];
        let markets = market.into_iter().map(market_name).chain([ANY_MARKET.to_owned()]);
        markets
            .flat_map(|market| names.each_ref().map(|name| (market.clone(), name.clone())))
            .find_map(|key| self.rates.get(&key).copied())
    }
}

fn market_name(written: &str) -> String {
    written.trim().to_lowercase()
}

fn rate_name(written: &str) -> String {
    written.trim().to_lowercase().replace([' ', '-'], "_")
}

/// What a journey costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// One for each thing that is charged.
    pub lines: Vec<Line>,
}

/// One thing that is charged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub unit: Unit,
    /// How often.
    pub count: u32,
    /// What one costs, if the rate card says so.
    pub price: Option<Money>,
}

impl Line {
    /// What all of them cost.
    pub fn amount(&self) -> Option<Money> {
        self.price.map(|price| price.times(self.count))
    }
}

impl Bill {
    /// The bill for some charges in a market.
    pub fn of(units: &BTreeMap<Unit, u32>, rates: Option<&RateCard>, market: Option<&str>) -> Self {
        let line = |(&unit, &count): (&Unit, &u32)| Line {
            unit,
            count,
            price: rates.and_then(|rates| rates.price(market, unit)),
        };
        Self { lines: units.iter().map(line).collect() }
    }

    /// What everything costs; nothing where a price is missing.
    pub fn total(&self) -> Option<Money> {
        self.lines.iter().map(Line::amount).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_exact_rate_counts() {
        let mut rates = RateCard::default();
        rates.insert("*", "utility", Money::parse("0.01").unwrap());
        rates.insert("DE", "Utility", Money::parse("0.05").unwrap());
        rates.insert("DE", "conversation:utility", Money::parse("0.07").unwrap());
        let price = |market, unit| rates.price(market, unit).map(|price| price.to_string());
        assert_eq!(price(Some("de"), Unit::Message(Charged::Utility)).as_deref(), Some("0.05"));
        assert_eq!(price(Some("DE"), Unit::Conversation(Charged::Utility)).as_deref(), Some("0.07"));
        assert_eq!(price(Some("FR"), Unit::Message(Charged::Utility)).as_deref(), Some("0.01"));
        assert_eq!(price(Some("DE"), Unit::Message(Charged::Service)).as_deref(), Some("0.05"));
        assert_eq!(price(Some("DE"), Unit::Conversation(Charged::Service)), None);
        assert_eq!(price(None, Unit::Message(Charged::Marketing)), None);
    }

    #[test]
    fn a_bill_that_lacks_a_price_has_no_total() {
        let mut rates = RateCard::default();
        rates.insert("DE", "utility", Money::parse("0.05").unwrap());
        let mut units = BTreeMap::from([(Unit::Message(Charged::Utility), 3)]);
        assert_eq!(Bill::of(&units, Some(&rates), Some("DE")).total().unwrap().to_string(), "0.15");
        units.insert(Unit::Message(Charged::Marketing), 1);
        assert_eq!(Bill::of(&units, Some(&rates), Some("DE")).total(), None);
    }
}
