//! A message as a bubble with its buttons, drawn with characters.

use anstyle::{AnsiColor, Style};

use crate::finding::sanitize;
use crate::preview::words::{self, is_written_by_meta};
use crate::preview::{Button, Card, Direction, Header, Message, Shown};
use crate::template::ButtonKind;

use super::picture::Picture;
use super::row::{Align, Row};
use super::text::{align, rows};

/// How wide a bubble is, with its frame.
pub const WIDTH: usize = 46;
/// How wide a card of a carousel is, with its frame.
const CARD_WIDTH: usize = 30;
/// How high a picture is.
const MEDIA_ROWS: usize = 3;

const DIM: Style = Style::new().dimmed();
const ACTION: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));

/// Draws a message: its bubble, and its cards side by side as far as `width` goes.
pub fn message(message: &Message, direction: Direction, width: usize) -> Picture {
    let mut bubble = Bubble::new(WIDTH.min(width), direction);
    bubble.header(message.header.as_ref());
    bubble.offer(message.offer.as_ref());
    bubble.body(message.body.as_ref());
    if is_written_by_meta(message) {
        bubble.notice(words::PASSCODE);
    }
    bubble.footer(message.footer.as_ref());
    bubble.time();
    if message.asks_to_call {
        bubble.parts.push(Part::Rule);
        bubble.notice(words::CALL_PERMISSION);
    }
    bubble.buttons(&message.buttons);
    let cards = message.cards.iter().map(|one| card(one, direction, width)).collect();
    Picture::stacked([bubble.framed(), Picture::beside(cards, width)])
}

fn card(card: &Card, direction: Direction, width: usize) -> Picture {
    let mut bubble = Bubble::new(CARD_WIDTH.min(width), direction);
    bubble.header(card.header.as_ref());
    bubble.body(card.body.as_ref());
    bubble.buttons(&card.buttons);
    bubble.framed()
}

enum Part {
    Row(Row),
    /// A line from side to side.
    Rule,
}

struct Bubble {
    /// The room inside the frame and its margins.
    width: usize,
    direction: Direction,
    parts: Vec<Part>,
}

impl Bubble {
    fn new(width: usize, direction: Direction) -> Self {
        Self { width: width.saturating_sub(4).max(8), direction, parts: Vec::new() }
    }

    fn header(&mut self, header: Option<&Header>) {
        match header {
            Some(Header::Text(text)) => self.text(text, Style::new().bold()),
            Some(Header::Media { format, name, .. }) => {
                let name = name.as_ref().map(|name| format!(" {}", sanitize(name))).unwrap_or_default();
                let label = Row::cut(&format!(" {}{name} ", words::media(*format)), Style::new(), self.width);
                for row in 0..MEDIA_ROWS {
                    let shade = |columns: usize| Row::of(&"░".repeat(columns), DIM);
                    let room = if row == MEDIA_ROWS / 2 { self.width - label.width() } else { self.width };
                    let mut line = shade(room / 2);
                    if row == MEDIA_ROWS / 2 {
                        line.append(label.clone());
                    }
                    line.append(shade(room - room / 2));
                    self.row(line);
                }
            }
            None => {}
        }
    }

    fn offer(&mut self, offer: Option<&Shown>) {
        let Some(offer) = offer else { return };
        let text = format!("◷ {}", sanitize(&offer.markup.text));
        let row = Row::cut(&text, ACTION.bold(), self.width);
        self.row(row.aligned(align(self.direction), self.width));
    }

    fn body(&mut self, body: Option<&Shown>) {
        if let Some(body) = body {
            self.text(body, Style::new());
        }
    }

    /// A remark in place of a text that is not in the file.
    fn notice(&mut self, text: &str) {
        let rows = super::wrap::wrap(&[(text.to_owned(), DIM.italic())], self.width);
        for row in rows {
            self.row(row.aligned(Align::Left, self.width));
        }
    }

    fn footer(&mut self, footer: Option<&Shown>) {
        if let Some(footer) = footer {
            self.text(footer, DIM);
        }
    }

    fn time(&mut self) {
        let align = match self.direction {
            Direction::LeftToRight => Align::Right,
            Direction::RightToLeft => Align::Left,
        };
        self.row(Row::of(words::TIME, DIM).aligned(align, self.width));
    }

    fn buttons(&mut self, buttons: &[Button]) {
        for button in buttons {
            let title = format!("{} {}", icon(button.kind), sanitize(button.title()));
            self.parts.push(Part::Rule);
            self.row(Row::cut(&title, ACTION, self.width).aligned(Align::Centre, self.width));
        }
    }

    fn text(&mut self, text: &Shown, look: Style) {
        let rows = rows(text, self.direction, look, self.width);
        self.parts.extend(rows.into_iter().map(Part::Row));
    }

    fn row(&mut self, row: Row) {
        self.parts.push(Part::Row(row));
    }

    fn framed(self) -> Picture {
        let line = "─".repeat(self.width + 2);
        let rule = |left: &str, right: &str| Row::of(&format!("{left}{line}{right}"), DIM);
        let inside = self.parts.into_iter().map(|part| match part {
            Part::Rule => rule("├", "┤"),
            Part::Row(row) => {
                let mut framed = Row::of("│", DIM);
                framed.push(" ", Style::new());
                framed.append(row);
                framed.push(" ", Style::new());
                framed.push("│", DIM);
                framed
            }
        });
        let rows = std::iter::once(rule("╭", "╮")).chain(inside).chain([rule("╰", "╯")]);
        Picture::new(rows.collect())
    }
}

fn icon(kind: Option<ButtonKind>) -> &'static str {
    match kind {
        Some(ButtonKind::Url) => "↗",
        Some(ButtonKind::PhoneNumber | ButtonKind::VoiceCall) => "✆",
        Some(ButtonKind::CopyCode | ButtonKind::Otp) => "⧉",
        Some(ButtonKind::Flow | ButtonKind::Catalog | ButtonKind::Mpm | ButtonKind::Spm) => "☰",
        Some(ButtonKind::OrderDetails) => "✓",
        Some(ButtonKind::QuickReply) | None => "↩",
    }
}
