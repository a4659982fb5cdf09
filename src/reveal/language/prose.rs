//! How much of a text is prose: words that look like words, with the spaces and marks between them that writers write.

use super::{
    share::is_printable,
    word::{Worth, words},
};

/// What a mark costs between two words that belongs to machines' texts rather than to people's.
const ODD_MARK: f32 = 3.0;

/// What it costs that no space parts two words.
const NO_SPACE: f32 = 4.0;

/// The best stretch of prose in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::reveal) struct Judgement {
    /// How much its words look like words, in bits.
    pub(in crate::reveal) bits: f32,
    /// How many of these bits come from frequent words.
    pub(in crate::reveal) known: f32,
    pub(in crate::reveal) words: usize,
    pub(in crate::reveal) letters: usize,
    /// The share of the text that it takes, in bytes, without the white space around.
    pub(in crate::reveal) share: f32,
    is_ascii: bool,
}

impl Judgement {
    /// Whether a text is language that came out of a decoding which noise hardly ever passes.
    pub(in crate::reveal) fn is_language(self) -> bool {
        let is_wordy = self.letters * 10 >= self.words * 25;
        let all = is_wordy
            && self.share >= 0.5
            && self.words >= 2
            && self.letters >= 6
            && self.bits >= 12.0;
        let sentence = is_wordy && self.words >= 5 && self.bits >= 40.0 && self.known >= 10.0;
        // scripts without spaces
        let run = self.words >= 1 && self.letters >= 4 && self.bits >= 4.0 && self.share >= 0.5;
        all || sentence
            || run
                && self.bits >= self.letters as f32
                && self.known == 0.0
                && self.words * 4 <= self.letters
                && (!self.is_ascii || self.letters >= 6)
    }
}

/// Finds the best stretch. Nothing is prose in which a character cannot be seen. Linear.
pub(in crate::reveal) fn judge(text: &str) -> Judgement {
    let text = text.trim();
    if !text.chars().all(is_printable) {
        return Judgement::default();
    }
    let mut best = Judgement::default();
    let mut running = Judgement::default();
    let (mut start, mut end) = (0, 0);
    for word in words(text) {
        if running.words > 0 {
            running.bits -= cost(text.get(end..word.start).unwrap_or_default());
        }
        if running.bits <= 0.0 {
            (running, start) = (Judgement::default(), word.start);
        }
        let Worth { letters, known, .. } = word.worth();
        running.bits += word.worth().bits();
        running.known += known;
        running.words += 1;
        running.letters += letters;
        end = word.end();
        if running.bits > best.bits {
            best = running;
            best.share = (end - start) as f32;
        }
    }
    best.share /= text.len().max(1) as f32;
    best.is_ascii = text.is_ascii();
    best
}

/// What stands between two words, as a cost in bits.
fn cost(between: &str) -> f32 {
    let mut cost = 0.0;
    let mut parted = false;
    for c in between.chars() {
        match c {
            ' ' | '\n' | '\u{A0}' | '\u{3000}' => parted = true,
            '\r' | '\t' => parted = true,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '(' | ')' | '-' => {}
            '0'..='9' => cost += 0.3,
            '\u{3001}' | '\u{3002}' | '\u{FF0C}' | '\u{FF01}' | '\u{FF1F}' | '\u{FF1A}' => {
                parted = true
            }
            _ if c.is_ascii() => cost += ODD_MARK,
            _ => {}
        }
    }
    if !parted && between != "-" {
        cost += NO_SPACE;
    }
    cost
}
