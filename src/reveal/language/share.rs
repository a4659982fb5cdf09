//! How much of a decoded text is language.

use crate::unicode::{Class, Script, class, is_letter, is_mark, is_number, script};

/// The share of characters that a reader could read: letters, marks, digits, punctuation, symbols, white space.
/// 0 for an empty text.
pub(in crate::reveal) fn printable_share(text: &str) -> f32 {
    share(text, is_printable)
}

/// The share of characters that make up words: what tells the right reading of bits from a wrong one, which is mostly
/// punctuation. 0 for an empty text.
pub(in crate::reveal) fn word_share(text: &str) -> f32 {
    share(text, |c| match c {
        ' ' | '\n' => true,
        _ => {
            c.is_ascii_alphanumeric()
                || !c.is_ascii() && (is_letter(c) || is_mark(c) || is_number(c))
        }
    })
}

/// The share of ASCII characters.
pub(in crate::reveal) fn ascii_share(text: &str) -> f32 {
    share(text, |c| c.is_ascii())
}

/// The share of the space and the twelve letters that are most frequent in English, and frequent in most languages
/// written in Latin letters: they make up three quarters of a text.
pub(in crate::reveal) fn common_share(text: &str) -> f32 {
    share(text, |c| {
        matches!(
            c.to_ascii_lowercase(),
            ' ' | 'e' | 't' | 'a' | 'o' | 'i' | 'n' | 's' | 'h' | 'r' | 'd' | 'l' | 'u'
        )
    })
}

/// Whether the letters are of few scripts, as in any language. Japanese has three, and Latin words among them.
pub(in crate::reveal) fn is_coherent(text: &str) -> bool {
    const MAX_SCRIPTS: usize = 4;
    let mut seen = [Script::Common; MAX_SCRIPTS];
    let (mut count, mut letters) = (0, 0);
    for c in text.chars().filter(|&c| is_letter(c)) {
        letters += 1;
        let script = script(c);
        if seen.iter().take(count).any(|&s| s == script) {
            continue;
        }
        let Some(place) = seen.get_mut(count) else {
            return false;
        };
        *place = script;
        count += 1;
    }
    count <= 1 || count * 3 <= letters
}

/// Whether there are as many different characters as words have, at least among the first: symbols that alternate read
/// as one letter over and over.
pub(in crate::reveal) fn is_varied(text: &str) -> bool {
    const ENOUGH: usize = 6;
    let mut seen = ['\0'; ENOUGH];
    let (mut count, mut chars) = (0, 0);
    for c in text.chars() {
        chars += 1;
        if !seen.iter().take(count).any(|&s| s == c) {
            let Some(place) = seen.get_mut(count) else {
                return true;
            };
            *place = c;
            count += 1;
        }
    }
    count * 2 >= chars.min(ENOUGH * 2)
}

fn share(text: &str, counts: impl Fn(char) -> bool) -> f32 {
    let (counted, all) = text.chars().fold((0_u32, 0_u32), |(n, all), c| {
        (n + u32::from(counts(c)), all + 1)
    });
    if all == 0 {
        0.0
    } else {
        counted as f32 / all as f32
    }
}

pub(super) fn is_printable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        char::REPLACEMENT_CHARACTER => false,
        _ => matches!(class(c), Class::Ordinary | Class::Space),
    }
}
