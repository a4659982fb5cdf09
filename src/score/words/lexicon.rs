//! What words mean, in many languages: the concepts that attacks and honest texts speak of.
//!
//! The table is made from `lexicon.toml` by the trainer; its layout is in `format.md`.

use super::token::{SEED, step};

/// A number of a concept, from 1.
pub type Concept = u8;

/// Slots of three bytes: the upper 18 bits of the hash, then the concept; empty slots are zero.
static TABLE: &[u8] = include_bytes!("../model/lexicon.bin");

/// Hashes of whole words and of stems are told apart.
const WHOLE: u32 = 0x27D4_EB2F;

/// And so are those of dense scripts.
const DENSE: u32 = 0x1656_67B1;

/// A stem is at least so long, in letters.
const MIN_STEM: usize = 2;

/// The concept of a word, given the hashes of its beginnings: the whole word, else its longest stem.
pub(super) fn word(hashes: &[u32]) -> Option<Concept> {
    let whole = hashes.last().and_then(|&hash| find(hash ^ WHOLE));
    whole.or_else(|| {
        let stems = hashes.get(MIN_STEM - 1..).unwrap_or_default();
        stems.iter().rev().find_map(|&hash| find(hash))
    })
}

/// The concept of words that begin so, given the hash of the beginning.
pub(super) fn stem(hash: u32) -> Option<Concept> {
    find(hash).or_else(|| find(hash ^ WHOLE))
}

/// The concept of the longest entry that ends a run of dense characters. Entries of dense scripts are hashed from their
/// end, so that one pass tries them all.
pub(super) fn ending(letters: &[char]) -> Option<Concept> {
    let mut hash = SEED ^ DENSE;
    let mut longest = None;
    for &letter in letters.iter().rev() {
        hash = step(hash, letter);
        longest = find(hash).or(longest);
    }
    longest
}

#[inline]
fn find(hash: u32) -> Option<Concept> {
    let (slots, _) = TABLE.as_chunks::<3>();
    let mask = slots.len().checked_sub(1)?;
    let mixed = mix(hash);
    let mut at = mixed as usize & mask;
    loop {
        let &[low, middle, high] = slots.get(at)?;
        let slot = u32::from_le_bytes([low, middle, high, 0]);
        if slot == 0 {
            return None;
        }
        if slot >> CONCEPT_BITS == tag(mixed) {
            return u8::try_from(slot & ((1 << CONCEPT_BITS) - 1)).ok();
        }
        at = (at + 1) & mask;
    }
}

/// A concept has so many bits of a slot.
const CONCEPT_BITS: u32 = 6;

/// What a slot keeps of a hash.
const fn tag(mixed: u32) -> u32 {
    mixed >> (32 - 24 + CONCEPT_BITS)
}

/// Spreads a hash over all bits (the finalizer of MurmurHash3).
#[inline]
pub(super) const fn mix(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ hash >> 16
}

/// How an entry is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The whole word.
    Word,
    /// Any word that begins so.
    Stem,
    /// Anywhere, in a script without spaces.
    Dense,
}

/// The table for these entries. For the trainer.
#[must_use]
pub fn build(entries: &[(&str, Entry, Concept)]) -> alloc::vec::Vec<u8> {
    let slots = (entries.len() * 2).next_power_of_two();
    let mut table = alloc::vec![0_u32; slots];
    for &(word, entry, concept) in entries {
        let mixed = mix(match entry {
            Entry::Word => word.chars().fold(SEED, step) ^ WHOLE,
            Entry::Stem => word.chars().fold(SEED, step),
            Entry::Dense => word.chars().rev().fold(SEED ^ DENSE, step),
        });
        let mut at = mixed as usize & (slots - 1);
        while let Some(slot) = table.get_mut(at) {
            if *slot == 0 || *slot >> CONCEPT_BITS == tag(mixed) {
                *slot = tag(mixed) << CONCEPT_BITS | u32::from(concept);
                break;
            }
            at = (at + 1) & (slots - 1);
        }
    }
    table
        .iter()
        .flat_map(|slot| slot.to_le_bytes().into_iter().take(3))
        .collect()
}
