//! Message templates: the model that rules see, and how a file becomes it.

mod button_kind;
mod example;
mod lower;
mod misfit;
mod model;
pub(crate) mod object;
mod sampled;

pub(crate) use lower::{
    BODY_KEYS, BUTTONS_KEYS, CARD_KEYS, CAROUSEL_KEYS, FOOTER_KEYS, HEADER_KEYS, OFFER_KEYS, VARIANT_KEYS,
};
pub use lower::{Content, lower};
pub use misfit::Misfit;
pub use model::*;
pub use sampled::Sampled;
