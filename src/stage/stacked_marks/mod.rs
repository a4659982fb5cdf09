//! Combining marks that no writing sets where they stand: stacked until they cover their neighbours, known as zalgo,
//! strewn over the letters of a word, or struck through all of them.
//!
//! What an alphabet's letters carry is known, loosely: marks in use, each once, two above and two below at the most. A word
//! that breaks this is noise and loses its marks. One letter alone may be a symbol of mathematics or phonetics.

mod mark;
mod word;

use alloc::{borrow::Cow, vec::Vec};

use super::Values;
use crate::{edit::Edit, rule::Rule};
use mark::is_generic;
use word::Noise;

/// Proposes to take out the marks of no script in particular that are noise. What was a letter with an accent before, in
/// composed form, stays one.
///
/// Linear: a line that has such marks is read twice. Allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_have_marks(text.as_bytes()) {
        return edits;
    }
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if may_have_marks(line.as_bytes()) {
            judge(line, offset, &mut edits);
        }
        offset += line.len();
    }
    edits
}

/// Edits for a line that stands at `offset`. Where some word is noise, a single letter with a mark that no alphabet has is
/// no symbol either, and a marked blank is part of what is struck through.
fn judge(line: &str, offset: usize, edits: &mut Vec<Edit>) {
    if word::words(line).all(|(_, word)| word.noise() == Noise::None) {
        return;
    }
    for (at, word) in word::words(line) {
        let noise = word.noise();
        for cluster in word.clusters() {
            let taken = match noise {
                Noise::Word => true,
                _ => !word.is_phonetic() && cluster.has_rare_mark(),
            };
            if taken && !cluster.marks.is_empty() {
                push(edits, offset + at + cluster.marks_at, cluster.marks);
            }
        }
    }
}

fn push(edits: &mut Vec<Edit>, start: usize, marks: &str) {
    edits.push(Edit {
        byte_span: start..start + marks.len(),
        replacement: Cow::Borrowed(""),
        rule: Some(Rule::CombiningStack),
    });
}

/// Whether a character of the blocks of such marks may occur, by their first bytes. The loop has no branch, so that the
/// compiler turns it into vector instructions.
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
