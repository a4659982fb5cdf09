//! Characters that are taken for a letter of ASCII, Greek or Cyrillic.

use super::{
    Alphabet, alphabet,
    emoji::is_regional_indicator,
    range::{Row, find},
    tables::confusable::{
        DOUBTFUL, FLAGS, LIKE_BMP, LIKE_REST, OTHER_BMP, OTHER_REST, SHARED, STYLED_BMP,
        STYLED_REST,
    },
};

/// What sort of style a styled letter has: each is kept in other places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Mathematical alphanumerics, letterlike symbols, outlined capitals.
    Mathematical,
    /// The wide forms of East Asian text.
    Fullwidth,
    /// Superscript, subscript and modifier letters.
    Raised,
    /// Small capitals, which phonetic text has one by one.
    SmallCapital,
    /// Roman numerals of one letter.
    Numeral,
    /// Two of them are a flag.
    RegionalIndicator,
    /// Circled, squared, parenthesized.
    Enclosed,
}

/// The ASCII letter that a character beyond ASCII looks like (UTS #39, the skeleton, by confusables.txt); `None` for
/// styled letters, and for those that `twins.toml` keeps. Binary search.
///
/// A skeleton of `l` stands for `I` too, and one of `O` for nought.
pub(crate) fn lookalike(c: char) -> Option<char> {
    letter(find(&LIKE_BMP, &LIKE_REST, c)?, c)
}

/// The letter of Greek or Cyrillic that a character of neither looks like, where it looks like none of ASCII; the Greek
/// one, if both. Binary search.
pub(crate) fn counterpart(c: char) -> Option<char> {
    letter(find(&OTHER_BMP, &OTHER_REST, c)?, c)
}

/// The same in one alphabet.
pub(crate) fn counterpart_in(c: char, wanted: Alphabet) -> Option<char> {
    let letter = counterpart(c)?;
    if alphabet(letter) == Some(wanted) {
        return Some(letter);
    }
    let shared = SHARED
        .iter()
        .find(|[greek, _]| u32::from(*greek) == u32::from(letter));
    let &[_, cyrillic] = shared.filter(|_| wanted == Alphabet::Cyrillic)?;
    char::from_u32(u32::from(cyrillic))
}

/// The ASCII letter that a character looks like which real text has beside such letters, by `twins.toml`.
pub(crate) fn doubtful(c: char) -> Option<char> {
    let (_, letter) = u16::try_from(u32::from(c)).ok().and_then(|c| {
        DOUBTFUL
            .iter()
            .map(|&[kept, letter]| (kept, letter))
            .find(|&(kept, _)| kept == c)
    })?;
    char::from_u32(u32::from(letter))
}

/// The letter of its own alphabet that a letter looks like which few texts have: symbols and old forms of Greek, and letters
/// of single languages in Cyrillic.
pub(crate) const fn other_form(c: char) -> Option<char> {
    Some(match c {
        'ϐ' => 'β',
        'ϑ' => 'θ',
        'ϴ' => 'Θ',
        'ϕ' => 'φ',
        'ϖ' => 'π',
        'ϰ' => 'κ',
        'ϱ' | 'ϸ' => 'ρ',
        'ϛ' => 'ς',
        'ϵ' => 'ε',
        'ҽ' => 'е',
        'ү' => 'у',
        'ѡ' | 'ԝ' => 'ш',
        'ҍ' | 'Ҍ' | 'Ѣ' => 'ѣ',
        'ԑ' => 'є',
        'Ӡ' => 'З',
        'ѳ' => 'ө',
        'Ѳ' => 'Ө',
        _ => return None,
    })
}

/// The ASCII letter that a styled letter is a style of. Binary search.
pub(crate) fn styled(c: char) -> Option<char> {
    letter(find(&STYLED_BMP, &STYLED_REST, c)?, c)
}

fn letter(row: Row<'_, 3>, c: char) -> Option<char> {
    let (first, letter) = match row {
        Row::Bmp(&[first, _, letter]) => (u32::from(first), u32::from(letter)),
        Row::Rest(&[first, _, letter]) => (first, letter),
    };
    char::from_u32(letter + u32::from(c).checked_sub(first)?)
}

/// The style of a character for which [`styled`] has a letter, by its block.
pub(crate) fn style(c: char) -> Style {
    match c {
        '\u{2100}'..='\u{214F}' | '\u{1CCD6}'..='\u{1CCEF}' | '\u{1D400}'..='\u{1D7FF}' => {
            Style::Mathematical
        }
        '\u{FF00}'..='\u{FFEF}' => Style::Fullwidth,
        '\u{2160}'..='\u{217F}' => Style::Numeral,
        '\u{250}'..='\u{2AF}' | '\u{1D00}'..='\u{1D2B}' | '\u{A730}'..='\u{A7CF}' => {
            Style::SmallCapital
        }
        '\u{249C}'..='\u{24E9}' | '\u{1F100}'..='\u{1F1E5}' => Style::Enclosed,
        _ if is_regional_indicator(c) => Style::RegionalIndicator,
        _ => Style::Raised,
    }
}

/// Whether two regional indicators are the flag of a region.
pub(crate) fn is_flag(first: char, second: char) -> bool {
    let nth = |c: char| u32::from(c).checked_sub(0x1_F1E6).filter(|&nth| nth < 26);
    nth(first).zip(nth(second)).is_some_and(|(first, second)| {
        FLAGS
            .get(first as usize)
            .is_some_and(|row| row >> second & 1 == 1)
    })
}
