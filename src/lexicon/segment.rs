//! Puts the spaces back into letters that were written without.

use alloc::{string::String, vec, vec::Vec};

use super::{Hash, is_known_hash};

/// More letters than this are not parted: the longest messages of this kind are some lines.
const MAX_LETTERS: usize = 4096;

/// The longest frequent word that is looked for.
const MAX_WORD: usize = 16;

/// What a letter costs that belongs to no frequent word.
const UNKNOWN: f32 = 1.5;

/// The letters parted into words, and how much of them are frequent words, in bits. Linear, but for a factor of the longest word.
pub(crate) fn segment(letters: &str) -> Option<(String, f32)> {
    let chars: Vec<char> = letters.chars().take(MAX_LETTERS + 1).collect();
    if chars.len() > MAX_LETTERS {
        return None;
    }
    // the best worth of what stands before each place, and where its last word begins; unknown letters have none
    let mut best: Vec<(f32, Option<usize>)> = vec![(f32::MIN, None); chars.len() + 1];
    *best.first_mut()? = (0.0, None);
    for start in 0..chars.len() {
        let (before, _) = *best.get(start)?;
        let mut improve = |end: usize, worth: f32, word: Option<usize>| {
            if let Some(place) = best.get_mut(end)
                && worth > place.0
            {
                *place = (worth, word);
            }
        };
        improve(start + 1, before - UNKNOWN, None);
        let mut hash = Hash::new();
        let word = chars.get(start..)?.iter().take(MAX_WORD);
        for (length, c) in (1..).zip(word) {
            hash = hash.with_char(*c);
            let worth = match length {
                1 if matches!(c, 'a' | 'A' | 'i' | 'I') => -2.0,
                1 => continue,
                _ => 4.0 * length as f32 - 8.0,
            };
            if length == 1 || is_known_hash(hash) {
                improve(start + length, before + worth, Some(start));
            }
        }
    }
    let bits = best.last()?.0;
    let mut starts = vec![false; chars.len() + 1];
    let mut at = chars.len();
    while at > 0 {
        at = match best.get(at)?.1 {
            Some(start) => {
                *starts.get_mut(start)? = true;
                *starts.get_mut(at)? = true;
                start
            }
            None => at - 1,
        };
    }
    let mut text = String::new();
    for (at, &c) in chars.iter().enumerate() {
        if at > 0 && starts.get(at) == Some(&true) {
            text.push(' ');
        }
        text.push(c);
    }
    Some((text, bits))
}
