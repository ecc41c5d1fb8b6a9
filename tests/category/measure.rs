//! Cross-validation, and the table of it.

use std::collections::BTreeMap;
use std::fs;

use rayon::prelude::*;

use crate::fit::{Example, Fitted, Settings, fit};
use crate::texts::{Known, Sparse, Texts};

/// The score of each text, from a model that has seen nothing of its group.
fn held_out(texts: &Texts, settings: &Settings, folds: u32, group: impl Fn(&Known) -> String + Sync) -> Vec<f64> {
    let fold = |known: &Known| {
        group(known).bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) / 7
            % folds
    };
    let done: Vec<Vec<(usize, f64)>> = (0..folds)
        .into_par_iter()
        .map(|held| {
            let model = train(texts, settings, |known| fold(known) != held);
            let held = texts.known.iter().enumerate().filter(|(_, known)| fold(known) == held);
            held.map(|(at, known)| (at, score(&model, known))).collect()
        })
        .collect();
    let mut scores = vec![0.0; texts.known.len()];
    done.into_iter().flatten().for_each(|(at, score)| scores[at] = score);
    scores
}

fn score(model: &Fitted, known: &Known) -> f64 {
    if known.told {
        return f64::INFINITY;
    }
    model.score(&known.units.iter().collect::<Vec<_>>(), Some(&known.message)) - known.caution
}

pub fn train(texts: &Texts, settings: &Settings, takes: impl Fn(&Known) -> bool) -> Fitted {
    let mut examples: Vec<Example<'_>> = texts
        .known
        .iter()
        .filter(|known| known.label != "AUTHENTICATION" && takes(known))
        .map(|known| Example {
            units: known.units.iter().collect(),
            message: Some(&known.message),
            marketing: known.label == "MARKETING",
            weight: 1.0,
        })
        .collect();
    if settings.phrases > 0.0 {
        examples.extend(texts.phrases.iter().map(|(marketing, weight, unit): &(bool, f32, Sparse)| Example {
            units: vec![unit],
            message: None,
            marketing: *marketing,
            weight: settings.phrases * f64::from(*weight),
        }));
    }
    fit(&examples, texts.keys.len(), settings)
}

/// The score that this share of the right texts is above.
fn threshold(texts: &Texts, scores: &[f64], share: f64) -> f64 {
    let mut right: Vec<f64> = of(texts, scores, "UTILITY", |_| true);
    right.sort_by(|a, b| b.total_cmp(a));
    right[(share * right.len() as f64) as usize]
}

fn of(texts: &Texts, scores: &[f64], label: &str, takes: impl Fn(&Known) -> bool) -> Vec<f64> {
    texts
        .known
        .iter()
        .zip(scores)
        .filter(|(known, score)| known.label == label && !score.is_nan() && takes(known))
        .map(|(_, score)| *score)
        .collect()
}

fn above(scores: &[f64], threshold: f64) -> f64 {
    scores.iter().filter(|score| **score > threshold).count() as f64 / scores.len().max(1) as f64
}

pub fn measure(texts: &Texts, settings: &Settings, folds: u32, by: &str) {
    let scores = match by {
        "scenario" => held_out(texts, settings, folds, |known| known.scenario.clone()),
        "ruling" => held_out(texts, settings, folds, |known| known.scenario.split('/').next().unwrap().to_owned()),
        "language" => one_by_others(texts, settings, |known| &known.language),
        "hands" => one_by_others(texts, settings, |known| &known.hand),
        // The second author's texts, by a model of the first author's and of the other languages.
        _ => {
            let model = train(texts, settings, |known| known.hand == "a");
            texts.known.iter().map(|known| if known.hand == "a" { f64::NAN } else { score(&model, known) }).collect()
        }
    };
    report(texts, &scores, by);
}

/// Each language or hand by a model of the others.
fn one_by_others(texts: &Texts, settings: &Settings, group: impl Fn(&Known) -> &str + Sync) -> Vec<f64> {
    let groups: std::collections::BTreeSet<&str> = texts.known.iter().map(&group).collect();
    let groups: Vec<&str> = groups.into_iter().collect();
    let models: BTreeMap<&str, Fitted> =
        groups.par_iter().map(|held| (*held, train(texts, settings, |known| group(known) != *held))).collect();
    texts.known.iter().map(|known| score(&models[group(known)], known)).collect()
}

fn report(texts: &Texts, scores: &[f64], by: &str) {
    let wrong = of(texts, scores, "MARKETING", |_| true);
    let right = of(texts, scores, "UTILITY", |_| true);
    println!(
        "grouped by {by}: {} features, {} wrongly declared, {} rightly",
        texts.keys.len(),
        wrong.len(),
        right.len()
    );
    for share in [0.01, 0.02, 0.03, 0.05] {
        let at = threshold(texts, scores, share);
        println!(
            "  {:.0} % of the right ones flagged (score over {at:.2}): {:.1} % of the wrong ones",
            share * 100.0,
            100.0 * above(&wrong, at)
        );
    }
    let at = threshold(texts, scores, 0.03);
    let languages: std::collections::BTreeSet<&str> = texts.known.iter().map(|known| &*known.language).collect();
    let mut line = String::new();
    for language in languages {
        let share = |label: &str| 100.0 * above(&of(texts, scores, label, |known| known.language == language), at);
        line += &format!("{language} {:.0}/{:.0} ", share("MARKETING"), share("UTILITY"));
    }
    println!("  {line}");
    if let Ok(path) = std::env::var("SCORES") {
        let lines: Vec<String> = texts
            .known
            .iter()
            .zip(scores)
            .map(|(known, score)| {
                format!(
                    "{score:.3}\t{}\t{}\t{}\t{}",
                    known.label,
                    known.language,
                    known.scenario,
                    known.body.replace('\n', " ")
                )
            })
            .collect();
        fs::write(path, lines.join("\n")).unwrap();
    }
}

/// Trains on everything and writes the weights.
pub fn write(texts: &Texts, settings: &Settings, folds: u32) {
    let scores = held_out(texts, settings, folds, |known| known.scenario.clone());
    report(texts, &scores, "scenario");
    let model = train(texts, settings, |_| true);
    let mut weights = Vec::new();
    for (at, key) in texts.keys.iter().enumerate() {
        let (in_unit, in_message) = model.of(at);
        weights.push((*key, in_unit as f32, in_message as f32));
    }
    let largest = |pick: fn(&(u32, f32, f32)) -> f32| weights.iter().map(pick).fold(0.0_f32, |a, b| a.max(b.abs()));
    let (a, b) = (largest(|w| w.1) / 80.0, largest(|w| w.2) / 80.0);
    weights.retain(|(_, unit, message)| unit.abs() > a || message.abs() > b);
    let bytes = quantised(weights);
    println!("{} bytes, bias {:.4}", bytes.len(), model.bias());
    for share in [0.005, 0.01, 0.02, 0.03, 0.1, 0.3] {
        println!("  {share}: {:.3}", threshold(texts, &scores, share));
    }
    let mut wrong = of(texts, &scores, "MARKETING", |_| true);
    wrong.sort_by(f64::total_cmp);
    for share in [0.01, 0.02, 0.05, 0.1] {
        println!("  {share} of the wrong ones are below {:.3}", wrong[(share * wrong.len() as f64) as usize]);
    }
    fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/policy/category/weights.bin"), bytes).unwrap();
}

/// The weights in the order of their keys, behind what a weight of 1 is worth in sentences and in messages.
fn quantised(mut weights: Vec<(u32, f32, f32)>) -> Vec<u8> {
    let largest = |pick: fn(&(u32, f32, f32)) -> f32| weights.iter().map(pick).fold(0.0_f32, |a, b| a.max(b.abs()));
    let units = [largest(|w| w.1) / 127.0, largest(|w| w.2) / 127.0];
    weights.sort_by_key(|weight| weight.0);
    let byte = |weight: f32, unit: f32| ((weight / unit).round() as i8).to_le_bytes()[0];
    let slot = |(key, in_unit, in_message): (u32, f32, f32)| {
        let [a, b, c, d] = key.to_le_bytes();
        [a, b, c, d, byte(in_unit, units[0]), byte(in_message, units[1])]
    };
    units.iter().flat_map(|unit| unit.to_le_bytes()).chain(weights.into_iter().flat_map(slot)).collect()
}
