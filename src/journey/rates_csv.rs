//! A rate card as a table: one row a market, one column a category, as spreadsheets and Meta's own downloads have it.

use crate::config::ConfigError;
use crate::syntax::Span;
use crate::windows::{Money, RateCard};

use super::rates::no_price;

/// How tables say that there is no price.
const NO_PRICE: &[&str] = &["", "-", "n/a", "na"];

pub(super) fn read(text: &str) -> (RateCard, Vec<ConfigError>) {
    let mut card = RateCard::default();
    let mut errors = Vec::new();
    let mut header: Option<Vec<String>> = None;
    for (span, line) in lines(text) {
        let cells = cells(line);
        let Some(columns) = &header else {
            // Titles and notes may stand above the table.
            let names: Vec<String> = cells.iter().map(|name| name.to_lowercase()).collect();
            header = names.iter().any(|name| name == "market").then_some(names);
            continue;
        };
        row(columns, &cells, &mut card).unwrap_or_else(|message| errors.push(ConfigError { span, message }));
    }
    if header.is_none() {
        let message = "the table has no column `market`; its first row names the columns: `market,marketing,utility`";
        errors.push(ConfigError { span: Span::at(0), message: message.to_owned() });
    }
    (card, errors)
}

fn row(columns: &[String], cells: &[String], card: &mut RateCard) -> Result<(), String> {
    let cell = |name: &str| columns.iter().position(|column| column == name).and_then(|at| cells.get(at));
    let Some(market) = cell("market").filter(|market| !market.is_empty()) else { return Ok(()) };
    if let Some(currency) = cell("currency").filter(|currency| !currency.is_empty()) {
        match &card.currency {
            Some(first) if first != currency => {
                return Err(format!("a rate card has one currency; this one has `{first}` and `{currency}`"));
            }
            _ => card.currency = Some(currency.clone()),
        }
    }
    for (column, written) in columns.iter().zip(cells).filter(|(column, _)| RateCard::is_rate_name(column)) {
        if !NO_PRICE.contains(&&*written.to_lowercase()) {
            card.insert(market, column, Money::parse(written).ok_or_else(|| no_price(written))?);
        }
    }
    Ok(())
}

fn lines(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let content = line.trim_end_matches(['\n', '\r']);
        let span = Span::new(start, start + content.len());
        start += line.len();
        (span, content)
    })
}

/// The cells of a row. A cell in double quotes may hold commas, and a double quote written twice.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                push(&mut cells, '"');
            }
            '"' => quoted = !quoted,
            ',' | ';' | '\t' if !quoted => cells.push(String::new()),
            other => push(&mut cells, other),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

fn push(cells: &mut [String], character: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(character);
    }
}
