//! What a journey costs, under one or more pricing rules.

use std::io::{self, Write};

use anstyle::Style;

use crate::finding::sanitize;
use crate::text::wording::counted;
use crate::windows::{Bill, Line, Money, RateCard, Reason, Regime, Simulation, Step};

use super::timeline::name;

/// Writes the bill; without a rate card, only what is charged and how often.
pub(super) fn write_bill(
    shown: &[(Option<Regime>, &Simulation)],
    rates: Option<&RateCard>,
    market: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bold = Style::new().bold();
    for (regime, simulation) in shown {
        let title = regime.filter(|_| shown.len() > 1).map(|regime| format!(", {}", name(regime))).unwrap_or_default();
        let bill = Bill::of(&simulation.units, rates, market);
        let unknown = simulation.steps.iter().filter(|step| is_unknown(step)).count();
        if bill.lines.is_empty() && unknown == 0 {
            writeln!(out, "{bold}Bill{title}{bold:#}: nothing is charged")?;
            continue;
        }
        writeln!(out, "{bold}Bill{title}{bold:#}")?;
        let currency = rates.and_then(|rates| rates.currency.as_deref()).map(|name| format!(" {}", sanitize(name)));
        let currency = currency.unwrap_or_default();
        for line in &bill.lines {
            writeln!(out, "{}", written(line, rates.is_some(), &currency).trim_end())?;
        }
        if unknown > 0 {
            writeln!(out, "  {} whose category is not known", counted(unknown, "template"))?;
            continue;
        }
        if rates.is_some()
            && let Some(total) = bill.total()
        {
            writeln!(out, "{bold}{}{bold:#}", row("total", "", &amount(total, &currency)).trim_end())?;
        }
    }
    if rates.is_none() && shown.iter().any(|(_, simulation)| !simulation.units.is_empty()) {
        let dim = Style::new().dimmed();
        writeln!(out, "{dim}  for amounts, give your rate card: --rates FILE{dim:#}")?;
    }
    Ok(())
}

fn is_unknown(step: &Step) -> bool {
    step.sent.as_ref().is_some_and(|sent| sent.reason == Reason::CategoryUnknown)
}

fn written(line: &Line, priced: bool, currency: &str) -> String {
    let count = line.count;
    let what = format!("{count} {}{}", line.unit.words(), if count == 1 { "" } else { "s" });
    match (line.price, line.amount()) {
        (Some(price), Some(sum)) => row(&what, &format!("at {price}"), &amount(sum, currency)),
        _ if priced => row(&what, "no price on the rate card", ""),
        _ => row(&what, "", ""),
    }
}

fn row(what: &str, price: &str, sum: &str) -> String {
    format!("  {what:<34} {price:<12} {sum:>14}")
}

fn amount(money: Money, currency: &str) -> String {
    format!("{money}{currency}")
}
