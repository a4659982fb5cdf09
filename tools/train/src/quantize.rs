//! Weights in four bits.

use tamis::train::{CODES, HEADS};

use crate::fit::Weights;

/// Sizes that are told apart, for each sign.
const SIZES: usize = 7;

/// Weights as they ship: a code each, and what the codes stand for.
pub(crate) struct Quantized {
    pub(crate) codes: Vec<[u8; HEADS]>,
    /// In 256ths. Code 0 is nought, 1 to 7 are above it, 9 to 15 below.
    pub(crate) levels: [i32; CODES],
    bias: [f32; HEADS],
}

impl Quantized {
    /// What the library will compute with.
    pub(crate) fn weights(&self) -> Weights {
        let value = |code: u8| {
            self.levels
                .get(usize::from(code))
                .map_or(0.0, |&level| level as f32 / 256.0)
        };
        Weights {
            values: self
                .codes
                .iter()
                .map(|&[a, b]| [value(a), value(b)])
                .collect(),
            bias: self.bias,
        }
    }
}

/// Each weight as the nearest of seven sizes, which are chosen to be near (Lloyd's way).
pub(crate) fn quantize(weights: &Weights) -> Quantized {
    let mut sizes: Vec<f32> = weights
        .values
        .iter()
        .flatten()
        .map(|w| w.abs())
        .filter(|&size| size > 0.0)
        .collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.last().copied().unwrap_or(0.0);
    let middles = middles(&sizes);
    let code = |w: f32| -> u8 {
        if w.abs() < least || w == 0.0 {
            return 0;
        }
        let code = 1 + nearest(&middles, w.abs()) as u8;
        if w < 0.0 { code + 8 } else { code }
    };
    let mut levels = [0; CODES];
    for (at, middle) in middles.iter().enumerate() {
        let level = (middle * 256.0).round() as i32;
        for (slot, level) in [(at + 1, level), (at + 9, -level)] {
            if let Some(slot) = levels.get_mut(slot) {
                *slot = level;
            }
        }
    }
    Quantized {
        codes: weights
            .values
            .iter()
            .map(|&[a, b]| [code(a), code(b)])
            .collect(),
        levels,
        bias: weights.bias,
    }
}

/// Sizes near which the others lie, ascending.
fn middles(sizes: &[f32]) -> [f32; SIZES] {
    let (most, least) = (
        sizes.first().copied().unwrap_or(1.0),
        sizes.last().copied().unwrap_or(0.1),
    );
    let ratio = (most / least).powf(1.0 / SIZES as f32);
    let mut middles = [0.0; SIZES];
    let mut size = least * ratio.sqrt();
    for middle in &mut middles {
        *middle = size;
        size *= ratio;
    }
    for _ in 0..30 {
        let mut sums = [(0.0_f64, 0_usize); SIZES];
        for &size in sizes {
            if let Some(sum) = sums.get_mut(nearest(&middles, size)) {
                *sum = (sum.0 + f64::from(size), sum.1 + 1);
            }
        }
        for (middle, (sum, count)) in middles.iter_mut().zip(sums) {
            if count > 0 {
                *middle = (sum / count as f64) as f32;
            }
        }
    }
    middles
}

fn nearest(middles: &[f32; SIZES], size: f32) -> usize {
    let far = |middle: &f32| (middle - size).abs();
    middles
        .iter()
        .enumerate()
        .min_by(|a, b| far(a.1).total_cmp(&far(b.1)))
        .map_or(0, |(at, _)| at)
}
