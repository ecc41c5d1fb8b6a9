//! Which variant the others are compared with.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::policy;
use crate::template::Category;

use super::family::Member;
use super::part::{Slot, parts};

/// The source language, or another region of it; else the most complete variant. Among equals it is one whose category
/// and variables most of the others have too, so that a single slip is told once and not of every other language.
pub fn choose(members: &[Member<'_>], source: Option<&str>) -> usize {
    let of_language = |wanted: &dyn Fn(&str) -> bool| members.iter().position(|member| wanted(member.language));
    let chosen = source.and_then(|source| {
        of_language(&|code| code == source).or_else(|| of_language(&|code| policy::base(code) == policy::base(source)))
    });
    if let Some(chosen) = chosen {
        return chosen;
    }
    let shapes: Vec<Shape<'_>> = members.iter().map(Shape::of).collect();
    let mut shared: HashMap<(Option<Category>, &Variables<'_>), usize> = HashMap::new();
    for shape in &shapes {
        *shared.entry((shape.category, &shape.variables)).or_default() += 1;
    }
    let rank = |(index, shape): &(usize, &Shape<'_>)| {
        let alike = shared.get(&(shape.category, &shape.variables)).copied().unwrap_or(0);
        (shape.parts, alike, shape.variables.len(), Reverse(*index))
    };
    shapes.iter().enumerate().max_by_key(rank).map_or(0, |(index, _)| index)
}

/// The variables of each place, without those that are there twice.
type Variables<'r> = BTreeSet<(Option<usize>, Option<usize>, u8, &'r str)>;

/// What of a variant does not change with the language.
struct Shape<'r> {
    /// How many parts it has.
    parts: usize,
    category: Option<Category>,
    variables: Variables<'r>,
}

impl<'r> Shape<'r> {
    fn of(member: &Member<'r>) -> Self {
        let variant = member.variant;
        let texts = parts(variant);
        let media = variant.header.iter().filter(|header| header.text.is_none()).count();
        let mut variables = Variables::new();
        for part in &texts {
            let Slot { card, button, surface } = part.slot;
            let names = part.text.variables.list.iter().map(|variable| &part.text.value()[variable.name.clone()]);
            variables.extend(names.map(|name| (card, button, surface as u8, name)));
        }
        let parts = texts.len() + media + variant.others.len();
        Self { parts, category: member.template.category(), variables }
    }
}
