//! Primary composites.

use super::{class::Mark, hangul};
use crate::unicode::tables::normalization::{
    COMPOSITES_HIGH, COMPOSITES_LOW, FIRSTS, SECONDS, WIDE,
};

/// What two characters compose to. A binary search among at most some eighty.
pub(crate) fn compose(first: char, second: char) -> Option<char> {
    let number = usize::from(Mark::of(second).second());
    let Some(number) = number.checked_sub(1) else {
        return hangul::compose(first, second);
    };
    let Ok(narrow) = u16::try_from(u32::from(first)) else {
        return compose_wide(first, second);
    };
    let start = usize::from(*SECONDS.get(number)?);
    let end = usize::from(*SECONDS.get(number + 1)?);
    let at = start + FIRSTS.get(start..end)?.binary_search(&narrow).ok()?;
    let composite = [*COMPOSITES_HIGH.get(at)?, *COMPOSITES_LOW.get(at)?];
    char::from_u32(u32::from(u16::from_be_bytes(composite)))
}

/// The pairs past the Basic Multilingual Plane: few, and their first is past it too.
fn compose_wide(first: char, second: char) -> Option<char> {
    let pair = (u32::from(second), u32::from(first));
    let at = WIDE
        .binary_search_by_key(&pair, |&[second, first, _]| (second, first))
        .ok()?;
    let &[_, _, composite] = WIDE.get(at)?;
    char::from_u32(composite)
}
