//! How well letters stand beside each other: the pairs of Latin letters in the word lists.
//!
//! A score is in eighths of a bit: how much likelier a pair is in a word of these languages than in letters drawn at random.

use super::words::WORDS;

/// A place for each letter, nought for the edge of a word.
const SIZE: usize = 32;

static PAIRS: [i8; SIZE * SIZE] = build();

/// How likely letters make a word, in bits: above nought if rather than letters drawn at random. Only the letters of ASCII,
/// of either case, are looked at; what stands between two of them parts them like an edge of the word would, without a score.
pub(crate) fn word_bits(word: &str) -> f32 {
    let (mut score, mut previous) = (0_i32, Some(0));
    for &byte in word.as_bytes() {
        let letter = place(byte);
        if let (Some(a), Some(b)) = (previous, letter) {
            score += i32::from(pair(a, b));
        }
        previous = letter;
    }
    if let Some(a) = previous {
        score += i32::from(pair(a, 0));
    }
    score as f32 / 8.0
}

/// The same for letters that run through word edges nobody wrote.
pub(crate) fn run_bits(letters: &str) -> f32 {
    let bytes = letters.as_bytes().windows(2);
    let pairs = bytes.filter_map(|two| match *two {
        [a, b] => Some(i32::from(pair(place(a)?, place(b)?))),
        _ => None,
    });
    pairs.sum::<i32>() as f32 / 8.0
}

/// How much likelier letters run through words than that each begins one, in bits: what tells a message in the first letters of lines
/// from lines. Each pair counts once, so that lines that take turns say no more than two; a letter twice says nothing for it.
pub(crate) fn joined_bits(letters: &str) -> f32 {
    let mut seen = [0_u32; SIZE];
    let mut score = 0;
    for two in letters.as_bytes().windows(2) {
        let [a, b] = two else { continue };
        let (Some(a), Some(b)) = (place(*a), place(*b)) else {
            continue;
        };
        let Some(row) = seen.get_mut(a).filter(|row| **row & 1 << b == 0) else {
            continue;
        };
        *row |= 1 << b;
        let more = i32::from(pair(a, b)) - i32::from(pair(0, b));
        score += if a == b { more.min(0) } else { more };
    }
    score as f32 / 8.0
}

const fn place(byte: u8) -> Option<usize> {
    match byte | 0x20 {
        letter @ b'a'..=b'z' => Some((letter - b'a') as usize + 1),
        _ => None,
    }
}

#[allow(clippy::indexing_slicing)] // two places are below SIZE each
fn pair(a: usize, b: usize) -> i8 {
    PAIRS[a * SIZE + b]
}

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn build() -> [i8; SIZE * SIZE] {
    let mut counts = [0_u32; SIZE * SIZE];
    let mut list = 0;
    while list < WORDS.len() {
        let bytes = WORDS[list].as_bytes();
        let (mut at, mut previous) = (0, Some(0));
        while at <= bytes.len() {
            let edge = at == bytes.len() || bytes[at] == b' ';
            let letter = if edge { Some(0) } else { place(bytes[at]) };
            if let (Some(a), Some(b)) = (previous, letter) {
                counts[a * SIZE + b] += 1;
            }
            previous = letter;
            at += 1;
        }
        list += 1;
    }
    let mut pairs = [0; SIZE * SIZE];
    let mut a = 0;
    while a < SIZE {
        let (mut all, mut b) = (0, 0);
        while b < SIZE {
            all += counts[a * SIZE + b];
            b += 1;
        }
        b = 0;
        while b < SIZE {
            // a pair that no list has counts as a sixth of one; there are 27 letters and edges to choose from
            let share = log2((counts[a * SIZE + b] * 6 + 1) * 27) - log2(all * 6 + 27);
            pairs[a * SIZE + b] = if share < -40 { -40 } else { share as i8 };
            b += 1;
        }
        a += 1;
    }
    pairs
}

/// The binary logarithm in eighths, a straight line between powers of two.
pub(super) const fn log2(n: u32) -> i32 {
    let whole = n.ilog2();
    let rest = n - (1 << whole);
    (whole * 8 + rest * 8 / (1 << whole)) as i32
}
