//! Logistic regression over sentences and whole messages, with L-BFGS. Always comes to the same result.

use crate::texts::Sparse;

pub struct Settings {
    pub lambda_unit: f64,
    pub lambda_message: f64,
    /// How much a phrase of the lexicons counts beside a text, per point of its weight.
    pub phrases: f64,
    pub rounds: usize,
}

/// A text to learn from.
pub struct Example<'t> {
    pub units: Vec<&'t Sparse>,
    pub message: Option<&'t Sparse>,
    pub marketing: bool,
    pub weight: f64,
}

/// The weights of all features within units, then within messages, then the bias.
pub struct Fitted {
    pub weights: Vec<f64>,
    features: usize,
}

impl Fitted {
    pub fn score(&self, units: &[&Sparse], message: Option<&Sparse>) -> f64 {
        score(&self.weights, self.features, units, message).0
    }

    pub fn of(&self, feature: usize) -> (f64, f64) {
        (self.weights[feature], self.weights[self.features + feature])
    }

    pub fn bias(&self) -> f64 {
        self.weights[2 * self.features]
    }
}

fn dot(weights: &[f64], sparse: &Sparse) -> f64 {
    sparse.iter().map(|(at, value)| weights[*at as usize] * f64::from(*value)).sum()
}

/// The score, and the share of each unit in it.
fn score(weights: &[f64], features: usize, units: &[&Sparse], message: Option<&Sparse>) -> (f64, Vec<f64>) {
    let whole = message.map_or(0.0, |message| dot(&weights[features..], message)) + weights[2 * features];
    if units.is_empty() {
        return (whole, Vec::new());
    }
    let sums: Vec<f64> = units.iter().map(|unit| dot(weights, unit)).collect();
    let highest = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = sums.iter().map(|sum| (sum - highest).exp()).collect();
    let total: f64 = powers.iter().sum();
    let mean = highest + (total / sums.len() as f64).ln();
    (whole + mean, powers.iter().map(|power| power / total).collect())
}

fn loss(weights: &[f64], features: usize, examples: &[Example<'_>], settings: &Settings, gradient: &mut [f64]) -> f64 {
    let mut loss = 0.0;
    for (at, weight) in weights[..2 * features].iter().enumerate() {
        let lambda = if at < features { settings.lambda_unit } else { settings.lambda_message };
        loss += 0.5 * lambda * weight * weight;
        gradient[at] = lambda * weight;
    }
    gradient[2 * features] = 0.0;
    for example in examples {
        let (score, shares) = score(weights, features, &example.units, example.message);
        let sign = if example.marketing { 1.0 } else { -1.0 };
        let margin = sign * score;
        loss += example.weight * if margin > 0.0 { (-margin).exp().ln_1p() } else { margin.exp().ln_1p() - margin };
        let slope = -sign * example.weight / (1.0 + margin.exp());
        for (unit, share) in example.units.iter().zip(shares) {
            for (at, value) in unit.iter() {
                gradient[*at as usize] += slope * share * f64::from(*value);
            }
        }
        for (at, value) in example.message.iter().flat_map(|message| message.iter()) {
            gradient[features + *at as usize] += slope * f64::from(*value);
        }
        gradient[2 * features] += slope;
    }
    loss
}

pub fn fit(examples: &[Example<'_>], features: usize, settings: &Settings) -> Fitted {
    let size = 2 * features + 1;
    let mut weights = vec![0.0; size];
    let mut gradient = vec![0.0; size];
    let mut value = loss(&weights, features, examples, settings, &mut gradient);
    let mut memory: std::collections::VecDeque<(Vec<f64>, Vec<f64>, f64)> = std::collections::VecDeque::new();
    for _ in 0..settings.rounds {
        let direction = direction(&gradient, &memory);
        let slope: f64 = inner(&direction, &gradient);
        if slope > -1e-9 {
            break;
        }
        let mut step = if memory.is_empty() { 1.0 / inner(&gradient, &gradient).sqrt() } else { 1.0 };
        let (next, next_gradient, next_value) = loop {
            let next: Vec<f64> = weights.iter().zip(&direction).map(|(w, d)| w + step * d).collect();
            let mut next_gradient = vec![0.0; size];
            let next_value = loss(&next, features, examples, settings, &mut next_gradient);
            if next_value <= value + 1e-4 * step * slope || step < 1e-8 {
                break (next, next_gradient, next_value);
            }
            step *= 0.5;
        };
        let moved: Vec<f64> = next.iter().zip(&weights).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let curvature = inner(&moved, &turned);
        if curvature > 1e-12 {
            memory.push_back((moved, turned, 1.0 / curvature));
        }
        if memory.len() > 8 {
            memory.pop_front();
        }
        let done = (value - next_value) < 1e-5 * value;
        (weights, gradient, value) = (next, next_gradient, next_value);
        if done {
            break;
        }
    }
    Fitted { weights, features }
}

fn inner(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn direction(gradient: &[f64], memory: &std::collections::VecDeque<(Vec<f64>, Vec<f64>, f64)>) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut factors = Vec::new();
    let add = |to: &mut [f64], from: &[f64], factor: f64| to.iter_mut().zip(from).for_each(|(t, f)| *t += factor * f);
    for (moved, turned, scale) in memory.iter().rev() {
        let factor = scale * inner(moved, &direction);
        add(&mut direction, turned, -factor);
        factors.push(factor);
    }
    if let Some((moved, turned, _)) = memory.back() {
        let scale = inner(moved, turned) / inner(turned, turned);
        direction.iter_mut().for_each(|d| *d *= scale);
    }
    for ((moved, turned, scale), factor) in memory.iter().zip(factors.iter().rev()) {
        let other = scale * inner(turned, &direction);
        add(&mut direction, moved, factor - other);
    }
    direction
}
