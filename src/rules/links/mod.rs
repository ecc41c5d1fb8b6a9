//! Links: the addresses of URL buttons, and those in the text.

pub mod example;
pub mod http;
pub mod length;
pub mod own_domain;
pub mod private_host;
pub(super) mod shared;
pub mod shortener;
pub mod url;
pub mod variable_count;
pub mod variable_position;
pub mod whatsapp_host;
