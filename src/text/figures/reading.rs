//! What digits and separators can mean.

/// One meaning of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number without superfluous zeros: `1000.5`.
    Number(String),
    /// A time of day: hours and minutes.
    Time(u32, u32),
    /// A date in digits: its parts, sorted, because their order depends on the country.
    Date(Vec<String>),
}

impl Reading {
    /// The number, or the hours of a whole hour.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            Self::Time(hours, 0) => Some(f64::from(*hours)),
            _ => None,
        }
    }
}

/// Every meaning of groups of digits with the separators between them; none where they are several numbers.
pub fn read(groups: &[&str], separators: &[char]) -> Vec<Reading> {
    let joined = || groups.concat();
    let mut kinds = separators.to_vec();
    kinds.dedup();
    match (groups, kinds.as_slice()) {
        ([only], _) => vec![number(only, "")],
        ([hours, minutes], [':' | 'h' | 'H']) => time(hours, minutes),
        (_, ['.' | '/' | '-']) if is_date(groups) => vec![date(groups)],
        (_, [':' | '/' | '-' | 'h' | 'H']) => Vec::new(),
        ([whole, part], ['\u{66B}']) => vec![number(whole, part)],
        ([whole, part], ['.' | ',']) => {
            let mut readings = vec![number(whole, part)];
            if part.len() == 3 && whole.len() <= 3 {
                readings.push(number(&joined(), ""));
            }
            if part.len() == 2 {
                readings.extend(time(whole, part).into_iter().filter(|reading| matches!(reading, Reading::Time(..))));
            }
            readings
        }
        // A fraction at the end has another sign than the groups before it.
        (_, [group, point]) if is_grouping(*group) && matches!(point, '.' | ',' | '\u{66B}') => {
            let (last, whole) = groups.split_last().map_or(("", groups), |(last, whole)| (*last, whole));
            vec![number(&whole.concat(), last)]
        }
        (_, [group]) if is_grouping(*group) && groups.last().is_some_and(|last| last.len() == 3) => {
            vec![number(&joined(), "")]
        }
        _ => Vec::new(),
    }
}

/// The percents of a discount that is told as the part that is paid (`8折`, `85折`), or in tenths (`2割`).
pub fn discount(readings: &[Reading], after: &str) -> Option<Reading> {
    let value = readings.first().and_then(Reading::value)?;
    let percents = match after.chars().next()? {
        '折' if value < 10.0 => 100.0 - 10.0 * value,
        '折' => 100.0 - value,
        '割' => 10.0 * value,
        _ => return None,
    };
    (0.0..=100.0).contains(&percents).then(|| Reading::Number(percents.round().to_string()))
}

fn is_grouping(separator: char) -> bool {
    matches!(separator, '.' | ',' | '\'' | '\u{2019}' | '\u{66C}' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

fn number(whole: &str, part: &str) -> Reading {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    Reading::Number(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
}

/// A time; two numbers where it can not be one. A whole hour is a number too.
fn time(hours: &str, minutes: &str) -> Vec<Reading> {
    let valid = |digits: &str, end: u32| digits.parse().ok().filter(|value| *value < end && digits.len() <= 2);
    match (valid(hours, 25), valid(minutes, 60)) {
        (Some(hours), Some(0)) => vec![Reading::Time(hours, 0), number(&hours.to_string(), "")],
        (Some(hours), Some(minutes)) => vec![Reading::Time(hours, minutes)],
        _ => Vec::new(),
    }
}

/// A day, a month and a year, in any order, with all or only the last digits of the year.
fn is_date(groups: &[&str]) -> bool {
    let short = groups.iter().filter(|group| group.len() <= 2).count();
    let year =
        groups.first().is_some_and(|first| first.len() == 4) || groups.last().is_some_and(|last| last.len() == 4);
    groups.len() == 3 && (short == 3 || (short == 2 && year))
}

fn date(groups: &[&str]) -> Reading {
    let part = |group: &&str| match group.len() {
        4 => group[2..].to_owned(),
        _ => format!("{group:0>2}"),
    };
    let mut parts: Vec<String> = groups.iter().map(part).collect();
    parts.sort_unstable();
    Reading::Date(parts)
}
