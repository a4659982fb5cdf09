//! From a value for each code point to the smallest table that says the same.

use std::{collections::HashMap, ops::RangeInclusive};

use crate::parse::{POINTS, Result};

/// One array of integers, as it will stand in the generated file.
#[derive(Debug, Clone)]
pub(crate) struct Array {
    pub(crate) values: Vec<u32>,
    pub(crate) width: usize,
}

impl Array {
    /// As wide as the largest value asks for.
    pub(crate) fn new(values: Vec<u32>) -> Self {
        let width = match values.iter().max() {
            Some(0x1_0000..) => 4,
            Some(0x100..) => 2,
            _ => 1,
        };
        Self { values, width }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.values.len() * self.width
    }

    /// The array as it stands in memory where integers are little-endian, as in wasm.
    pub(crate) fn memory(&self) -> impl Iterator<Item = u8> {
        let bytes = |value: &u32| value.to_le_bytes().into_iter().take(self.width);
        self.values.iter().flat_map(bytes)
    }
}

/// The block sizes that are tried, as powers of two.
pub(crate) const LEAF_BITS: RangeInclusive<u32> = 2..=6;
pub(crate) const MIDDLE_BITS: RangeInclusive<u32> = 2..=7;

/// A three-stage trie: `leaves[middle[upper[i]][j]][k]`, each block stored once.
#[derive(Debug)]
pub(crate) struct Trie {
    pub(crate) upper: Array,
    pub(crate) middle: Array,
    pub(crate) leaves: Array,
    pub(crate) middle_bits: u32,
    pub(crate) leaf_bits: u32,
}

impl Trie {
    /// The smallest trie over `values`, by trying every sensible pair of block sizes.
    pub(crate) fn smallest(values: &[Option<u16>]) -> Result<Self> {
        let tries = LEAF_BITS
            .flat_map(|leaf| MIDDLE_BITS.map(move |middle| Self::new(values, leaf, middle)));
        let smallest = tries.min_by_key(Self::bytes);
        smallest.ok_or_else(|| "nothing to pack".to_owned())
    }

    pub(crate) fn new(values: &[Option<u16>], leaf_bits: u32, middle_bits: u32) -> Self {
        let values = settle(values, 1 << leaf_bits);
        let (index, leaves) = share(&values, 1 << leaf_bits);
        let (upper, middle) = share(&index, 1 << middle_bits);
        Self {
            upper: Array::new(upper),
            middle: Array::new(middle),
            leaves: Array::new(leaves),
            middle_bits,
            leaf_bits,
        }
    }

    /// What a trie of two stages would take instead.
    pub(crate) fn two_stage_bytes(values: &[Option<u16>], leaf_bits: u32) -> usize {
        let (index, leaves) = share(&settle(values, 1 << leaf_bits), 1 << leaf_bits);
        Array::new(index).bytes() + Array::new(leaves).bytes()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.upper.bytes() + self.middle.bytes() + self.leaves.bytes()
    }
}

/// Gives the slots that may hold anything the value before them, so that whole blocks become equal.
fn settle(values: &[Option<u16>], block: usize) -> Vec<u32> {
    let mut settled = Vec::with_capacity(values.len());
    for block in values.chunks(block) {
        // a block begins with its own first value, whatever stood before it; one without any is all zero
        let mut last = block.iter().flatten().next().copied().unwrap_or_default();
        for &value in block {
            last = value.unwrap_or(last);
            settled.push(u32::from(last));
        }
    }
    settled
}

/// Splits into blocks and stores each different one once: the block numbers, and the blocks.
pub(crate) fn share(values: &[u32], block: usize) -> (Vec<u32>, Vec<u32>) {
    let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
    let mut index = Vec::new();
    let mut blocks = Vec::new();
    for chunk in values.chunks(block) {
        let mut chunk = chunk.to_vec();
        let filler = chunk.last().copied().unwrap_or_default();
        chunk.resize(block, filler);
        let next = known.len() as u32;
        let number = *known.entry(chunk.clone()).or_insert(next);
        if number == next {
            blocks.extend(chunk);
        }
        index.push(number);
    }
    (index, blocks)
}

/// The code points for which `holds`, as ranges.
pub(crate) fn ranges(holds: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    runs(|point| holds(point).then_some(()))
        .into_iter()
        .map(|(first, last, ())| (first, last))
        .collect()
}

/// The stretches of code points with the same value.
pub(crate) fn runs<T: PartialEq>(value: impl Fn(u32) -> Option<T>) -> Vec<(u32, u32, T)> {
    let mut runs: Vec<(u32, u32, T)> = Vec::new();
    for point in 0..POINTS {
        let Some(value) = value(point) else { continue };
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == point && *same == value => *last = point,
            _ => runs.push((point, point, value)),
        }
    }
    runs
}

/// FNV-1a over the array's little-endian bytes: enough to see in a review that a table changed.
pub(crate) fn hash(array: &Array) -> u64 {
    let start = 0xCBF2_9CE4_8422_2325_u64;
    array.memory().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Array, Trie, hash, ranges, runs};

    fn find(trie: &Trie, at: usize) -> u32 {
        let low = |bits: u32, of: usize| of & ((1 << bits) - 1);
        let block = trie.upper.values[at >> (trie.middle_bits + trie.leaf_bits)] as usize;
        let at_middle = (block << trie.middle_bits) + low(trie.middle_bits, at >> trie.leaf_bits);
        let block = trie.middle.values[at_middle] as usize;
        trie.leaves.values[(block << trie.leaf_bits) + low(trie.leaf_bits, at)]
    }

    #[test]
    fn a_trie_gives_back_what_went_in_at_every_block_size() {
        // stretches of equal values, some free, over a length that no block size divides
        let value = |at: u32| match at / 37 % 5 {
            0 => None,
            kind => Some((kind * 50 + at / 1000) as u16),
        };
        let values: Vec<Option<u16>> = (0..5003).map(value).collect();
        for leaf_bits in 2..=6 {
            for middle_bits in 2..=7 {
                let trie = Trie::new(&values, leaf_bits, middle_bits);
                for (at, value) in values.iter().enumerate() {
                    if let Some(value) = value {
                        assert_eq!(find(&trie, at), u32::from(*value), "{at}");
                    }
                }
            }
        }
        let smallest = Trie::smallest(&values).unwrap();
        assert!(smallest.bytes() <= Trie::new(&values, 4, 4).bytes());
    }

    #[test]
    fn free_slots_take_the_value_before_them() {
        let trie = Trie::new(&[None, Some(7), None, Some(9), None, None], 2, 2);
        assert_eq!(trie.leaves.values, [7, 7, 7, 9, 0, 0, 0, 0]);
    }

    #[test]
    fn ranges_end_where_the_value_does() {
        assert_eq!(ranges(|point| matches!(point, 3..=5 | 7)), [(3, 5), (7, 7)]);
        assert_eq!(
            runs(|point| (point < 4).then_some(point / 2)),
            [(0, 1, 0), (2, 3, 1)]
        );
        assert_eq!(ranges(|point| point > 0x10_FFFD), [(0x10_FFFE, 0x10_FFFF)]);
    }

    #[test]
    fn the_hash_is_fnv_1a_over_little_endian_bytes() {
        // the published test vector for "foobar"
        let text = Array::new("foobar".bytes().map(u32::from).collect());
        assert_eq!(hash(&text), 0x8594_4171_F739_67E8);
        let wide = Array::new(vec![0x6F66, 0x626F, 0x7261]);
        assert_eq!(hash(&wide), hash(&text));
    }
}
