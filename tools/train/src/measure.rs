//! What judgements are worth.

/// The threshold at which the mean over the sets of the shares above it is `share`.
pub(crate) fn threshold(sets: &[Vec<f32>], share: f32) -> f32 {
    let mut all: Vec<(f32, f32)> = sets
        .iter()
        .filter(|set| !set.is_empty())
        .flat_map(|set| set.iter().map(|&score| (score, 1.0 / set.len() as f32)))
        .collect();
    let count = sets.iter().filter(|set| !set.is_empty()).count() as f32;
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut sum = 0.0;
    for (score, weight) in all {
        sum += weight / count;
        if sum > share {
            return score;
        }
    }
    f32::MIN
}

/// The share above a threshold.
pub(crate) fn above(scores: &[f32], threshold: f32) -> f32 {
    scores.iter().filter(|&&score| score > threshold).count() as f32 / scores.len().max(1) as f32
}

/// The chance that an attack scores higher than a benign text.
pub(crate) fn auc(attacks: &[f32], benign: &[f32]) -> f32 {
    let mut all: Vec<(f32, bool)> = attacks
        .iter()
        .map(|&s| (s, true))
        .chain(benign.iter().map(|&s| (s, false)))
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut sum) = (0.0_f64, 0.0_f64);
    let mut rest = all.as_slice();
    while let Some(&(score, _)) = rest.first() {
        let ties = rest.iter().take_while(|(s, _)| *s == score).count();
        let (tied, after) = rest.split_at(ties);
        let attacks = tied.iter().filter(|(_, a)| *a).count() as f64;
        let benign = ties as f64 - attacks;
        sum += attacks * (below + benign / 2.0);
        below += benign;
        rest = after;
    }
    (sum / (attacks.len() as f64 * benign.len() as f64).max(1.0)) as f32
}
