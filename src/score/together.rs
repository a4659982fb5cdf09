//! Finds the words of a sentence that is written without spaces: `ignoreallrules`, `IgnoreAllRules`.

use alloc::vec::Vec;

use super::keys::Key;
use crate::lexicon::segment;

/// It has so many letters and words at least.
const MIN_LETTERS: usize = 16;
const MIN_WORDS: usize = 4;

/// Words that join others to a sentence. Names in code have none.
const SHORT: [&[u8]; 12] = [
    b"all", b"and", b"any", b"for", b"in", b"me", b"not", b"of", b"the", b"to", b"you", b"your",
];

/// Of letters without capitals so much must be frequent words, in bits a letter.
const MIN_BITS: f32 = 1.0;

/// Where each word ends, if these ASCII letters are a sentence. Linear, but for a factor of the longest word.
pub(super) fn ends(letters: &[u8]) -> Option<Vec<usize>> {
    if letters.len() < MIN_LETTERS {
        return None;
    }
    let is_edge = |a: &u8, b: &u8| a.is_ascii_lowercase() && b.is_ascii_uppercase();
    if letters
        .iter()
        .zip(letters.iter().skip(1))
        .all(|(a, b)| !is_edge(a, b))
    {
        let (text, bits) = segment(str::from_utf8(letters).ok()?)?;
        let is_known = bits >= MIN_BITS * letters.len() as f32;
        return sentence(text.split(' ').map(str::as_bytes)).filter(|_| is_known);
    }
    sentence(letters.chunk_by(|a, b| !is_edge(a, b)))
}

fn sentence<'a>(words: impl Iterator<Item = &'a [u8]>) -> Option<Vec<usize>> {
    let (mut ends, mut end) = (Vec::new(), 0);
    let (mut has_key, mut has_short) = (false, false);
    for word in words {
        end += word.len();
        ends.push(end);
        has_key |= Key::of(word).is_some();
        has_short |= SHORT.iter().any(|short| short.eq_ignore_ascii_case(word));
    }
    (has_key && has_short && ends.len() >= MIN_WORDS).then_some(ends)
}
