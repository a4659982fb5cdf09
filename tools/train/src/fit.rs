//! Fits the weights: stochastic gradient descent with a step for each weight (AdaGrad), one row after the other.

use std::{collections::HashMap, ops::Range};

use tamis::train::{HEADS, INPUTS, Scan, Shape, Summary, Window, factor};

use crate::{
    read::Example,
    rng::Rng,
    rows::{Origin, Row},
};

/// What can be turned.
#[derive(Clone, Debug)]
pub(crate) struct Knobs {
    /// Weights per head are `2^bits`.
    pub(crate) bits: u32,
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
    pub(crate) l2: f32,
    /// A feature counts only if so many files have it.
    pub(crate) min_files: u32,
    /// No file weighs more than so many rows, for each label.
    pub(crate) cap: f32,
    /// What a benign row weighs more than an attack.
    pub(crate) benign: f32,
    pub(crate) seed: u64,
    /// So many fits, each in another order, whose mean is pruned and polished.
    pub(crate) fits: usize,
    /// What a text of our own weighs less than one that was found.
    pub(crate) own: f32,
    /// What an honest one of those in English data weighs less: many are orders to people, in the very words of attacks.
    pub(crate) twins: f32,
    /// What an honest text in an encoding weighs more: there are many encodings, and few texts in each.
    pub(crate) encoded: f32,
    /// What an honest text of a language of which there are few weighs more at most.
    pub(crate) rare: f32,
    /// How far below nought an attack is given up.
    pub(crate) ramp: f32,
    /// The share of features that are left out of each step.
    pub(crate) dropout: f32,
    /// How many weights are left, 0 for all, and the epochs after that.
    pub(crate) count: usize,
    pub(crate) polish: usize,
    /// How many of the worst sentences of data, and of others, teach the second head.
    pub(crate) hard: usize,
    pub(crate) random: usize,
}

/// The weights of both heads.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    pub(crate) values: Vec<[f32; HEADS]>,
    pub(crate) bias: [f32; HEADS],
}

impl Weights {
    fn new(size: usize) -> Self {
        Self {
            values: vec![[0.0; HEADS]; size],
            bias: [0.0; HEADS],
        }
    }

    /// Adds a share of others.
    fn add(&mut self, others: &Self, share: f32) {
        let values = self.values.iter_mut().chain([&mut self.bias]);
        for (value, other) in values.zip(others.values.iter().chain([&others.bias])) {
            for (value, other) in value.iter_mut().zip(other) {
                *value += share * other;
            }
        }
    }

    pub(crate) fn slot(&self, hash: u32) -> usize {
        hash as usize & (self.values.len() - 1)
    }

    /// The contribution of each token, as the library takes them.
    pub(crate) fn contributions(&self, example: &Example, dropout: Dropout) -> Vec<[i32; HEADS]> {
        (0..example.len())
            .map(|token| {
                let mut sums = [0.0_f32; HEADS];
                for &hash in example.features(token..token + 1) {
                    if dropout.drops(hash) {
                        continue;
                    }
                    let value = self
                        .values
                        .get(self.slot(hash))
                        .copied()
                        .unwrap_or_default();
                    for (sum, value) in sums.iter_mut().zip(value) {
                        *sum += value;
                    }
                }
                sums.map(|sum| (sum * 256.0 * dropout.scale()).round() as i32)
            })
            .collect()
    }
}

/// Leaves some features of a row out, so that none is relied on alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dropout {
    /// The share that is left out, in 256ths.
    share: u32,
    salt: u32,
}

impl Dropout {
    fn drops(self, hash: u32) -> bool {
        self.share > 0 && (hash ^ self.salt).wrapping_mul(0x9E37_79B1) >> 24 < self.share
    }

    fn scale(self) -> f32 {
        256.0 / (256 - self.share) as f32
    }
}

/// A judged window of an example.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) shape: Shape,
    pub(crate) tokens: Range<usize>,
    pub(crate) scores: [f32; HEADS],
}

/// Slides the windows over an example.
fn scan(
    weights: &Weights,
    example: &Example,
    dropout: Dropout,
    mut each: impl FnMut(Window),
) -> Scan {
    let mut scan = Scan::default();
    let contributions = weights.contributions(example, dropout);
    for (at, contribution) in contributions.into_iter().enumerate() {
        let starts = example.starts.get(at).copied().unwrap_or(false);
        scan.push(starts, at..at + 1, contribution, &mut each);
    }
    scan.finish(&mut each);
    scan
}

/// All windows of an example.
fn windows(weights: &Weights, example: &Example, dropout: Dropout) -> Vec<Judged> {
    let mut all = Vec::new();
    scan(weights, example, dropout, |window| {
        let mut scores = window.scores;
        for (score, bias) in scores.iter_mut().zip(weights.bias) {
            *score += bias;
        }
        all.push(Judged {
            shape: window.shape,
            tokens: window.tokens,
            scores,
        });
    });
    all
}

/// What the library sees of an example: the inputs of the last judgement.
pub(crate) fn inputs(weights: &Weights, example: &Example) -> [f32; INPUTS] {
    let mut summary = Summary::default();
    let scan = scan(weights, example, Dropout::default(), |window| {
        summary.see(&window);
    });
    summary.inputs(&scan, example.rule)
}

/// The worst window of a shape for a head, of those that `may` be taken.
fn worst(
    all: &[Judged],
    head: usize,
    shape: Shape,
    may: impl Fn(&Judged) -> bool,
) -> Option<&Judged> {
    let of_shape = all.iter().filter(|w| w.shape == shape && may(w));
    of_shape.max_by(|a, b| score(a, head).total_cmp(&score(b, head)))
}

fn score(window: &Judged, head: usize) -> f32 {
    window.scores.get(head).copied().unwrap_or(f32::MIN)
}

fn sigmoid(z: f32) -> f32 {
    1.0 / (1.0 + (-z).exp())
}

struct Fit<'a> {
    knobs: &'a Knobs,
    weights: Weights,
    squares: Vec<[f32; HEADS]>,
    bias_squares: [f32; HEADS],
    kept: Vec<[bool; HEADS]>,
    dropout: Dropout,
}

impl<'a> Fit<'a> {
    fn new(knobs: &'a Knobs, kept: Vec<[bool; HEADS]>) -> Self {
        Self {
            knobs,
            weights: Weights::new(kept.len()),
            squares: vec![[0.0; HEADS]; kept.len()],
            bias_squares: [0.0; HEADS],
            kept,
            dropout: Dropout::default(),
        }
    }

    /// Takes every row once, in an order of its own.
    fn pass(&mut self, rows: &[Row], examples: &[&Example], weights: &[f32], rng: &mut Rng) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        rng.shuffle(&mut order);
        for at in order {
            let (Some(&example), Some(&weight)) = (examples.get(at), weights.get(at)) else {
                continue;
            };
            let Some(row) = rows.get(example.row) else {
                continue;
            };
            self.dropout = Dropout {
                share: (self.knobs.dropout * 256.0) as u32,
                salt: rng.next() as u32,
            };
            one(self, row, example, weight, rng);
        }
    }

    fn step(&mut self, example: &Example, window: &Judged, head: usize, label: f32, weight: f32) {
        let z = score(window, head);
        let mut gradient = (sigmoid(z) - label) * weight;
        if label > 0.5 {
            // an attack in words that no attack shows by is no reason to suspect those words
            gradient *= sigmoid(z + self.knobs.ramp);
        }
        let scale = factor(window.tokens.len()) * 256.0 * self.dropout.scale();
        let rate = self.knobs.rate;
        for &hash in example.features(window.tokens.clone()) {
            if self.dropout.drops(hash) {
                continue;
            }
            let slot = self.weights.slot(hash);
            if !self
                .kept
                .get(slot)
                .and_then(|k| k.get(head))
                .copied()
                .unwrap_or(false)
            {
                continue;
            }
            let (Some(value), Some(square)) = (
                self.weights
                    .values
                    .get_mut(slot)
                    .and_then(|v| v.get_mut(head)),
                self.squares.get_mut(slot).and_then(|v| v.get_mut(head)),
            ) else {
                continue;
            };
            let g = gradient * scale + self.knobs.l2 * *value * weight;
            *square += g * g;
            *value -= rate * g / (square.sqrt() + 1e-3);
        }
        if let (Some(bias), Some(square)) = (
            self.weights.bias.get_mut(head),
            self.bias_squares.get_mut(head),
        ) {
            *square += gradient * gradient;
            *bias -= rate * gradient / (square.sqrt() + 1e-3);
        }
    }
}

impl Fit<'_> {
    /// Leaves only the weights that matter, by their size and how `often` they are met; what is polished then is what
    /// ships.
    fn prune(&mut self, count: usize, often: &[f32]) {
        let sizes = |values: &[f32; HEADS], often: f32| values.map(|value| value.abs() * often);
        let mut all: Vec<f32> = self
            .weights
            .values
            .iter()
            .zip(often)
            .flat_map(|(values, often)| sizes(values, *often))
            .collect();
        all.sort_by(|a, b| b.total_cmp(a));
        let least = all.get(count).copied().unwrap_or(0.0);
        for ((values, kept), often) in self
            .weights
            .values
            .iter_mut()
            .zip(&mut self.kept)
            .zip(often)
        {
            let sizes = sizes(values, *often);
            for ((value, kept), size) in values.iter_mut().zip(kept).zip(sizes) {
                if size <= least {
                    *value = 0.0;
                    *kept = false;
                }
            }
        }
    }
}

/// Fits both heads on these examples: the mean of several fits, pruned and polished.
pub(crate) fn fit(rows: &[Row], examples: &[&Example], knobs: &Knobs) -> Weights {
    let size = 1_usize << knobs.bits;
    let kept = kept(rows, examples, size, knobs.min_files);
    let weights = row_weights(rows, examples, knobs);
    let mut rng = Rng::new(knobs.seed);
    let mut fit = Fit::new(knobs, kept);
    let mut mean = Weights::new(size);
    for _ in 0..knobs.fits {
        fit = Fit::new(knobs, fit.kept);
        for _ in 0..knobs.epochs {
            fit.pass(rows, examples, &weights, &mut rng);
        }
        mean.add(&fit.weights, 1.0 / knobs.fits as f32);
    }
    fit.weights = mean;
    if knobs.count > 0 {
        fit.prune(knobs.count, &often(examples, &weights, size));
    }
    for _ in 0..knobs.polish {
        fit.pass(rows, examples, &weights, &mut rng);
    }
    fit.weights
}

/// Attacks put somewhere into honest news: the worst window may be anything, so that these rows teach nothing but what
/// data looks like.
const LOST: [&str; 1] = ["tasktracker_composed"];

/// Takes the calmer two thirds of the sentences for data.
fn lost(fit: &mut Fit<'_>, all: &[Judged], example: &Example, weight: f32, rng: &mut Rng) {
    for head in 0..HEADS {
        let mut sentences: Vec<&Judged> =
            all.iter().filter(|w| w.shape == Shape::Sentence).collect();
        sentences.sort_by(|a, b| score(b, head).total_cmp(&score(a, head)));
        sentences.drain(..sentences.len() / 3);
        let worst = sentences.first().map(|w| (*w).clone());
        let other = sentences
            .get(rng.below(sentences.len()))
            .map(|w| (*w).clone());
        for window in worst.into_iter().chain(other) {
            fit.step(example, &window, head, 0.0, weight * fit.knobs.benign / 2.0);
        }
    }
}

fn one(fit: &mut Fit<'_>, row: &Row, example: &Example, weight: f32, rng: &mut Rng) {
    let all = windows(&fit.weights, example, fit.dropout);
    let label = if row.attack { 1.0 } else { 0.0 };
    let within = |window: &Judged| {
        example.inside.as_ref().is_none_or(|inside| {
            let common = window
                .tokens
                .end
                .min(inside.end)
                .saturating_sub(window.tokens.start.max(inside.start));
            common * 2 >= window.tokens.len().min(inside.len())
        })
    };
    if LOST.contains(&row.file.as_str()) {
        return lost(fit, &all, example, weight, rng);
    }
    // override: is any window of this text an attack? A composed order without words of attack says nothing of it
    // nor does an order of our own in data: a person may give most of them
    let is_order = row.kind == "order" || row.attack && row.origin == Origin::Data && row.is_own();
    if !is_order && row.kind != "benign-prompt-own" {
        let worst_long = worst(&all, 0, Shape::Long, |w| !row.attack || within(w)).cloned();
        if let Some(window) = worst_long {
            fit.step(example, &window, 0, label, weight);
        }
        let worst_sentence = worst(&all, 0, Shape::Sentence, |w| !row.attack || within(w)).cloned();
        if let Some(window) = worst_sentence {
            fit.step(example, &window, 0, label, weight * 0.5);
        }
    }
    // addresses the machine: orders against data
    let label = if row.attack || row.origin == Origin::User {
        1.0
    } else {
        0.0
    };
    if row.origin == Origin::Data {
        if let Some(window) = worst(&all, 1, Shape::Sentence, |w| !row.attack || within(w)).cloned()
        {
            fit.step(example, &window, 1, label, weight);
        }
        // the worst of what is only data, and some more of it
        let mut outside: Vec<&Judged> = all
            .iter()
            .filter(|w| w.shape == Shape::Sentence)
            .filter(|w| match &example.inside {
                Some(inside) => w.tokens.end <= inside.start || w.tokens.start >= inside.end,
                None => true,
            })
            .collect();
        outside.sort_by(|a, b| score(b, 1).total_cmp(&score(a, 1)));
        if row.attack && example.inside.is_none() {
            // where the attack stands is not known: a long text is mostly data
            let unsure = if outside.len() < 12 {
                outside.len()
            } else {
                outside.len() / 3
            };
            outside.drain(..unsure);
        }
        let mut chosen: Vec<Judged> = outside
            .iter()
            .skip(1)
            .take(fit.knobs.hard)
            .map(|w| (*w).clone())
            .collect();
        for _ in 0..fit.knobs.random {
            chosen.extend(outside.get(rng.below(outside.len())).map(|w| (*w).clone()));
        }
        let share = weight * fit.knobs.benign / (fit.knobs.hard + fit.knobs.random).max(1) as f32;
        for window in chosen {
            fit.step(example, &window, 1, 0.0, share);
        }
    }
}

/// How much is known of each slot: the square root of the weight of the rows that have it.
fn often(examples: &[&Example], weights: &[f32], size: usize) -> Vec<f32> {
    let mut often = vec![0.0_f32; size];
    for (example, weight) in examples.iter().zip(weights) {
        let slots = example
            .hashes
            .iter()
            .map(|&hash| hash as usize & (size - 1));
        let mut slots: Vec<usize> = slots.collect();
        slots.sort_unstable();
        slots.dedup();
        for slot in slots {
            if let Some(often) = often.get_mut(slot) {
                *often += weight;
            }
        }
    }
    often.into_iter().map(f32::sqrt).collect()
}

/// The slots of features that enough files have.
fn kept(rows: &[Row], examples: &[&Example], size: usize, min_files: u32) -> Vec<[bool; HEADS]> {
    let mut names: Vec<(&str, usize)> = rows
        .iter()
        .map(|row| (row.file.as_str(), row.item))
        .collect();
    names.sort_unstable();
    names.dedup();
    // of each feature: one file that has it, and in how many others it was seen
    let mut seen: HashMap<u32, u64> = HashMap::new();
    for example in examples {
        let name = rows
            .get(example.row)
            .map_or(("", 0), |row| (row.file.as_str(), row.item));
        let bit = 1_u64 << (names.binary_search(&name).unwrap_or(0) % 64);
        for &hash in &example.hashes {
            *seen.entry(hash).or_default() |= bit;
        }
    }
    let mut kept = vec![[false; HEADS]; size];
    for (hash, files) in seen {
        if files.count_ones() >= min_files
            && let Some(slot) = kept.get_mut(hash as usize & (size - 1))
        {
            *slot = [true; HEADS];
        }
    }
    kept
}

/// What each row weighs, so that large files of templates don't drown small honest ones. Honest texts in many languages
/// count by language: else the words of a language speak for an attack where only attacks are many.
fn row_weights(rows: &[Row], examples: &[&Example], knobs: &Knobs) -> Vec<f32> {
    use std::collections::BTreeMap;
    let key = |row: &Row| {
        let by_language = !row.attack && row.file.contains("multilingual");
        let lang = if by_language { row.lang.as_str() } else { "" };
        (row.file.clone(), row.attack, lang.to_owned())
    };
    let rows: Vec<Option<&Row>> = examples.iter().map(|e| rows.get(e.row)).collect();
    let mut counts = BTreeMap::new();
    for row in rows.iter().flatten() {
        *counts.entry(key(row)).or_insert(0.0_f32) += 1.0;
    }
    let weight = |row: &Row| {
        let count = counts.get(&key(row)).copied().unwrap_or(1.0);
        let is_twin = !row.attack && row.origin == Origin::Data && row.lang == "en";
        let own = match (row.is_own(), is_twin) {
            (true, true) => knobs.own * knobs.twins,
            (true, false) => knobs.own,
            (false, _) => 1.0,
        };
        let benign = if row.attack { 1.0 } else { knobs.benign };
        let encoded = if row.file == "encoded" {
            knobs.encoded
        } else {
            1.0
        };
        // few are known of most languages, so each says more
        let most = if row.attack || !row.file.contains("multilingual") {
            1.0
        } else {
            knobs.rare
        };
        (knobs.cap / count).min(most) * own * benign * encoded
    };
    rows.iter().map(|row| row.map_or(0.0, weight)).collect()
}
