//! The white space between two words.

use super::{is_east_asian, is_no_break, is_odd};
use crate::unicode::{Script, is_letter, is_mark, script};

/// Changes of kind inside one gap that are no message yet, as long as most runs are of one space.
const MAX_CHANGES: usize = 7;

/// Runs of two and more in a gap that changes kind that often. Editors write blanks in a row as space and no-break space by
/// turns, which says nothing however long it is.
const MAX_LONG_RUNS: usize = 2;

/// Odd spaces in one gap: wider than any line. What stands behind is out of sight.
const MAX_SPACES: usize = 256;

/// A run of spaces and tabs in a line, and what stands beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap<'a> {
    text: &'a str,
    /// Where it begins in the line, in bytes.
    at: usize,
    before: &'a str,
    after: &'a str,
}

/// The gaps of a line, in order.
pub(super) fn gaps(line: &str) -> impl Iterator<Item = Gap<'_>> {
    let mut done = 0;
    core::iter::from_fn(move || {
        let rest = line.get(done..)?;
        let at = done + rest.find(is_blank)?;
        let (before, behind) = (line.get(done..at)?, line.get(at..)?);
        let (text, after) = behind.split_at_checked(end(behind))?;
        done = at + text.len();
        Some(Gap {
            text,
            at,
            before,
            after,
        })
    })
}

fn end(text: &str) -> usize {
    text.find(|c| !is_blank(c)).unwrap_or(text.len())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_odd(c)
}

/// What stands beside it.
impl<'a> Gap<'a> {
    /// The letters of the words on both sides, from the gap on outwards.
    pub(super) fn letters(&self) -> (impl Iterator<Item = char>, impl Iterator<Item = char>) {
        let is_part = |&c: &char| is_part_of_word(Some(c));
        (
            self.before.chars().rev().take_while(is_part),
            self.after.chars().take_while(is_part),
        )
    }

    /// Whether words end and begin here: a letter on both sides, with nothing between. Ideographs and kana are not parted
    /// into words; a space there sets other letters off.
    pub(super) fn parts_words(&self) -> bool {
        is_part_of_word(self.before.chars().next_back())
            && is_part_of_word(self.after.chars().next())
    }

    /// Whether a single letter stands on both sides. Letters that count up are a list, and East Asian headings are set
    /// apart by custom.
    pub(super) fn parts_single_letters(&self) -> bool {
        let mut after = self.after.chars();
        let (Some(last), Some(next)) = (single(self.before), after.next()) else {
            return false;
        };
        is_letter(next)
            && !is_east_asian(next)
            && !is_part_of_word(after.next())
            && u32::from(last) + 1 != u32::from(next)
    }

    /// Whether `next` is the gap that follows, behind a single letter.
    pub(super) fn meets(&self, next: &Self) -> bool {
        self.at + self.text.len() + next.before.len() == next.at
    }
}

fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    let letter = chars
        .next()
        .filter(|&c| is_letter(c) && !is_east_asian(c))?;
    chars.next().is_none().then_some(letter)
}

fn is_part_of_word(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        (is_letter(c) || is_mark(c)) && (!is_east_asian(c) || script(c) == Script::Hangul)
    })
}

/// What it consists of.
impl<'a> Gap<'a> {
    /// Its first odd space.
    pub(super) fn odd(&self) -> Option<char> {
        self.text.chars().find(|&c| is_odd(c))
    }

    pub(super) fn is_odd(&self) -> bool {
        self.odd().is_some()
    }

    pub(super) fn has(&self, c: char) -> bool {
        self.text.contains(c)
    }

    /// From its first odd space to its last, with the offset in the line.
    pub(super) fn odd_part(&self) -> (usize, &'a str) {
        let trimmed = self.text.trim_start_matches([' ', '\t']);
        let at = self.at + self.text.len() - trimmed.len();
        (at, trimmed.trim_end_matches([' ', '\t']))
    }

    /// Whether its spaces spell something, or keep what follows out of sight.
    pub(super) fn is_message(&self) -> bool {
        let (mut changes, mut long_runs, mut run, mut odd) = (0, 0, 0, 0);
        let mut last = None;
        let mut kinds = [None; 3];
        for c in self.text.chars() {
            if last == Some(c) {
                run += 1;
                long_runs += usize::from(run == 2);
            } else {
                changes += usize::from(last.is_some());
                run = 1;
            }
            last = Some(c);
            if is_odd(c) {
                odd += 1;
                let free = kinds.iter_mut().find(|k| k.is_none_or(|kind| kind == c));
                if let Some(kind) = free {
                    *kind = Some(c);
                }
            }
        }
        // pages hold no-break spaces beside those that were meant
        let meant = |kind: &&Option<char>| kind.is_some_and(|c| !is_no_break(c) && c != '\u{3000}');
        odd > MAX_SPACES
            || changes > MAX_CHANGES && long_runs > MAX_LONG_RUNS
            || kinds.iter().flatten().count() > 2
            || self.parts_words() && kinds.iter().filter(meant).count() > 1
    }
}
