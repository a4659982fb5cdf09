//! Emoji properties of UTS #51.

use super::{
    range::contains,
    tables::emoji::{
        EMOJI_BMP, EMOJI_MODIFIER, EMOJI_REST, EXTENDED_PICTOGRAPHIC_BMP,
        EXTENDED_PICTOGRAPHIC_REST, REGIONAL_INDICATOR,
    },
};

/// Emoji, which has the digits, `#` and `*` too. Binary search.
pub(crate) fn is_emoji(c: char) -> bool {
    contains(&EMOJI_BMP, &EMOJI_REST, c)
}

/// Extended_Pictographic: what may stand on either side of a joiner. Binary search.
pub(crate) fn is_extended_pictographic(c: char) -> bool {
    contains(&EXTENDED_PICTOGRAPHIC_BMP, &EXTENDED_PICTOGRAPHIC_REST, c)
}

/// Emoji_Modifier: the five skin tones. Constant time.
#[inline]
pub(crate) fn is_emoji_modifier(c: char) -> bool {
    let [first, last] = EMOJI_MODIFIER;
    (first..=last).contains(&u32::from(c))
}

/// Regional_Indicator: two of them are a flag. Constant time.
#[inline]
pub(crate) fn is_regional_indicator(c: char) -> bool {
    let [first, last] = REGIONAL_INDICATOR;
    (first..=last).contains(&u32::from(c))
}
