//! Blanks that Unicode counts as letters or symbols.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{Class, Script, class, script},
};

/// Blank cells in a row in a Braille drawing: wider than any terminal is left to the finding.
const MAX_BLANK_CELLS: usize = 160;

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    match here.class {
        Class::BrailleBlank => judge_braille(here),
        Class::KhmerVowel => {
            let kept = here.is_first_of_class()
                && here.before().is_some_and(|c| script(c) == Script::Khmer);
            here.keep_if(kept, Rule::Filler)
        }
        _ => here.keep_if(fills_a_syllable(here), Rule::Filler),
    }
}

/// Whether a Hangul filler stands for a missing part of a syllable that has others (Unicode Standard, 3.12 and 18.6).
fn fills_a_syllable(here: &Here<'_>) -> bool {
    let (before, after) = (
        here.text_before().chars().next_back(),
        here.text_after().chars().next(),
    );
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    match here.c {
        // no leading consonant: a vowel follows, or the vowel filler and a trailing consonant
        '\u{115F}' => {
            let mut next = here.text_after().chars();
            is_vowel(after)
                || next.next() == Some('\u{1160}') && next.next().is_some_and(is_trailing)
        }
        // no vowel: behind a leading consonant, or between the leading filler and a trailing consonant
        '\u{1160}' => is_leading(before) || before == '\u{115F}' && is_trailing(after),
        '\u{3164}' => is_compatibility(before) || is_compatibility(after),
        _ => is_halfwidth(before) || is_halfwidth(after),
    }
}

const fn is_leading(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}')
}

const fn is_vowel(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11A7}' | '\u{D7B0}'..='\u{D7C6}')
}

const fn is_trailing(c: char) -> bool {
    matches!(c, '\u{11A8}'..='\u{11FF}' | '\u{D7CB}'..='\u{D7FB}')
}

/// Letters of KS X 1001, which spells a syllable as the filler and three of them.
const fn is_compatibility(c: char) -> bool {
    matches!(c, '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318E}')
}

const fn is_halfwidth(c: char) -> bool {
    matches!(c, '\u{FFA1}'..='\u{FFDC}')
}

/// Blank cells are kept beside cells with dots in their line, across white space, and in a line that holds nothing else:
/// both as in a drawing. The whole run is judged at once, so that a long one costs its length once.
fn judge_braille(here: &Here<'_>) -> Verdict {
    let run = here
        .text_from()
        .chars()
        .take_while(|&c| class(c) == Class::BrailleBlank);
    let (cells, bytes) = run.fold((0, 0), |(cells, bytes), c| {
        (cells + 1, bytes + c.len_utf8())
    });
    let before = behind_blanks(here.text_before().chars().rev());
    let after = behind_blanks(here.text_from().chars().skip(cells));
    let kept = match (before, after) {
        (Some((blanks_before, Edge::Line)), Some((blanks_after, Edge::Line))) => {
            blanks_before + cells + blanks_after <= MAX_BLANK_CELLS
        }
        (before, after) => {
            let has_dots = |side| matches!(side, Some((_, Edge::Dots)));
            cells <= MAX_BLANK_CELLS && (has_dots(before) || has_dots(after))
        }
    };
    if kept {
        Verdict::keep(bytes)
    } else {
        Verdict::remove(bytes, Rule::Filler)
    }
}

/// What ends a stretch of blanks.
#[derive(Clone, Copy, Debug)]
enum Edge {
    /// The line's own edge.
    Line,
    /// A cell with dots.
    Dots,
    Other,
}

/// How many blanks stand in a row, and what ends them; `None` if they are too many to look past.
fn behind_blanks(chars: impl Iterator<Item = char>) -> Option<(usize, Edge)> {
    let mut blanks = 0;
    for c in chars.take(MAX_BLANK_CELLS) {
        match c {
            // the others become line feeds, but for a form feed at a line's edge
            '\n' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => {
                return Some((blanks, Edge::Line));
            }
            '\u{2801}'..='\u{28FF}' => return Some((blanks, Edge::Dots)),
            _ if c.is_whitespace() || class(c) == Class::BrailleBlank => blanks += 1,
            _ => return Some((blanks, Edge::Other)),
        }
    }
    (blanks < MAX_BLANK_CELLS).then_some((blanks, Edge::Line))
}
