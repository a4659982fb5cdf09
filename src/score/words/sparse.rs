//! The weights of a hash table that is mostly empty: a bit for each weight that may be there, and the codes of those that are.
//!
//! An eighth of a plain table, and quick: the bits of a slot say mostly that nothing is there.

use alloc::vec::Vec;

use super::window::HEADS;

/// Slots of the hash table.
pub const SLOTS: usize = 1 << 20;

const BIT_BYTES: usize = SLOTS * HEADS / 8;

/// The bits between two places where those before are counted.
const BLOCK_BITS: usize = 1024;

const RANK_BYTES: usize = 4 * SLOTS * HEADS / BLOCK_BITS;

/// The three parts: see `model/format.md`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sparse {
    bits: &'static [u8],
    ranks: &'static [u8],
    codes: &'static [u8],
}

impl Sparse {
    /// Reads what [`encode`] wrote.
    pub(super) const fn new(bytes: &'static [u8]) -> Self {
        let (bits, rest) = bytes.split_at(BIT_BYTES);
        let (ranks, codes) = rest.split_at(RANK_BYTES);
        Self { bits, ranks, codes }
    }

    /// The codes of the slot of a hash, or `None` if it has none. Constant time.
    #[inline]
    pub(super) fn codes(self, hash: u32) -> Option<[u8; HEADS]> {
        let slot = hash as usize & (SLOTS - 1);
        let bits = self.bits.get(slot / 4)? >> (slot % 4 * 2) & 3;
        if bits == 0 {
            return None;
        }
        let rank = self.rank(slot * HEADS)?;
        Some(match bits {
            1 => [self.code(rank)?, 0],
            2 => [0, self.code(rank)?],
            _ => [self.code(rank)?, self.code(rank + 1)?],
        })
    }

    /// How many bits before this one are set.
    fn rank(self, bit: usize) -> Option<usize> {
        let (ranks, _) = self.ranks.as_chunks::<4>();
        let block = bit / BLOCK_BITS;
        let (words, _) = self.bits.as_chunks::<8>();
        let before = words.get(block * BLOCK_BITS / 64..bit / 64)?;
        let ones: u32 = before
            .iter()
            .map(|word| u64::from_le_bytes(*word).count_ones())
            .sum();
        let last = u64::from_le_bytes(*words.get(bit / 64)?) & ((1 << (bit % 64)) - 1);
        Some((u32::from_le_bytes(*ranks.get(block)?) + ones + last.count_ones()) as usize)
    }

    fn code(self, rank: usize) -> Option<u8> {
        let two = self.codes.get(rank / 2)?;
        Some(two >> (rank % 2 * 4) & 15)
    }
}

/// The bytes for these codes of every slot; 0 is none. For the trainer.
#[must_use]
pub fn encode(codes: &[[u8; HEADS]]) -> Vec<u8> {
    let all: Vec<u8> = codes.iter().flatten().copied().collect();
    let eight = |bits: &[u8]| {
        let bit = |(at, &code): (usize, &u8)| u8::from(code != 0) << at;
        bits.iter().enumerate().map(bit).sum::<u8>()
    };
    let mut out: Vec<u8> = all.chunks(8).map(eight).collect();
    let mut rank = 0_u32;
    for block in all.chunks(BLOCK_BITS) {
        out.extend(rank.to_le_bytes());
        rank += block.iter().map(|&code| u32::from(code != 0)).sum::<u32>();
    }
    let present: Vec<u8> = all.into_iter().filter(|&code| code != 0).collect();
    let two = |two: &[u8]| two.iter().rev().fold(0, |byte, &code| byte << 4 | code);
    out.extend(present.chunks(2).map(two));
    out
}

#[cfg(test)]
mod tests {
    use alloc::{boxed::Box, vec};

    use super::{HEADS, SLOTS, Sparse, encode};

    #[test]
    fn every_code_comes_back() {
        let mut codes = vec![[0_u8; HEADS]; SLOTS];
        let mut state = 1_u32;
        for slot in &mut codes {
            for code in slot {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // one of four is there
                *code = if state >> 30 == 0 {
                    (state >> 20) as u8 & 15
                } else {
                    0
                };
            }
        }
        let sparse = Sparse::new(Box::leak(encode(&codes).into_boxed_slice()));
        for (slot, wanted) in codes.iter().enumerate() {
            let hash = slot as u32 | 0xABC0_0000;
            assert_eq!(sparse.codes(hash).unwrap_or_default(), *wanted, "{slot}");
        }
    }
}
