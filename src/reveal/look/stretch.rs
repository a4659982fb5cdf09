//! What words together could be.

use super::hints::Hints;
use crate::reveal::{
    encoding::nato_letter,
    language::{Hash, is_known_hash, order_bits, word_bits, words},
};

/// What letters that make no known word could be: no words at all, or words that are something else.
pub(super) fn suspicion(stretch: &str) -> Hints {
    let (mut bits, mut letters, mut spelled, mut ay) = (0.0, 0, 0, 0);
    let mut capitals = false;
    for word in words(stretch) {
        let text = word.text;
        bits += word_bits(text);
        letters += text.len();
        spelled += usize::from(nato_letter(text).is_some());
        ay += usize::from(text.len() > 3 && text.ends_with("ay"));
        capitals |= ends_with_capital(text.as_bytes());
    }
    let letters = letters as f32;
    Hints::UNKNOWN
        .when(0.6 * letters - bits >= 6.0)
        .or(Hints::SPELLED.when(spelled >= 2))
        .or(Hints::AY.when(ay >= 3))
        // letters that stand as in words are hardly any from their end
        .or(Hints::REVERSED
            .when((capitals || bits <= 0.8 * letters) && is_backwards_language(stretch)))
}

/// Whether the letters of some words one behind the other stand rather as in words from their end, or some words, and not one of many,
/// are known so.
pub(super) fn is_backwards_language(stretch: &str) -> bool {
    /// So many bits for the other order are enough, and so many for this one on the whole.
    const CLEAR: f32 = 8.0;
    let (mut all, mut last, mut least) = (0.0, 0.0_f32, 0.0_f32);
    for word in words(stretch) {
        let bits = order_bits(word.text);
        all += bits;
        last = last.min(0.0) + bits;
        least = least.min(last);
    }
    if least <= -CLEAR || all >= CLEAR {
        return least <= -CLEAR;
    }
    let (known, all) = words(stretch).fold((0, 0), |(known, all), word| {
        (known + usize::from(is_known_backwards(word.text)), all + 1)
    });
    known >= 2 && known * 6 >= all
}

fn ends_with_capital(word: &[u8]) -> bool {
    matches!(word, [.., before, last] if before.is_ascii_lowercase() && last.is_ascii_uppercase())
}

fn is_known_backwards(word: &str) -> bool {
    word.len() > 2 && is_known_hash(word.chars().rev().fold(Hash::new(), Hash::with_char))
}

/// Whether the lines begin with as many different letters as a message has.
pub(super) fn has_varied_initials(text: &str) -> bool {
    const LEAST: u32 = 5;
    let initials = text
        .lines()
        .filter_map(|line| line.trim_start().bytes().next());
    let letters = initials
        .filter(u8::is_ascii_alphabetic)
        .fold(0_u32, |seen, b| seen | 1 << (b & 0x1F));
    letters.count_ones() >= LEAST
}

/// Whether the first word ends a sentence and the last begins one, and so do those between, if any: a capital stands before the
/// end of the sentence rather than behind it. Linear.
pub(super) fn is_backwards(text: &str) -> bool {
    let text = text.trim();
    let ends = |word: &str| word.ends_with(['.', '!', '?']);
    let begins = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.all(|c| c.is_lowercase() || matches!(c, '\'' | '\u{2019}' | ','))
    };
    let first = text.split_whitespace().next().unwrap_or_default();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    if !ends(first) || !first.starts_with(char::is_lowercase) || !begins(last) {
        return false;
    }
    let mut previous = "";
    let (mut forth, mut back) = (0, 1);
    for word in text.split_whitespace() {
        forth += usize::from(ends(previous) && word.starts_with(char::is_uppercase));
        back += usize::from(begins(previous) && ends(word));
        previous = word;
    }
    back > forth
}
