//! What texts say, as Rust constants: what samples and account numbers look like. Their types are in `src/policy/content.rs`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path) -> Result<String> {
    let mut code = String::new();
    samples(&mut code, &load(&policy.join("samples.yaml"))?)?;
    accounts(&mut code, &load(&policy.join("accounts.yaml"))?)?;
    Ok(code)
}

pub fn load<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_yaml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub fn camel_case(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    example_domains: Vec<String>,
    role_names: Vec<String>,
    nobody: Vec<String>,
    example_phones: Vec<String>,
    business_phones: Vec<String>,
    test_names: Vec<String>,
    beside_tests: Vec<String>,
}

fn samples(code: &mut String, samples: &Samples) -> Result<()> {
    for (name, about, list) in [
        ("EXAMPLE_DOMAINS", "Hosts of addresses that belong to nobody.", &samples.example_domains),
        ("ROLE_NAMES", "What stands before `@` in the address of a business.", &samples.role_names),
        ("NOBODY", "What stands before `@` in the address of a made-up person.", &samples.nobody),
        ("EXAMPLE_PHONES", "Beginnings of telephone numbers that belong to nobody.", &samples.example_phones),
        ("BUSINESS_PHONES", "Beginnings of telephone numbers of businesses.", &samples.business_phones),
        ("TEST_NAMES", "Words that make a name that of a test.", &samples.test_names),
        ("BESIDE_TESTS", "Words that may stand beside them.", &samples.beside_tests),
    ] {
        writeln!(code, "/// {about}\npub static {name}: &[&str] = &{list:?};")?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accounts {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    cards: Vec<Card>,
    ibans: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    #[serde(rename = "name")]
    _name: String,
    first: Vec<String>,
    digits: Vec<usize>,
}

fn accounts(code: &mut String, accounts: &Accounts) -> Result<()> {
    writeln!(code, "/// The first digits of card numbers, and how many digits there are.")?;
    writeln!(code, "pub static CARDS: &[CardRange] = &[")?;
    for card in &accounts.cards {
        for range in &card.first {
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            if from.len() != to.len() {
                return Err(format!("accounts.yaml: {range} is no range").into());
            }
            let (from, to, length): (u32, u32, usize) = (from.parse()?, to.parse()?, from.len());
            let digits = &card.digits;
            writeln!(code, "    CardRange {{ from: {from}, to: {to}, length: {length}, digits: &{digits:?} }},")?;
        }
    }
    let ibans: Vec<_> = accounts.ibans.iter().collect();
    writeln!(code, "];\n/// How long the account numbers of a country are, sorted by country.")?;
    writeln!(code, "pub static IBANS: &[(&str, usize)] = &{ibans:?};")?;
    Ok(())
}
