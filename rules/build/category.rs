//! The figures that tell categories apart, as Rust constants. Their types are in `src/category/`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use crate::content::load;

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
pub fn constants(policy: &Path) -> Result<String> {
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
    Ok(code)
}
