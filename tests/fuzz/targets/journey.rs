//! Journeys and rate cards: whatever they say, the windows follow the rules of time.

use jiff::SignedDuration;
use walint::Source;
use walint::config::ConfigError;
use walint::journey::{Play, plays, read_rates, write_json, write_timeline};
use walint::windows::{RateCard, Regime, Simulation};
use walint::{Settings, check, report};

use super::shared::{is_harmless, is_inside, is_sound, source};

/// The window is never open for longer, whoever writes.
const CUSTOMER_SERVICE_WINDOW: SignedDuration = SignedDuration::from_hours(24);

/// Plays the journeys of a file, and reads the same bytes as prices.
pub fn run(bytes: &[u8]) {
    let report = check(vec![source(bytes)], &Settings::default());
    is_sound(&report);
    let compare: Vec<Regime> = ["R1", "R2", "R3", "R4"].into_iter().filter_map(Regime::from_id).collect();
    let rates = ["rates.yaml", "rates.csv"].map(|name| rates(name, bytes));
    let prices = rates.iter().flatten().next();
    for compare in [&[][..], &compare[..]] {
        let plays = plays(&report.files, compare);
        for play in &plays {
            holds(play);
            let mut drawn = Vec::new();
            write_timeline(play, prices, &mut drawn).unwrap();
            is_harmless("the timeline", report::guard(&String::from_utf8(drawn).unwrap()).as_bytes());
        }
        let mut out = Vec::new();
        write_json(&plays, prices, &mut out).unwrap();
        is_harmless("windows in JSON", &out);
        serde_json::from_slice::<serde_json::Value>(&out).unwrap();
    }
}

fn rates(name: &str, bytes: &[u8]) -> Option<RateCard> {
    let source = Source::new(name, bytes.to_vec());
    let told = |errors: Vec<ConfigError>| {
        errors.iter().for_each(|error| is_inside(&source, error.span, &error.message));
        assert!(!errors.is_empty());
    };
    read_rates(&source).map_err(told).ok()
}

fn holds(play: &Play<'_>) {
    for simulation in std::iter::once(&play.simulation).chain(play.compared.iter().map(|(_, simulation)| simulation)) {
        assert_eq!(simulation.steps.len(), play.events.len());
        let entry_point = SignedDuration::from_hours(play.journey.account.free_entry_point_hours.into());
        windows_hold(simulation, entry_point);
        let billed =
            simulation.steps.iter().filter(|step| step.sent.as_ref().is_some_and(|sent| sent.billed.is_some()));
        assert_eq!(billed.count() as u64, simulation.units.values().map(|count| u64::from(*count)).sum::<u64>());
    }
}

fn windows_hold(simulation: &Simulation, entry_point: SignedDuration) {
    assert!(simulation.steps.is_sorted_by_key(|step| step.at), "steps are out of order");
    for step in &simulation.steps {
        for (end, longest) in [(step.window, CUSTOMER_SERVICE_WINDOW), (step.entry_point, entry_point)] {
            if let Some(end) = end {
                let left = end.duration_since(step.at);
                assert!(left > SignedDuration::ZERO && left <= longest, "a window of {left:#}");
            }
        }
        if let Some(sent) = &step.sent {
            assert!(sent.allowed() || sent.billed.is_none(), "charged for what Meta refuses");
            assert!(sent.billed.is_none() || sent.opens.is_none(), "charged for what is free");
        }
    }
}
