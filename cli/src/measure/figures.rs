//! The figures of one group of texts.

use serde::Serialize;

use super::{Curve, Judged, Rate};

/// From where on a score counts as found.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Thresholds {
    /// As the caller said.
    pub(crate) given: f32,
    /// Above which one in 100 of all benign texts lie; none without benign texts.
    pub(crate) one_percent: Option<f32>,
    /// Above which one in 1000 lie.
    pub(crate) tenth_of_percent: Option<f32>,
}

impl Thresholds {
    pub(crate) fn of(all: &Curve, given: f32) -> Self {
        Self {
            given,
            one_percent: all.threshold(100),
            tenth_of_percent: all.threshold(1000),
        }
    }
}

/// What is known of one group of texts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Figures {
    pub(crate) attacks: usize,
    pub(crate) benign: usize,
    pub(crate) accuracy: Rate,
    pub(crate) precision: Rate,
    pub(crate) recall: Rate,
    pub(crate) f1: Option<f64>,
    pub(crate) f1_interval: Option<[f64; 2]>,
    pub(crate) false_alarms: Rate,
    pub(crate) auc: Option<f64>,
    pub(crate) auc_interval: Option<[f64; 2]>,
    /// The thresholds are those of all texts, not of the group.
    pub(crate) recall_at_one_percent: Rate,
    pub(crate) recall_at_tenth_of_percent: Rate,
}

impl Figures {
    pub(crate) fn of(judged: &[Judged], curve: &Curve, thresholds: &Thresholds) -> Self {
        let attacks = || judged.iter().filter(|one| one.attack);
        let benign = || judged.iter().filter(|one| !one.attack);
        let found = |one: &Judged| one.score >= thresholds.given;
        let above = |threshold: Option<f32>| match threshold {
            Some(threshold) => Rate::of(attacks(), |one| one.score > threshold),
            None => Rate { hits: 0, of: 0 },
        };
        let concerned = judged.iter().filter(|one| one.attack || found(one));
        let overlap = Rate::of(concerned, |one| one.attack && found(one));
        // without attacks there is nothing to be right about
        let overlap = Some(overlap).filter(|_| attacks().next().is_some());
        Self {
            attacks: attacks().count(),
            benign: benign().count(),
            accuracy: Rate::of(judged, |one| found(one) == one.attack),
            precision: Rate::of(judged.iter().filter(|one| found(one)), |one| one.attack),
            recall: Rate::of(attacks(), found),
            f1: overlap.and_then(Rate::value).map(f1),
            f1_interval: overlap.and_then(Rate::interval).map(|ends| ends.map(f1)),
            false_alarms: Rate::of(benign(), found),
            auc: curve.area(),
            auc_interval: curve.area_interval(),
            recall_at_one_percent: above(thresholds.one_percent),
            recall_at_tenth_of_percent: above(thresholds.tenth_of_percent),
        }
    }
}

/// F1 of the share that is both attack and found among what is either. It grows with that share, so that the ends of the
/// share's interval are the ends of its own.
fn f1(overlap: f64) -> f64 {
    2.0 * overlap / (1.0 + overlap)
}

#[cfg(test)]
mod tests {
    use super::{Curve, Figures, Judged, Rate, Thresholds};

    fn figures(judged: &[Judged], given: f32) -> Figures {
        let curve = Curve::of(judged);
        Figures::of(judged, &curve, &Thresholds::of(&curve, given))
    }

    fn judged(score: f32, attack: bool) -> Judged {
        Judged { score, attack }
    }

    #[test]
    fn the_four_counts_give_the_rates() {
        // 3 found of 4 attacks, 1 false alarm among 6
        let attacks = [0.9, 0.8, 0.7, 0.1].map(|score| judged(score, true));
        let benign = [0.75, 0.2, 0.1, 0.0, 0.0, 0.0].map(|score| judged(score, false));
        let all = figures(&[&attacks[..], &benign[..]].concat(), 0.6);
        assert_eq!(all.recall, Rate { hits: 3, of: 4 });
        assert_eq!(all.precision, Rate { hits: 3, of: 4 });
        assert_eq!(all.false_alarms, Rate { hits: 1, of: 6 });
        assert_eq!(all.accuracy, Rate { hits: 8, of: 10 });
        assert!((all.f1.unwrap() - 0.75).abs() < 1e-12);
        let [low, high] = all.f1_interval.unwrap();
        assert!(low < 0.75 && 0.75 < high && high < 1.0, "{low} {high}");
        // no threshold allows an alarm among six
        assert_eq!(all.recall_at_one_percent, Rate { hits: 2, of: 4 });
    }

    #[test]
    fn one_class_has_no_figures_of_the_other() {
        let benign = figures(&[judged(0.9, false), judged(0.1, false)], 0.6);
        assert_eq!(
            (benign.recall.value(), benign.f1, benign.auc),
            (None, None, None)
        );
        assert_eq!(benign.precision, Rate { hits: 0, of: 1 });
        let attacks = figures(&[judged(0.9, true), judged(0.1, true)], 0.6);
        assert_eq!(attacks.recall, Rate { hits: 1, of: 2 });
        assert_eq!(attacks.false_alarms.value(), None);
        assert_eq!(attacks.recall_at_one_percent.value(), None);
        let none = figures(&[], 0.6);
        assert_eq!((none.accuracy.value(), none.f1), (None, None));
    }
}
