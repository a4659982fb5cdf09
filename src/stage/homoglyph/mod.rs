//! Words with letters that are taken for others (UTS #39): each is written in its main alphabet again.
//!
//! A word is touched only if every letter that is not of its main alphabet looks like one that is, and if real text does
//! not have such words where it stands. `TGFβ`, `kΩ` and `SMSка` mix alphabets too, but nobody takes their letters for
//! others.

mod address;
pub(crate) mod affinity;
mod context;
mod doubt;
mod edge;
mod evidence;
mod front;
mod further;
mod habit;
mod harmony;
mod kinds;
mod letter;
mod old;
mod operator;
mod reading;
mod scan;
mod seam;
pub(super) mod several;
mod signs;
mod spelling;
mod style;
pub(super) mod times;
mod tongue;
mod typeface;
pub(super) mod upside_down;
mod word;

use alloc::vec::Vec;

use super::Values;
use crate::edit::Edit;
use context::{Context, Line};
use scan::Scan;
use word::Word;

/// Proposes to write each spoofed word in its main alphabet. A host name or an address is only named, never rewritten.
///
/// Linear; allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut context = Context::default();
    let mut scan = Scan::new(text);
    let mut done = 0;
    while let Some(at) = scan.next_suspect() {
        let start = word::start(text, at);
        let word = Word::read(text, start);
        // always behind the place stopped at, so that no stretch is walked twice
        let behind = text.get(at..).and_then(|rest| rest.chars().next());
        let mut end = word.end().max(at + behind.map_or(1, char::len_utf8));
        let is_turkish = |context: &mut Context| {
            word.is_turkish() && (word.fits_turkish() || context.is_turkish(text, start))
        };
        if word.is_suspect() && word.is_restorable() && !is_turkish(&mut context)
            || operator::is_beside(text, &word)
        {
            let (line, stretch) = context.around(text, start);
            if line.is_attacked() {
                // letters that are put right only here may stand in any word of it
                let mut next = word::start(text, stretch.start).max(done);
                while next < stretch.end.max(end) {
                    let word = Word::read(text, next);
                    mend(text, &word, line, &mut edits);
                    next = word.end().max(next + 1);
                }
                end = next;
            } else {
                mend(text, &word, line, &mut edits);
            }
        }
        done = end;
        scan.go_on(end);
    }
    edits
}

/// Proposes the edits of a word, and of the signs beside it.
fn mend(text: &str, word: &Word<'_>, line: &Line, edits: &mut Vec<Edit>) {
    let restored = match word.is_suspect() && word.is_restorable() {
        true => word.restored(text, line),
        false => None,
    };
    if operator::is_beside(text, word) {
        let is_spoofed = restored.is_some();
        edits.extend(operator::before(text, word, line, is_spoofed));
        edits.extend(restored);
        edits.extend(operator::behind(text, word, line, is_spoofed));
    } else {
        edits.extend(restored);
    }
}
