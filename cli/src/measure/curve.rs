//! The scores of many texts, in order.

use super::{Judged, Z};

/// Scores from the highest down.
#[derive(Clone, Debug)]
pub(crate) struct Curve {
    judged: Vec<Judged>,
    attacks: usize,
}

/// What one threshold gives: the shares of benign texts and of attacks from that score on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) false_alarms: f64,
    pub(crate) recall: f64,
}

impl Curve {
    pub(crate) fn of(judged: &[Judged]) -> Self {
        let mut judged = judged.to_vec();
        judged.sort_by(|a, b| b.score.total_cmp(&a.score));
        let attacks = judged.iter().filter(|one| one.attack).count();
        Self { judged, attacks }
    }

    fn benign(&self) -> usize {
        self.judged.len() - self.attacks
    }

    /// The lowest score above which no more than one in `every` of the benign texts lie. Where they are fewer than that,
    /// none lies above it. `None` without benign texts.
    pub(crate) fn threshold(&self, every: usize) -> Option<f32> {
        let mut benign = self.judged.iter().filter(|one| !one.attack);
        benign.nth(self.benign() / every).map(|one| one.score)
    }

    /// The points of the ROC curve, from the highest threshold down; the first finds nothing. `None` without both classes.
    pub(crate) fn points(&self) -> Option<Vec<Point>> {
        let (attacks, benign) = (self.attacks as f64, self.benign() as f64);
        if attacks == 0.0 || benign == 0.0 {
            return None;
        }
        let (mut hits, mut alarms) = (0, 0);
        let ties = self.ties().map(|(tied_attacks, tied_benign)| {
            hits += tied_attacks;
            alarms += tied_benign;
            Point {
                false_alarms: alarms as f64 / benign,
                recall: hits as f64 / attacks,
            }
        });
        let first = Point {
            false_alarms: 0.0,
            recall: 0.0,
        };
        Some(std::iter::once(first).chain(ties).collect())
    }

    /// How many attacks and how many benign texts have each score.
    fn ties(&self) -> impl Iterator<Item = (usize, usize)> {
        self.judged.chunk_by(|a, b| a.score == b.score).map(|tied| {
            let attacks = tied.iter().filter(|one| one.attack).count();
            (attacks, tied.len() - attacks)
        })
    }

    /// The chance that an attack scores higher than a benign text; ties count half.
    pub(crate) fn area(&self) -> Option<f64> {
        let points = self.points()?;
        let trapezoids = points.windows(2).map(|pair| match pair {
            [a, b] => (b.false_alarms - a.false_alarms) * (a.recall + b.recall) / 2.0,
            _ => 0.0,
        });
        Some(trapezoids.sum())
    }

    /// The 95 % interval of the area: DeLong's variance (1988), on the scale of log-odds, so that it stays within 0 and 1.
    ///
    /// Of the ways to get one, DeLong's draws nothing at random and takes ties as they are: the same rows give the same
    /// interval. `None` where it knows nothing: fewer than two of a class, or no two texts in the wrong order.
    pub(crate) fn area_interval(&self) -> Option<[f64; 2]> {
        let area = self.area()?;
        let (attacks, benign) = (self.attacks as f64, self.benign() as f64);
        // how often each attack outdoes the benign texts, and how often each of those is outdone: sums of squares
        let (mut above, mut below) = (0.0, benign);
        let (mut of_attacks, mut of_benign) = (0.0, 0.0);
        for (tied_attacks, tied_benign) in self.ties() {
            let (tied_attacks, tied_benign) = (tied_attacks as f64, tied_benign as f64);
            below -= tied_benign;
            let outdoes = (below + tied_benign / 2.0) / benign;
            let outdone = (above + tied_attacks / 2.0) / attacks;
            of_attacks += tied_attacks * (outdoes - area).powi(2);
            of_benign += tied_benign * (outdone - area).powi(2);
            above += tied_attacks;
        }
        let variance = of_attacks / (attacks - 1.0) / attacks + of_benign / (benign - 1.0) / benign;
        let slope = area * (1.0 - area);
        if attacks < 2.0 || benign < 2.0 || slope <= 0.0 || variance <= 0.0 {
            return None;
        }
        let (middle, half) = ((area / (1.0 - area)).ln(), Z * variance.sqrt() / slope);
        let chance = |odds: f64| 1.0 / (1.0 + (-odds).exp());
        Some([chance(middle - half), chance(middle + half)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Curve, Judged, Point};

    fn curve(attacks: &[f32], benign: &[f32]) -> Curve {
        let judged = |attack| move |&score: &f32| Judged { score, attack };
        let attacks = attacks.iter().map(judged(true));
        let all: Vec<Judged> = attacks.chain(benign.iter().map(judged(false))).collect();
        Curve::of(&all)
    }

    #[test]
    fn the_area_counts_pairs_in_order() {
        assert_eq!(curve(&[0.9, 0.8], &[0.1, 0.2]).area(), Some(1.0));
        assert_eq!(curve(&[0.9, 0.1], &[0.5]).area(), Some(0.5));
        assert_eq!(curve(&[0.5], &[0.5, 0.1]).area(), Some(0.75));
        assert_eq!(curve(&[0.5], &[]).area(), None);
        assert_eq!(curve(&[], &[0.5]).area(), None);
    }

    #[test]
    fn the_interval_of_the_area_is_delongs() {
        // by hand: the attacks outdo 1, 1 and 2/3 of the benign texts, these are outdone by 2/3, 1 and 1 of the attacks; both
        // have the variance 1/27, so that the area of 8/9 has 2/81; on log-odds ln 8 is in the middle of ± 3.1183
        let [low, high] = curve(&[0.9, 0.8, 0.3], &[0.5, 0.2, 0.1])
            .area_interval()
            .unwrap();
        assert!((low - 0.261_37).abs() < 1e-4, "{low}");
        assert!((high - 0.994_50).abs() < 1e-4, "{high}");
    }

    #[test]
    fn the_interval_agrees_with_counting_every_pair() {
        let attacks: Vec<f32> = (0..40_u16).map(|n| f32::from(n * 37 % 41) / 41.0).collect();
        let benign: Vec<f32> = (0..70_u8).map(|n| f32::from(n % 23) / 31.0).collect();
        let wins = |a: f32, b: f32| {
            if a > b {
                1.0
            } else if a == b {
                0.5
            } else {
                0.0
            }
        };
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let error = |values: &[f64]| {
            let sum: f64 = values.iter().map(|v| (v - mean(values)).powi(2)).sum();
            sum / (values.len() as f64 - 1.0) / values.len() as f64
        };
        let outdoes: Vec<f64> = attacks
            .iter()
            .map(|&a| mean(&benign.iter().map(|&b| wins(a, b)).collect::<Vec<_>>()))
            .collect();
        let outdone: Vec<f64> = benign
            .iter()
            .map(|&b| mean(&attacks.iter().map(|&a| wins(a, b)).collect::<Vec<_>>()))
            .collect();
        let area = mean(&outdoes);
        let half = 1.959_964 * (error(&outdoes) + error(&outdone)).sqrt() / (area * (1.0 - area));
        let curve = curve(&attacks, &benign);
        assert!((curve.area().unwrap() - area).abs() < 1e-12);
        let [low, high] = curve.area_interval().unwrap();
        let odds = |p: f64| (p / (1.0 - p)).ln();
        assert!((odds(high) - odds(area) - half).abs() < 1e-9);
        assert!((odds(area) - odds(low) - half).abs() < 1e-9);
    }

    #[test]
    fn an_area_that_nothing_is_known_of_has_no_interval() {
        assert_eq!(curve(&[0.9, 0.8], &[0.1, 0.2]).area_interval(), None);
        assert_eq!(curve(&[0.5; 4], &[0.5; 4]).area_interval(), None);
        assert_eq!(curve(&[0.5], &[0.5, 0.1]).area_interval(), None);
        assert_eq!(curve(&[], &[0.5, 0.1]).area_interval(), None);
    }

    #[test]
    fn texts_of_one_score_are_one_point() {
        let points = curve(&[0.9, 0.5], &[0.5, 0.1]).points().unwrap();
        let shares = |point: &Point| (point.false_alarms, point.recall);
        let shares: Vec<_> = points.iter().map(shares).collect();
        assert_eq!(shares, [(0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 1.0)]);
    }

    #[test]
    fn the_threshold_leaves_the_share_above_it() {
        let benign: Vec<f32> = (0..100_u8).map(|n| f32::from(n) / 100.0).collect();
        let curve = curve(&[], &benign);
        let above = |every| {
            let threshold = curve.threshold(every).unwrap();
            benign.iter().filter(|&&score| score > threshold).count()
        };
        assert_eq!((above(10), above(100), above(1000)), (10, 1, 0));
        assert_eq!(super::Curve::of(&[]).threshold(100), None);
    }
}
