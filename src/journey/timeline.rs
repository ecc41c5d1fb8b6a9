//! A journey in the terminal: one line for each thing that happens, with the windows drawn down the side.

use std::io::{self, Write};

use anstyle::Style;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::finding::sanitize;
use crate::windows::{RateCard, Regime, Simulation, Step};

use super::Play;
use super::bill::write_bill;
use super::words::{fit, received, styled, verdict, what};

/// How wide the column is that says what happens, and each that says what comes of it.
const WHAT: usize = 36;
const OUTCOME: usize = 31;

/// Draws a journey and its bill.
///
/// # Errors
/// What the writer says.
pub fn write_timeline(play: &Play<'_>, rates: Option<&RateCard>, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<(Option<Regime>, &Simulation)> = if play.compared.is_empty() {
        vec![(play.journey.account.regime, &play.simulation)]
    } else {
        play.compared.iter().map(|(regime, simulation)| (Some(*regime), simulation)).collect()
    };
    head(play, &shown, out)?;
    let mut drawing = Drawing { play, shown: &shown, day: None, window: None, entry_point: None, out };
    for (place, step) in play.simulation.steps.iter().enumerate() {
        drawing.step(place, step)?;
    }
    write_bill(&shown, rates, play.journey.market(), out)?;
    writeln!(out)
}

fn head(play: &Play<'_>, shown: &[(Option<Regime>, &Simulation)], out: &mut dyn Write) -> io::Result<()> {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let journey = play.journey;
    let title = journey.title.as_ref().or(journey.id.as_ref()).map_or("(no title)", |title| &*title.value);
    writeln!(out, "{bold}{}{bold:#}  {}", sanitize(title.trim()), sanitize(play.file.source.path()))?;
    let zone = journey.account.zone.iana_name().unwrap_or("UTC");
    let market = journey.market().map(|market| format!(", market {}", sanitize(market))).unwrap_or_default();
    let rules = if shown.len() > 1 { String::new() } else { format!(", {}", rules(&play.simulation)) };
    writeln!(out, "{dim}times in {zone}{market}{rules}{dim:#}")?;
    writeln!(out, "{dim}│ customer service window open   ║ free entry point{dim:#}")?;
    if shown.len() > 1 {
        let columns: Vec<String> =
            shown.iter().filter_map(|(regime, _)| *regime).map(|regime| fit(&name(regime), OUTCOME)).collect();
        writeln!(out, "{:indent$}{bold}{}{bold:#}", "", columns.join(" ").trim_end(), indent = 13 + WHAT)?;
    }
    Ok(())
}

/// The pricing rules that a journey goes through.
fn rules(simulation: &Simulation) -> String {
    let mut regimes: Vec<Regime> = simulation.steps.iter().map(|step| step.regime).collect();
    regimes.dedup();
    format!("prices {}", regimes.into_iter().map(name).collect::<Vec<_>>().join(", then "))
}

/// `R3 · per message`
pub(super) fn name(regime: Regime) -> String {
    format!("{} · {}", regime.id(), regime.name())
}

struct Drawing<'d, 'f> {
    play: &'d Play<'f>,
    shown: &'d [(Option<Regime>, &'d Simulation)],
    day: Option<Date>,
    /// When what was open at the last step closes.
    window: Option<Timestamp>,
    entry_point: Option<Timestamp>,
    out: &'d mut dyn Write,
}

impl Drawing<'_, '_> {
    fn step(&mut self, place: usize, step: &Step) -> io::Result<()> {
        self.closings(step.at)?;
        let sides = format!("{}{}", self.window_side(step), self.entry_point_side(step));
        let opened = self.window != step.window;
        (self.window, self.entry_point) = (step.window, step.entry_point);
        let what = fit(&what(&self.play.journey.messages[step.event]), WHAT);
        let outcomes: Vec<String> = match &step.sent {
            None => vec![received(step, opened, self.play)],
            Some(_) if self.shown.len() > 1 => {
                let sent = self.shown.iter().filter_map(|(_, simulation)| simulation.steps[place].sent.as_ref());
                sent.map(|sent| styled(sent, &fit(&verdict(sent), OUTCOME))).collect()
            }
            Some(sent) => vec![styled(sent, &format!("{}: {}", verdict(sent), sent.reason.sentence()))],
        };
        self.line(step.at, &sides, &what, outcomes.join(" ").trim_end())
    }

    /// Tells what closes before a moment, in order.
    fn closings(&mut self, until: Timestamp) -> io::Result<()> {
        let window = self.window.filter(|end| *end <= until);
        let entry_point = self.entry_point.filter(|end| *end <= until);
        let window_first = entry_point.is_none_or(|end| window.is_none_or(|window| window <= end));
        for closes_window in [window_first, !window_first] {
            match (closes_window, window, entry_point) {
                (true, Some(end), _) => {
                    let beside = if self.entry_point.is_some() { '║' } else { ' ' };
                    self.window = None;
                    self.line(end, &format!("└{beside}"), &fit("  the window closes", WHAT), "")?;
                }
                (false, _, Some(end)) => {
                    let beside = if self.window.is_some() { '│' } else { '·' };
                    self.entry_point = None;
                    self.line(end, &format!("{beside}╚"), &fit("  the free entry point ends", WHAT), "")?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn window_side(&self, step: &Step) -> char {
        match (self.window, step.window) {
            (_, None) => '·',
            (None, Some(_)) => '┌',
            (Some(before), Some(now)) if before != now => '├',
            _ => '│',
        }
    }

    fn entry_point_side(&self, step: &Step) -> char {
        match (self.entry_point, step.entry_point) {
            (_, None) => ' ',
            (None, Some(_)) => '╔',
            _ => '║',
        }
    }

    fn line(&mut self, at: Timestamp, sides: &str, what: &str, outcome: &str) -> io::Result<()> {
        let local = self.play.journey.account.zone.to_datetime(at);
        if self.day.replace(local.date()) != Some(local.date()) {
            let bold = Style::new().bold();
            writeln!(self.out, "{bold}{}{bold:#}", local.strftime("%Y-%m-%d %a"))?;
        }
        let time = if local.second() == 0 { local.strftime("%H:%M   ") } else { local.strftime("%H:%M:%S") };
        let line = format!("  {time} {sides} {what} {outcome}");
        writeln!(self.out, "{}", line.trim_end())
    }
}
