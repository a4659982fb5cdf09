//! The weights: what each feature says, and how the worst windows make a score.
//!
//! The bytes are written by the trainer; `format.md` says where each lies.

use super::{feature::Features, sparse::Sparse, summary::INPUTS, window::HEADS};
use crate::source::Source;

/// A header, then the codes of the weights.
static MODEL: &[u8] = include_bytes!("../model/weights.bin");

static WEIGHTS: Sparse = Sparse::new(MODEL.split_at(HEADER).1);

/// The header: the weight of each code, and the two mixes.
pub const HEADER: usize = 4 * CODES + 2 * MIX_BYTES;

/// Weights are told apart by four bits.
pub const CODES: usize = 16;

const MIX_BYTES: usize = 4 * (INPUTS + 1);

/// Which of the two mixes is asked: texts of a person, or data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody who may give orders.
    Person = 0,
    /// What should hold no orders at all.
    Data = 1,
}

impl From<Source> for Origin {
    fn from(source: Source) -> Self {
        if source.gives_orders() {
            Self::Person
        } else {
            Self::Data
        }
    }
}

/// What a token contributes to each head, in 256ths. Constant time.
#[inline]
#[must_use]
pub fn contribution(features: &Features) -> [i32; HEADS] {
    let [mut overrides, mut addresses] = [0_i32; HEADS];
    for &hash in features.hashes() {
        let Some([one, other]) = WEIGHTS.codes(hash) else {
            continue;
        };
        overrides += level(one);
        addresses += level(other);
    }
    [overrides, addresses]
}

/// The chance that a text with these inputs is an attack, from 0 to 1.
#[must_use]
pub fn chance(origin: Origin, inputs: &[f32; INPUTS]) -> f32 {
    let start = CODES + origin as usize * (INPUTS + 1);
    let mut sum = f32::from_le_bytes(word(start + INPUTS));
    for (at, input) in inputs.iter().enumerate() {
        sum += f32::from_le_bytes(word(start + at)) * input;
    }
    logistic(sum)
}

/// The weight of a code of four bits, in 256ths.
#[inline]
fn level(code: u8) -> i32 {
    LEVELS.get(usize::from(code)).copied().unwrap_or_default()
}

/// The weight of each code.
#[allow(clippy::indexing_slicing)] // a constant: it would not compile
static LEVELS: [i32; CODES] = {
    let mut levels = [0; CODES];
    let mut at = 0;
    while at < CODES {
        let start = 4 * at;
        let bytes = [
            MODEL[start],
            MODEL[start + 1],
            MODEL[start + 2],
            MODEL[start + 3],
        ];
        levels[at] = i32::from_le_bytes(bytes);
        at += 1;
    }
    levels
};

/// The four bytes at this place of the header.
fn word(at: usize) -> [u8; 4] {
    let (words, _) = MODEL.as_chunks::<4>();
    words.get(at).copied().unwrap_or_default()
}

/// So many knots to each side of nought, four to the unit.
const KNOTS: usize = 48;

/// The logistic function, straight between its knots: the same on every machine, as no library's `exp` is.
fn logistic(x: f32) -> f32 {
    let at = (x * 4.0 + KNOTS as f32).clamp(0.0, (2 * KNOTS) as f32);
    let before = at as usize;
    let value = |knot: usize| LOGISTIC.get(knot.min(2 * KNOTS)).copied().unwrap_or(1.0);
    let (low, high) = (value(before), value(before + 1));
    low + (high - low) * (at - before as f32)
}

#[allow(clippy::indexing_slicing)] // a constant: it would not compile
static LOGISTIC: [f32; 2 * KNOTS + 1] = {
    let mut table = [0.0; 2 * KNOTS + 1];
    let mut at = 0;
    while at < table.len() {
        let x = (at as f64 - KNOTS as f64) / 4.0;
        table[at] = (1.0 / (1.0 + exp(-x))) as f32;
        at += 1;
    }
    table
};

/// The exponential by its series, halved ten times before and squared ten times behind.
const fn exp(x: f64) -> f64 {
    let x = x / 1024.0;
    let mut sum = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)));
    let mut squared = 0;
    while squared < 10 {
        sum *= sum;
        squared += 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{KNOTS, logistic};

    #[test]
    fn the_logistic_function_is_what_it_is_called() {
        for at in -200..=200 {
            let x = at as f32 / 20.0;
            let true_value = 1.0 / (1.0 + (-x).exp());
            assert!((logistic(x) - true_value).abs() < 0.002, "{x}");
        }
        assert!(logistic(-1e9) < 1e-4 && logistic(1e9) > 1.0 - 1e-4 && KNOTS == 48);
    }
}
