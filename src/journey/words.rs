//! What is said of an event in a timeline.

use anstyle::AnsiColor;
use jiff::Timestamp;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::finding::sanitize;
use crate::windows::{Contact, Kind, Outbound, Reason, Sent, Step};

use super::{Message, Play};

/// What happens: `→ order_shipped (de)`.
pub(super) fn what(message: &Message) -> String {
    let text = message.text.as_ref().map(|text| format!(": {}", text.value.trim())).unwrap_or_default();
    let language = message.language.as_ref().map(|code| format!(" ({})", code.value.trim())).unwrap_or_default();
    let what = match message.event.contact {
        Contact::In(inbound) => match inbound.kind {
            Kind::Message => format!("← message{text}"),
            Kind::Call => format!("← call{text}"),
            Kind::Reaction => format!("← reaction{text}"),
        },
        Contact::Out(Outbound::App) => format!("→ by hand in the app{text}"),
        Contact::Out(Outbound::FreeForm { .. }) => format!("→ free-form{text}"),
        Contact::Out(Outbound::Template { .. }) => match &message.template {
            Some(name) => format!("→ {}{language}", name.value.trim()),
            None => format!("→ template{text}"),
        },
    };
    sanitize(&what).into_owned()
}

pub(super) fn received(step: &Step, opened: bool, play: &Play<'_>) -> String {
    let message = matches!(play.events[step.event].contact, Contact::In(inbound) if inbound.kind == Kind::Message);
    if !opened && !message {
        return "opens no window".to_owned();
    }
    let until = |end: Timestamp| play.journey.account.zone.to_datetime(end).strftime("%m-%d %H:%M").to_string();
    step.window.map_or_else(String::new, |end| format!("window open until {}", until(end)))
}

pub(super) fn verdict(sent: &Sent) -> String {
    match (sent.error, sent.billed, sent.opens) {
        (Some(code), ..) => format!("refused, {code}"),
        (None, Some(unit), _) => format!("1 {}", unit.words()),
        (None, None, Some(unit)) => format!("free {}", unit.words()),
        (None, None, None) if sent.reason == Reason::CategoryUnknown => "not known".to_owned(),
        (None, None, None) => "free".to_owned(),
    }
}

pub(super) fn styled(sent: &Sent, words: &str) -> String {
    let style = match (sent.error, sent.billed) {
        (Some(_), _) => AnsiColor::Red.on_default().bold(),
        (None, Some(_)) => AnsiColor::Yellow.on_default(),
        (None, None) if sent.reason == Reason::CategoryUnknown => AnsiColor::Yellow.on_default(),
        (None, None) => AnsiColor::Green.on_default(),
    };
    let (words, blanks) = words.split_at(words.trim_end().len());
    format!("{style}{words}{style:#}{blanks}")
}

/// A text in exactly so many columns.
pub(super) fn fit(text: &str, columns: usize) -> String {
    let width = text.width();
    if width <= columns {
        return format!("{text}{}", " ".repeat(columns - width));
    }
    let mut cut = String::new();
    let mut used = 0;
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used >= columns {
            break;
        }
        cut.push(character);
    }
    cut.push('…');
    let width = cut.width();
    cut + &" ".repeat(columns.saturating_sub(width))
}
