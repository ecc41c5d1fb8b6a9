//! A time to live that Meta does not take.

use crate::policy::Limit;
use crate::rules::prelude::*;
use crate::text::wording::{counted, number};

/// `identity/ttl`
pub struct Ttl;

impl Rule for Ttl {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(field) = template.fields.get("message_send_ttl_seconds").filter(|field| !cx.is_absent(field)) else {
            return;
        };
        let leaf = cx.scalar(field);
        let place = leaf.as_ref().map_or_else(|| cx.at(field.key), |leaf| cx.leaf(leaf));
        let range = template.category().map(Range::of);
        let help = range.as_ref().map_or_else(|| "write a number of seconds".to_owned(), Range::help);
        match (leaf.as_ref().and_then(|leaf| seconds(&leaf.value)), range) {
            (None, _) => {
                cx.report(place, "the time to live is not a whole number of seconds").help(help);
            }
            (Some(seconds), Some(range)) if !range.allows(seconds) => {
                cx.report(place, range.complaint(seconds)).help(help);
            }
            _ => {}
        }
    }
}

fn seconds(written: &str) -> Option<i64> {
    let written = written.trim();
    let digits = written.strip_prefix('-').unwrap_or(written);
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // Only too many digits can fail here, and that is more than any category allows.
    whole.then(|| written.parse().unwrap_or(i64::MAX))
}

/// How long a message of a category may wait.
struct Range {
    category: &'static str,
    min: &'static Limit,
    max: &'static Limit,
    /// The value that stands for thirty days, where it may be used.
    special: Option<&'static Limit>,
}

impl Range {
    fn of(category: Category) -> Self {
        use limits::{
            TTL_AUTHENTICATION_MAX, TTL_AUTHENTICATION_MIN, TTL_MARKETING_MAX, TTL_MARKETING_MIN, TTL_THIRTY_DAYS,
            TTL_UTILITY_MAX, TTL_UTILITY_MIN,
        };
        let (category, min, max, special) = match category {
            Category::Authentication => {
                ("authentication", &TTL_AUTHENTICATION_MIN, &TTL_AUTHENTICATION_MAX, Some(&TTL_THIRTY_DAYS))
            }
            Category::Utility => ("utility", &TTL_UTILITY_MIN, &TTL_UTILITY_MAX, Some(&TTL_THIRTY_DAYS)),
            Category::Marketing => ("marketing", &TTL_MARKETING_MIN, &TTL_MARKETING_MAX, None),
        };
        Self { category, min, max, special }
    }

    fn allows(&self, seconds: i64) -> bool {
        let special = self.special.is_some_and(|special| special.value == seconds);
        special || (self.min.value..=self.max.value).contains(&seconds)
    }

    fn complaint(&self, seconds: i64) -> String {
        let category = self.category;
        if seconds == limits::TTL_THIRTY_DAYS.value {
            return format!("{seconds}, for 30 days, is not for {category} templates");
        }
        let (comparison, limit) = if seconds < self.min.value { ("less", self.min) } else { ("more", self.max) };
        let written = usize::try_from(seconds).map_or_else(|_| seconds.to_string(), number);
        format!("{written} seconds is {comparison} than the {} of a {category} template", number(limit.count()))
    }

    fn help(&self) -> String {
        let shown = |limit: &Limit| format!("`{}` ({})", limit.value, period(limit.count()));
        let special = self.special.map_or_else(String::new, |special| format!(", or `{}` for 30 days", special.value));
        format!("write a number from {} to {}{special}", shown(self.min), shown(self.max))
    }
}

fn period(seconds: usize) -> String {
    match seconds {
        _ if seconds.is_multiple_of(86_400) => counted(seconds / 86_400, "day"),
        _ if seconds.is_multiple_of(3_600) => counted(seconds / 3_600, "hour"),
        _ if seconds.is_multiple_of(60) => counted(seconds / 60, "minute"),
        _ => counted(seconds, "second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_are_read() {
        for (written, read) in [("30", Some(30)), ("-1", Some(-1)), (" 60 ", Some(60)), ("0030", Some(30))] {
            assert_eq!(seconds(written), read, "{written}");
        }
        assert_eq!(seconds("99999999999999999999"), Some(i64::MAX));
        for written in ["", "-", "12h", "43,200", "43_200", "60.0", "1e3", "٣٠"] {
            assert_eq!(seconds(written), None, "{written}");
        }
    }

    #[test]
    fn every_category_has_its_range() {
        let allowed = |category, seconds| Range::of(category).allows(seconds);
        for (category, least, most) in [
            (Category::Authentication, 30, 900),
            (Category::Utility, 30, 43_200),
            (Category::Marketing, 43_200, 2_592_000),
        ] {
            assert!(allowed(category, least) && allowed(category, most));
            assert!(!allowed(category, least - 1) && !allowed(category, most + 1) && !allowed(category, 0));
            assert_eq!(allowed(category, -1), category != Category::Marketing);
        }
    }

    #[test]
    fn a_period_is_told_in_its_largest_unit() {
        assert_eq!([30, 900, 43_200, 2_592_000].map(period), ["30 seconds", "15 minutes", "12 hours", "30 days"]);
    }
}
