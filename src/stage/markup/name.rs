//! Names: compared in any case, and looked up by their hash.
//!
//! What many call is never inlined here and in the rooms around: a copy for each call is what makes the wasm large.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::unicode::{is_letter, is_number};

/// Names of markup, which count in any case.
pub(super) trait Like {
    fn is_like(&self, name: &str) -> bool;
}

impl Like for str {
    #[inline(never)]
    fn is_like(&self, name: &str) -> bool {
        self.eq_ignore_ascii_case(name)
    }
}

/// Places by the hash of a name.
pub(super) type Places = BTreeMap<u64, Vec<usize>>;

/// The hash of a name in any case: FNV-1a.
#[inline(never)]
pub(super) fn hash(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01B3)
    })
}

/// A letter in lower case, in the alphabets that the words of orders are listed in.
pub(super) const fn lower(c: char) -> char {
    match c {
        'A'..='Z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' | '\u{410}'..='\u{42F}' => {
            shifted(c, 0x20)
        }
        '\u{400}'..='\u{40F}' => shifted(c, 0x50),
        '\u{130}' => 'i',
        _ => c,
    }
}

const fn shifted(c: char, by: u32) -> char {
    match char::from_u32(c as u32 + by) {
        Some(c) => c,
        None => c,
    }
}

/// Whether a character is part of a word.
pub(super) fn is_word(c: char) -> bool {
    is_letter(c) || is_number(c)
}
