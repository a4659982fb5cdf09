//! Combining marks stacked on a letter until they cover its neighbours, known as zalgo.

use alloc::{borrow::Cow, vec::Vec};

use super::Values;
use crate::{
    edit::Edit,
    rule::Rule,
    unicode::{is_letter, is_number},
};

/// Marks of no script in particular on one letter, at the most. The deepest stacks of real text are three: a phonetic
/// letter with its tone, length and voicing, written decomposed.
const MAX_MARKS: usize = 3;

/// Proposes to take the marks of no script in particular out of each word in which some letter carries more of them than
/// any real text. What was a letter with an accent before, in composed form, stays one.
///
/// Linear; allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_have_marks(text.as_bytes()) {
        return edits;
    }
    let (mut start, mut stack, mut highest) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if is_generic_mark(c) {
            stack += 1;
            highest = highest.max(stack);
            continue;
        }
        stack = 0;
        if !is_letter(c) && !is_number(c) {
            if highest > MAX_MARKS {
                strip(text, start..at, &mut edits);
            }
            (start, highest) = (at, 0);
        }
    }
    if highest > MAX_MARKS {
        strip(text, start..text.len(), &mut edits);
    }
    edits
}

/// An edit for each run of marks in the word.
fn strip(text: &str, word: core::ops::Range<usize>, edits: &mut Vec<Edit>) {
    for (offset, c) in text
        .get(word.clone())
        .unwrap_or_default()
        .char_indices()
        .filter(|&(_, c)| is_generic_mark(c))
    {
        let (start, end) = (word.start + offset, word.start + offset + c.len_utf8());
        match edits.last_mut() {
            Some(last) if last.byte_span.end == start => last.byte_span.end = end,
            _ => edits.push(Edit {
                byte_span: start..end,
                replacement: Cow::Borrowed(""),
                rule: Some(Rule::CombiningStack),
            }),
        }
    }
}

/// The blocks of combining marks that belong to no script: Combining Diacritical Marks, its Extended, Supplement and
/// for Symbols, and Combining Half Marks. The grapheme joiner in the first is judged elsewhere.
const fn is_generic_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether a character of these blocks may occur, by their first bytes. The loop has no branch, so that the compiler
/// turns it into vector instructions.
fn may_have_marks(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |found, (&first, &second)| {
        found
            | (first.wrapping_sub(0xCC) < 2)
            | ((first == 0xE1) & ((second | 1 == 0xAB) | (second == 0xB7)))
            | ((first == 0xE2) & (second == 0x83))
            | ((first == 0xEF) & (second == 0xB8))
    })
}
