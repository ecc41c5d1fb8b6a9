//! The state machine: events in the order of time, and what comes of each.

use jiff::{SignedDuration, Timestamp};

use super::account::hours_after;
use super::state::State;
use super::{Account, Charged, Contact, Event, Inbound, Kind, Outbound, Reason, Regime, Sent, Simulation, Step, Unit};
use crate::policy::windows as facts;
use crate::template::Category;

/// Meta's code for a free-form message outside the window.
pub const WINDOW_CLOSED: u32 = 131_047;
/// Meta's code for a message that costs and can not be paid.
pub const NO_PAYMENT_METHOD: u32 = 131_042;

/// Goes through a journey.
pub fn simulate(account: &Account, events: &[Event]) -> Simulation {
    let mut simulator = Simulator::new(account);
    let mut simulation = Simulation::default();
    for index in in_order(events) {
        let step = simulator.step(index, &events[index]);
        if let Some(unit) = step.sent.as_ref().and_then(|sent| sent.billed) {
            *simulation.units.entry(unit).or_default() += 1;
        }
        simulation.steps.push(step);
    }
    simulation
}

/// The indices of events in the order they are taken in.
pub(super) fn in_order(events: &[Event]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|&index| events[index]);
    order
}

/// A journey as far as it has come.
#[derive(Clone, Debug)]
pub(super) struct Simulator<'a> {
    account: &'a Account,
    pub(super) state: State,
}

impl<'a> Simulator<'a> {
    pub(super) fn new(account: &'a Account) -> Self {
        let state = State::new(account.service_used, account.service_conversations_used);
        Self { account, state }
    }

    /// Takes in the next event.
    pub(super) fn step(&mut self, index: usize, event: &Event) -> Step {
        let at = event.at;
        self.begin_month(at);
        let regime = self.account.regime_at(at);
        let sent = match event.contact {
            Contact::In(inbound) => {
                self.receive(at, inbound);
                None
            }
            Contact::Out(outbound) => Some(self.send(at, regime, outbound)),
        };
        let (window, entry_point) = (self.state.window(at), self.state.entry_point(at));
        Step { event: index, at, regime, window, entry_point, sent }
    }

    fn begin_month(&mut self, at: Timestamp) {
        let day = self.account.day(at);
        let month = (day.year(), day.month());
        // What was used before the journey was used in the month that the journey begins in.
        if self.state.month.replace(month).is_some_and(|before| before != month) {
            self.state.service_used = 0;
            self.state.service_conversations_used = 0;
        }
    }

    fn receive(&mut self, at: Timestamp, inbound: Inbound) {
        let opens = match inbound.kind {
            Kind::Message => true,
            Kind::Call => self.account.call_opens_window,
            Kind::Reaction => self.account.reaction_opens_window,
        };
        if opens {
            self.state.window_end = Some(hours_after(at, facts::CUSTOMER_SERVICE_WINDOW.value));
        }
        if inbound.by_entry_point {
            self.state.entered = Some(at);
        }
    }

    fn send(&mut self, at: Timestamp, regime: Regime, outbound: Outbound) -> Sent {
        let (delivered, category) = match outbound {
            Outbound::App => return Sent::free(Reason::BusinessApp),
            Outbound::FreeForm { delivered } => (delivered, None),
            Outbound::Template { category, delivered } => (delivered, Some(category)),
        };
        if category.is_none() && self.state.window(at).is_none() {
            return Sent { error: Some(WINDOW_CLOSED), ..Sent::free(Reason::WindowClosed) };
        }
        if !delivered {
            return Sent::free(Reason::NotDelivered);
        }
        let entry_point_opened = self.open_entry_point(at, regime);
        if self.state.entry_point(at).is_some() {
            if category.is_none() && regime == Regime::R4 && self.account.entry_point_uses_allowance {
                self.state.service_used = self.state.service_used.saturating_add(1);
            }
            return Sent { entry_point_opened, ..Sent::free(Reason::FreeEntryPoint) };
        }
        match (category, regime) {
            (Some(None), _) => Sent::free(Reason::CategoryUnknown),
            (_, Regime::R1) => self.any_conversation(at),
            (Some(Some(category)), Regime::R2) => self.category_conversation(at, category),
            (None, Regime::R2) => self.service_conversation(at),
            (Some(Some(category)), Regime::R3 | Regime::R4) => self.template_message(at, regime, category),
            (None, Regime::R3) => Sent::free(Reason::ServiceFree),
            (None, Regime::R4) => self.service_message(),
        }
    }

    /// The first answer, soon enough after a person came by an entry point, makes everything free for days.
    fn open_entry_point(&mut self, at: Timestamp, regime: Regime) -> bool {
        let in_time = |entered: &Timestamp| at < hours_after(*entered, facts::ENTRY_POINT_REPLY.value);
        if self.state.entry_point(at).is_some() || !self.state.entered.as_ref().is_some_and(in_time) {
            return false;
        }
        self.state.entered = None;
        self.state.entry_point_end = Some(hours_after(at, self.account.free_entry_point_hours.into()));
        if regime.by_conversation() {
            self.state.close_conversations();
        }
        true
    }

    fn any_conversation(&mut self, at: Timestamp) -> Sent {
        if self.state.in_any_conversation(at) {
            return Sent::free(Reason::InsideConversation);
        }
        let user_initiated = self.state.window(at).is_some();
        let charged = if user_initiated { Charged::UserInitiated } else { Charged::BusinessInitiated };
        self.charge_conversation(at, charged, Reason::OpensConversation)
    }

    fn category_conversation(&mut self, at: Timestamp, category: Category) -> Sent {
        if self.state.in_conversation(category.into(), at) {
            return Sent::free(Reason::SameCategory);
        }
        self.charge_conversation(at, category.into(), Reason::OpensCategory)
    }

    fn service_conversation(&mut self, at: Timestamp) -> Sent {
        if self.state.in_any_conversation(at) {
            return Sent::free(Reason::AnyConversation);
        }
        let reason = if self.account.day(at) >= facts::SERVICE_CONVERSATIONS_FREE {
            Reason::ServiceFreeSince
        } else if i64::from(self.state.service_conversations_used) < facts::FREE_SERVICE_CONVERSATIONS.value {
            self.state.service_conversations_used += 1;
            Reason::ServiceFreeConversations
        } else {
            return self.charge_conversation(at, Charged::Service, Reason::ServiceFreeConversationsUsedUp);
        };
        self.open_conversation(at, Charged::Service);
        Sent { opens: Some(Unit::Conversation(Charged::Service)), ..Sent::free(reason) }
    }

    fn template_message(&self, at: Timestamp, regime: Regime, category: Category) -> Sent {
        if category != Category::Utility {
            return self.charge(Unit::Message(category.into()), Reason::AlwaysCharged);
        }
        if self.state.in_conversation(Charged::Utility, at) {
            return Sent::free(Reason::OldUtilityConversation);
        }
        let open = self.state.window(at).is_some();
        if open && (regime == Regime::R3 || self.account.utility_free_in_window_r4) {
            return Sent::free(Reason::UtilityInside);
        }
        let reason = if open { Reason::UtilityEverywhere } else { Reason::UtilityOutside };
        self.charge(Unit::Message(Charged::Utility), reason)
    }

    fn service_message(&mut self) -> Sent {
        if self.state.service_used < self.account.service_free_allowance {
            self.state.service_used += 1;
            return Sent::free(Reason::InAllowance(self.state.service_used));
        }
        self.charge(Unit::Message(Charged::Service), Reason::BeyondAllowance)
    }

    fn charge_conversation(&mut self, at: Timestamp, charged: Charged, reason: Reason) -> Sent {
        let sent = self.charge(Unit::Conversation(charged), reason);
        if sent.error.is_none() {
            self.open_conversation(at, charged);
        }
        sent
    }

    fn open_conversation(&mut self, at: Timestamp, charged: Charged) {
        self.state.open_conversation(charged, hours_after(at, facts::CONVERSATION.value));
    }

    fn charge(&self, unit: Unit, reason: Reason) -> Sent {
        if self.account.payment_method {
            Sent { billed: Some(unit), ..Sent::free(reason) }
        } else {
            Sent { error: Some(NO_PAYMENT_METHOD), ..Sent::free(Reason::NoPaymentMethod) }
        }
    }

    /// What would come of a message at another moment, with everything else as it is now.
    pub(super) fn instead(&self, at: Timestamp, outbound: Outbound) -> Sent {
        self.clone().send(at, self.account.regime_at(at), outbound)
    }
}

/// How far apart two moments are.
pub(super) fn apart(earlier: Timestamp, later: Timestamp) -> SignedDuration {
    later.duration_since(earlier)
}
