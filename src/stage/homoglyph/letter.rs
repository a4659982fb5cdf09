//! One character of a word, and the letter it is taken for.

use crate::unicode::{
    Alphabet, alphabet, is_mark, is_number, is_regional_indicator, lookalike, resembling, styled,
    twin,
};

/// What a character is to the word it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A letter of one of the alphabets, taken for no letter of ASCII within its own.
    Letter(Alphabet),
    /// A lookalike from another script or from the far ends of Latin, and its letter of ASCII.
    Like(char),
    /// A styled letter, and its letter of ASCII.
    Styled(char),
    /// A mark or digit, which goes on with a word and begins none.
    Through,
    /// Not of a word.
    Apart,
}

/// What a character is to a word.
pub(super) fn part(c: char) -> Part {
    match alphabet(c) {
        Some(Alphabet::Latin) if c.is_ascii() => Part::Letter(Alphabet::Latin),
        Some(Alphabet::Latin) if c >= '\u{180}' => match (styled(c), lookalike(c)) {
            (Some(letter), _) => Part::Styled(letter),
            (None, Some(letter)) => Part::Like(letter),
            (None, None) => Part::Letter(Alphabet::Latin),
        },
        Some(found) => Part::Letter(found),
        None if c.is_ascii() => match c {
            '0'..='9' => Part::Through,
            _ => Part::Apart,
        },
        None => match (styled(c), lookalike(c)) {
            (Some(letter), _) => Part::Styled(letter),
            (None, Some(letter)) => Part::Like(letter),
            _ if is_mark(c) || is_number(c) && !is_regional_indicator(c) => Part::Through,
            _ => Part::Apart,
        },
    }
}

/// Whether no letter of another alphabet passes for this one: what has it is of its alphabet beyond doubt.
pub(super) fn is_distinctive(c: char, of: Alphabet) -> bool {
    match of {
        Alphabet::Latin if !c.is_ascii() => true,
        Alphabet::Latin => {
            let others = [Alphabet::Greek, Alphabet::Cyrillic];
            others
                .iter()
                .all(|&other| twin(c, other).or_else(|| resembling(c, other)).is_none())
        }
        _ => {
            lookalike(c).is_none()
                && Alphabet::ALL.iter().all(|&other| {
                    other == of || twin(c, other).or_else(|| resembling(c, other)).is_none()
                })
        }
    }
}

/// The letter of `main` that the character is taken for; the character itself if it is one.
pub(super) fn toward(c: char, main: Alphabet) -> Option<char> {
    let ascii = match part(c) {
        Part::Letter(found) if found == main => return Some(c),
        Part::Through => return Some(c),
        Part::Apart => return None,
        Part::Like(letter) | Part::Styled(letter) => letter,
        Part::Letter(_) => {
            // of Cyrillic the one in use comes first, not the one that is drawn the same
            let common = match main {
                Alphabet::Latin => None,
                _ => resembling(c, main),
            };
            if let Some(letter) = common.or_else(|| twin(c, main)) {
                return Some(letter);
            }
            match c.is_ascii() {
                true => c,
                false => lookalike(c)?,
            }
        }
    };
    match main {
        Alphabet::Latin => Some(ascii),
        _ => twin(ascii, main).or_else(|| resembling(ascii, main)),
    }
}
