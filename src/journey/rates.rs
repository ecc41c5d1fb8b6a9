//! The user's rate card, as YAML, JSON or CSV.

use crate::config::{self, ConfigError};
use crate::input::Source;
use crate::syntax::{self, NodeId, Span};
use crate::template::object::Reader;
use crate::text::wording::any_of;
use crate::windows::{Charged, Money, RateCard};

use super::rates_csv;

/// Reads a rate card.
///
/// # Errors
/// Everything in the file that can not be followed, with its place.
pub fn read_rates(source: &Source) -> Result<RateCard, Vec<ConfigError>> {
    if source.trouble().is_some() {
        let message = "the rate card can not be read: it has to be a text file in UTF-8".to_owned();
        return Err(vec![ConfigError { span: Span::at(source.text().len()), message }]);
    }
    let (card, errors) =
        if source.path().to_lowercase().ends_with(".csv") { rates_csv::read(source.text()) } else { yaml(source) };
    if errors.is_empty() { Ok(card) } else { Err(errors) }
}

fn yaml(source: &Source) -> (RateCard, Vec<ConfigError>) {
    let parsed = syntax::parse(source.text());
    let mut errors: Vec<ConfigError> = parsed.problems.iter().map(config::of_problem).collect();
    let mut reader = Reader::new(&parsed.tree);
    let mut card = RateCard::default();
    let root = parsed.tree.documents().first().copied();
    match root.filter(|root| reader.is_mapping(*root)) {
        Some(root) => {
            let fields = reader.fields(root, "a rate card", &["currency", "markets"]);
            let currency = fields.get("currency").and_then(|field| reader.leaf(field, "a currency, such as `EUR`"));
            card.currency = currency.map(|leaf| leaf.value.trim().to_owned());
            if let Some(field) = fields.get("markets") {
                markets(&mut reader, field.value, &mut card, &mut errors);
            }
        }
        None => errors.push(ConfigError {
            span: Span::at(0),
            message: "a rate card has `currency` and `markets`, such as `markets: {DE: {utility: 0.05}}`".to_owned(),
        }),
    }
    errors.extend(reader.misfits.iter().map(config::of_misfit));
    (card, errors)
}

fn markets(reader: &mut Reader<'_>, node: NodeId, card: &mut RateCard, errors: &mut Vec<ConfigError>) {
    let Some(markets) = reader.tree.entries(node) else {
        return reader.misfit_type(node, "`markets`".to_owned(), "markets with their rates");
    };
    for &(market, rates) in markets {
        let Some(rates) = reader.tree.entries(rates) else {
            reader.misfit_type(rates, "a market".to_owned(), "its rates, such as `{utility: 0.05}`");
            continue;
        };
        for &(name, price) in rates {
            let text = |node: NodeId| reader.tree.scalar(node).map_or("", |text| &**text);
            match rate(text(name), text(price)) {
                Ok(price) => card.insert(text(market), text(name), price),
                Err(Wrong::Name(message)) => errors.push(ConfigError { span: reader.tree.span(name), message }),
                Err(Wrong::Price(message)) => errors.push(ConfigError { span: reader.tree.span(price), message }),
            }
        }
    }
}

enum Wrong {
    Name(String),
    Price(String),
}

fn rate(name: &str, price: &str) -> Result<Money, Wrong> {
    if !RateCard::is_rate_name(name) {
        let known: Vec<String> = Charged::ALL.iter().map(|charged| format!("`{}`", charged.name())).collect();
        return Err(Wrong::Name(format!("there is no rate for `{name}`; write {}", any_of(&known))));
    }
    Money::parse(price).ok_or_else(|| Wrong::Price(no_price(price)))
}

pub(super) fn no_price(written: &str) -> String {
    format!("`{written}` is no price; write it with a point and up to six decimals, such as `0.0456`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::windows::Unit;

    fn read(path: &str, text: &str) -> Result<RateCard, Vec<(String, String)>> {
        let source = Source::new(path, text.as_bytes().to_vec());
        let told = |error: ConfigError| (source.slice(error.span).to_owned(), error.message);
        read_rates(&source).map_err(|errors| errors.into_iter().map(told).collect())
    }

    fn utility(card: &RateCard, market: &str) -> Option<String> {
        card.price(Some(market), Unit::Message(Charged::Utility)).map(|price| price.to_string())
    }

    #[test]
    fn yaml_and_csv_say_the_same() {
        let yaml = "currency: EUR\nmarkets:\n  DE: {marketing: 0.1131, utility: 0.0456}\n  FR: {utility: 0.03}\n";
        let csv =
            "Rates of October\nMarket,Currency,Marketing,Utility,Tier\nDE,EUR,0.1131,0.0456,1\n\"FR\",EUR,n/a,0.03,\n";
        let (yaml, csv) = (read("rates.yaml", yaml).unwrap(), read("rates.csv", csv).unwrap());
        assert_eq!(yaml, csv);
        assert_eq!((utility(&csv, "de"), utility(&csv, "IT")), (Some("0.0456".to_owned()), None));
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        let errors = read("rates.yaml", "currency: EUR\nmarkets:\n  DE: {utilty: 1, utility: 0,05}\n").unwrap_err();
        let places: Vec<&str> = errors.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["utilty", "05"]);
        let errors = read("rates.csv", "market,utility\nDE,\"0,05\"\n").unwrap_err();
        assert!(errors[0].0.contains("DE") && errors[0].1.contains("`0,05` is no price"), "{errors:?}");
        assert!(read("rates.csv", "a,b\n").unwrap_err()[0].1.contains("`market`"));
        assert!(read("rates.yaml", "- 1\n").is_err());
    }
}
