//! The files that headers name: whether they are there, and whether WhatsApp takes what they really are.

pub mod active_content;
pub mod animated;
pub mod cards;
pub mod codec;
pub mod colours;
pub mod damaged;
pub mod duplicate;
pub mod encrypted;
pub mod extension;
pub mod format;
pub mod layout;
pub mod location;
pub mod missing;
pub mod orientation;
pub mod path;
pub mod shape;
mod shared;
pub mod size;
pub mod tracks;
pub mod unreadable;
pub mod unreferenced;
pub mod unsupported;
pub mod video_profile;
