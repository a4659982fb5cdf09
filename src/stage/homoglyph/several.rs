//! Single characters that are taken for several letters, as in `he∥o` and `a㏄ount`.
//!
//! Each has texts of its own: mathematics, units, manuscripts, phonetic script. So it is put right only inside a frequent word
//! of ASCII, which none of them makes by chance.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{Values, address::is_in_address, letter::toward};
use crate::{
    edit::Edit,
    lexicon::{Hash, is_known_hash},
    rule::Rule,
    unicode::{Alphabet, several},
};

/// The fewest letters of a word that is known by more than chance.
const MIN_LETTERS: usize = 4;

/// The longest word that is looked at, in bytes.
const MAX_WORD: usize = 96;

/// Bytes looked at together.
const CHUNK: usize = 64;

/// Proposes to write each such character as its letters, in a word that they make a frequent one. Linear.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut done = 0;
    for (nth, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        if chunk.iter().fold(0, |any, &byte| any | may_begin(byte)) == 0 {
            continue;
        }
        let start = text.ceil_char_boundary(nth * CHUNK);
        let end = text.ceil_char_boundary(nth * CHUNK + chunk.len());
        let part = text.get(start..end).unwrap_or_default();
        for (at, c) in part.char_indices() {
            let at = start + at;
            if at < done || c.is_ascii() || several(c).is_none() {
                continue;
            }
            let word = word(text, at, c);
            done = word.end;
            edits.extend(restored(text, word));
        }
    }
    edits
}

/// Whether a byte begins some of these characters: one for yes.
fn may_begin(byte: u8) -> u8 {
    let is = |first: u8, count: u8| u8::from(byte.wrapping_sub(first) < count);
    is(0xC7, 1) | is(0xCA, 1) | is(0xD7, 1) | is(0xE0, 4) | is(0xEA, 1) | is(0xF0, 1)
}

/// The letters around a place, as far as a word may go.
fn word(text: &str, at: usize, c: char) -> Range<usize> {
    let (before, behind) = text.split_at_checked(at).unwrap_or_default();
    let near = before
        .get(text.ceil_char_boundary(at.saturating_sub(MAX_WORD))..)
        .unwrap_or_default();
    let rest = near.trim_end_matches(is_of_word);
    let start = at - (near.len() - rest.len());
    let behind = behind.get(c.len_utf8()..).unwrap_or_default();
    let near = behind
        .get(..behind.floor_char_boundary(MAX_WORD))
        .unwrap_or_default();
    let rest = near.trim_start_matches(is_of_word);
    start..at + c.len_utf8() + near.len() - rest.len()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || several(c).is_some()
}

/// The edits that write a word in letters of ASCII: one for each character that stands for several.
fn restored(text: &str, word: Range<usize>) -> Vec<Edit> {
    let letters = text.get(word.clone()).unwrap_or_default();
    let beside = |at: Option<char>| at.is_some_and(|c| matches!(c, '/' | '[' | ']'));
    let before = text
        .get(..word.start)
        .and_then(|text| text.chars().next_back());
    let behind = text.get(word.end..).and_then(|text| text.chars().next());
    let is_ascii = |c: char| c.is_ascii_alphabetic();
    // a transcription stands between slashes or brackets
    if !letters.contains(is_ascii) || beside(before) && beside(behind) || !is_frequent(letters) {
        return Vec::new();
    }
    let mut plain = letters.chars().filter(|&c| is_ascii(c));
    let is_capital = plain.all(|c| c.is_ascii_uppercase());
    let rule = match is_in_address(text, word.clone()) {
        true => Rule::ConfusableHost,
        false => Rule::MixedScript,
    };
    let found = letters.char_indices();
    found
        .filter_map(|(at, c)| {
            let small = several(c)?;
            let first = c.is_uppercase() && at == 0;
            let mut replacement = String::with_capacity(small.len());
            replacement.extend(small.char_indices().map(|(nth, letter)| {
                match is_capital || first && nth == 0 {
                    true => letter.to_ascii_uppercase(),
                    false => letter,
                }
            }));
            let at = word.start + at;
            Some(Edit {
                byte_span: at..at + c.len_utf8(),
                replacement: Cow::Owned(replacement),
                rule: Some(rule),
            })
        })
        .collect()
}

/// Whether a word is a frequent one as a reader of Latin takes it.
fn is_frequent(word: &str) -> bool {
    let (mut hash, mut count) = (Hash::new(), 0);
    for c in word.chars() {
        match (several(c), toward(c, Alphabet::Latin)) {
            (Some(letters), _) => {
                hash = letters.bytes().fold(hash, Hash::with);
                count += letters.len();
            }
            (None, Some(letter)) if letter.is_alphabetic() => {
                hash = hash.with_char(letter);
                count += 1;
            }
            _ => return false,
        }
    }
    count >= MIN_LETTERS && is_known_hash(hash)
}
