//! What a line says of the odd spaces in it.

use super::{gap, gap::Gap, is_east_asian, is_no_break, is_typographic};
use crate::unicode::{Script, script};

/// Kinds of typographic space between letters in one line. A text that sets such spaces sets one, or two.
const MAX_KINDS: u32 = 2;

/// How often such gaps of a line may change their kind.
const MAX_CHANGES: u32 = 12;

/// The same for no-break spaces between long words: typographers set them beside short ones.
const MAX_NO_BREAK_CHANGES: u32 = 16;

/// Letters of a word beside which a no-break space has no reason of its own.
const LONG_WORD: usize = 4;

/// Looked up once for a line that has an odd space.
#[derive(Debug, Default)]
pub(super) struct Line {
    has_east_asian: bool,
    has_ogham: bool,
    /// Whether its typographic spaces spell something from gap to gap.
    typographic: bool,
    /// Whether its no-break spaces do.
    no_break: bool,
}

impl Line {
    pub(super) fn of(text: &str) -> Self {
        let (mut kinds, mut widths, mut breaks) = (0_u32, Changes::default(), Changes::default());
        for gap in gap::gaps(text).filter(Gap::parts_words) {
            let odd = gap.odd().unwrap_or(' ');
            let width = if is_typographic(odd) { odd } else { ' ' };
            widths.see(width);
            if is_typographic(odd) {
                kinds |= 1 << (u32::from(odd) % 32);
            }
            if parts_long_words(&gap) {
                breaks.see(if is_no_break(odd) { '\u{A0}' } else { ' ' });
            }
        }
        Self {
            has_east_asian: text.chars().any(is_east_asian),
            has_ogham: text.chars().any(|c| matches!(c, '\u{1681}'..='\u{169C}')),
            typographic: kinds.count_ones() > MAX_KINDS || widths.count > MAX_CHANGES,
            no_break: breaks.count > MAX_NO_BREAK_CHANGES,
        }
    }

    /// Whether a gap is out of place in this line.
    pub(super) fn condemns(&self, gap: &Gap<'_>) -> bool {
        let odd = gap.odd().unwrap_or_default();
        let parts_words = gap.parts_words();
        gap.has('\u{1680}') && !self.has_ogham
            || gap.has('\u{3000}') && !self.has_east_asian && parts_words
            || self.typographic && is_typographic(odd) && parts_words
            || self.no_break && is_no_break(odd) && parts_words
    }
}

/// How often a sequence changes.
#[derive(Debug, Default)]
struct Changes {
    last: Option<char>,
    count: u32,
}

impl Changes {
    fn see(&mut self, c: char) {
        self.count += u32::from(self.last.is_some_and(|last| last != c));
        self.last = Some(c);
    }
}

fn parts_long_words(gap: &Gap<'_>) -> bool {
    let (before, after) = gap.letters();
    is_long(before) && is_long(after)
}

/// Mongolian parts its endings from the word by a narrow no-break space.
fn is_long(letters: impl Iterator<Item = char>) -> bool {
    let letters = letters.take_while(|&c| script(c) != Script::Mongolian);
    letters.take(LONG_WORD).count() == LONG_WORD
}
