//! Whether a score is a chance: of all texts with 0.9, are nine in ten attacks?

use serde::Serialize;

use super::{Judged, Rate};

/// Into how many bins of the same width scores are sorted.
const BINS: u8 = 10;

/// How far scores are from chances.
///
/// How many of the texts with a score are attacks depends on how many attacks there are at all. So each class may weigh more or
/// less than it has texts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Calibration {
    /// The share of attacks for which this holds.
    pub(crate) attack_share: Option<f64>,
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
    pub(crate) texts: usize,
    pub(crate) attacks: usize,
    pub(crate) mean_score: Option<f64>,
    /// The share of attacks, with each class weighing what it does.
    pub(crate) share: Option<f64>,
    pub(crate) interval: Option<[f64; 2]>,
    #[serde(skip)]
    weight: f64,
}

impl Calibration {
    /// Where `attack_share` of the texts are attacks; if that is not given, or there are none of a class, as they are.
    pub(crate) fn of(judged: &[Judged], attack_share: Option<f64>) -> Self {
        let weights = Weights::of(judged, attack_share);
        let bins: Vec<Bin> = (0..BINS)
            .map(|number| Bin::of(number, judged, weights))
            .collect();
        let total: f64 = bins.iter().map(|bin| bin.weight).sum();
        let mean = |sum: f64| (total > 0.0).then(|| sum / total);
        let gaps = bins.iter().map(|bin| bin.gap() * bin.weight);
        let squares = judged.iter().map(|one| {
            let off = f64::from(one.score) - f64::from(u8::from(one.attack));
            weights.of_one(one) * off * off
        });
        let attacks = judged.iter().filter(|one| one.attack);
        Self {
            attack_share: mean(attacks.map(|one| weights.of_one(one)).sum()),
            error: mean(gaps.sum()),
            brier: mean(squares.sum()),
            bins,
        }
    }
}

/// What one text of each class counts for.
#[derive(Clone, Copy, Debug)]
struct Weights {
    attack: f64,
    benign: f64,
}

impl Weights {
    fn of(judged: &[Judged], attack_share: Option<f64>) -> Self {
        let there = Rate::of(judged, |one| one.attack).value();
        match there.zip(attack_share) {
            Some((there, wanted)) if there > 0.0 && there < 1.0 => Self {
                attack: wanted / there,
                benign: (1.0 - wanted) / (1.0 - there),
            },
            _ => Self {
                attack: 1.0,
                benign: 1.0,
            },
        }
    }

    const fn of_one(self, one: &Judged) -> f64 {
        if one.attack { self.attack } else { self.benign }
    }

    /// What becomes of a share of attacks. It keeps its order, so that the ends of an interval stay its ends.
    fn share(self, share: f64) -> f64 {
        let (attacks, benign) = (self.attack * share, self.benign * (1.0 - share));
        attacks / (attacks + benign)
    }
}

impl Bin {
    fn of(number: u8, judged: &[Judged], weights: Weights) -> Self {
        let inside = || judged.iter().filter(|one| bin(one.score) == number);
        let attacks = Rate::of(inside(), |one| one.attack);
        let weight: f64 = inside().map(|one| weights.of_one(one)).sum();
        let sum: f64 = inside()
            .map(|one| weights.of_one(one) * f64::from(one.score))
            .sum();
        Self {
            from: f64::from(number) / f64::from(BINS),
            to: f64::from(number + 1) / f64::from(BINS),
            texts: attacks.of,
            attacks: attacks.hits,
            mean_score: (attacks.of > 0).then(|| sum / weight),
            share: attacks.value().map(|share| weights.share(share)),
            interval: attacks
                .interval()
                .map(|ends| ends.map(|end| weights.share(end))),
            weight,
        }
    }

    fn gap(&self) -> f64 {
        let both = self.mean_score.zip(self.share);
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

    fn judged(score: f32, hits: usize, of: usize) -> impl Iterator<Item = Judged> {
        (0..of).map(move |n| Judged {
            score,
            attack: n < hits,
        })
    }

    fn close(one: Option<f64>, other: f64) -> bool {
        (one.unwrap() - other).abs() < 1e-6
    }

    #[test]
    fn scores_on_a_border_belong_to_the_upper_bin() {
        let bins: Vec<u8> = [0.0, 0.05, 0.1, 0.3, 0.6, 0.899, 0.9, 1.0].map(bin).into();
        assert_eq!(bins, [0, 0, 1, 3, 6, 8, 9, 9]);
    }

    #[test]
    fn the_error_is_the_mean_distance_from_the_share() {
        // nine in ten of one bin are attacks, one in four of the other: 10 texts are off by 0.05, 4 by 0.1
        let all: Vec<Judged> = judged(0.95, 9, 10).chain(judged(0.35, 1, 4)).collect();
        let calibration = Calibration::of(&all, None);
        assert!(close(calibration.error, (10.0 * 0.05 + 4.0 * 0.1) / 14.0));
        let squares = [
            9.0 * 0.05_f64.powi(2),
            0.95_f64.powi(2),
            0.65_f64.powi(2),
            3.0 * 0.35_f64.powi(2),
        ];
        assert!(close(calibration.brier, squares.iter().sum::<f64>() / 14.0));
        assert_eq!(calibration.bins[9].texts, 10);
        assert_eq!(calibration.bins[3].attacks, 1);
    }

    #[test]
    fn rarer_attacks_are_a_smaller_share_of_every_bin() {
        // half of the texts are attacks, and are to be one in five: a benign text counts for four attacks
        let all: Vec<Judged> = judged(0.8, 4, 5).chain(judged(0.2, 1, 5)).collect();
        let calibration = Calibration::of(&all, Some(0.2));
        assert!(close(calibration.attack_share, 0.2));
        assert!(close(calibration.bins[8].share, 4.0 / (4.0 + 4.0)));
        assert!(close(calibration.bins[2].share, 1.0 / (1.0 + 16.0)));
        // 8 of 25 are off by 0.3, 17 by 0.2 - 1/17
        assert!(close(
            calibration.error,
            (8.0 * 0.3 + 17.0 * (0.2 - 1.0 / 17.0)) / 25.0
        ));
        // Wilson's interval of 4 in 5 is 0.3755 to 0.9638
        let [low, high] = calibration.bins[8].interval.unwrap();
        assert!(
            (low - 0.3755 / (0.3755 + 4.0 * 0.6245)).abs() < 1e-3,
            "{low}"
        );
        assert!(
            (high - 0.9638 / (0.9638 + 4.0 * 0.0362)).abs() < 1e-3,
            "{high}"
        );
    }

    #[test]
    fn one_class_is_as_it_is() {
        let all: Vec<Judged> = judged(0.3, 0, 5).collect();
        let calibration = Calibration::of(&all, Some(0.2));
        assert!(close(calibration.error, 0.3));
        assert_eq!(calibration.attack_share, Some(0.0));
    }

    #[test]
    fn of_no_texts_nothing_is_known() {
        let calibration = Calibration::of(&[], Some(0.2));
        assert_eq!((calibration.error, calibration.brier), (None, None));
        assert_eq!(calibration.bins.len(), 10);
    }
}
