//! Latin, Greek, Cyrillic: the alphabets whose letters are taken for each other.

use super::{
    profile::is_letter,
    tables::twin::{RESEMBLING, TWINS},
};

/// An alphabet with twins in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
}

impl Alphabet {
    pub(crate) const ALL: [Self; 3] = [Self::Latin, Self::Greek, Self::Cyrillic];
}

/// The alphabet of a letter, by the blocks of letters in use; `None` for everything else. A few comparisons.
pub(crate) fn alphabet(c: char) -> Option<Alphabet> {
    match c {
        'A'..='Z' | 'a'..='z' => Some(Alphabet::Latin),
        // Latin-1 Supplement to IPA Extensions, Latin Extended Additional
        '\u{C0}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' if is_letter(c) => Some(Alphabet::Latin),
        // Greek and Coptic but for the letters of Coptic, Greek Extended
        '\u{370}'..='\u{3E1}' | '\u{3F0}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' if is_letter(c) => {
            Some(Alphabet::Greek)
        }
        // Cyrillic, Cyrillic Supplement
        '\u{400}'..='\u{52F}' if is_letter(c) => Some(Alphabet::Cyrillic),
        _ => None,
    }
}

/// The letter of `wanted` that looks like `c` (intentional.txt and the project's own list); `None` if there is none.
pub(crate) fn twin(c: char, wanted: Alphabet) -> Option<char> {
    let c = u16::try_from(u32::from(c)).ok().filter(|&c| c != 0)?;
    let row = TWINS.iter().find(|row| row.contains(&c))?;
    let letter = row
        .get(wanted as usize)
        .copied()
        .filter(|&letter| letter != 0)?;
    char::from_u32(u32::from(letter))
}

/// The letter of `wanted` that the letter passes for at a glance, where it is no [`twin`].
pub(crate) fn resembling(c: char, wanted: Alphabet) -> Option<char> {
    let c = u16::try_from(u32::from(c)).ok()?;
    let others = RESEMBLING.iter().filter_map(|&[a, b]| match c {
        _ if c == a => Some(b),
        _ if c == b => Some(a),
        _ => None,
    });
    others
        .filter_map(|other| char::from_u32(u32::from(other)))
        .find(|&other| alphabet(other) == Some(wanted))
}
