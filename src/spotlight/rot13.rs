//! ROT13: the letters of ASCII moved by half the alphabet.

use alloc::string::String;

/// Its own inverse.
pub(super) fn rotate(text: &str) -> String {
    let rotate = |c: char| match c {
        'a'..='m' | 'A'..='M' => char::from_u32(u32::from(c) + 13).unwrap_or(c),
        'n'..='z' | 'N'..='Z' => char::from_u32(u32::from(c) - 13).unwrap_or(c),
        _ => c,
    };
    text.chars().map(rotate).collect()
}
