//! Words in which two alphabets meet without deceiving anybody: what a program or a person writes without a space.

use crate::unicode::Alphabet;

use super::{
    letter::{Part, is_foreign, part},
    word::Word,
};

/// The longest directive of a format or escape, in bytes: `llu`, `0A`.
const MAX_DIRECTIVE: usize = 3;

/// Whether the word has a seam that real text has.
pub(super) fn is_kept(word: &Word<'_>, text: &str, main: Alphabet) -> bool {
    is_behind_directive(word, text) || is_parted_by_case(word, main) || is_choice(word)
}

/// The end of a directive or an escape, and then a word of another alphabet: `%lluс`, `%0AПароль`, `\xНН`.
fn is_behind_directive(word: &Word<'_>, text: &str) -> bool {
    let [before, _] = word.beside(text);
    let is_ascii = |c: char| c.is_ascii_alphanumeric();
    let rest = word.text.trim_start_matches(is_ascii);
    let length = word.text.len() - rest.len();
    matches!(before, Some('%' | '\\'))
        && (1..=MAX_DIRECTIVE).contains(&length)
        && !rest.contains(is_ascii)
}

/// A placeholder or an acronym in capitals, and an ending in small letters, or the other way round: `ПРЕФИКСab`,
/// `МетодHTTP`. Who disguises a word keeps its case.
fn is_parted_by_case(word: &Word<'_>, main: Alphabet) -> bool {
    let letters = || {
        word.text
            .chars()
            .filter(|&c| matches!(part(c), Part::Letter(_)))
    };
    let first = letters().next().is_some_and(|c| is_foreign(c, main));
    let is_head = |c: &char| is_foreign(*c, main) == first;
    let count = letters().take_while(is_head).count();
    let (head, tail) = (|| letters().take(count), || letters().skip(count));
    let is_of_two = word.like + word.styled == 0 && tail().all(|c| !is_head(&c));
    let behind = letters().count() - count;
    let has_ending = count > 1 && head().all(char::is_uppercase) && tail().all(char::is_lowercase);
    let has_acronym = behind > 1
        && tail().all(char::is_uppercase)
        && head().last().is_some_and(char::is_lowercase);
    is_of_two && behind > 0 && (has_ending || has_acronym)
}

/// The answers that a program takes, each in both cases: `yYдД`.
fn is_choice(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    let mut pairs = 0;
    while let Some(small) = letters.next() {
        match letters.next() {
            Some(capital) if small.is_lowercase() && small.to_uppercase().eq([capital]) => {
                pairs += 1;
            }
            Some(_) => return false,
            None => {}
        }
    }
    pairs > 0
}
