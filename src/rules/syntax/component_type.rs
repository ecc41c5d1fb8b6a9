//! A component of a type that is missing or not known.

use crate::policy::Standing;
use crate::rules::identity::tap_target::is_tap_target;
use crate::rules::prelude::*;
use crate::text::similar::nearest;

/// `syntax/component-type`
pub struct ComponentType;

impl Rule for ComponentType {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            if let Misfit::MissingType { at } = misfit {
                cx.report(cx.at(*at), "this component does not say what it is")
                    .help("add a `type`, such as `BODY` or `BUTTONS`");
            }
        }
    }

    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for leaf in variant.others.iter().filter(|leaf| !is_tap_target(&leaf.value)) {
            let known = policy::part(policy::COMPONENT_TYPES, &leaf.value);
            match known.map(|part| part.standing) {
                Some(Standing::Refused) => {
                    let name = leaf.upper();
                    let finding = cx.report(cx.leaf(leaf), format!("a {name} can not be part of a template"));
                    finding.help(known.map_or("", |part| part.note));
                }
                Some(_) => {}
                None => unknown(leaf, cx),
            }
        }
    }
}

/// Meta adds component types now and then, so one that is not listed is only a warning.
fn unknown(leaf: &Leaf, cx: &mut Context<'_>) {
    let near = nearest(&leaf.value, policy::COMPONENT_TYPES.iter().map(|part| part.name));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "the usual ones are `HEADER`, `BODY`, `FOOTER` and `BUTTONS`".to_owned(),
    };
    cx.report(cx.leaf(leaf), format!("no component has the type `{}`", leaf.value))
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help(help);
}
