//! One character of a word, and the letter it is taken for.

use crate::unicode::{
    Alphabet, Script, alphabet, counterpart, counterpart_in, doubtful, is_mark, is_number,
    is_regional_indicator, lookalike, other_form, resembling, script, styled, twin,
};

/// What a character is to the word it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A letter of one of the alphabets, taken for no letter of ASCII within its own.
    Letter(Alphabet),
    /// A lookalike from another script or from the far ends of Latin, and its letter: of ASCII, else of Greek or Cyrillic.
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
        None => match (styled(c), lookalike(c).or_else(|| counterpart(c))) {
            (Some(letter), _) => Part::Styled(letter),
            (None, Some(letter)) => Part::Like(letter),
            // of a word only inside it
            _ if matches!(c, '¡' | 'µ') => Part::Through,
            _ if is_mark(c) || is_number(c) && !is_regional_indicator(c) => Part::Through,
            _ => Part::Apart,
        },
    }
}

/// Whether the character is an ideograph, kana, Bopomofo or Hangul, which stand beside other letters without a space.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3000}'..='\u{9FFF}' | '\u{FFA0}'..='\u{FFDC}')
}

/// The script of a lookalike, where it is one that nobody mixes with Latin, Greek or Cyrillic.
pub(super) fn further_script(c: char) -> Option<Script> {
    let found = script(c);
    let is_near = matches!(
        found,
        Script::Common | Script::Inherited | Script::Latin | Script::Greek | Script::Cyrillic
    );
    (matches!(part(c), Part::Like(_)) && !is_near && !is_unspaced(c)).then_some(found)
}

/// Whether the character is taken for a letter of `main` and is none.
pub(super) fn is_foreign(c: char, main: Alphabet) -> bool {
    match part(c) {
        Part::Letter(of) => of != main && toward(c, main) != Some(c),
        Part::Like(_) => toward(c, main) != Some(c),
        Part::Styled(_) => true,
        Part::Through | Part::Apart => false,
    }
}

/// Whether no letter of another alphabet passes for this one: what has it is of its alphabet beyond doubt.
pub(super) fn is_distinctive(c: char, of: Alphabet) -> bool {
    match of {
        Alphabet::Latin if !c.is_ascii() => counterpart(c).is_none(),
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

/// The letter of `main` that the character is taken for; the character itself if it is one, or is no letter of a word in
/// that alphabet.
pub(super) fn toward(c: char, main: Alphabet) -> Option<char> {
    let part = part(c);
    if !matches!(part, Part::Letter(found) if found == main) {
        // small capitals look like other letters of Cyrillic than of Latin
        if let Some(letter) = counterpart_in(c, main) {
            return Some(letter);
        }
    }
    let ascii = match part {
        Part::Letter(found) if found == main => return Some(c),
        // Berber is typed with it
        Part::Letter(Alphabet::Greek) if c == 'ε' && main == Alphabet::Latin => return Some(c),
        // Mari and other languages are typed with them
        Part::Letter(Alphabet::Latin)
            if main == Alphabet::Cyrillic && matches!(c, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü') =>
        {
            return Some(c);
        }
        Part::Letter(Alphabet::Cyrillic) if main == Alphabet::Greek && matches!(c, 'Ө' | 'ө') => {
            return Some('Θ');
        }
        Part::Through => return Some(c),
        Part::Apart => return None,
        Part::Like(letter) if !letter.is_ascii() => return Some(c),
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
                false => lookalike(c).or_else(|| doubtful(c))?,
            }
        }
    };
    match main {
        Alphabet::Latin => Some(ascii),
        _ => resembling(ascii, main).or_else(|| twin(ascii, main)),
    }
}

/// Whether the character looks like an `I` and an `l`.
pub(super) fn is_stroke(c: char) -> bool {
    lookalike(c) == Some('l') || matches!(styled(c), Some('I' | 'l'))
}

/// Whether the letter passes for another of its own alphabet, and real text has both.
pub(super) fn is_doubtful(c: char) -> bool {
    other_form(c).or_else(|| doubtful(c)).is_some()
}
