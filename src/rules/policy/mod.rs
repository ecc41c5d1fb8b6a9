//! What reviewers refuse for what it says, and what makes them look twice.

pub mod duplicate_content;
pub mod gambling;
pub mod placeholder_text;
pub mod regulated_goods;
pub mod sample_personal_data;
pub mod sensitive_data;
mod shared;
pub mod shouting;
pub mod test_template;
pub mod threat;
