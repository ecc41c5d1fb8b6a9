//! A coupon code with signs in it.

use crate::rules::prelude::*;

/// `buttons/coupon-characters`
pub struct CouponCharacters;

impl Rule for CouponCharacters {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let example = button.example.as_ref().filter(|_| button.kind == Some(ButtonKind::CopyCode));
        let Some(sample) = example.and_then(|example| example.samples.first()) else { return };
        let code = &*sample.value.value;
        let strange = |character: char| !character.is_ascii_alphanumeric();
        let Some(first) = code.find(strange).filter(|_| !code.trim().is_empty()) else { return };
        let length = code[first..].find(|character| !strange(character)).unwrap_or(code.len() - first);
        let place = cx.part(&sample.value, first..first + length);
        let written = match &code[first..first + length] {
            blank if blank.trim().is_empty() => "a blank".to_owned(),
            signs => format!("`{}`", signs.trim()),
        };
        cx.report(place, format!("the code has {written}, and a code consists of letters and digits"))
            .help("write the code with the letters A to Z and digits only");
    }
}
