//! Trains the model that tells promotion from utility, and measures it on texts it has not seen.
//!
//!     cargo run --release --example train_category -- measure [--lambda-unit 0.7] [--folds 10]
//!     cargo run --release --example train_category -- write
//!
//! The texts are those of `rules/policy/category/texts/`; the features are those of the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::cast_precision_loss)]

mod fit;
mod measure;
mod texts;

use std::env;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let figure = |name: &str, usual: f64| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)).map_or(usual, |value| value.parse().expect("a number"))
    };
    let text = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)).cloned()
    };
    let settings = fit::Settings {
        lambda_unit: figure("--lambda-unit", 0.7),
        lambda_message: figure("--lambda-message", 0.2),
        phrases: figure("--phrases", 0.1),
        rounds: figure("--rounds", 120.0) as usize,
    };
    let folder =
        text("--texts").unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/rules/policy/category/texts").into());
    let texts = texts::read(&folder);
    match arguments.first().map(String::as_str) {
        Some("measure") => measure::measure(
            &texts,
            &settings,
            figure("--folds", 10.0) as u32,
            &text("--by").unwrap_or("scenario".into()),
        ),
        Some("write") => measure::write(&texts, &settings, figure("--folds", 10.0) as u32),
        other => panic!("`measure` or `write`, not {other:?}"),
    }
}
