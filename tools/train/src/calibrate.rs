//! Turns sums into chances: a logistic regression of one input, moved so that the levels keep what they promise.

use crate::measure;

/// The share of ordinary texts that may be called high, and critical.
const HIGH: (f32, f32) = (0.01, 0.6);
const CRITICAL: (f32, f32) = (0.001, 0.9);

/// Where more of the texts than this are attacks, the chances are too low: most texts are honest.
const MOST_ATTACKS: f32 = 0.15;

/// `chance = logistic(slope · sum + shift)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration {
    pub(crate) slope: f32,
    pub(crate) shift: f32,
    /// The share of attacks among the texts for which the chances are right.
    pub(crate) prior: f32,
}

pub(crate) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

fn logit(p: f32) -> f32 {
    (p / (1.0 - p)).ln()
}

/// Fits to scores of attacks and ordinary texts, set by set; each set counts the same, and attacks as much as the rest.
pub(crate) fn calibrate(attacks: &[Vec<f32>], ordinary: &[Vec<f32>]) -> Calibration {
    let items: Vec<(f32, f32, f32)> = [(attacks, 1.0), (ordinary, 0.0)]
        .iter()
        .flat_map(|(sets, label)| {
            let sets: Vec<_> = sets.iter().filter(|set| !set.is_empty()).collect();
            let count = sets.len() as f32;
            sets.into_iter()
                .flat_map(move |set| {
                    set.iter()
                        .map(move |&x| (x, *label, 0.5 / count / set.len() as f32))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    let (mut slope, mut shift) = (1.0_f32, 0.0_f32);
    for _ in 0..4000 {
        let (mut by_slope, mut by_shift) = (0.0, 0.0);
        for &(x, label, weight) in &items {
            let error = (logistic(slope * x + shift) - label) * weight;
            by_slope += error * x;
            by_shift += error;
        }
        slope -= 0.3 * by_slope;
        shift -= 0.3 * by_shift;
    }
    let needed = [HIGH, CRITICAL].map(|(share, chance)| {
        logit(chance) - (slope * measure::threshold(ordinary, share) + shift)
    });
    let moved = needed.into_iter().fold(logit(MOST_ATTACKS), f32::min);
    Calibration {
        slope,
        shift: shift + moved,
        prior: logistic(moved),
    }
}
