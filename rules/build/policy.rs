//! The facts under `rules/policy/` as Rust constants. Their types are in `src/policy/mod.rs`; a file that does not
//! fit them fails the build.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path) -> Result<String> {
    let mut code = String::new();
    let version: Version = load(policy, "version")?;
    writeln!(
        code,
        "/// The month the facts were last gone through.\npub const VERSION: &str = {:?};",
        version.version
    )?;
    limits(&mut code, &load(policy, "limits")?)?;
    languages(&mut code, load(policy, "languages")?)?;
    categories(&mut code, &load(policy, "categories")?)?;
    codes(&mut code, load(policy, "codes")?)?;
    links(&mut code, &load(policy, "links")?)?;
    components(&mut code, load(policy, "components")?)?;
    phones(&mut code, &load(policy, "phones")?)?;
    phone_lengths(&mut code, load(policy, "phone_lengths")?)?;
    Ok(code)
}

fn load<T: DeserializeOwned>(policy: &Path, name: &str) -> Result<T> {
    crate::content::load(&policy.join(format!("{name}.yaml")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    version: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    value: i64,
    unit: String,
    source: String,
    date: String,
    confidence: String,
    note: Option<String>,
}

fn limits(code: &mut String, limits: &BTreeMap<String, Limit>) -> Result<()> {
    writeln!(code, "/// Every number that Meta's rules put on a template.\npub mod limits {{\n    use super::Limit;")?;
    for (name, limit) in limits {
        let about = limit.note.as_deref().unwrap_or("A number of Meta's.");
        writeln!(code, "    /// {about} In {}, confidence {}.", limit.unit, limit.confidence)?;
        writeln!(
            code,
            "    pub static {}: Limit = Limit {{ value: {}, source: {:?}, date: {:?}, note: {:?} }};",
            name.to_uppercase(),
            limit.value,
            limit.source,
            limit.date,
            limit.note
        )?;
    }
    writeln!(code, "}}")?;
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Languages {
    date: String,
    #[allow(dead_code)] // Read by people.
    source: String,
    languages: Vec<Language>,
    suggestions: BTreeMap<String, Vec<String>>,
    not_offered: Vec<NotOffered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    code: String,
    name: String,
    scripts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotOffered {
    code: String,
    name: String,
}

fn languages(code: &mut String, mut all: Languages) -> Result<()> {
    all.languages.sort_by(|a, b| a.code.cmp(&b.code));
    all.not_offered.sort_by(|a, b| a.code.cmp(&b.code));
    writeln!(code, "/// The day Meta's list of languages was read.\npub const LANGUAGES_DATE: &str = {:?};", all.date)?;
    writeln!(code, "/// Every language a template can have, sorted by code.\npub static LANGUAGES: &[Language] = &[")?;
    for language in all.languages {
        let Language { code: tag, name, scripts } = language;
        writeln!(code, "    Language {{ code: {tag:?}, name: {name:?}, scripts: &{scripts:?} }},")?;
    }
    writeln!(code, "];\n/// Wrong codes (lower case, `_`) and the right ones, sorted.")?;
    writeln!(code, "pub static LANGUAGE_SUGGESTIONS: &[(&str, &[&str])] = &[")?;
    for (wrong, right) in all.suggestions {
        writeln!(code, "    ({wrong:?}, &{right:?}),")?;
    }
    writeln!(code, "];\n/// Languages Meta does not have, by code, sorted.")?;
    writeln!(code, "pub static LANGUAGES_NOT_OFFERED: &[(&str, &str)] = &[")?;
    for language in all.not_offered {
        writeln!(code, "    ({:?}, {:?}),", language.code, language.name)?;
    }
    writeln!(code, "];")?;
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Categories {
    categories: Vec<Value>,
    legacy_categories: Vec<Legacy>,
    sub_categories: Vec<Value>,
    display_formats: Vec<Value>,
    parameter_formats: Vec<Value>,
    send_types: Vec<Value>,
    statuses: Vec<Value>,
    rejected_reasons: Vec<Value>,
    quality_scores: Vec<Value>,
}

/// A value of a closed list. The fields that are not named here are for people.
#[derive(Deserialize)]
struct Value {
    name: String,
    meaning: Option<String>,
    standing: Option<String>,
    #[serde(rename = "source")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Legacy {
    name: String,
    replacement: String,
    version: String,
    removed: String,
    #[serde(rename = "removed_everywhere")]
    _removed_everywhere: Option<String>,
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
}

fn categories(code: &mut String, all: &Categories) -> Result<()> {
    for (name, about, values) in [
        ("CATEGORIES", "The categories.", &all.categories),
        ("SUB_CATEGORIES", "The sub-categories.", &all.sub_categories),
        ("DISPLAY_FORMATS", "The display formats.", &all.display_formats),
        ("PARAMETER_FORMATS", "How variables can be written.", &all.parameter_formats),
        ("SEND_TYPES", "The send types.", &all.send_types),
        ("STATUSES", "What can become of a template.", &all.statuses),
        ("REJECTED_REASONS", "Why a review can reject a template.", &all.rejected_reasons),
        ("QUALITY_SCORES", "What readers' reactions make of a template.", &all.quality_scores),
    ] {
        writeln!(code, "/// {about}\npub static {name}: &[Value] = &[")?;
        for value in values {
            let (meaning, standing) = (value.meaning.as_deref().unwrap_or(""), standing(value.standing.as_deref()));
            writeln!(code, "    Value {{ name: {:?}, meaning: {meaning:?}, standing: {standing} }},", value.name)?;
        }
        writeln!(code, "];")?;
    }
    writeln!(code, "/// Categories of former API versions.\npub static LEGACY_CATEGORIES: &[LegacyCategory] = &[")?;
    for Legacy { name, replacement, version, removed, .. } in &all.legacy_categories {
        writeln!(
            code,
            "    LegacyCategory {{ name: {name:?}, replacement: {replacement:?}, version: {version:?}, removed: {removed:?} }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn standing(written: Option<&str>) -> &'static str {
    match written {
        None | Some("documented" | "writable") => "Standing::Documented",
        Some("undocumented") => "Standing::Undocumented",
        Some("read_only") => "Standing::ReadOnly",
        Some("dead") => "Standing::Dead",
        // Anything else is a mistake in the data, and fails to compile under its name.
        Some("refused") => "Standing::Refused",
        Some(_) => "Standing::Unknown",
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Codes {
    codes: Vec<Code>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: Option<u32>,
    subcode: Option<u32>,
    title: Option<String>,
    #[serde(default)]
    other_titles: Vec<String>,
    phase: String,
    meaning: String,
    source: String,
    date: String,
    confidence: String,
}

fn codes(code: &mut String, mut all: Codes) -> Result<()> {
    all.codes.sort_by_key(|code| (code.subcode.or(code.code), code.subcode.is_some()));
    writeln!(code, "/// Meta's codes, sorted by subcode, else by code.\npub static CODES: &[Code] = &[")?;
    for entry in all.codes {
        let Code { code: outer, subcode, title, other_titles, phase, meaning, source, date, confidence } = entry;
        writeln!(
            code,
            "    Code {{ code: {outer:?}, subcode: {subcode:?}, title: {title:?}, other_titles: &{other_titles:?}, \
             phase: {phase:?}, meaning: {meaning:?}, source: {source:?}, date: {date:?}, confidence: {confidence:?} }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hosts {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    #[serde(rename = "confidence")]
    _confidence: String,
    #[serde(rename = "note")]
    _note: Option<String>,
    hosts: Vec<String>,
    suffixes: Vec<String>,
    schemes: Vec<String>,
    networks: Vec<String>,
}

fn links(code: &mut String, groups: &BTreeMap<String, Hosts>) -> Result<()> {
    for (name, group) in groups {
        let Hosts { hosts, suffixes, schemes, networks, .. } = group;
        writeln!(code, "/// A group of hosts; see `rules/policy/links.yaml`.")?;
        writeln!(
            code,
            "pub static {}: Hosts = Hosts {{ hosts: &{hosts:?}, suffixes: &{suffixes:?}, schemes: &{schemes:?}, networks: &{networks:?} }};",
            name.to_uppercase()
        )?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Components {
    header_formats: Vec<Part>,
    component_types: Vec<Part>,
    objects: Vec<Part>,
    button_types: Vec<Part>,
    otp_types: Vec<Part>,
    flow_actions: Vec<Part>,
    top_level_fields: Vec<Part>,
}

/// A named part of a template. Which fields a list fills differs; those not named here are for people.
#[derive(Deserialize)]
struct Part {
    name: String,
    standing: Option<String>,
    #[serde(default)]
    categories: Vec<String>,
    max: Option<u32>,
    label: Option<String>,
    #[serde(default)]
    fixed_labels: Vec<String>,
    #[serde(default)]
    required: Required,
    #[serde(default)]
    one_of: Vec<String>,
    #[serde(default)]
    fields: Vec<String>,
    #[serde(default)]
    card: bool,
    note: Option<String>,
    source: String,
}

/// The keys that a part must have; for a key of a template, whether it must be there itself.
#[derive(Deserialize)]
#[serde(untagged)]
enum Required {
    Keys(Vec<String>),
    Itself(#[allow(dead_code)] bool),
}

impl Default for Required {
    fn default() -> Self {
        Self::Keys(Vec::new())
    }
}

fn components(code: &mut String, all: Components) -> Result<()> {
    let mut keys: Vec<String> = all.button_types.iter().flat_map(|button| button.fields.clone()).collect();
    keys.push("type".to_owned());
    keys.sort();
    keys.dedup();
    writeln!(code, "/// Every key a button can have.\npub static BUTTON_KEYS: &[&str] = &{keys:?};")?;
    let keys: Vec<&str> = all.top_level_fields.iter().map(|field| &*field.name).chain(["variants"]).collect();
    writeln!(
        code,
        "/// Every key a template can have, in either form.\npub static TEMPLATE_KEYS: &[&str] = &{keys:?};"
    )?;
    for (name, about, parts) in [
        ("HEADER_FORMATS", "What a header can be.", all.header_formats),
        ("COMPONENT_TYPES", "What a template is made of.", all.component_types),
        ("OBJECTS", "Objects inside components.", all.objects),
        ("BUTTON_TYPES", "What a button can do.", all.button_types),
        ("OTP_TYPES", "How a passcode button hands the code over.", all.otp_types),
        ("FLOW_ACTIONS", "What a FLOW button does first.", all.flow_actions),
        ("TEMPLATE_FIELDS", "The keys of a template in the Graph form.", all.top_level_fields),
    ] {
        writeln!(code, "/// {about}\npub static {name}: &[Part] = &[")?;
        for part in parts {
            let Part { name, standing: written, categories, max, label, fixed_labels, required, one_of, .. } = &part;
            let Part { fields, card, note, source, .. } = &part;
            let required: &[String] = if let Required::Keys(keys) = required { keys } else { &[] };
            writeln!(
                code,
                "    Part {{ name: {name:?}, standing: {}, categories: &{categories:?}, max: {max:?}, label: {:?}, \
                 fixed_labels: &{fixed_labels:?}, required: &{required:?}, one_of: &{one_of:?}, fields: &{fields:?}, \
                 card: {card}, note: {:?}, source: {source:?} }},",
                standing(written.as_deref()),
                label.as_deref().unwrap_or_default(),
                note.as_deref().unwrap_or_default(),
            )?;
        }
        writeln!(code, "];")?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryCodes {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    codes: Vec<String>,
}

fn phones(code: &mut String, groups: &BTreeMap<String, CountryCodes>) -> Result<()> {
    for (name, group) in groups {
        writeln!(code, "/// Country calling codes; see `rules/policy/phones.yaml`.")?;
        writeln!(code, "pub static {}: &[&str] = &{:?};", name.to_uppercase(), group.codes)?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhoneLengths {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    also: BTreeMap<String, Vec<usize>>,
    lengths: BTreeMap<String, Vec<usize>>,
}

fn phone_lengths(code: &mut String, all: PhoneLengths) -> Result<()> {
    writeln!(code, "/// How many digits can follow each country code, sorted by code.")?;
    writeln!(code, "pub static PHONE_LENGTHS: &[(&str, &[usize])] = &[")?;
    for (country, mut lengths) in all.lengths {
        lengths.extend(all.also.get(&country).into_iter().flatten());
        writeln!(code, "    ({country:?}, &{lengths:?}),")?;
    }
    writeln!(code, "];")?;
    Ok(())
}
