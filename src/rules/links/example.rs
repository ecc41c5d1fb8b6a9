//! A sample that does not fit its address.

use super::shared;
use crate::rules::prelude::*;

/// `links/example`
pub struct Example;

impl Rule for Example {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let (Some(url), Some(example)) = (&button.url, &button.example) else { return };
        let ([variable], [sample]) = (url.variables.list.as_slice(), example.samples.as_slice()) else { return };
        // Samples with braces are told as such, and a variable in the wrong place comes first.
        let at_end = url.value()[variable.range.end..].trim().is_empty();
        if !at_end || shared::has_bad_braces(url, variable.range.end) || sample.value.value.contains(['{', '}']) {
            return;
        }
        let fixed = &url.value()[..variable.range.start];
        let written = &*sample.value.value;
        let start = written.len() - written.trim_start().len();
        match value_in(&written[start..], fixed) {
            Ok(value) => encoding(&sample.value, start + value..written.len(), cx),
            Err(differs) => other_address(url, variable, &sample.value, start + differs, cx),
        }
    }
}

/// Where the variable's value starts in a sample: at once, or behind the fixed part of a whole address. Where the
/// fixed part is another one, where it starts to differ.
fn value_in(sample: &str, fixed: &str) -> Result<usize, usize> {
    if !sample.contains("://") || !fixed.contains("://") {
        return Ok(0);
    }
    let same: usize = sample
        .char_indices()
        .zip(fixed.chars())
        .take_while(|((_, a), b)| a.eq_ignore_ascii_case(b))
        .map(|((_, a), _)| a.len_utf8())
        .sum();
    if same == fixed.len() { Ok(same) } else { Err(if same == sample.len() { 0 } else { same }) }
}

fn other_address(url: &Text, variable: &Variable, sample: &Leaf, from: usize, cx: &mut Context<'_>) {
    let related = cx.mark(url, 0..variable.range.start);
    cx.report(cx.part(sample, from..sample.value.len()), "the sample leads to another address than the button")
        .help(format!("start the sample with `{}`, or give the value alone", &url.value()[..variable.range.start]))
        .related(related, "the button's address starts like this");
}

/// Values go into the address as they are, so they have to be written as an address is.
fn encoding(sample: &Leaf, value: std::ops::Range<usize>, cx: &mut Context<'_>) {
    let text = sample.value[value.clone()].trim_end();
    let strange = |c: char| !c.is_ascii() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '|');
    let Some(first) = text.find(strange) else { return };
    let length = text[first..].find(|c| !strange(c)).unwrap_or(text.len() - first);
    let range = value.start + first..value.start + first + length;
    let edits = cx.replace(sample, value.start..value.start + text.len(), &percent_encoded(text, strange));
    let what = match &text[first..first + length] {
        blank if blank.trim().is_empty() => "a blank".to_owned(),
        signs => format!("`{}`", signs.trim()),
    };
    cx.report(cx.part(sample, range), format!("the sample has {what}, which has to be encoded in an address"))
        .help("encode it, as your program has to encode the values it sends")
        .safe_fix("encode the sample", edits);
}

fn percent_encoded(text: &str, strange: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if strange(character) {
            let mut bytes = [0; 4];
            encoded.extend(character.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            encoded.push(character);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_the_value_or_the_whole_address() {
        let fixed = "https://shop.example/t/";
        assert_eq!(value_in("A-1042", fixed), Ok(0));
        assert_eq!(value_in("https://shop.example/t/A-1042", fixed), Ok(23));
        assert_eq!(value_in("HTTPS://Shop.example/t/", fixed), Ok(23));
        assert_eq!(value_in("https://shop.example/x", fixed), Err(21));
        assert_eq!(value_in("https://shop.example", fixed), Err(0));
    }
}
