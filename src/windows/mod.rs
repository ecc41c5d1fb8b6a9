//! Conversation windows: may a message be sent, as what, and what does it cost. Deterministic, under the pricing rules
//! of any time since 2022.

mod account;
mod event;
mod money;
mod nearby;
mod rate_card;
mod reason;
mod regime;
mod simulator;
mod state;
mod step;
mod unit;

pub use account::Account;
pub use event::{Contact, Event, Inbound, Kind, Outbound};
pub use money::Money;
pub use nearby::{Ended, Missed, Sooner, just_missed, one_message_sooner};
pub use rate_card::{Bill, Line, RateCard};
pub use reason::Reason;
pub use regime::Regime;
pub use simulator::{NO_PAYMENT_METHOD, WINDOW_CLOSED, simulate};
pub use step::{Sent, Simulation, Step};
pub use unit::{Charged, Unit};
