//! In how many typefaces a word is set.

use crate::unicode::{Style, is_number, style};

use super::{
    context::Line,
    letter::{Part, further_script, part},
    word::Word,
};

/// A typeface, as a bit.
pub(super) type Face = u32;

/// The alphabets of mathematics, in the order of their letters, from bold to typewriter.
const ALPHABETS: [Face; 13] = [
    BOLD,
    ITALIC,
    BOLD_ITALIC,
    SCRIPT,
    1 << 4,
    FRAKTUR,
    DOUBLE,
    1 << 7,
    SANS,
    SANS_BOLD,
    1 << 10,
    SANS_BOLD_ITALIC,
    TYPEWRITER,
];
/// Those of Greek letters and of digits, in their order.
const GREEK: [Face; 5] = [BOLD, ITALIC, BOLD_ITALIC, SANS_BOLD, SANS_BOLD_ITALIC];
const DIGITS: [Face; 5] = [BOLD, DOUBLE, SANS, SANS_BOLD, TYPEWRITER];

const BOLD: Face = 1;
const ITALIC: Face = 1 << 1;
const BOLD_ITALIC: Face = 1 << 2;
const SCRIPT: Face = 1 << 3;
const FRAKTUR: Face = 1 << 5;
const DOUBLE: Face = 1 << 6;
const SANS: Face = 1 << 8;
const SANS_BOLD: Face = 1 << 9;
const SANS_BOLD_ITALIC: Face = 1 << 11;
const TYPEWRITER: Face = 1 << 12;
const OUTLINED: Face = 1 << 13;
const FULLWIDTH: Face = 1 << 14;
const NUMERAL: Face = 1 << 15;

/// Those that no formula has beside others: bold Fraktur, letters without serifs, of typewriters, of other texts.
const UNUSUAL: Face = 1 << 7 | SANS | 1 << 10 | TYPEWRITER | OUTLINED | FULLWIDTH | NUMERAL;

/// The fewest letters of a word, and the most typefaces that formulas have in one.
const MIN_LETTERS: u32 = 3;
const MAX_FACES: u32 = 3;

/// Whether the word is set in more typefaces than any formula, or has a letter of a script beside two of mathematics.
pub(super) fn is_motley(word: &Word<'_>, line: &Line) -> bool {
    if word.styled == 0 {
        return false;
    }
    let faces = || word.text.chars().filter_map(face);
    let all = faces().fold(0, |all, face| all | face);
    let letters = word.text.chars().filter(|&c| {
        !matches!(part(c), Part::Through | Part::Apart) || is_number(c) && !c.is_ascii()
    });
    let is_alien = |c| further_script(c).is_some_and(|found| !line.is_written_in(found));
    letters.count() as u32 >= MIN_LETTERS
        && (is_of_no_formula(all)
            || all.count_ones() > MAX_FACES
            || faces().count() > 1 && word.text.contains(is_alien))
}

/// Whether these are as many as formulas have at the most, and one is of none.
pub(super) const fn is_of_no_formula(faces: Face) -> bool {
    faces.count_ones() >= MAX_FACES && has_unusual(faces)
}

pub(super) const fn has_unusual(faces: Face) -> bool {
    faces & UNUSUAL != 0
}

/// The typeface of a letter or digit of mathematics, or of one that other texts have.
pub(super) fn face(c: char) -> Option<Face> {
    let nth = |first: char, count: u32, faces: &[Face]| {
        let nth = u32::from(c).checked_sub(u32::from(first))? / count;
        faces.get(nth as usize).copied()
    };
    match c {
        '\u{1D400}'..='\u{1D6A3}' => nth('\u{1D400}', 52, &ALPHABETS),
        '\u{1D6A8}'..='\u{1D7C9}' => nth('\u{1D6A8}', 58, &GREEK),
        '\u{1D7CE}'..='\u{1D7FF}' => nth('\u{1D7CE}', 10, &DIGITS),
        '\u{1CCD6}'..='\u{1CCF9}' => Some(OUTLINED),
        '\u{210C}' | '\u{2111}' | '\u{211C}' | '\u{2128}' | '\u{212D}' => Some(FRAKTUR),
        '\u{2102}'
        | '\u{210D}'
        | '\u{2115}'
        | '\u{2119}'
        | '\u{211A}'
        | '\u{211D}'
        | '\u{2124}'
        | '\u{2145}'..='\u{2149}' => Some(DOUBLE),
        '\u{210E}' | '\u{1D6A4}' | '\u{1D6A5}' => Some(ITALIC),
        _ => match (part(c), style(c)) {
            (Part::Styled(_), Style::Mathematical) => Some(SCRIPT),
            (Part::Styled(_), Style::Fullwidth) => Some(FULLWIDTH),
            (Part::Styled(_), Style::Numeral) => Some(NUMERAL),
            _ => None,
        },
    }
}
