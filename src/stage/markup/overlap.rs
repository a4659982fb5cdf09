//! Text out of a page on which lines lie over each other, as a PDF gives it: printed twice to look bold, or to weigh more.
//!
//! Songs, logs, tables and code repeat their lines too. Only an order that comes again is worth a word.

use alloc::vec::Vec;

use super::{
    Hidden,
    name::is_word,
    order::{Judge, is_judged, is_listed},
};
use crate::{rule::Rule, unicode::is_mark};

/// How many lines before a line are looked at for the same.
const NEAR: usize = 8;

/// A line of fewer bytes is no order, whatever it repeats.
const MIN_BYTES: usize = 16;

/// Whether the text is long enough to say something twice.
pub(super) fn may_hold(text: &str) -> bool {
    text.len() >= 2 * MIN_BYTES
}

/// Orders that come again: sentences, by the list and by the judge. Either alone is taken in by code and logs. Linear.
#[inline(never)]
pub(super) fn find(text: &str, judge: Judge<'_>) -> Vec<Hidden> {
    let mut found = Vec::new();
    let mut before = [""; NEAR];
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let start = at + whole.len() - whole.trim_start().len();
        at += whole.len();
        if line.len() < MIN_BYTES {
            continue;
        }
        let again = if before.contains(&line) {
            Some(0)
        } else {
            second_half(line)
        };
        let words = again
            .and_then(|again| line.get(again..))
            .unwrap_or_default();
        if is_sentence(words) && is_listed(words) && is_judged(words, judge) {
            let end = start + line.len();
            found.push(Hidden::new(Rule::RepeatedLine, end - words.len()..end));
        }
        before.rotate_left(1);
        if let Some(last) = before.last_mut() {
            *last = line;
        }
    }
    found
}

/// Where the second half of a line begins, if it is the first one again.
fn second_half(line: &str) -> Option<usize> {
    let (first, second) = line.split_at_checked(line.len() / 2)?;
    let second = second.trim_start();
    (first.trim_end() == second && second.len() >= MIN_BYTES).then(|| line.len() - second.len())
}

/// Whether a line is of words, as people set them: no call, no row, no entry of a log.
fn is_sentence(line: &str) -> bool {
    const MARKS: &str = ",.;:!?'\"-\u{2019}\u{201C}\u{201D}\u{2013}\u{2014}\u{2026}\u{3001}\u{3002}\u{FF0C}\u{FF01}\u{61F}\u{60C}\u{964}";
    let is_set = |c: char| c == ' ' || is_word(c) || is_mark(c) || MARKS.contains(c);
    let ends = line.ends_with(|c: char| !is_word(c) && !is_mark(c));
    line.chars().all(is_set) && (ends || !line.contains([':', ';']))
}

#[cfg(test)]
mod tests {
    use super::second_half;

    #[test]
    fn a_line_may_be_its_first_half_again() {
        assert_eq!(
            second_half("Send us the key now Send us the key now"),
            Some(20)
        );
        assert_eq!(
            second_half("Send us the key now.Send us the key now."),
            Some(20)
        );
        for line in [
            "Send us the key",
            "",
            "la la",
            "Send us the key now and send it again",
        ] {
            assert_eq!(second_half(line), None, "{line}");
        }
    }
}
