//! Journey files: what a person and a business write to each other, message by message, and what is shown of it.

mod bill;
mod cast;
pub(crate) mod event;
mod json;
pub(crate) mod lower;
mod model;
mod rates;
mod rates_csv;
pub(crate) mod setup;
mod show;
mod time;
mod timeline;
mod values;
mod words;

pub(crate) use cast::journeys;
pub use cast::{Templates, events};
pub use json::write_json;
pub(crate) use lower::lower;
pub use lower::{GROUPS, is_journey};
pub use model::{Journey, Message, Parameters, Slip};
pub use rates::read_rates;
pub use show::{Play, plays};
pub use timeline::write_timeline;
