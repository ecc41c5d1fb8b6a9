//! A key without effect.

use crate::policy::Standing;
use crate::rules::prelude::*;

/// `identity/dead-field`
pub struct DeadField;

impl Rule for DeadField {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for field in &template.fields.0 {
            let part = policy::part(policy::TEMPLATE_FIELDS, &field.name);
            let Some(part) = part.filter(|part| part.standing == Standing::Dead) else { continue };
            let note = part.note.trim_end_matches('.');
            let help = format!("remove it: {}{}", note[..1].to_lowercase(), &note[1..]);
            let edits = cx.remove(field);
            cx.report(cx.at(field.key), format!("`{}` has no effect any more", part.name))
                .help(help)
                .safe_fix("remove the key", edits);
        }
    }
}
