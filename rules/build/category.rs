//! The figures and weights that tell categories apart, as Rust constants. Their types are in `src/category/`.

#[path = "../../src/category/class.rs"]
mod class;
#[path = "../../src/category/key.rs"]
#[allow(dead_code)] // Words have no keys here.
mod key;

pub use class::Class;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

use crate::content::load;
use crate::vocabulary::Tags;

type Result<T> = std::result::Result<T, Box<dyn Error>>;
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    version: String,
    figures: BTreeMap<String, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "date")]
    _date: String,
    promotional: Vec<String>,
}

/// All constants, as the source of one Rust file.
pub fn constants(policy: &Path, tags: &Tags) -> Result<String> {
    let mut code = String::new();
    let model: Model = load(&policy.join("category/model.yaml"))?;
    writeln!(code, "/// Which lists and weights these are.\npub const VERSION: &str = {:?};", model.version)?;
    for (name, figure) in model.figures {
        writeln!(
            code,
            "/// See `rules/policy/category/model.yaml`.\npub const {}: f32 = {figure:?};",
            name.to_uppercase()
        )?;
    }
    let names: Names = load(&policy.join("category/names.yaml"))?;
    let names = names.promotional;
    writeln!(code, "/// Words of names that say promotion.\npub static PROMOTIONAL_NAMES: &[&str] = &{names:?};")?;
    weights(&mut code, &fs::read(policy.join("category/weights.bin"))?, tags)?;
    Ok(code)
}

/// Bytes of a weight in the file of the trainer, and of a slot: a key and two weights.
const SLOT: usize = 6;

/// Lays out the weights as they are looked up: those of the lexicons' tags and the signs of sentences, alone and in
/// pairs, in a triangle by their places; all others in a table by their keys.
fn weights(code: &mut String, file: &[u8], tags: &Tags) -> Result<()> {
    let (units, slots) = file.split_at_checked(8).ok_or("weights.bin is cut short")?;
    let (slots, []) = slots.as_chunks::<SLOT>() else { return Err("weights.bin is cut short".into()) };
    for (name, unit) in ["IN_UNIT", "IN_MESSAGE"].into_iter().zip(units.as_chunks::<4>().0) {
        let unit = f32::from_le_bytes(*unit);
        writeln!(code, "/// What a weight of 1 is worth there.\npub const {name}: f32 = {unit:?};")?;
    }
    let mut weights: BTreeMap<u32, [u8; 2]> =
        slots.iter().map(|[a, b, c, d, weights @ ..]| (u32::from_le_bytes([*a, *b, *c, *d]), *weights)).collect();

    let tags = tags.iter().map(|(class, name)| key::of_tag(*class, name));
    let things: Vec<u32> = tags.chain(key::SIGNS.iter().map(|sign| key::of_sign(sign))).collect();
    let mut pairs = Vec::new();
    for (at, later) in things.iter().enumerate() {
        let with_others = things[..at].iter().map(|earlier| key::of_pair(*later, *earlier));
        let row: Vec<u32> = with_others.chain([*later]).collect();
        pairs.extend(row.iter().flat_map(|key| weights.remove(key).unwrap_or_default()));
    }
    writeln!(
        code,
        "/// How many things there are whose pairs are weighed.\npub const THINGS: usize = {};",
        things.len()
    )?;

    // A third of the slots stays empty, so that few keys are far from their place.
    let mut table = vec![[0_u8; SLOT]; (weights.len() * 3 / 2).max(1)];
    let size = table.len();
    for (key, [in_unit, in_message]) in weights {
        let mut at = usize::try_from((u64::from(key) * size as u64) >> 32)?;
        while table[at] != [0; SLOT] {
            at = (at + 1) % size;
        }
        let [a, b, c, d] = key.to_le_bytes();
        table[at] = [a, b, c, d, in_unit, in_message];
    }
    for (name, bytes) in [("PAIRS", pairs), ("KEYS", table.into_flattened())] {
        let file = format!("{}.weights", name.to_lowercase());
        fs::write(Path::new(&env::var("OUT_DIR")?).join(&file), bytes)?;
        writeln!(
            code,
            "/// See `src/category/model.rs`.\npub static {name}: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"));"
        )?;
    }
    Ok(())
}
