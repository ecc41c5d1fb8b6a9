//! A message as a bubble with its buttons.

use crate::preview::words::{self, is_written_by_meta};
use crate::preview::{Button, Card, Direction, Header, Message, Shown};

use super::album::Album;
use super::escape::escape;
use super::icon;
use super::text::text;

/// Draws messages of one file.
pub struct Painter<'a, 'p> {
    /// Its pictures.
    pub album: &'a mut Album<'p>,
    /// The path of the file.
    pub template: &'a str,
    /// Where lines start.
    pub direction: Direction,
}

impl Painter<'_, '_> {
    /// The bubble, and the cards of a carousel below it.
    pub fn message(&mut self, message: &Message) -> String {
        let header = self.header(message.header.as_ref());
        let offer = message.offer.as_ref().map(offer).unwrap_or_default();
        let body = match is_written_by_meta(message) {
            true => notice(words::PASSCODE),
            false => self.part("body", message.body.as_ref()),
        };
        let footer = self.part("footer", message.footer.as_ref());
        let time = format!("<span class=\"time\">{}</span>", words::TIME);
        let call = if message.asks_to_call { notice(words::CALL_PERMISSION) } else { String::new() };
        let buttons = buttons(&message.buttons);
        let bubble = format!("<div class=\"bubble\">{header}{offer}{body}{footer}{time}{call}{buttons}</div>");
        let cards: String = message.cards.iter().map(|card| self.card(card)).collect();
        if cards.is_empty() { bubble } else { format!("{bubble}<div class=\"cards\" tabindex=\"0\">{cards}</div>") }
    }

    fn card(&mut self, card: &Card) -> String {
        let header = self.header(card.header.as_ref());
        let body = self.part("body", card.body.as_ref());
        format!("<div class=\"bubble card\">{header}{body}{}</div>", buttons(&card.buttons))
    }

    fn header(&mut self, header: Option<&Header>) -> String {
        let Some(header) = header else { return String::new() };
        let picture = self.album.class(self.template, header);
        match (header, picture) {
            (Header::Text(text), _) => self.part("header", Some(text)),
            (Header::Media { name, .. }, Some(class)) => {
                let name = escape(name.as_deref().unwrap_or_default());
                format!("<div class=\"media {class}\" role=\"img\" aria-label=\"{name}\"></div>")
            }
            (Header::Media { format, name, .. }, None) => {
                let word = words::media(*format);
                let name = name.as_ref().map(|name| format!("<small>{}</small>", escape(name))).unwrap_or_default();
                format!(
                    "<div class=\"media\" lang=\"en\" dir=\"ltr\">{}<span>{word}</span>{name}</div>",
                    icon::media(*format)
                )
            }
        }
    }

    fn part(&self, class: &str, shown: Option<&Shown>) -> String {
        shown.map(|shown| format!("<div class=\"{class}\">{}</div>", text(shown, self.direction))).unwrap_or_default()
    }
}

/// A remark in place of what is not in the file.
fn notice(remark: &str) -> String {
    format!("<p class=\"notice\" lang=\"en\" dir=\"ltr\">{}</p>", escape(remark))
}

fn offer(offer: &Shown) -> String {
    format!("<div class=\"offer\">{}<span>{}</span></div>", icon::clock(), escape(&offer.markup.text))
}

fn buttons(buttons: &[Button]) -> String {
    let button = |button: &Button| {
        let target = button.target.as_ref().map(|target| format!(" title=\"{}\"", escape(target))).unwrap_or_default();
        format!("<li{target}>{}<span>{}</span></li>", icon::button(button.kind), escape(button.title()))
    };
    let list: String = buttons.iter().map(button).collect();
    if list.is_empty() { list } else { format!("<ul class=\"buttons\">{list}</ul>") }
}
