//! Full decompositions.

use super::hangul;
use crate::unicode::tables::normalization::{
    INDEX, INDEX_BITS, INDEX_UPPER, LENGTHS, MASKS, RANKS, STARTS, TEXT_HIGH, TEXT_LOW,
};

/// For which forms a character decomposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// For all, and the same way.
    Canonical,
    /// For all; in compatibility forms the parts decompose further, once.
    Further,
    /// For the compatibility forms only.
    Compatible,
}

/// The first character that decomposes.
const FIRST: char = '\u{A0}'; // NO-BREAK SPACE

/// Where the row of 64 code points is, and how many of them before this one decompose.
struct Place {
    row: usize,
    before: usize,
    rank: usize,
}

/// `None` for a character without a decomposition in the table. Constant time: three loads, and the bits of a mask.
#[inline]
fn place(c: char) -> Option<Place> {
    if c < FIRST {
        return None;
    }
    let point = u32::from(c);
    let block = point >> 6;
    let upper = INDEX_UPPER.get((block >> INDEX_BITS) as usize)?;
    let low = block & ((1 << INDEX_BITS) - 1);
    let at = usize::from(*upper) << INDEX_BITS | low as usize;
    let row = usize::from(*INDEX.get(at)?);
    let &[low, high] = MASKS.get(row)?;
    let mask = u64::from(high) << 32 | u64::from(low);
    let bit = 1_u64 << (point & 63);
    if mask & bit == 0 {
        return None;
    }
    let before = (mask & (bit - 1)).count_ones() as usize;
    let rank = usize::from(*RANKS.get(row)?) + before;
    Some(Place { row, before, rank })
}

/// For which forms the character decomposes by table: Hangul syllables are not in it. Constant time.
#[inline]
pub(super) fn kind(c: char) -> Option<Kind> {
    let length = *LENGTHS.get(place(c)?.rank)?;
    Some(kind_of(length))
}

#[inline]
const fn kind_of(length: u8) -> Kind {
    match length >> 6 {
        0 => Kind::Canonical,
        1 => Kind::Compatible,
        _ => Kind::Further,
    }
}

/// What the character decomposes into, and for which forms. A sum over at most 63 bytes finds it.
pub(super) fn decomposition(c: char) -> Option<(Kind, impl Iterator<Item = char>)> {
    let Place { row, before, rank } = place(c)?;
    let length = *LENGTHS.get(rank)?;
    let earlier = LENGTHS.get(rank - before..rank)?; // `rank` is `before` and more
    let earlier: u16 = earlier.iter().map(|&length| units(length)).sum();
    let start = usize::from(*STARTS.get(row)?) + usize::from(earlier);
    let end = start + usize::from(units(length));
    let (high, low) = (TEXT_HIGH.get(start..end)?, TEXT_LOW.get(start..end)?);
    let text = high
        .iter()
        .zip(low)
        .map(|(&high, &low)| u16::from_be_bytes([high, low]));
    // the generator writes no lone surrogate
    let text = char::decode_utf16(text).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some((kind_of(length), text))
}

#[inline]
const fn units(length: u8) -> u16 {
    (length & 0x3F) as u16
}

/// The full decomposition of a character that decomposes in the compatibility forms only. Constant time.
pub(crate) fn compatibility(c: char) -> Option<impl Iterator<Item = char>> {
    match decomposition(c) {
        Some((Kind::Compatible, parts)) => Some(parts),
        _ => None,
    }
}

/// The full compatibility decomposition of any character, part by part; the character itself if it has none. Constant time.
pub(crate) fn decomposed(c: char, mut each: impl FnMut(char)) {
    match decomposition(c) {
        Some((Kind::Further, parts)) => {
            for part in parts {
                match decomposition(part) {
                    Some((_, parts)) => parts.for_each(&mut each),
                    None => each(part),
                }
            }
        }
        Some((_, parts)) => parts.for_each(each),
        None => match hangul::decompose(c) {
            Some(letters) => letters.for_each(each),
            None => each(c),
        },
    }
}
