//! What is open between a person and a business at a moment.

use jiff::Timestamp;

use super::Charged;

/// Windows, conversations, and what of the month is used.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// When the customer service window closes or closed.
    pub window_end: Option<Timestamp>,
    /// When the free entry point closes or closed.
    pub entry_point_end: Option<Timestamp>,
    /// When the person came by an entry point that nobody has answered yet.
    pub entered: Option<Timestamp>,
    /// When the conversation of each kind ends or ended.
    conversations: [Option<Timestamp>; Charged::ALL.len()],
    /// The month the two counts are of.
    pub month: Option<(i16, i8)>,
    /// Service messages of the month that were free.
    pub service_used: u32,
    /// Service conversations of the month that were free.
    pub service_conversations_used: u32,
}

impl State {
    /// Nothing is open, and so much of the month is used.
    pub fn new(service_used: u32, service_conversations_used: u32) -> Self {
        Self { service_used, service_conversations_used, ..Self::default() }
    }

    /// When the window closes, if it is open. The last moment is not part of it.
    pub fn window(&self, at: Timestamp) -> Option<Timestamp> {
        self.window_end.filter(|end| at < *end)
    }

    /// When the free entry point closes, if it is open.
    pub fn entry_point(&self, at: Timestamp) -> Option<Timestamp> {
        self.entry_point_end.filter(|end| at < *end)
    }

    /// Whether a conversation of that kind is open.
    pub fn in_conversation(&self, charged: Charged, at: Timestamp) -> bool {
        self.conversation_end(charged).is_some_and(|end| at < end)
    }

    /// Whether any conversation is open.
    pub fn in_any_conversation(&self, at: Timestamp) -> bool {
        Charged::ALL.into_iter().any(|charged| self.in_conversation(charged, at))
    }

    /// When the latest conversation of that kind ends or ended.
    pub fn conversation_end(&self, charged: Charged) -> Option<Timestamp> {
        self.conversations[charged as usize]
    }

    /// Opens a conversation of that kind.
    pub fn open_conversation(&mut self, charged: Charged, end: Timestamp) {
        self.conversations[charged as usize] = Some(end);
    }

    /// Closes all conversations, as a free entry point does.
    pub fn close_conversations(&mut self) {
        self.conversations = Default::default();
    }
}
