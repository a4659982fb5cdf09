//! Looking a slot up in a three-stage trie.

use super::tables::profile::{PLAIN_END, SPECIAL_END, SPECIAL_START};
use crate::util::work::count;

/// The slot of a code point in the tries, `None` where they hold nothing. Constant time.
#[inline]
pub(super) const fn slot(point: u32) -> Option<u32> {
    if point < PLAIN_END {
        Some(point)
    } else if point >= SPECIAL_START && point < SPECIAL_END {
        Some(point - SPECIAL_START + PLAIN_END)
    } else {
        None
    }
}

/// The value of a slot: three dependent loads. Zero outside the table, which no slot is.
#[inline]
pub(super) fn find<U, M>(
    upper: &[U],
    middle: &[M],
    leaves: &[u8],
    (middle_bits, leaf_bits): (u32, u32),
    slot: u32,
) -> u8
where
    U: Copy + Into<usize>,
    M: Copy + Into<usize>,
{
    count(1);
    let low = |bits: u32, of: u32| (of & ((1 << bits) - 1)) as usize;
    let block = |at: Option<usize>, bits: u32| at.unwrap_or_default() << bits;
    let top = (slot >> (middle_bits + leaf_bits)) as usize;
    let at =
        block(upper.get(top).map(|&b| b.into()), middle_bits) | low(middle_bits, slot >> leaf_bits);
    let at = block(middle.get(at).map(|&b| b.into()), leaf_bits) | low(leaf_bits, slot);
    leaves.get(at).copied().unwrap_or_default()
}
