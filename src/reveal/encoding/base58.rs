//! Base58, as Bitcoin writes it: one large number.

use alloc::{string::String, vec::Vec};

use super::{Found, bytes, run::runs};

/// Eleven bytes: anything shorter is a name.
const MIN_SYMBOLS: usize = 15;

/// The work grows with the square of the length.
const MAX_SYMBOLS: usize = 1024;

/// Five digits are read at once, and make a factor that fits into 32 bits.
const AT_ONCE: usize = 5;

pub(super) fn find(text: &str) -> Vec<Found> {
    let runs = runs(text, MIN_SYMBOLS, is_symbol).into_iter();
    let found = runs
        .filter(|run| run.len() <= MAX_SYMBOLS)
        .filter_map(|run| {
            let symbols = text.as_bytes().get(run.clone())?;
            Some(Found::shape(run, &["base58"], decode(symbols)?))
        });
    found.collect()
}

fn decode(symbols: &[u8]) -> Option<String> {
    // the number in limbs of 32 bits, the lowest first
    let mut limbs: Vec<u32> = Vec::new();
    for digits in symbols.chunks(AT_ONCE) {
        let (mut carry, mut factor) = (0_u64, 1_u64);
        for &digit in digits {
            carry = carry * 58 + u64::from(value(digit)?);
            factor *= 58;
        }
        for limb in &mut limbs {
            carry += u64::from(*limb) * factor;
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            limbs.push(carry as u32);
        }
    }
    let all: Vec<u8> = limbs
        .iter()
        .rev()
        .flat_map(|limb| limb.to_be_bytes())
        .collect();
    let zeros = all.iter().take_while(|&&b| b == 0).count();
    bytes::text(all.get(zeros..)?.to_vec())
}

const fn is_symbol(b: u8) -> bool {
    value(b).is_some()
}

const fn value(b: u8) -> Option<u8> {
    Some(match b {
        b'1'..=b'9' => b - b'1',
        b'A'..=b'H' => b - b'A' + 9,
        b'J'..=b'N' => b - b'J' + 17,
        b'P'..=b'Z' => b - b'P' + 22,
        b'a'..=b'k' => b - b'a' + 33,
        b'm'..=b'z' => b - b'm' + 44,
        _ => return None,
    })
}
