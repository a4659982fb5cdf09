//! Text that a terminal shows only for a moment: covered by what follows in the same line.
//!
//! Not every line that is written twice hides something. Printers make bold and underlined letters by typing over, and
//! programs count up in place; lines of old Macintosh files end with the carriage return that would begin an overwrite.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::Values;
use crate::{
    edit::Edit,
    rule::Rule,
    unicode::takes_column,
    util::{
        ansi, scan,
        screen::{self, Covering},
    },
};

const BACKSPACE: char = '\u{8}';
const ESCAPE: char = '\u{1B}';
/// CONTROL SEQUENCE INTRODUCER in one character.
const CSI: char = '\u{9B}';

/// Proposes to deliver each line as a terminal shows it in the end.
///
/// Linear; allocates only for lines in which a cursor goes back.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    // the carriage return of a line's end is among them, and a C1 control by its first byte
    let goes_back = |byte| (byte == 0x8) | (byte == b'\r') | (byte == 0x1B) | (byte == 0xC2);
    let mut at = 0;
    while let Some(offset) =
        scan::position(text.as_bytes().get(at..).unwrap_or_default(), goes_back)
    {
        let (start, end) = screen::line_around(text, at + offset);
        let line = text.get(start..end).unwrap_or_default();
        propose_in(line, start, &mut edits);
        at = end;
    }
    edits
}

fn propose_in(line: &str, start: usize, edits: &mut Vec<Edit>) {
    let written = line.trim_end_matches('\r');
    if written.contains(BACKSPACE) && overstrikes(written, start, edits) {
        return;
    }
    if !(written.contains(BACKSPACE) || erases(written) || is_padded(written)) {
        return;
    }
    if let Some(covering) = screen::write(written, takes_column)
        && !is_progress(&covering, written)
    {
        let Covering {
            byte_span, shown, ..
        } = covering;
        edits.push(Edit {
            byte_span: start + byte_span.start..start + byte_span.end,
            replacement: Cow::Owned(shown),
            rule: Some(Rule::OverwrittenText),
        });
    }
}

/// Proposes the letters of a line in which every backspace is one of a printer, and says whether it is such a line.
fn overstrikes(line: &str, start: usize, edits: &mut Vec<Edit>) -> bool {
    let kept = edits.len();
    let mut at = 0;
    while let Some(offset) = line.get(at..).and_then(|rest| rest.find(BACKSPACE)) {
        let back = at + offset;
        let (before, after) = (line.get(at..back), line.get(back + 1..));
        let (Some(under), Some(over)) = (
            before.and_then(|before| before.chars().next_back()),
            after.and_then(|after| after.chars().next()),
        ) else {
            edits.truncate(kept);
            return false;
        };
        let Some(mut letter) = overstruck(under, over) else {
            edits.truncate(kept);
            return false;
        };
        // bold and underlined, or bold with more than two strokes
        let mut end = back + 1 + over.len_utf8();
        while let Some(next) = line
            .get(end..)
            .and_then(|rest| rest.strip_prefix(BACKSPACE))
            .and_then(|rest| rest.chars().next())
        {
            let Some(more) = overstruck(letter, next) else {
                edits.truncate(kept);
                return false;
            };
            letter = more;
            end += 1 + next.len_utf8();
        }
        let from = start + back - under.len_utf8();
        match edits.get_mut(kept..).and_then(<[Edit]>::last_mut) {
            Some(last) if last.byte_span.end == from => {
                last.byte_span.end = start + end;
                last.replacement.to_mut().push(letter);
            }
            _ => edits.push(Edit {
                byte_span: from..start + end,
                replacement: Cow::Owned(String::from(letter)),
                rule: Some(Rule::Overstrike),
            }),
        }
        at = end;
    }
    true
}

/// What is seen of one character typed over another, if printers do so: the same again, a low line, and the bullet of
/// nroff.
fn overstruck(under: char, over: char) -> Option<char> {
    match (under, over) {
        (under, over) if under == over => Some(over),
        ('_', letter) | (letter, '_') => Some(letter),
        ('+', 'o') => Some('o'),
        _ => None,
    }
    .filter(|letter| !letter.is_control())
}

/// Whether a control sequence moves back within the line, or erases something in it.
fn erases(line: &str) -> bool {
    let sequences = line.match_indices([ESCAPE, CSI]);
    let mut controls = sequences.filter_map(|(at, _)| {
        let rest = line.get(at..)?;
        ansi::control(rest, ansi::sequence_bytes(rest)?)
    });
    controls.any(|(_, last)| matches!(last, b'D' | b'G' | b'K'))
}

/// Spaces at the end of a part that were put there to cover, at the least.
const MIN_PADDING: usize = 2;

/// Whether what follows a carriage return ends in spaces that cover the rest of what stood before: nobody writes those
/// at the end of a line to be read.
fn is_padded(line: &str) -> bool {
    let width = |text: &str| text.chars().filter(|&c| takes_column(c)).count();
    let mut parts = line.split('\r');
    let mut before = parts
        .next()
        .map_or(0, |part| width(part.trim_end_matches(' ')));
    parts.any(|part| {
        let (written, shown) = (width(part), width(part.trim_end_matches(' ')));
        let covers = shown > 0 && shown + MIN_PADDING <= before && before <= written;
        before = shown;
        covers
    })
}

/// Whether what was covered is a program counting up in place: numbers, a bar, dots, or the words that stand there in the
/// end.
fn is_progress(covering: &Covering, line: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let behind = line.get(covering.byte_span.end..).unwrap_or_default();
    let covered = letters(&covering.covered);
    let shown = letters(&covering.shown) + &letters(behind);
    let marked = ["%", "...", "\u{2026}", "[=", "[#", "=>"];
    let counted = covering
        .covered
        .as_bytes()
        .windows(3)
        .any(|three| matches!(three, [a, b'/', b] if a.is_ascii_digit() && b.is_ascii_digit()));
    let same = covered
        .chars()
        .zip(shown.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let (covered_len, shown_len) = (covered.chars().count(), shown.chars().count());
    covered_len < 3
        || counted
        || marked.iter().any(|mark| covering.covered.contains(mark))
        || same > 0 && same >= shown_len.min(covered_len * 2 / 3)
}
