//! A copy of a template of Meta's library.

use crate::rules::prelude::*;
use crate::syntax::Span;

/// `identity/library`
pub struct Library;

impl Rule for Library {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        // What Meta returns has the text beside the name.
        if template.is_from_library() && !template.is_returned() {
            category(template, cx);
            components(template, cx);
        }
    }
}

fn category(template: &Template, cx: &mut Context<'_>) {
    let Some(leaf) = &template.category else { return };
    match template.category() {
        Some(Category::Marketing) => {
            cx.report(cx.leaf(leaf), "the template library has no MARKETING templates")
                .help("write `UTILITY`, or write the template without the library");
        }
        Some(Category::Authentication) => {
            cx.report(cx.leaf(leaf), "Meta's page asks for UTILITY in a copy of a library template")
                .severity(Severity::Warning)
                .confidence(Confidence::Low)
                .help("the library has AUTHENTICATION templates too: try it, and write `UTILITY` if Meta refuses it");
        }
        _ => {}
    }
}

/// The text of a library template is Meta's; what stands beside its name is not asked for.
fn components(template: &Template, cx: &mut Context<'_>) {
    for variant in &template.variants {
        if let Some(first) = first_component(variant) {
            let key = if template.form == Form::Graph { variant.key } else { first };
            cx.report(cx.at(key), "the text of a library template is Meta's, and can not be written here")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("remove the components, or remove `library_template_name` to write a template of your own");
        }
    }
}

fn first_component(variant: &Variant) -> Option<Span> {
    let keys = [
        variant.header.as_ref().map(|header| header.key),
        variant.body.as_ref().map(|body| body.key),
        variant.footer.as_ref().map(|footer| footer.key),
        variant.buttons.as_ref().map(|buttons| buttons.key),
        variant.carousel.as_ref().map(|carousel| carousel.key),
        variant.offer.as_ref().map(|offer| offer.key),
        variant.call_permission_request,
    ];
    keys.into_iter().flatten().min()
}
