//! A variant beside its reference.

use std::collections::HashMap;

use crate::syntax::Span;
use crate::template::Category;

use super::buttons;
use super::difference::{Difference, Kind, Spot};
use super::family::{Family, Member};
use super::part::{Part, Slot, parts};

/// No text that Meta takes has more bytes, in any script; that it is too long is told by itself.
const LONGEST: usize = 4 * 1024;

/// A variant beside its reference.
#[derive(Debug)]
pub struct Pair<'r> {
    /// What it is compared with.
    pub reference: Member<'r>,
    /// The variant.
    pub variant: Member<'r>,
    /// Which member of the family it is.
    pub member: usize,
    /// Whether its template stands by itself, and none of its other languages was compared before: what belongs to
    /// the whole template is told once.
    pub new_template: bool,
}

/// A text and the one in the same place of the reference.
#[derive(Debug)]
pub struct Texts<'r> {
    /// Of the reference.
    pub reference: Part<'r>,
    /// Of the variant.
    pub variant: Part<'r>,
}

/// Every variant but the reference, beside the reference.
pub fn pairs<'r>(family: &Family<'r>) -> Vec<Pair<'r>> {
    let reference = *family.reference();
    let mut last = std::ptr::from_ref(reference.template);
    let mut pairs = Vec::with_capacity(family.members.len());
    for (member, variant) in family.members.iter().enumerate().filter(|(member, _)| *member != family.reference) {
        let template = std::ptr::from_ref(variant.template);
        let new_template = template != last && !std::ptr::eq(template, reference.template);
        last = template;
        pairs.push(Pair { reference, variant: *variant, member, new_template });
    }
    pairs
}

impl<'r> Pair<'r> {
    /// The texts that stand in the same place of both. Those of buttons that do not do the same are left out.
    pub fn texts(&self) -> Vec<Texts<'r>> {
        let of_reference: HashMap<Slot, Part<'r>> =
            parts(self.reference.variant).into_iter().map(|part| (part.slot, part)).collect();
        let mut alike: HashMap<Option<usize>, usize> = HashMap::new();
        let mut texts = Vec::new();
        for variant in parts(self.variant.variant) {
            let Some(reference) = of_reference.get(&variant.slot) else { continue };
            let slot = variant.slot;
            let short = |part: &Part<'_>| part.text.value().len() <= LONGEST;
            let comparable = slot.button.is_none_or(|button| {
                button < *alike.entry(slot.card).or_insert_with(|| buttons::alike(self, slot.card))
            });
            if comparable && short(reference) && short(&variant) {
                texts.push(Texts { reference: *reference, variant });
            }
        }
        texts
    }

    /// Whether one of the two is an authentication template, whose form is Meta's and has rules of its own.
    pub fn is_about_passcodes(&self) -> bool {
        let is = |member: &Member<'_>| member.template.category() == Some(Category::Authentication);
        is(&self.variant) || is(&self.reference)
    }

    /// A difference at a key of the variant.
    pub fn at_key(&self, kind: Kind, key: Span, message: String) -> Difference<'r> {
        self.difference(kind, Spot::Key(self.variant.file.id, key), message)
    }

    /// A difference at some place of the variant. The other place is the reference itself until it is told better.
    pub fn difference(&self, kind: Kind, at: Spot<'r>, message: String) -> Difference<'r> {
        let language = self.reference.variant.language.as_ref();
        let reference = match language {
            Some(leaf) => Spot::Whole(self.reference.file.id, leaf),
            None => Spot::Key(self.reference.file.id, self.reference.variant.key),
        };
        Difference {
            kind,
            member: self.member,
            component: None,
            at,
            message,
            help: String::new(),
            reference,
            shown: format!("compared with `{}`", self.reference.language),
            severity: None,
        }
    }
}

impl<'r> Texts<'r> {
    /// The component that findings name.
    pub fn component(&self) -> &'static str {
        if self.variant.slot.card.is_some() { "carousel" } else { self.variant.slot.surface.component() }
    }

    /// The text of the reference.
    pub fn reference_spot(&self, pair: &Pair<'r>) -> Spot<'r> {
        Spot::Whole(pair.reference.file.id, &self.reference.text.leaf)
    }

    /// A part of the text of the reference.
    pub fn reference_part(&self, pair: &Pair<'r>, range: std::ops::Range<usize>) -> Spot<'r> {
        Spot::Part(pair.reference.file.id, &self.reference.text.leaf, range)
    }

    /// A part of the text of the variant.
    pub fn part(&self, pair: &Pair<'r>, range: std::ops::Range<usize>) -> Spot<'r> {
        Spot::Part(pair.variant.file.id, &self.variant.text.leaf, range)
    }

    /// A difference at a part of the text, or at its key where something is missing.
    pub fn difference(
        &self,
        pair: &Pair<'r>,
        kind: Kind,
        range: Option<std::ops::Range<usize>>,
        message: String,
    ) -> Difference<'r> {
        let at = match range {
            Some(range) => self.part(pair, range),
            None => Spot::Key(pair.variant.file.id, self.variant.key),
        };
        pair.difference(kind, at, message).component(self.component())
    }
}
