//! Windows over the tokens: an order in page 40 counts as in line 1, and a long honest text does not add up to one.

use core::ops::Range;

/// The judgements that are made side by side: does it override, does it address the machine.
pub const HEADS: usize = 2;

/// The tokens of a long window.
pub const LONG: usize = 64;

/// A long window ends at every such token.
const STRIDE: usize = 8;

/// A sentence ends here, whatever it says.
const MAX_SENTENCE: usize = 32;

/// A sentence shorter than this goes with the next.
const MIN_SENTENCE: usize = 4;

/// What sort of window it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number of tokens, whatever they say.
    Long = 0,
    /// What stands between two full stops, or in a line.
    Sentence = 1,
}

/// A window, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// What sort of window it is.
    pub shape: Shape,
    /// Its tokens, counted from the first of the text.
    pub tokens: Range<usize>,
    /// Its place in bytes.
    pub byte_span: Range<usize>,
    /// What each head says of it.
    pub scores: [f32; HEADS],
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// The sums of all contributions before this token.
    sums: [i32; HEADS],
    start: usize,
}

/// Slides the windows over the tokens as they come.
#[derive(Clone, Debug)]
pub struct Scan {
    ring: [Entry; LONG],
    sums: [i32; HEADS],
    /// Sums over the whole text, which may be long.
    totals: [i64; HEADS],
    count: usize,
    sentence: usize,
    end: usize,
}

impl Default for Scan {
    fn default() -> Self {
        Self {
            ring: [Entry::default(); LONG],
            sums: [0; HEADS],
            totals: [0; HEADS],
            count: 0,
            sentence: 0,
            end: 0,
        }
    }
}

impl Scan {
    /// Takes the next token: whether it begins a sentence, where it stands, and what it contributes to each head.
    #[inline]
    pub fn push(
        &mut self,
        starts: bool,
        byte_span: Range<usize>,
        contribution: [i32; HEADS],
        mut each: impl FnMut(Window),
    ) {
        let len = self.count - self.sentence;
        if starts && len >= MIN_SENTENCE {
            self.judge(Shape::Sentence, self.sentence, &mut each);
            self.sentence = self.count;
        } else if len == MAX_SENTENCE {
            self.judge(Shape::Sentence, self.sentence, &mut each);
            self.sentence += MAX_SENTENCE / 2;
        }
        let sums = self.sums;
        if let Some(entry) = self.ring.get_mut(self.count % LONG) {
            *entry = Entry {
                sums,
                start: byte_span.start,
            };
        }
        for ((sum, total), one) in self.sums.iter_mut().zip(&mut self.totals).zip(contribution) {
            *sum = sum.wrapping_add(one);
            *total += i64::from(one);
        }
        self.end = byte_span.end;
        self.count += 1;
        if self.count >= LONG && self.count.is_multiple_of(STRIDE) {
            self.judge(Shape::Long, self.count - LONG, &mut each);
        }
    }

    /// Judges what is left at the end.
    pub fn finish(&mut self, mut each: impl FnMut(Window)) {
        if self.count > self.sentence {
            self.judge(Shape::Sentence, self.sentence, &mut each);
        }
        if self.count > 0 && (self.count < LONG || !self.count.is_multiple_of(STRIDE)) {
            self.judge(Shape::Long, self.count.saturating_sub(LONG), &mut each);
        }
    }

    /// The mean contribution of a token to a head, over the whole text.
    #[must_use]
    pub fn mean(&self, head: usize) -> f32 {
        let total = self.totals.get(head).copied().unwrap_or(0);
        total as f32 / self.count.max(1) as f32
    }

    /// The tokens so far.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Judges the window from this token to the last one.
    fn judge(&self, shape: Shape, start: usize, each: &mut impl FnMut(Window)) {
        let Some(entry) = self.ring.get(start % LONG) else {
            return;
        };
        let factor = factor(self.count - start);
        let mut scores = [0.0; HEADS];
        for ((score, sum), before) in scores.iter_mut().zip(self.sums).zip(entry.sums) {
            *score = sum.wrapping_sub(before) as f32 * factor;
        }
        each(Window {
            shape,
            tokens: start..self.count,
            byte_span: entry.start..self.end,
            scores,
        });
    }
}

/// What the sum of a window of so many tokens is multiplied with: longer ones have more to say, and more noise.
#[must_use]
pub fn factor(tokens: usize) -> f32 {
    FACTORS.get(tokens.min(LONG)).copied().unwrap_or(0.0)
}

/// `1 / (256 · sqrt(n + 8))`: contributions are in 256ths.
#[allow(clippy::indexing_slicing)] // a constant: it would not compile
static FACTORS: [f32; LONG + 1] = {
    let mut factors = [0.0; LONG + 1];
    let mut n = 0;
    while n <= LONG {
        factors[n] = 1.0 / (256.0 * root((n + 8) as f32));
        n += 1;
    }
    factors
};

/// The square root, by Newton's method: the core has none that is const.
const fn root(square: f32) -> f32 {
    let mut root = square;
    let mut step = 0;
    while step < 32 {
        root = (root + square / root) / 2.0;
        step += 1;
    }
    root
}
