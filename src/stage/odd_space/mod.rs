//! Spaces other than U+0020 where no writing has them: runs that carry bits, and spaces that part what readers see as one.
//!
//! A single such space, or a run of one kind, is at home in typography, in pasted pages and in East Asian lines, and says
//! nothing. What speaks is the change of kind, so that changes are what is counted: in a gap, and from gap to gap.

mod gap;
mod line;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::Values;
use crate::{edit::Edit, rule::Rule};
use gap::Gap;
use line::Line;

/// Single letters in a row, each parted from the next by an odd space, that are a word: one link less than letters.
const SPACED_LINKS: usize = 3;

/// Proposes a plain space for each odd one of a gap that belongs to no real text. Words stay apart.
///
/// Linear: a line that has an odd space is read twice. Allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_have_odd_spaces(text.as_bytes()) {
        return edits;
    }
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if may_have_odd_spaces(line.as_bytes()) {
            judge(line, offset, &mut edits);
        }
        offset += line.len();
    }
    edits
}

/// An edit for each condemned gap of a line that stands at `offset`.
fn judge(text: &str, offset: usize, edits: &mut Vec<Edit>) {
    let line = Line::of(text);
    // the gaps of letters set apart, until it is known how many there are
    let mut chain: Vec<(Gap<'_>, bool)> = Vec::new();
    for gap in gap::gaps(text).filter(Gap::is_odd) {
        let condemned = line.condemns(&gap) || gap.is_message();
        if !(gap.parts_single_letters() && chain.last().is_some_and(|(last, _)| last.meets(&gap))) {
            flush(&mut chain, offset, edits);
        }
        chain.push((gap, condemned));
    }
    flush(&mut chain, offset, edits);
}

/// Ends a chain of gaps: all of them go if they part the letters of a word, else those that are condemned themselves.
fn flush(chain: &mut Vec<(Gap<'_>, bool)>, offset: usize, edits: &mut Vec<Edit>) {
    let links = chain
        .iter()
        .filter(|(gap, _)| gap.parts_single_letters())
        .count();
    let is_spaced = links >= SPACED_LINKS;
    for (gap, condemned) in chain.drain(..) {
        if condemned || is_spaced && gap.parts_single_letters() {
            let (at, odd) = gap.odd_part();
            edits.push(Edit {
                byte_span: offset + at..offset + at + odd.len(),
                replacement: Cow::Owned(plain(odd)),
                rule: Some(Rule::OddSpace),
            });
        }
    }
}

/// The gap in plain spaces, as many as there were.
fn plain(gap: &str) -> String {
    gap.chars()
        .map(|c| if is_odd(c) { ' ' } else { c })
        .collect()
}

/// General_Category Zs but for U+0020.
const fn is_odd(c: char) -> bool {
    is_no_break(c) || is_typographic(c) || matches!(c, '\u{1680}' | '\u{3000}')
}

/// NO-BREAK SPACE and NARROW NO-BREAK SPACE, which editors put anywhere.
const fn is_no_break(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}')
}

/// Spaces by their width: those of the General Punctuation block that may break.
const fn is_typographic(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{200A}' | '\u{205F}')
}

/// Whether such a space may occur, by its bytes. The loop has no branch, so that the compiler turns it into vector
/// instructions.
fn may_have_odd_spaces(bytes: &[u8]) -> bool {
    let triples = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .zip(bytes.iter().skip(2).chain(core::iter::repeat(&0)));
    triples.fold(false, |found, ((&first, &second), &third)| {
        found
            | ((first == 0xC2) & (second == 0xA0))
            | ((first == 0xE1) & (second == 0x9A) & (third == 0x80))
            | ((first == 0xE2) & (second == 0x80) & ((third <= 0x8A) | (third == 0xAF)))
            | ((first == 0xE2) & (second == 0x81) & (third == 0x9F))
            | ((first == 0xE3) & (second == 0x80) & (third == 0x80))
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{is_odd, may_have_odd_spaces};
    use crate::unicode::{Class, class};

    #[test]
    fn the_odd_spaces_are_those_of_the_table() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_odd(c), class(c) == Class::Space, "{c:?}");
            assert!(
                !is_odd(c) || may_have_odd_spaces(format!("a{c}").as_bytes()),
                "{c:?}"
            );
        }
        assert!(!may_have_odd_spaces("a b\u{2010}\u{3001}é—".as_bytes()));
    }
}
