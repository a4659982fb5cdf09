//! What UTS #39 asks about the characters of identifiers.

use super::{
    range::{Row, find},
    tables::identifier::{DIGITS_BMP, DIGITS_REST, EDGES, STARTS},
};

/// Identifier_Status Allowed: in the General Security Profile. A binary search, and a walk over at most 32 ranges.
pub(super) fn is_allowed(c: char) -> bool {
    let point = u32::from(c);
    let after = STARTS.partition_point(|&[end, _]| end <= point);
    let start = after.checked_sub(1).and_then(|at| STARTS.get(at));
    let Some(&[mut at, place]) = start else {
        return false;
    };
    let mut bytes = EDGES.get(place as usize..).unwrap_or_default().iter();
    let mut next = || -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = *bytes.next()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    };
    while let (Some(gap), Some(length)) = (next(), next()) {
        let first = at + gap;
        at = first + length;
        if point < at {
            return point >= first;
        }
    }
    false
}

/// The nought of the decimal system that a digit is of; `None` for all other characters. Binary search.
pub(super) fn zero(c: char) -> Option<u32> {
    let first = match find(&DIGITS_BMP, &DIGITS_REST, c)? {
        Row::Bmp(&[first, _]) => u32::from(first),
        Row::Rest(&[first, _]) => first,
    };
    let point = u32::from(c);
    Some(point - (point - first) % 10)
}
