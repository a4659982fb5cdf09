//! The scores of many texts, in order.

use super::Judged;

/// Scores from the highest down.
#[derive(Clone, Debug)]
pub(crate) struct Curve {
    judged: Vec<Judged>,
}

impl Curve {
    pub(crate) fn of(judged: impl IntoIterator<Item = Judged>) -> Self {
        let mut judged: Vec<Judged> = judged.into_iter().collect();
        judged.sort_by(|a, b| b.score.total_cmp(&a.score));
        Self { judged }
    }

    /// The lowest score above which no more than `share` of the benign texts lie; 0 if all may.
    pub(crate) fn threshold(&self, share: f64) -> f32 {
        let benign: Vec<f32> = self
            .judged
            .iter()
            .filter(|one| !one.attack)
            .map(|one| one.score)
            .collect();
        let allowed = (benign.len() as f64 * share) as usize;
        benign.get(allowed).copied().unwrap_or(0.0)
    }

    /// The chance that an attack scores higher than a benign text; ties count half.
    pub(crate) fn area(&self) -> Option<f64> {
        let attacks = self.judged.iter().filter(|one| one.attack).count() as f64;
        let benign = self.judged.len() as f64 - attacks;
        let (mut above, mut sum) = (0.0, 0.0);
        for tied in self.judged.chunk_by(|a, b| a.score == b.score) {
            let hits = tied.iter().filter(|one| one.attack).count() as f64;
            let misses = tied.len() as f64 - hits;
            sum += misses * (above + hits / 2.0);
            above += hits;
        }
        (attacks > 0.0 && benign > 0.0).then(|| sum / (attacks * benign))
    }

    /// The 95 % interval of the area (Hanley and McNeil, 1982).
    pub(crate) fn area_interval(&self) -> Option<[f64; 2]> {
        let area = self.area()?;
        let attacks = self.judged.iter().filter(|one| one.attack).count() as f64;
        let benign = self.judged.len() as f64 - attacks;
        let (one, two) = (area / (2.0 - area), 2.0 * area * area / (1.0 + area));
        let variance = (area * (1.0 - area)
            + (attacks - 1.0) * (one - area * area)
            + (benign - 1.0) * (two - area * area))
            / (attacks * benign);
        let half = 1.96 * variance.max(0.0).sqrt();
        Some([(area - half).max(0.0), (area + half).min(1.0)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Curve, Judged};

    fn curve(attacks: &[f32], benign: &[f32]) -> Curve {
        let judged = |attack| move |&score: &f32| Judged { score, attack };
        Curve::of(
            attacks
                .iter()
                .map(judged(true))
                .chain(benign.iter().map(judged(false))),
        )
    }

    #[test]
    fn the_area_counts_pairs_in_order() {
        assert_eq!(curve(&[0.9, 0.8], &[0.1, 0.2]).area(), Some(1.0));
        assert_eq!(curve(&[0.9, 0.1], &[0.5]).area(), Some(0.5));
        assert_eq!(curve(&[0.5], &[0.5, 0.1]).area(), Some(0.75));
        assert_eq!(curve(&[0.5], &[]).area(), None);
    }

    #[test]
    fn the_threshold_leaves_the_share_above_it() {
        let benign: Vec<f32> = (0..100_u8).map(|n| f32::from(n) / 100.0).collect();
        let curve = curve(&[], &benign);
        let above = |threshold: f32| benign.iter().filter(|&&score| score > threshold).count();
        assert_eq!(above(curve.threshold(0.01)), 1);
        assert_eq!(above(curve.threshold(0.0)), 0);
        assert_eq!(above(curve.threshold(0.1)), 10);
    }
}
