//! A call button that works for no time, or for too long.

use super::shared;
use crate::rules::prelude::*;
use crate::rules::values;

/// `commerce/voice-call`
pub struct VoiceCall;

impl Rule for VoiceCall {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let field = button.fields.get("ttl_minutes").filter(|_| shared::is(button, ButtonKind::VoiceCall, cx));
        if let Some(field) = field {
            values::check_minutes(field, &limits::VOICE_CALL_TTL_MIN, &limits::VOICE_CALL_TTL_MAX, cx);
        }
    }
}
