//! What words together could be.

use super::hints::Hints;
use crate::reveal::{
    encoding::nato_letter,
    language::{Hash, is_known_hash, word_bits, words},
};

/// What letters that make no known word could be: no words at all, or words that are something else.
pub(super) fn suspicion(stretch: &str) -> Hints {
    let (mut bits, mut letters, mut spelled, mut ay) = (0.0, 0, 0, 0);
    let (mut backwards, mut all) = (0, 0);
    for word in words(stretch) {
        let text = word.text;
        bits += word_bits(text);
        letters += text.len();
        spelled += usize::from(nato_letter(text).is_some());
        ay += usize::from(text.len() > 3 && text.ends_with("ay"));
        all += 1;
        backwards += usize::from(is_known_backwards(text));
    }
    Hints::UNKNOWN
        .when(0.6 * letters as f32 - bits >= 6.0)
        .or(Hints::SPELLED.when(spelled >= 2))
        .or(Hints::AY.when(ay >= 3))
        .or(Hints::REVERSED.when(backwards >= 2 && backwards * 6 >= all))
}

/// Whether some words, and not one of many, are known when they are read from their end.
pub(super) fn is_backwards_language(stretch: &str) -> bool {
    let (known, all) = words(stretch).fold((0, 0), |(known, all), word| {
        (known + usize::from(is_known_backwards(word.text)), all + 1)
    });
    known >= 2 && known * 6 >= all
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

/// Whether the first word ends a sentence and the last begins one.
pub(super) fn is_backwards(text: &str) -> bool {
    let text = text.trim();
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let ends =
        first.ends_with(['.', '!', '?']) && first.chars().next().is_some_and(char::is_lowercase);
    ends && last.chars().next().is_some_and(char::is_uppercase)
        && last.ends_with(char::is_alphabetic)
}
