//! Moments as people write them: `2026-11-02T09:00+01:00`, `2026-11-02 09:00`, `+26h`.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Why a moment is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTime {
    /// It is written in no known way, or lies outside all calendars.
    Unreadable,
    /// It counts from the start, and there is no start.
    NoStart,
}

/// Reads a moment. One without an offset from UTC is by the clock of `zone`; one with a plus counts from `start`.
pub fn moment(written: &str, zone: &TimeZone, start: Option<Timestamp>) -> Result<Timestamp, NoTime> {
    let written = written.trim();
    if let Some(offset) = written.strip_prefix('+') {
        let offset = duration(offset).ok_or(NoTime::Unreadable)?;
        return start.ok_or(NoTime::NoStart)?.checked_add(offset).map_err(|_| NoTime::Unreadable);
    }
    if let Ok(moment) = written.parse::<Timestamp>() {
        return Ok(moment);
    }
    let local: DateTime = written.parse().map_err(|_| NoTime::Unreadable)?;
    zone.to_timestamp(local).map_err(|_| NoTime::Unreadable)
}

/// Reads `26h`, `1d 2h`, `90 min`: one or more numbers with their units. A day has 24 hours, as windows have.
fn duration(written: &str) -> Option<SignedDuration> {
    let mut rest = written.trim();
    let mut seconds: i64 = 0;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at_checked(digits)?;
        let behind = behind.trim_start();
        let letters = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (unit, behind) = behind.split_at_checked(letters)?;
        let number: i64 = number.parse().ok()?;
        seconds = seconds.checked_add(number.checked_mul(seconds_in(unit)?)?)?;
        rest = behind.trim_start();
    }
    (!written.trim().is_empty()).then(|| SignedDuration::from_secs(seconds))
}

fn seconds_in(unit: &str) -> Option<i64> {
    Some(match unit {
        "s" | "sec" | "second" | "seconds" => 1,
        "m" | "min" | "minute" | "minutes" => 60,
        "h" | "hour" | "hours" => 3600,
        "d" | "day" | "days" => 24 * 3600,
        "w" | "week" | "weeks" => 7 * 24 * 3600,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<String, NoTime> {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let start = "2026-11-02T08:00:00Z".parse().ok();
        moment(written, &zone, start).map(|moment| moment.to_string())
    }

    #[test]
    fn every_way_to_write_a_moment_is_read() {
        for (written, wanted) in [
            ("2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z"),
            ("2026-11-02T09:00+01:00", "2026-11-02T08:00:00Z"),
            ("2026-11-02 09:00", "2026-11-02T08:00:00Z"),
            ("2026-07-02 09:00:30", "2026-07-02T07:00:30Z"),
            ("2026-11-02", "2026-11-01T23:00:00Z"),
            ("+0h", "2026-11-02T08:00:00Z"),
            ("+26h", "2026-11-03T10:00:00Z"),
            ("+1d 2h 30 min", "2026-11-03T10:30:00Z"),
            ("+1d2h", "2026-11-03T10:00:00Z"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(wanted), "{written}");
        }
    }

    #[test]
    fn what_is_no_moment_is_told() {
        for written in ["", "+", "26h", "tomorrow", "+h", "+5", "+5 parsecs", "+99999999999999999999h", "+9999999999w"]
        {
            assert_eq!(read(written), Err(NoTime::Unreadable), "{written}");
        }
        assert_eq!(moment("+1h", &TimeZone::UTC, None), Err(NoTime::NoStart));
    }
}
