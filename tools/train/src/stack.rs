//! Combines what the heads say of a text's windows into one judgement for each origin: a logistic regression of a few inputs.

use tamis::train::Shape;

use crate::fit::{Judged, score, worst};

/// The inputs of a text.
pub(crate) const INPUTS: usize = 8;

pub(crate) type Inputs = [f32; INPUTS];

pub(crate) fn inputs(all: &[Judged], means: [f32; 2], tokens: usize) -> Inputs {
    let best = |head, shape| worst(all, head, shape, |_| true).map_or(0.0, |w| score(w, head));
    let [mean0, mean1] = means;
    let both = all.iter().filter(|w| w.shape == Shape::Sentence).map(|w| score(w, 0).min(score(w, 1))).fold(-9.0, f32::max);
    [
        best(0, Shape::Long),
        best(0, Shape::Sentence),
        best(1, Shape::Sentence),
        mean0,
        mean1,
        (tokens as f32 + 8.0).ln() - 4.0,
        both,
        best(1, Shape::Long),
    ]
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Stack {
    pub(crate) weights: Inputs,
    pub(crate) bias: f32,
}

impl Stack {
    pub(crate) fn score(&self, inputs: &Inputs) -> f32 {
        self.bias + self.weights.iter().zip(inputs).map(|(w, x)| w * x).sum::<f32>()
    }

    /// Full-batch gradient descent with momentum; convex, and small.
    pub(crate) fn fit(items: &[(Inputs, bool, f32)], l2: f32) -> Self {
        let mut stack = Self::default();
        let total: f32 = items.iter().map(|item| item.2).sum();
        let mut speed = [0.0_f32; INPUTS + 1];
        for _ in 0..1500 {
            let mut gradient = [0.0_f32; INPUTS + 1];
            for (inputs, attack, weight) in items {
                let p = 1.0 / (1.0 + (-stack.score(inputs)).exp());
                let error = (p - if *attack { 1.0 } else { 0.0 }) * weight / total;
                for (g, x) in gradient.iter_mut().zip(inputs.iter().chain([&1.0])) {
                    *g += error * x;
                }
            }
            for (g, w) in gradient.iter_mut().zip(stack.weights) {
                *g += l2 * w;
            }
            for (s, g) in speed.iter_mut().zip(gradient) {
                *s = *s * 0.9 - 0.1 * g;
            }
            for (w, s) in stack.weights.iter_mut().zip(speed) {
                *w += s;
            }
            stack.bias += speed.last().copied().unwrap_or(0.0);
        }
        stack
    }
}
