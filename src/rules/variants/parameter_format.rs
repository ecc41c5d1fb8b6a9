//! A variant whose variables are written the other way.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/parameter-format`
pub struct ParameterFormat;

impl Rule for ParameterFormat {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::ParameterFormat, cx);
    }
}
