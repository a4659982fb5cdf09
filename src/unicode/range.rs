//! Sets of code points as sorted ranges.

use crate::util::work::count;

use super::tables::sets::{MATH_BMP, MATH_REST, UNIFIED_IDEOGRAPH_BMP, UNIFIED_IDEOGRAPH_REST};

/// The row whose first two entries, first and last code point, enclose the character. Binary search.
pub(super) fn find<'a, const N: usize>(
    bmp: &'a [[u16; N]],
    rest: &'a [[u32; N]],
    c: char,
) -> Option<Row<'a, N>> {
    match u16::try_from(u32::from(c)) {
        Ok(point) => search(bmp, point).map(Row::Bmp),
        Err(_) => search(rest, u32::from(c)).map(Row::Rest),
    }
}

/// A row as wide as its plane needs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Row<'a, const N: usize> {
    Bmp(&'a [u16; N]),
    Rest(&'a [u32; N]),
}

/// Whether one of the ranges holds the character. Binary search.
pub(super) fn contains(bmp: &[[u16; 2]], rest: &[[u32; 2]], c: char) -> bool {
    find(bmp, rest, c).is_some()
}

fn search<T: Copy + Ord, const N: usize>(rows: &[[T; N]], point: T) -> Option<&[T; N]> {
    count(1);
    let after = rows.partition_point(|row| row.first().is_some_and(|&first| first <= point));
    let row = rows.get(after.checked_sub(1)?)?;
    (*row.get(1)? >= point).then_some(row)
}

/// Unified_Ideograph. Binary search over a few ranges.
pub(crate) fn is_unified_ideograph(c: char) -> bool {
    contains(&UNIFIED_IDEOGRAPH_BMP, &UNIFIED_IDEOGRAPH_REST, c)
}

/// Math, or in the block Mathematical Alphanumeric Symbols: a neighbour of which one can say that it is mathematics.
/// Binary search.
pub(crate) fn is_math(c: char) -> bool {
    contains(&MATH_BMP, &MATH_REST, c)
}
