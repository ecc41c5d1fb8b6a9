//! Whether a message is what its category says.

mod shared;

pub mod button_promotional;
pub mod generic_survey;
pub mod may_qualify_for_utility;
pub mod mixed_content;
pub mod name_hint;
pub mod no_utility_evidence;
pub mod otp_outside_authentication;
pub mod promotional_utility;
pub mod renewal_request;
pub mod unclear_content;
pub mod us_marketing_paused;
pub mod variants_differ;
