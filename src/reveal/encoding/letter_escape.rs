//! Single letters of a sentence that are written as escapes, and invisible characters that are written so inside its words:
//! `\u0069gnore`, `ig\u200Bnore`. A string that a program wrote has neither.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{Found, escape, percent::Piece};

/// How far a string is read on either side of an escape, in bytes.
const REACH: usize = 512;

/// A sentence has so many words at the least; a name or a sample of an escape does not.
const MIN_WORDS: usize = 3;

/// Whether a token has the shape: it is looked at more closely then.
pub(in crate::reveal) fn is_in(token: &[u8]) -> bool {
    (0..token.len()).any(|at| needless(token, at).is_some())
}

pub(super) fn find(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&b| b == b'\\'))
    {
        let start = at + offset;
        at = start + 1;
        if needless(bytes, start).is_none() {
            continue;
        }
        let done = found.last().map_or(0, |last: &Found| last.span.end);
        let Some(span) = string_around(text, start, done) else {
            continue;
        };
        at = at.max(span.end);
        if let Some(decoded) = text.get(span.clone()).and_then(decode) {
            found.push(Found::shape(span, &["escapes"], decoded));
        }
    }
    found
}

/// The length of the escape that begins here, if it stands for a letter or a digit of ASCII, or for nothing that is seen, and a letter
/// stands beside it.
fn needless(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes
        .get(at..)
        .filter(|rest| rest.first() == Some(&b'\\'))?;
    if !matches!(rest.get(1)?, b'u' | b'U' | b'x') {
        return None;
    }
    let (length, piece) = escape::piece(rest)?;
    let c = match piece {
        Piece::Byte(byte) => char::from(byte),
        Piece::Unit(unit) => char::from_u32(u32::from(unit))?,
        Piece::Char(c) => c,
        Piece::Nothing => return None,
    };
    // one backslash more stands before it in a string within a string
    let before = bytes.get(..at).unwrap_or_default();
    let before = before.strip_suffix(b"\\").unwrap_or(before).last();
    let behind = bytes.get(at + length);
    let is_letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_lowercase);
    let is_needless = if c.is_ascii_alphanumeric() {
        is_letter(before) || is_letter(behind)
    } else {
        is_unseen(c) && is_letter(before) && is_letter(behind)
    };
    is_needless.then_some(length)
}

/// What splits words for a machine, and not for a reader; a soft hyphen is a writer's, too.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{34F}' | '\u{180E}')
}

/// The string in double quotes in which an escape stands, as far as it is near, and not what was read `done` already. Outside
/// of quotes it is no escape, but a part of a path, or a text about escapes.
fn string_around(text: &str, at: usize, done: usize) -> Option<Range<usize>> {
    let from = text.ceil_char_boundary(at.saturating_sub(REACH).max(done));
    let to = text.floor_char_boundary((at + REACH).min(text.len()));
    let before = text.get(from..at)?;
    let start = match before.rfind(['"', '\n']) {
        Some(end) if before.get(end..)?.starts_with('"') => from + end + 1,
        None if from > done => from,
        _ => return None,
    };
    let end = text
        .get(at..to)?
        .find(['"', '\n'])
        .map_or(to, |quote| at + quote);
    // the backslash of a quote within the string
    let is_escape = text.get(at..end)?.ends_with('\\');
    Some(start..end - usize::from(is_escape))
}

/// What the string says, without what nobody sees; `None` if that is no sentence of some words.
fn decode(string: &str) -> Option<String> {
    let mut decoded = String::with_capacity(string.len());
    let mut rest = string;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        decoded.push_str(before);
        let Some((length, piece)) = escape::piece(escape.as_bytes()) else {
            decoded.push('\\');
            rest = escape.get(1..).unwrap_or_default();
            continue;
        };
        let c = match piece {
            Piece::Byte(byte) => Some(char::from(byte)),
            Piece::Char(c) => Some(c),
            // half a pair is no letter of a word
            Piece::Unit(unit) => {
                Some(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            Piece::Nothing => None,
        };
        decoded.extend(c.filter(|&c| !is_unseen(c)));
        rest = escape.get(length..).unwrap_or_default();
    }
    decoded.push_str(rest);
    let words = decoded
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic));
    (words.count() >= MIN_WORDS).then_some(decoded)
}
