//! What each part of a run and each rule took.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many rules are listed one by one.
const LISTED: usize = 20;

/// Times, added over all threads.
#[derive(Debug)]
pub struct Timings {
    start: Instant,
    spent: Mutex<Spent>,
}

#[derive(Debug, Default)]
struct Spent {
    /// In the order in which they were first told.
    parts: Vec<(&'static str, Duration)>,
    rules: BTreeMap<&'static str, Duration>,
}

impl Timings {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { start: Instant::now(), spent: Mutex::default() }
    }

    /// The time since the start.
    pub fn now(&self) -> Duration {
        self.start.elapsed()
    }

    /// Adds to a part.
    pub fn spent(&self, part: &'static str, time: Duration) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        match spent.parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, sum)) => *sum += time,
            None => spent.parts.push((part, time)),
        }
    }

    /// Adds to rules.
    pub fn spent_in_rules(&self, times: &[(&'static str, Duration)]) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        for (rule, time) in times {
            *spent.rules.entry(rule).or_default() += *time;
        }
    }

    /// Writes two tables, the slowest rules first.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let whole = self.now();
        let spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let threads = rayon::current_num_threads();
        let added = if threads == 1 { String::new() } else { format!(", added over {threads} threads") };
        writeln!(out, "\nThe run took {}. Time by part{added}:", of(whole).trim_start())?;
        for (part, time) in &spent.parts {
            writeln!(out, "  {}         {part}", of(*time))?;
        }
        let mut rules: Vec<_> = spent.rules.iter().collect();
        rules.sort_by_key(|(_, time)| std::cmp::Reverse(**time));
        let sum: Duration = spent.rules.values().sum();
        writeln!(out, "Time by rule (what rules share is counted for the first that needs it):")?;
        for (rule, time) in rules.iter().take(LISTED) {
            writeln!(out, "  {}  {}  {rule}", of(**time), share(**time, sum))?;
        }
        if let Some(others) = rules.get(LISTED..).filter(|others| !others.is_empty()) {
            let time: Duration = others.iter().map(|(_, time)| **time).sum();
            writeln!(out, "  {}  {}  {} other rules", of(time), share(time, sum), others.len())?;
        }
        Ok(())
    }
}

fn of(time: Duration) -> String {
    format!("{:>10.2} ms", time.as_secs_f64() * 1000.0)
}

fn share(time: Duration, sum: Duration) -> String {
    let share = if sum.is_zero() { 0.0 } else { time.as_secs_f64() / sum.as_secs_f64() };
    format!("{:>3.0} %", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_added_and_the_slowest_rule_comes_first() {
        let timings = Timings::start();
        let ms = Duration::from_millis;
        timings.spent("reading", ms(5));
        timings.spent("reading", ms(7));
        timings.spent_in_rules(&[("a/quick", ms(1)), ("b/slow", ms(4))]);
        timings.spent_in_rules(&[("a/quick", ms(1)), ("b/slow", ms(2))]);
        let many: Vec<(&'static str, Duration)> = (0..30).map(|at| (&*format!("c/{at:02}").leak(), ms(0))).collect();
        timings.spent_in_rules(&many);
        let mut out = Vec::new();
        timings.write(&mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains("     12.00 ms         reading\n"), "{said}");
        let (slow, quick) = (said.find("6.00 ms   75 %  b/slow"), said.find("2.00 ms   25 %  a/quick"));
        assert!(slow.is_some() && slow < quick, "{said}");
        assert!(said.contains("12 other rules"), "{said}");
    }
}
