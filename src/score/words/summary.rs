//! What is remembered of a text's windows, and made into one number for each source.

use core::ops::Range;

use super::window::{HEADS, Scan, Shape, Window};

/// The inputs of the last judgement.
pub const INPUTS: usize = 7;

/// Longer texts are judged like this one, in tokens: else an order in a book would be lost.
const MAX_LENGTH: usize = 4096;

/// What is longer was pasted: the longest prompts of persons, jailbreaks among them, are shorter.
const WRITTEN: usize = 2048;

/// And shorter ones like this: they have had one chance.
const MIN_LENGTH: usize = 24;

/// The worst of one sort of window for one head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worst {
    /// Its score; 0 in an empty text.
    pub score: f32,
    /// Its place in bytes, empty in an empty text.
    pub byte_span: Range<usize>,
    seen: bool,
}

impl Worst {
    fn see(&mut self, score: f32, window: &Window) {
        if !self.seen || self.score < score {
            *self = Self {
                score,
                byte_span: window.byte_span.clone(),
                seen: true,
            };
        }
    }
}

/// What is remembered of a text's windows: a state of fixed size.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The long window that overrides most.
    pub override_long: Worst,
    /// The sentence that overrides most.
    pub override_sentence: Worst,
    /// The sentence that addresses the machine most.
    pub address_sentence: Worst,
}

impl Summary {
    /// Takes the next window.
    #[inline]
    pub fn see(&mut self, window: &Window) {
        let [overrides, addresses]: [f32; HEADS] = window.scores;
        match window.shape {
            Shape::Long => self.override_long.see(overrides, window),
            Shape::Sentence => {
                self.override_sentence.see(overrides, window);
                self.address_sentence.see(addresses, window);
            }
        }
    }

    /// The inputs of the last judgement. What a text is like as a whole counts too: the more there is of it, the more
    /// windows had their chance, and where all of it addresses somebody, one sentence that does is nothing special. `rule` is the weight of the heaviest
    /// rule that matches. The last input is how often a text is twice as long as what a person writes.
    #[must_use]
    pub fn inputs(&self, scan: &Scan, rule: f32) -> [f32; INPUTS] {
        [
            self.override_long.score,
            self.override_sentence.score,
            self.address_sentence.score,
            scan.mean(1) / 256.0,
            length(scan.count()),
            rule,
            excess(scan.count()),
        ]
    }
}

/// How often a text is twice as long as the longest that a person writes by hand, up to three times: an order in a book is
/// one.
fn excess(tokens: usize) -> f32 {
    let tokens = tokens.clamp(WRITTEN, WRITTEN << 3);
    let power = (tokens / WRITTEN).ilog2();
    power as f32 + tokens as f32 / (WRITTEN << power) as f32 - 1.0
}

/// The logarithm of a length to base two, straight between the powers.
fn length(tokens: usize) -> f32 {
    let tokens = tokens.clamp(MIN_LENGTH, MAX_LENGTH) + 8;
    let power = tokens.ilog2();
    power as f32 + tokens as f32 / (1_usize << power) as f32 - 1.0
}
