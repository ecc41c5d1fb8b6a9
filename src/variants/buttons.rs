//! How many buttons a variant has, of which types, in which order, and which numbers they call.

use crate::finding::Severity;
use crate::policy;
use crate::template::{Button, Buttons, Variant};
use crate::text::wording::counted;

use super::difference::{Difference, Kind, Spot};
use super::family::Member;
use super::pair::Pair;

/// What a button of a passcode message can be.
const PASSCODE_KINDS: [&str; 3] = ["OTP (COPY_CODE)", "OTP (ONE_TAP)", "OTP (ZERO_TAP)"];

pub fn compare<'r>(pair: &Pair<'r>, out: &mut Vec<Difference<'r>>) {
    let here = &pair.variant.variant.buttons;
    let there = &pair.reference.variant.buttons;
    if let (Some(here), Some(there)) = (here, there) {
        out.extend(list(pair, here, there, "buttons"));
        phone_numbers(pair, None, out);
    }
    let cards = pair.variant.variant.carousel.as_ref().map_or(0, |carousel| carousel.cards.len());
    for card in 0..cards {
        let (Some(here), Some(there)) = (of_card(pair.variant, card), of_card(pair.reference, card)) else { continue };
        // All cards are built alike, so the first one stands for all; only destinations are their own.
        let difference = list(pair, here, there, "carousel");
        out.extend(difference.filter(|difference| card == 0 || difference.kind == Kind::ButtonOrder));
        phone_numbers(pair, Some(card), out);
    }
}

/// How many buttons, from the first on, do the same in both, so that they can be compared one by one.
pub fn alike(pair: &Pair<'_>, card: Option<usize>) -> usize {
    let (Some(here), Some(there)) = (of(pair.variant, card), of(pair.reference, card)) else { return 0 };
    if list(pair, here, there, "").is_some_and(|difference| difference.kind == Kind::ButtonOrder) {
        return 0;
    }
    let same = here.list.iter().zip(&there.list);
    same.take_while(|(ours, theirs)| kind(pair.variant, ours) == kind(pair.reference, theirs)).count()
}

fn of<'r>(member: Member<'r>, card: Option<usize>) -> Option<&'r Buttons> {
    let variant: &'r Variant = member.variant;
    card.map_or(variant.buttons.as_ref(), |card| of_card(member, card))
}

fn of_card(member: Member<'_>, card: usize) -> Option<&Buttons> {
    member.variant.carousel.as_ref()?.cards.get(card)?.buttons.as_ref()
}

/// What a button does, in Meta's words.
fn kind(member: Member<'_>, button: &Button) -> String {
    let written = button.kind_leaf.as_ref().map_or_else(String::new, |leaf| leaf.upper().into_owned());
    let otp = button.fields.get("otp_type").and_then(|field| member.file.tree().scalar(field.value));
    match otp {
        Some(otp) => format!("{written} ({})", otp.trim().to_uppercase()),
        None => written,
    }
}

fn list<'r>(pair: &Pair<'r>, here: &'r Buttons, there: &'r Buttons, component: &'static str) -> Option<Difference<'r>> {
    let ours: Vec<String> = here.list.iter().map(|button| kind(pair.variant, button)).collect();
    let theirs: Vec<String> = there.list.iter().map(|button| kind(pair.reference, button)).collect();
    // Only the way a passcode is handed over is open; all else is told by itself.
    let is_known = |kind: &String| PASSCODE_KINDS.contains(&kind.as_str());
    if pair.is_about_passcodes() && !(ours.len() == theirs.len() && ours.iter().chain(&theirs).all(is_known)) {
        return None;
    }
    let found = if ours.len() != theirs.len() {
        count(pair, here, there, (&ours, &theirs))
    } else if ours != theirs {
        types(pair, here, there, (&ours, &theirs))
    } else {
        destinations(pair, here, there)?
    };
    Some(found.component(component))
}

fn count<'r>(
    pair: &Pair<'r>,
    here: &Buttons,
    there: &Buttons,
    (ours, theirs): (&[String], &[String]),
) -> Difference<'r> {
    let language = pair.reference.language;
    let surplus = ours.iter().zip(theirs).take_while(|(ours, theirs)| ours == theirs).count();
    let extra = (ours.len() > theirs.len()).then(|| here.list.get(surplus)).flatten();
    let at = extra.map_or(here.key, |button| button.key);
    let message = format!("{} here, and {} in `{language}`", counted(ours.len(), "button"), theirs.len());
    pair.at_key(Kind::ButtonCount, at, message)
        .reference(
            Spot::Key(pair.reference.file.id, there.key),
            format!("{} in `{language}`", counted(theirs.len(), "button")),
        )
        .help("offer the same buttons in every language, in the same order: values for them are given by position")
}

fn types<'r>(
    pair: &Pair<'r>,
    here: &'r Buttons,
    there: &'r Buttons,
    (ours, theirs): (&[String], &[String]),
) -> Difference<'r> {
    let language = pair.reference.language;
    let first = ours.iter().zip(theirs).take_while(|(ours, theirs)| ours == theirs).count();
    let (mut mine, mut others) = (ours.to_vec(), theirs.to_vec());
    mine.sort_unstable();
    others.sort_unstable();
    let kind = if mine == others { Kind::ButtonOrder } else { Kind::ButtonType };
    let name = |kind: &String| if kind.is_empty() { "without a type".to_owned() } else { kind.clone() };
    let (ours, theirs) = (name(&ours[first]), name(&theirs[first]));
    let help = match kind {
        Kind::ButtonOrder => {
            "put the buttons in the same order in every language: values for them are given by position"
        }
        _ => "use the same types in every language, or move this into a template of its own",
    };
    let message = format!("button {} is {ours}, and in `{language}` it is {theirs}", first + 1);
    pair.difference(kind, spot(pair.variant, &here.list[first]), message)
        .reference(spot(pair.reference, &there.list[first]), format!("{theirs} in `{language}`"))
        .help(help)
}

/// Buttons of the same types that have changed places: what they lead to is the same, in another order.
fn destinations<'r>(pair: &Pair<'r>, here: &'r Buttons, there: &'r Buttons) -> Option<Difference<'r>> {
    let (ours, theirs) = (destinations_of(here), destinations_of(there));
    let first = ours.iter().zip(&theirs).position(|(ours, theirs)| ours != theirs)?;
    let (mut mine, mut others) = (ours.clone(), theirs.clone());
    mine.sort_unstable();
    others.sort_unstable();
    if mine != others {
        return None;
    }
    let language = pair.reference.language;
    let place = theirs.iter().position(|destination| *destination == ours[first])? + 1;
    let message = format!("this is button {}, and in `{language}` it is button {place}", first + 1);
    Some(
        pair.difference(Kind::ButtonOrder, spot(pair.variant, &here.list[first]), message)
            .reference(spot(pair.reference, &there.list[place - 1]), format!("button {place} in `{language}`"))
            .help("put the buttons in the same order in every language: values for them are given by position"),
    )
}

fn destinations_of(buttons: &Buttons) -> Vec<&str> {
    buttons
        .list
        .iter()
        .map(|button| match (&button.url, &button.phone_number) {
            (Some(url), _) => url.value().trim(),
            (None, Some(number)) => number.value.trim(),
            (None, None) => "",
        })
        .collect()
}

fn spot<'r>(member: Member<'r>, button: &'r Button) -> Spot<'r> {
    match &button.kind_leaf {
        Some(leaf) => Spot::Whole(member.file.id, leaf),
        None => Spot::Key(member.file.id, button.key),
    }
}

fn phone_numbers<'r>(pair: &Pair<'r>, card: Option<usize>, out: &mut Vec<Difference<'r>>) {
    let (Some(here), Some(there)) = (of(pair.variant, card), of(pair.reference, card)) else { return };
    let language = pair.reference.language;
    for (here, there) in here.list.iter().zip(&there.list).take(alike(pair, card)) {
        let (Some(here), Some(there)) = (&here.phone_number, &there.phone_number) else { continue };
        let (ours, theirs) = (digits(&here.value), digits(&there.value));
        if ours == theirs || ours.is_empty() || theirs.is_empty() {
            continue;
        }
        let difference = pair
            .difference(
                Kind::PhoneNumber,
                Spot::Whole(pair.variant.file.id, here),
                format!(
                    "this calls {}, and in `{language}` the button calls {}",
                    here.value.trim(),
                    there.value.trim()
                ),
            )
            .component(if card.is_some() { "carousel" } else { "buttons" })
            .reference(Spot::Whole(pair.reference.file.id, there), format!("{} in `{language}`", there.value.trim()))
            .help("call the same number from every language, unless each has its own team");
        // A line of its own for each country is usual.
        let elsewhere = country(&ours) != country(&theirs);
        out.push(if elsewhere { difference.severity(Severity::Note) } else { difference });
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// The country code that a number begins with.
fn country(number: &str) -> Option<&'static str> {
    let codes = policy::PHONE_LENGTHS.iter().map(|(code, _)| *code);
    codes.filter(|code| number.starts_with(code)).max_by_key(|code| code.len())
}
