//! Journeys: messages between a business and one person, in the order of time.

pub mod category;
pub mod close_together;
pub mod free_form;
pub mod just_outside;
pub mod one_message_sooner;
pub mod parameters;
pub mod paused_market;
pub mod payment_method;
mod shared;
pub mod template;
pub mod value;
