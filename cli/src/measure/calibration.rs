//! Whether a score is a chance: of all texts with 0.9, are nine in ten attacks?

use serde::Serialize;

use super::{Judged, Rate};

/// Into how many bins of the same width scores are sorted.
const BINS: u8 = 10;

/// How far scores are from chances.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Calibration {
    /// How far the mean score of a bin is from its share of attacks, as a mean over all texts.
    pub(crate) error: Option<f64>,
    /// The mean square of what each score is off (Brier's score).
    pub(crate) brier: Option<f64>,
    /// From the lowest scores up; those with no text are there too.
    pub(crate) bins: Vec<Bin>,
}

/// The texts whose scores are close together.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bin {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) mean_score: Option<f64>,
    /// How many of its texts are attacks.
    pub(crate) attacks: Rate,
}

impl Calibration {
    pub(crate) fn of(judged: &[Judged]) -> Self {
        let bins: Vec<Bin> = (0..BINS).map(|number| Bin::of(number, judged)).collect();
        let mean = |sum: f64| (!judged.is_empty()).then(|| sum / judged.len() as f64);
        let gaps = bins.iter().map(|bin| bin.gap() * bin.attacks.of as f64);
        let squares = judged
            .iter()
            .map(|one| (f64::from(one.score) - f64::from(u8::from(one.attack))).powi(2));
        Self {
            error: mean(gaps.sum()),
            brier: mean(squares.sum()),
            bins,
        }
    }
}

impl Bin {
    fn of(number: u8, judged: &[Judged]) -> Self {
        let inside = || judged.iter().filter(|one| bin(one.score) == number);
        let sum: f64 = inside().map(|one| f64::from(one.score)).sum();
        let attacks = Rate::of(inside(), |one| one.attack);
        Self {
            from: f64::from(number) / f64::from(BINS),
            to: f64::from(number + 1) / f64::from(BINS),
            mean_score: (attacks.of > 0).then(|| sum / attacks.of as f64),
            attacks,
        }
    }

    fn gap(&self) -> f64 {
        let both = self.mean_score.zip(self.attacks.value());
        both.map_or(0.0, |(score, share)| (score - share).abs())
    }
}

/// The bin of a score. The last one has 1 in it.
fn bin(score: f32) -> u8 {
    ((score * f32::from(BINS)) as u8).min(BINS - 1)
}

#[cfg(test)]
mod tests {
    use super::{Calibration, Judged, bin};

    #[test]
    fn scores_on_a_border_belong_to_the_upper_bin() {
        let bins: Vec<u8> = [0.0, 0.05, 0.1, 0.3, 0.6, 0.899, 0.9, 1.0].map(bin).into();
        assert_eq!(bins, [0, 0, 1, 3, 6, 8, 9, 9]);
    }

    #[test]
    fn the_error_is_the_mean_distance_from_the_share() {
        // nine in ten of one bin are attacks, one in four of the other: 10 texts are off by 0.05, 4 by 0.1
        let judged = |score, hits: usize, of: usize| {
            (0..of).map(move |n| Judged {
                score,
                attack: n < hits,
            })
        };
        let all: Vec<Judged> = judged(0.95, 9, 10).chain(judged(0.35, 1, 4)).collect();
        let calibration = Calibration::of(&all);
        let error = (10.0 * 0.05 + 4.0 * 0.1) / 14.0;
        assert!((calibration.error.unwrap() - error).abs() < 1e-6);
        let brier =
            9.0 * 0.05_f64.powi(2) + 0.95_f64.powi(2) + 0.65_f64.powi(2) + 3.0 * 0.35_f64.powi(2);
        assert!((calibration.brier.unwrap() - brier / 14.0).abs() < 1e-6);
        assert_eq!(calibration.bins[9].attacks.of, 10);
        assert_eq!(calibration.bins[3].attacks.hits, 1);
    }

    #[test]
    fn of_no_texts_nothing_is_known() {
        let calibration = Calibration::of(&[]);
        assert_eq!((calibration.error, calibration.brier), (None, None));
        assert_eq!(calibration.bins.len(), 10);
    }
}
