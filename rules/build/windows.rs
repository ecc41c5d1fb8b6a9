//! Windows, conversations and pricing rules as Rust constants. Their types are in `src/policy/windows.rs`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Windows {
    regimes: Vec<Regime>,
    numbers: BTreeMap<String, Number>,
    dates: BTreeMap<String, Date>,
    switches: BTreeMap<String, Switch>,
    paused_marketing: Vec<Paused>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Regime {
    id: String,
    name: String,
    from: String,
    source: String,
    date: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    value: i64,
    unit: String,
    source: String,
    date: String,
    confidence: String,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Date {
    value: String,
    source: String,
    date: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Switch {
    value: bool,
    source: String,
    date: String,
    confidence: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paused {
    market: String,
    name: String,
    from: String,
    source: String,
    date: String,
    confidence: String,
}

/// All constants, as the source of one Rust file.
pub fn constants(path: &Path) -> Result<String> {
    let all: Windows =
        serde_yaml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut code = String::new();
    writeln!(code, "/// The pricing rules, oldest first.\npub static REGIMES: &[RegimeFact] = &[")?;
    for Regime { id, name, from, source, date, confidence } in all.regimes {
        // A name that the library does not know fails to compile.
        writeln!(code, "    // {source} of {date}, confidence {confidence}")?;
        writeln!(code, "    RegimeFact {{ regime: Regime::{id}, name: {name:?}, from: {} }},", day(&from)?)?;
    }
    writeln!(code, "];")?;
    for (name, number) in all.numbers {
        let Number { value, unit, source, date, confidence, note } = number;
        let about = note.as_deref().unwrap_or("A number of Meta's.");
        writeln!(code, "/// {about} In {unit}, confidence {confidence}.")?;
        writeln!(
            code,
            "pub static {}: Limit = Limit {{ value: {value}, source: {source:?}, date: {date:?}, note: {note:?} }};",
            name.to_uppercase()
        )?;
    }
    for (name, Date { value, source, date, confidence }) in all.dates {
        writeln!(code, "// {source} of {date}, confidence {confidence}\n/// The first day.")?;
        writeln!(code, "pub const {}: Date = {};", name.to_uppercase(), day(&value)?)?;
    }
    for (name, Switch { value, source, date, confidence, note }) in all.switches {
        writeln!(code, "// {source} of {date}, confidence {confidence}\n/// {note}")?;
        writeln!(code, "pub const {}: bool = {value};", name.to_uppercase())?;
    }
    writeln!(code, "/// Markets where Meta delivers no marketing.\npub static PAUSED_MARKETING: &[PausedMarket] = &[")?;
    for Paused { market, name, from, source, date, confidence } in all.paused_marketing {
        writeln!(code, "    // {source} of {date}, confidence {confidence}")?;
        writeln!(code, "    PausedMarket {{ market: {market:?}, name: {name:?}, from: {} }},", day(&from)?)?;
    }
    writeln!(code, "];")?;
    Ok(code)
}

/// `2024-11-01` as the call that makes the date.
fn day(written: &str) -> Result<String> {
    let parts = written.split('-').map(str::parse).collect::<std::result::Result<Vec<i16>, _>>()?;
    match parts[..] {
        [year, month, day] => Ok(format!("date({year}, {month}, {day})")),
        _ => Err(format!("{written} is no day").into()),
    }
}
