//! Turns the rule pages and the policy facts under `rules/`, and the templates, into Rust, so that nothing is parsed at start-up.

mod category;
mod content;
mod media;
mod pages;
mod policy;
mod starters;
mod text;
mod tongues;
mod vocabulary;
mod windows;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[allow(clippy::print_stdout)] // How a build script talks to cargo.
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=src/category/class.rs");
    println!("cargo:rerun-if-changed=src/category/key.rs");
    println!("cargo:rerun-if-changed=src/text/folded.rs");
    println!("cargo:rerun-if-changed=src/text/heads.rs");
    println!("cargo:rerun-if-changed=src/text/table.rs");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    let rules = Path::new(&root).join("rules");
    fs::write(Path::new(&out).join("registry.rs"), pages::registry(&rules)?)?;
    fs::write(Path::new(&out).join("policy.rs"), policy::constants(&rules.join("policy"))?)?;
    fs::write(Path::new(&out).join("media.rs"), media::constants(&rules.join("policy"))?)?;
    fs::write(Path::new(&out).join("content.rs"), content::constants(&rules.join("policy"))?)?;
    fs::write(Path::new(&out).join("tongues.rs"), tongues::constants(&rules.join("policy"))?)?;
    fs::write(Path::new(&out).join("windows.rs"), windows::constants(&rules.join("policy/windows.yaml"))?)?;
    let templates = Path::new(&root).join("templates");
    fs::write(Path::new(&out).join("starters.rs"), starters::constants(&templates)?)?;
    let (vocabulary, tags) = vocabulary::constants(&rules.join("policy"))?;
    fs::write(Path::new(&out).join("vocabulary.rs"), vocabulary)?;
    fs::write(Path::new(&out).join("category.rs"), category::constants(&rules.join("policy"), &tags)?)?;
    Ok(())
}
