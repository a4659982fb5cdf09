//! Which way round letters stand: a pair of letters is more usual in one order than in the other, in any script.
//!
//! A score is in eighths of a bit: how much likelier a pair is in this order than the other way round, with the opposite sign for
//! the other way. Pairs are counted in the word lists when the crate is compiled.

use super::{pairs::log2, words::WORDS};

const SLOTS: usize = 1 << 12;

/// No pair says more than this, in eighths of a bit: the lists are short.
const MOST: i32 = 24;

/// What tells the pair from others, and its score.
static ORDER: [(u8, i8); SLOTS] = TABLE;

const TABLE: [(u8, i8); SLOTS] = build();

/// The scores of the letters of ASCII again, and of the edge: they are looked up most.
static ASCII: [i8; SIZE * SIZE] = ascii();
const SIZE: usize = 32;

/// What stands before a word and behind it.
const EDGE: u32 = 0;

/// How much likelier the letters of a word stand so than the other way round, in bits. Linear.
pub(crate) fn order_bits(word: &str) -> f32 {
    let (mut score, mut previous) = (0_i32, EDGE);
    for c in word.chars() {
        let letter = match c {
            'a'..='z' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            // an apostrophe
            '\0'..='\x7F' => '\0',
            // small letters of Cyrillic, and scripts that have no case
            '\u{430}'..='\u{45F}' | '\u{590}'..='\u{109F}' => c,
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        score += order(previous, u32::from(letter));
        previous = u32::from(letter);
    }
    score += order(previous, EDGE);
    score as f32 / 8.0
}

#[inline]
#[allow(clippy::indexing_slicing)] // a slot is below SLOTS, a place below SIZE
fn order(a: u32, b: u32) -> i32 {
    if a < 128 && b < 128 {
        return i32::from(ASCII[a as usize % SIZE * SIZE + b as usize % SIZE]);
    }
    scored(&ORDER, a, b)
}

#[allow(clippy::indexing_slicing)] // a slot is below SLOTS
const fn scored(table: &[(u8, i8); SLOTS], a: u32, b: u32) -> i32 {
    let (slot, tag) = place(a, b);
    let (stored, score) = table[slot];
    if stored != tag || a == b {
        0
    } else if a < b {
        score as i32
    } else {
        -(score as i32)
    }
}

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn ascii() -> [i8; SIZE * SIZE] {
    let mut scores = [0; SIZE * SIZE];
    let mut at = 0;
    while at < SIZE * SIZE {
        let (a, b) = (letter_at(at / SIZE), letter_at(at % SIZE));
        scores[at] = scored(&TABLE, a, b) as i8;
        at += 1;
    }
    scores
}

/// The edge, or the small letter of this place in the alphabet.
const fn letter_at(place: usize) -> u32 {
    match place {
        1..=26 => place as u32 + 0x60,
        _ => EDGE,
    }
}

/// The slot of a pair and what tells it from most others there, the same for both orders.
const fn place(a: u32, b: u32) -> (usize, u8) {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let mixed = (low.wrapping_mul(0x9E37_79B1) ^ high).wrapping_mul(0x85EB_CA77);
    ((mixed >> 20) as usize % SLOTS, (mixed >> 12) as u8)
}

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn build() -> [(u8, i8); SLOTS] {
    let mut tags = [0; SLOTS];
    let (mut rising, mut falling) = ([0_u32; SLOTS], [0_u32; SLOTS]);
    let mut list = 0;
    while list < WORDS.len() {
        let bytes = WORDS[list].as_bytes();
        let (mut at, mut previous) = (0, EDGE);
        while at <= bytes.len() {
            let (letter, length) = if at == bytes.len() || bytes[at] == b' ' {
                (EDGE, 1)
            } else {
                decode(bytes, at)
            };
            let (slot, tag) = place(previous, letter);
            // of two pairs that share a slot, the first one has it: the lists of most readers come first
            if rising[slot] + falling[slot] == 0 {
                tags[slot] = tag;
            }
            if tags[slot] == tag && previous < letter {
                rising[slot] += 1;
            } else if tags[slot] == tag && letter < previous {
                falling[slot] += 1;
            }
            previous = letter;
            at += length;
        }
        list += 1;
    }
    let mut order = [(0, 0); SLOTS];
    let mut at = 0;
    while at < SLOTS {
        // one more of each: what was seen once or twice says little
        let score = log2(rising[at] + 1) - log2(falling[at] + 1);
        let score = if score > MOST { MOST } else { score };
        order[at] = (tags[at], if score < -MOST { -MOST } else { score } as i8);
        at += 1;
    }
    order
}

/// The character that begins at a place, and its length.
#[allow(clippy::indexing_slicing)] // of a str, whose characters are whole
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    match first {
        0..0x80 => (first, 1),
        0x80..0xE0 => ((first & 0x1F) << 6 | bytes[at + 1] as u32 & 0x3F, 2),
        _ => (
            (first & 0x0F) << 12 | (bytes[at + 1] as u32 & 0x3F) << 6 | bytes[at + 2] as u32 & 0x3F,
            3,
        ),
    }
}
