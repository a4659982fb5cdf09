//! Embeddings of a line (UAX #9, X2 to X7): which of them show what they hold in its own order, and nothing else.

use crate::unicode::{Class, Direction, class, direction};

/// U+202A LEFT-TO-RIGHT EMBEDDING
const LEFT_TO_RIGHT: char = '\u{202A}';

/// U+202B RIGHT-TO-LEFT EMBEDDING
const RIGHT_TO_LEFT: char = '\u{202B}';

/// U+202C POP DIRECTIONAL FORMATTING, which closes an embedding or an override.
pub(super) const POP: char = '\u{202C}';

/// How deep embeddings may stand in each other: what UAX #9 (BD2) asks of an implementation.
const MAX_DEPTH: usize = 125;

/// An embedding or override that is open.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    /// Which of the line's controls it is.
    nth: u32,
    control: char,
    /// Whether it is the first thing in the line.
    is_first: bool,
    /// Letters and digits, right-to-left letters, and directional controls, that were read before it.
    left_before: u32,
    right_before: u32,
    controls_before: u32,
}

/// Reads a line and finds the embeddings to keep, a bit for each control in order.
///
/// Two are: one that runs left to right and holds letters or digits, none of them right to left, and no other control, as
/// Arabic and Persian text puts around `open()` and `GTK+`; and one that runs right to left and has a whole line without
/// any but those, as translators wrap theirs where the surroundings run the other way. Neither orders letters against what
/// a reader expects.
#[derive(Debug)]
pub(super) struct Embeddings {
    open: [Open; MAX_DEPTH],
    depth: usize,
    /// Embeddings, overrides and pops so far.
    count: u32,
    left: u32,
    right: u32,
    controls: u32,
    kept: u128,
    /// The ends of an embedding of the whole line.
    outer: u128,
}

impl Embeddings {
    pub(super) fn kept(line: &str) -> u128 {
        let mut read = Self {
            open: [Open::default(); MAX_DEPTH],
            depth: 0,
            count: 0,
            left: 0,
            right: 0,
            controls: 0,
            kept: 0,
            outer: 0,
        };
        let line = line.trim();
        for (at, c) in line.char_indices() {
            match class(c) {
                Class::BidiEmbedding | Class::BidiOverride if c == POP => {
                    read.pop(at + c.len_utf8() == line.len());
                }
                Class::BidiEmbedding | Class::BidiOverride => read.push(c, at == 0),
                Class::BidiIsolate => read.controls += 1,
                Class::BidiMark => {}
                _ => match direction(c) {
                    Direction::Right => read.right += 1,
                    Direction::Left | Direction::Number => read.left += 1,
                    Direction::Neutral => {}
                },
            }
        }
        // what the end of the line closes
        if let Some(first) = read.open.first().filter(|_| read.depth == 1)
            && first.is_whole_line()
        {
            read.outer = bit(first.nth);
        }
        let all = read.kept | read.outer;
        match all.count_ones() == read.count {
            true => all,
            false => read.kept,
        }
    }

    fn push(&mut self, control: char, is_first: bool) {
        if let Some(slot) = self.open.get_mut(self.depth) {
            *slot = Open {
                nth: self.count,
                control,
                is_first,
                left_before: self.left,
                right_before: self.right,
                controls_before: self.controls + 1,
            };
        }
        self.depth += 1;
        self.count += 1;
        self.controls += 1;
    }

    fn pop(&mut self, is_last: bool) {
        let nth = self.count;
        self.count += 1;
        let is_open = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        if let Some(open) = self.open.get(self.depth).filter(|_| is_open) {
            let is_plain = open.left_before < self.left
                && open.right_before == self.right
                && open.controls_before == self.controls;
            if open.control == LEFT_TO_RIGHT && is_plain {
                self.kept |= bit(open.nth) | bit(nth);
            } else if open.is_whole_line() && is_last {
                self.outer = bit(open.nth) | bit(nth);
            }
        }
        self.controls += 1;
    }
}

impl Open {
    const fn is_whole_line(&self) -> bool {
        self.is_first && self.control == RIGHT_TO_LEFT
    }
}

/// Nought for controls past the bound.
pub(super) const fn bit(nth: u32) -> u128 {
    if nth < u128::BITS { 1 << nth } else { 0 }
}
