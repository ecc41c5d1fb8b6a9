//! A language code that Meta does not have.

use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// `identity/language`
pub struct Language;

impl Rule for Language {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(leaf) = variant.language.as_ref().filter(|leaf| !leaf.value.trim().is_empty()) else { return };
        let written = leaf.value.trim();
        let (place, message) = (cx.leaf(leaf), format!("`{written}` is not one of Meta's language codes"));
        match Verdict::of(&leaf.value) {
            Verdict::Listed => {}
            Verdict::Known(right) => {
                let edits = edits(&right, leaf, template, cx);
                cx.report(place, message)
                    .help(format!("write {}", named(&right)))
                    .safe_fix(format!("write `{}`", right[0]), edits);
            }
            Verdict::Near(right) => {
                let edits = edits(&right, leaf, template, cx);
                cx.report(place, message)
                    .help(format!("did you mean {}?", named(&right)))
                    .unsafe_fix(format!("write `{}`", right[0]), edits);
            }
            Verdict::NotOffered(name) => {
                cx.report(place, format!("Meta does not offer {name} (`{written}`)"))
                    .confidence(Confidence::Medium)
                    .help("choose a language that Meta offers and your readers know");
            }
            Verdict::Unlisted => {
                let date = policy::LANGUAGES_DATE;
                cx.report(place, format!("`{written}` is not on Meta's list of languages of {date}"))
                    .severity(Severity::Warning)
                    .confidence(Confidence::Medium)
                    .help("check the code; Meta may have added the language since");
            }
            Verdict::Malformed => {
                cx.report(place, message).help("write a code of Meta's list, such as `en_US` or `fr`");
            }
        }
    }
}

/// Whether Meta has a language of that code, as far as is known; else the codes that are probably meant.
///
/// # Errors
/// Where it is none.
pub(crate) fn meant(written: &str) -> Result<(), Vec<&'static str>> {
    match Verdict::of(written) {
        Verdict::Listed | Verdict::Unlisted => Ok(()),
        Verdict::Known(right) | Verdict::Near(right) => Err(right),
        Verdict::NotOffered(_) | Verdict::Malformed => Err(Vec::new()),
    }
}

/// What to say about a language code. The lists are never empty.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// It is one of Meta's.
    Listed,
    /// It stands for these.
    Known(Vec<&'static str>),
    /// It may be a slip for one of these.
    Near(Vec<&'static str>),
    /// It is the code or the name of a language that Meta does not have.
    NotOffered(&'static str),
    /// It looks like a code, and is not on the list.
    Unlisted,
    /// It does not look like a code.
    Malformed,
}

impl Verdict {
    fn of(written: &str) -> Self {
        if policy::language(written).is_some() {
            return Self::Listed;
        }
        let written = fold(written);
        let language = written.split('_').next().unwrap_or_default();
        if let Some(right) = known(&written) {
            return Self::Known(right);
        }
        if let Some(name) = not_offered(&written, language) {
            return Self::NotOffered(name);
        }
        let well_formed = is_code(&written);
        let near = if well_formed { with_other_regions(language) } else { similar(&written) };
        match near {
            Some(near) => Self::Near(near),
            None if well_formed => Self::Unlisted,
            None => Self::Malformed,
        }
    }
}

/// How codes are compared: in lower case, with underscores.
fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for character in written.trim().chars().flat_map(char::to_lowercase) {
        let separates = character.is_ascii() && !character.is_ascii_alphanumeric();
        if !separates {
            folded.push(character);
        } else if !folded.ends_with('_') {
            folded.push('_');
        }
    }
    folded.trim_matches('_').to_owned()
}

fn known(folded: &str) -> Option<Vec<&'static str>> {
    let spelled = policy::LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(folded));
    let suggested = || {
        let at = policy::LANGUAGE_SUGGESTIONS.binary_search_by(|(wrong, _)| (*wrong).cmp(folded)).ok()?;
        Some(policy::LANGUAGE_SUGGESTIONS[at].1.to_vec())
    };
    spelled.map(|language| vec![language.code]).or_else(suggested)
}

fn not_offered(folded: &str, language: &str) -> Option<&'static str> {
    let is_it = |code: &str, name: &str| (is_code(folded) && language == code) || folded.eq_ignore_ascii_case(name);
    policy::LANGUAGES_NOT_OFFERED.iter().find(|(code, name)| is_it(code, name)).map(|(_, name)| *name)
}

/// `xx`, `xxx`, `xx_yy` or `xxx_yy`.
fn is_code(folded: &str) -> bool {
    let (language, region) =
        folded.split_once('_').map_or((folded, None), |(language, region)| (language, Some(region)));
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    matches!(language.len(), 2 | 3)
        && letters(language)
        && region.is_none_or(|region| region.len() == 2 && letters(region))
}

/// The language without a region, else with those that Meta has.
fn with_other_regions(language: &str) -> Option<Vec<&'static str>> {
    let of_it = |code: &&str| code.split('_').next() == Some(language);
    let codes: Vec<&'static str> = policy::LANGUAGES.iter().map(|language| language.code).filter(of_it).collect();
    let bare = codes.iter().find(|code| **code == language);
    Some(bare.map_or(codes.clone(), |bare| vec![*bare])).filter(|codes| !codes.is_empty())
}

fn similar(folded: &str) -> Option<Vec<&'static str>> {
    let listed = policy::LANGUAGES.iter().map(|language| language.code);
    let names = policy::LANGUAGE_SUGGESTIONS.iter().map(|(wrong, _)| *wrong);
    // Slips are rare in the first letter, and the lists are long.
    let alike = listed.chain(names).filter(|code| code.chars().next() == folded.chars().next());
    let near = nearest(folded, alike)?;
    policy::language(near).map(|language| vec![language.code]).or_else(|| known(near))
}

/// The edit that writes the only right code, unless another variant of the template has that code already.
fn edits(right: &[&str], leaf: &Leaf, template: &Template, cx: &Context<'_>) -> Vec<Edit> {
    let [right] = right else { return Vec::new() };
    let leads_there = |variant: &Variant| {
        let other = variant.language.as_ref().filter(|other| other.node != leaf.node);
        other
            .is_some_and(|other| &*other.value == *right || known(&fold(&other.value)).is_some_and(|it| it == [*right]))
    };
    // With more variants than Meta has languages, some lead to the same one anyway.
    let taken = template.variants.len() > policy::LANGUAGES.len() || template.variants.iter().any(leads_there);
    if taken { Vec::new() } else { cx.replace(leaf, 0..leaf.value.len(), right) }
}

/// `pt_BR` for Portuguese (Brazil), or another.
fn named(codes: &[&str]) -> String {
    let name = |code: &str| policy::language(code).map_or("", |language| language.name);
    let named: Vec<String> = codes.iter().map(|code| format!("`{code}` for {}", name(code))).collect();
    any_of(&named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_list_is_right() {
        for language in policy::LANGUAGES {
            assert_eq!(Verdict::of(language.code), Verdict::Listed, "{}", language.code);
        }
    }

    #[test]
    fn the_right_code_is_known_by_spelling_region_age_and_name() {
        for (written, right) in [
            ("en-US", "en_US"),
            ("EN_us", "en_US"),
            (" en_US ", "en_US"),
            ("PRS-af", "prs_AF"),
            ("fr_FR", "fr"),
            ("de-DE", "de"),
            ("es_419", "es"),
            ("be", "be_BY"),
            ("iw", "he"),
            ("no", "nb"),
            ("zh-Hans-CN", "zh_CN"),
            ("English (US)", "en_US"),
            ("Français", "fr"),
            ("हिन्दी", "hi"),
        ] {
            assert_eq!(Verdict::of(written), Verdict::Known(vec![right]), "{written}");
        }
        assert_eq!(Verdict::of("pt"), Verdict::Known(vec!["pt_BR", "pt_PT"]));
    }

    #[test]
    fn other_codes_are_told_apart() {
        for (written, verdict) in [
            ("en_XX", Verdict::Near(vec!["en"])),
            ("pt_RB", Verdict::Near(vec!["pt_BR", "pt_PT"])),
            ("englsh", Verdict::Near(vec!["en"])),
            ("en_USA", Verdict::Near(vec!["en_US"])),
            ("am", Verdict::NotOffered("Amharic")),
            ("hy_AM", Verdict::NotOffered("Armenian")),
            ("icelandic", Verdict::NotOffered("Icelandic")),
            ("xh", Verdict::Unlisted),
            ("tn_ZA", Verdict::Unlisted),
            ("ceb", Verdict::Unlisted),
            ("{{lang}}_1", Verdict::Malformed),
            ("_", Verdict::Malformed),
        ] {
            assert_eq!(Verdict::of(written), verdict, "{written}");
        }
    }

    #[test]
    fn every_suggestion_is_on_the_list() {
        for (wrong, right) in policy::LANGUAGE_SUGGESTIONS {
            assert!(!right.is_empty() && right.iter().all(|code| policy::language(code).is_some()), "{wrong}");
            assert_eq!(Verdict::of(wrong), Verdict::Known(right.to_vec()), "{wrong}");
        }
    }
}
