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
    let mut chain = Chain::default();
    for gap in gap::gaps(text).filter(Gap::is_odd) {
        let condemned = line.condemns(&gap) || gap.is_message();
        for gap in chain.add(gap, condemned).into_iter().flatten() {
            edits.push(edit(&gap, offset));
        }
    }
    for gap in chain.release(false).into_iter().flatten() {
        edits.push(edit(&gap, offset));
    }
}

/// Gaps between single letters, each behind the other, held until it is known whether they part a word.
#[derive(Debug, Default)]
struct Chain<'a> {
    links: usize,
    last: Option<Gap<'a>>,
    /// The first links, and whether they are condemned on their own.
    held: [Option<(Gap<'a>, bool)>; SPACED_LINKS - 1],
}

impl<'a> Chain<'a> {
    /// Adds a gap; gives those that go, in order.
    fn add(&mut self, gap: Gap<'a>, condemned: bool) -> [Option<Gap<'a>>; SPACED_LINKS] {
        let is_link = gap.parts_single_letters();
        let goes_on = is_link && self.last.is_some_and(|last| last.meets(&gap));
        self.last = is_link.then_some(gap);
        let over = if goes_on {
            [None; SPACED_LINKS - 1]
        } else {
            self.release(false)
        };
        self.links = if goes_on {
            self.links + 1
        } else {
            usize::from(is_link)
        };
        let is_word = self.links >= SPACED_LINKS;
        let [first, second] = if is_word { self.release(true) } else { over };
        if is_link && !is_word {
            self.hold(gap, condemned);
            return [first, second, None];
        }
        [first, second, (condemned || is_word).then_some(gap)]
    }

    fn hold(&mut self, gap: Gap<'a>, condemned: bool) {
        if let Some(free) = self.held.iter_mut().find(|held| held.is_none()) {
            *free = Some((gap, condemned));
        }
    }

    /// What is held no longer: all of it goes, or what was condemned on its own.
    fn release(&mut self, all: bool) -> [Option<Gap<'a>>; SPACED_LINKS - 1] {
        core::mem::take(&mut self.held).map(|held| {
            held.filter(|&(_, condemned)| all || condemned)
                .map(|(gap, _)| gap)
        })
    }
}

fn edit(gap: &Gap<'_>, offset: usize) -> Edit {
    let (at, odd) = gap.odd_part();
    Edit {
        byte_span: offset + at..offset + at + odd.len(),
        replacement: Cow::Owned(plain(odd)),
        rule: Some(Rule::OddSpace),
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

/// Ideographs, kana, Hangul, Yi, their punctuation and wide forms, which U+3000 is as wide as.
const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{2FFF}' | '\u{3001}'..='\u{A4CF}' | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FFEF}' | '\u{16FE0}'..='\u{18DFF}' | '\u{1AFF0}'..='\u{1B2FF}' | '\u{1F200}'..='\u{1F2FF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether such a space may occur, by its bytes; NO-BREAK SPACE has only two. The loop has no branch, so that the compiler
/// turns it into vector instructions.
fn may_have_odd_spaces(bytes: &[u8]) -> bool {
    let from = |at: usize| bytes.get(at..).unwrap_or_default();
    let triples = bytes.iter().zip(from(1)).zip(from(2));
    let at_end = bytes.ends_with("\u{A0}".as_bytes());
    triples.fold(at_end, |found, ((&first, &second), &third)| {
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
            for text in [format!("a{c}"), format!("{c}bcd")] {
                assert!(!is_odd(c) || may_have_odd_spaces(text.as_bytes()), "{c:?}");
            }
        }
        assert!(!may_have_odd_spaces("a b\u{2010}\u{3001}é—".as_bytes()));
    }
}
