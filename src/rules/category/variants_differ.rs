//! A translation that reads more promotional than the others.

use std::rc::Rc;

use super::shared;
use crate::category::{self, Claim, Class, Evidence, Explain, Predicted, Reading};
use crate::finding::{Place, shortened};
use crate::rules::prelude::*;
use crate::template::Category as Declared;
use crate::vocabulary::Reads;

/// `category/variants-differ`
pub struct VariantsDiffer;

impl Rule for VariantsDiffer {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(file) = cx.file().filter(|_| template.variants.len() > 1) else { return };
        let readings = template.variants.iter().filter_map(|variant| {
            let reading = shared::undecided(Declared::Utility, variant, template, cx)?;
            Some(Told { file, template, language: variant.language.as_ref()?, reading })
        });
        tell(&readings.collect::<Vec<_>>(), cx);
    }

    // Where each language is a template by itself, as in lists from the Graph API.
    fn group(&self, files: Files<'_>, cx: &mut Context<'_>) {
        if files.iter().flat_map(|file| &file.content().templates).nth(1).is_none() {
            return;
        }
        for compared in cx.variants().iter() {
            let members = &compared.family.members;
            if members.iter().any(|member| member.template.variants.len() > 1) || members.len() < 2 {
                continue;
            }
            let readings = members.iter().filter_map(|member| {
                let (template, variant) = (member.template, member.variant);
                let unread = || category::read(template, variant, cx.config(), Explain::Suspect, &Reads::default());
                let is_open = shared::is_undecided(Declared::Utility, template) && !category::is_settled(variant);
                let reading = is_open.then(|| Rc::new(unread()))?;
                Some(Told { file: member.file, template, language: variant.language.as_ref()?, reading })
            });
            tell(&readings.collect::<Vec<_>>(), cx);
        }
    }
}

/// A variant, and what it reads as.
struct Told<'r> {
    file: &'r File,
    template: &'r Template,
    language: &'r Leaf,
    reading: Rc<Reading>,
}

impl Told<'_> {
    fn is_calm(&self) -> bool {
        self.reading.predicted == Predicted::Utility && self.reading.claim > Claim::Possible
    }

    /// Whether it leans to promotion, and no rule warns of that: surer ones are told by themselves.
    fn leans(&self, cx: &Context<'_>) -> bool {
        self.reading.leans_to_marketing()
            && self.reading.predicted == Predicted::Marketing
            && !self.reading.warns(shared::sensitivity_for(self.file, cx))
    }
}

/// Whether people see at once why words promote.
fn stands_out(words: &Evidence) -> bool {
    words.tag != "wording" || words.weight >= 1.5
}

fn tell(variants: &[Told<'_>], cx: &mut Context<'_>) {
    let Some(calm) = variants.iter().find(|told| told.is_calm()) else { return };
    for told in variants {
        if !told.leans(cx) {
            continue;
        }
        // Where no words stand out, nobody could say what to take out.
        let Some(words) = told.reading.of(Class::Marketing).find(|words| stands_out(words)) else { continue };
        let place = cx.part_of(told.file.id, &words.leaf, words.range.clone());
        let (quoted, component) = (shared::quoted(words), words.surface.component());
        let (language, other) = (&told.language.value, &calm.language.value);
        let related = Place { file: calm.file.id, span: calm.language.span };
        let finding = cx.report(
            place,
            format!("{language} reads more promotional than {other}: {quoted}; Meta decides for each language"),
        );
        finding
            .help("translate closer to the other language, or take these words out")
            .related(related, "this one reads as UTILITY");
        finding.template = told.template.name.as_ref().map(|name| shortened(&*name.value));
        finding.language = Some(language.to_string());
        finding.component = Some(component);
    }
}
