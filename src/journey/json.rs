//! The JSON format that other programs rely on. Its shape is a contract: fields are added, never changed.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::report::safe_json;
use crate::windows::{Bill, Contact, RateCard, Simulation, Step};

use super::{Journey, Message, Play};

#[derive(Serialize)]
struct Document<'p> {
    version: u32,
    journeys: Vec<JourneyEntry<'p>>,
}

#[derive(Serialize)]
struct JourneyEntry<'p> {
    file: &'p str,
    id: Option<&'p str>,
    title: Option<&'p str>,
    market: Option<&'p str>,
    #[serde(flatten)]
    outcome: Outcome<'p>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compared: Vec<Compared<'p>>,
}

#[derive(Serialize)]
struct Compared<'p> {
    regime: &'static str,
    #[serde(flatten)]
    outcome: Outcome<'p>,
}

#[derive(Serialize)]
struct Outcome<'p> {
    units: BTreeMap<String, u32>,
    steps: Vec<StepEntry<'p>>,
    bill: BillEntry<'p>,
}

#[derive(Serialize)]
struct StepEntry<'p> {
    t: String,
    dir: &'static str,
    regime: &'static str,
    csw_open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    csw_expires: Option<String>,
    fep_open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    fep_expires: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fep_opened: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<u32>,
    billed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    template: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'p str>,
}

/// Amounts are decimals in text, so that no reader rounds them.
#[derive(Serialize)]
struct BillEntry<'p> {
    currency: Option<&'p str>,
    lines: Vec<LineEntry>,
    total: Option<String>,
}

#[derive(Serialize)]
struct LineEntry {
    unit: String,
    count: u32,
    price: Option<String>,
    amount: Option<String>,
}

/// Writes all journeys as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_json(plays: &[Play<'_>], rates: Option<&RateCard>, out: &mut dyn io::Write) -> io::Result<()> {
    let journeys = plays.iter().map(|play| {
        let journey = play.journey;
        let compared = play
            .compared
            .iter()
            .map(|(regime, simulation)| Compared { regime: regime.id(), outcome: outcome(journey, simulation, rates) });
        JourneyEntry {
            file: play.file.source.path(),
            id: journey.id.as_ref().map(|id| &*id.value),
            title: journey.title.as_ref().map(|title| &*title.value),
            market: journey.market(),
            outcome: outcome(journey, &play.simulation, rates),
            compared: compared.collect(),
        }
    });
    safe_json::write(&Document { version: 1, journeys: journeys.collect() }, out)
}

fn outcome<'p>(journey: &'p Journey, simulation: &Simulation, rates: Option<&'p RateCard>) -> Outcome<'p> {
    let bill = Bill::of(&simulation.units, rates, journey.market());
    Outcome {
        units: simulation.units.iter().map(|(unit, count)| (unit.to_string(), *count)).collect(),
        steps: simulation.steps.iter().map(|step| entry(&journey.messages[step.event], step)).collect(),
        bill: BillEntry {
            currency: rates.and_then(|rates| rates.currency.as_deref()),
            lines: bill
                .lines
                .iter()
                .map(|line| LineEntry {
                    unit: line.unit.to_string(),
                    count: line.count,
                    price: line.price.map(|price| price.to_string()),
                    amount: line.amount().map(|amount| amount.to_string()),
                })
                .collect(),
            total: rates.and_then(|_| bill.total()).map(|total| total.to_string()),
        },
    }
}

fn entry<'p>(message: &'p Message, step: &Step) -> StepEntry<'p> {
    let sent = step.sent.as_ref();
    StepEntry {
        t: step.at.to_string(),
        dir: if matches!(message.event.contact, Contact::In(_)) { "in" } else { "out" },
        regime: step.regime.id(),
        csw_open: step.window.is_some(),
        csw_expires: step.window.map(|end| end.to_string()),
        fep_open: step.entry_point.is_some(),
        fep_expires: step.entry_point.map(|end| end.to_string()),
        fep_opened: sent.filter(|sent| sent.entry_point_opened).map(|_| true),
        allowed: sent.map(|sent| sent.allowed()),
        error: sent.and_then(|sent| sent.error),
        billed: sent.and_then(|sent| sent.billed).map(|unit| unit.to_string()),
        opens: sent.and_then(|sent| sent.opens).map(|unit| unit.to_string()),
        reason: sent.map(|sent| sent.reason.sentence()),
        template: message.template.as_ref().map(|name| &*name.value),
        language: message.language.as_ref().map(|code| &*code.value),
    }
}
