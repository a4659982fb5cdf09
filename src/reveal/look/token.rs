//! What one token could be.

use super::{
    byte::{DIGIT, LOWER, MARK, QUOTE, SIGN, UPPER, kind},
    hints::Hints,
};
use crate::reveal::encoding::{base16, base32, base64, base85};

/// A token of so many bytes may be a number written with many digits.
const MIN_BLOB: usize = 10;

/// A run of so many letters is one whatever letters they are.
const LONG: usize = 24;

/// Which numbers written with many digits could begin in a token.
pub(super) fn blob(token: &[u8]) -> Hints {
    let mut hints = Hints::NONE;
    let is_symbol = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    for run in token.split(|b| !is_symbol(b)) {
        if !is_mixed(run, MIN_BLOB) {
            continue;
        }
        hints = hints.or(Hints::BASE64.when(base64::begins(run)));
        for run in run.split(|b| !b.is_ascii_alphanumeric()) {
            hints = hints
                .or(Hints::BASE58.when(is_mixed(run, 15)))
                .or(Hints::BASE32.when(run.len() >= 16 && base32::begins(run)));
        }
    }
    for run in token.split(|b| !b.is_ascii_hexdigit()) {
        hints = hints.or(Hints::BASE16.when(run.len() >= 12 && base16::begins(run)));
    }
    hints
}

/// Whether a run is as long as an encoded text, and as mixed.
fn is_mixed(run: &[u8], least: usize) -> bool {
    if run.len() < least {
        return false;
    }
    let kinds = run.iter().fold(0, |kinds, &b| kinds | kind(b));
    let uppers = || run.iter().filter(|b| b.is_ascii_uppercase()).count();
    kinds & DIGIT != 0 || kinds & LOWER != 0 && uppers() > 1 || run.len() >= LONG
}

/// Whether a token could begin a text in base 85.
pub(super) fn is_dense(token: &[u8], marks: usize) -> bool {
    token.len() >= 15
        && marks > 0
        && (token.windows(2).any(|two| two == b"<~")
            || core::str::from_utf8(token).is_ok_and(base85::may_hold))
}

/// Whether a token has forty bits in a row.
pub(super) fn has_bits(token: &[u8]) -> bool {
    token.len() >= 40
        && token
            .split(|b| !matches!(b, b'0' | b'1'))
            .any(|run| run.len() >= 40)
}

/// Numbers in a row, over any tokens: those that have a digit, in any base up to sixteen.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    run: usize,
}

impl Numbers {
    /// Whether there are as many as a list has.
    pub(super) fn read(&mut self, token: &[u8]) -> bool {
        const MIN_LIST: usize = 5;
        let (mut is_counted, mut most) = (false, 0);
        for &byte in token {
            match byte {
                b'0'..=b'9' => {
                    self.run += usize::from(!is_counted);
                    is_counted = true;
                    most = most.max(self.run);
                }
                b'a'..=b'f' | b'A'..=b'F' | b'x' | b'X' | b'o' | b'O' => {}
                b',' | b';' | b':' | b'-' | b'/' | b'|' | b'.' | b'_' | b'+' => is_counted = false,
                _ => (self.run, is_counted) = (0, false),
            }
        }
        most >= MIN_LIST
    }

    /// What has no digit parts two lists, if it is no number either.
    #[inline]
    pub(super) fn word(&mut self, word: &[u8]) {
        if self.run == 0 {
            return;
        }
        let is_number = |b: &u8| b.is_ascii_hexdigit() || b.is_ascii_punctuation();
        if word.len() > 4 || !word.iter().all(is_number) {
            self.run = 0;
        }
    }
}

/// What a token adds to letters that stand alone.
pub(super) fn singles(token: &[u8]) -> Option<usize> {
    let letters = token.iter().filter(|b| b.is_ascii_alphanumeric()).count();
    let is_gap = |b: &u8| !matches!(b, b'=' | b'%' | b'&' | b'$' | b'@' | b'\\' | b'^' | b'#');
    (letters <= 1 && token.iter().all(is_gap)).then_some(letters)
}

/// Whether a token is signs of Morse code and nothing else but what stands around them.
pub(super) fn is_morse(token: &[u8]) -> bool {
    let is_sign = |b: &u8| matches!(b, b'.' | b'-' | b'_');
    let is_beside = |b: &u8| {
        matches!(
            b,
            b'/' | b'|'
                | b'"'
                | b'\''
                | b'`'
                | b'('
                | b')'
                | b','
                | b';'
                | b':'
                | b'['
                | b']'
                | b'}'
        )
    };
    token.iter().any(is_sign)
        && token.iter().all(|b| is_sign(b) || is_beside(b))
        && token.split(is_beside).all(|sign| sign.len() <= 6)
}

/// Whether letters of a token stand alone between marks, as many as a word has.
pub(super) fn is_spaced(token: &[u8]) -> bool {
    const LEAST: usize = 5;
    let parts = token.split(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
    let is_single = |part: &&[u8]| match part.first() {
        Some(b) if b.is_ascii() => part.len() == 1,
        Some(_) => part.iter().filter(|&&b| !is_continuation(b)).count() == 1,
        None => false,
    };
    parts.filter(is_single).count() >= LEAST
}

const fn is_continuation(b: u8) -> bool {
    b & 0xC0 == 0x80
}

/// How many escapes of each kind a token has, by the sign that begins them and what stands behind: `%41`, `&#65;`, `\x41`, `=41`.
pub(super) fn escapes(token: &[u8], counts: &mut [usize; 4]) {
    for rest in (0..token.len()).filter_map(|at| token.get(at..)) {
        let is_hex =
            || matches!(rest, [_, a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
        let found = match rest.first() {
            Some(b'%') => is_hex().then_some(0),
            Some(b'&') => matches!(rest, [_, b'#' | b'a'..=b'z' | b'A'..=b'Z', ..]).then_some(1),
            Some(b'\\') => matches!(rest, [_, b'x' | b'u' | b'U' | b'0'..=b'7', ..]).then_some(2),
            Some(b'=') => is_hex().then_some(3),
            _ => None,
        };
        if let Some(count) = found.and_then(|kind| counts.get_mut(kind)) {
            *count += 1;
        }
    }
}

/// Whether a digit or a sign stands before a letter, as in leetspeak; names that are numbered have it at the end.
pub(super) fn is_leet(token: &[u8]) -> bool {
    let is_letter = |b: &u8| b.is_ascii_alphabetic();
    let Some(last) = token.iter().rposition(is_letter) else {
        return false;
    };
    token.len() < 24
        && token
            .iter()
            .take(last)
            .any(|&b| kind(b) & (DIGIT | SIGN) != 0)
}

/// Whether a token has no small letter, and mixes what stands for small letters in ROT47: digits, capitals up to K, and the marks
/// between them.
pub(super) fn is_turned(token: &[u8]) -> bool {
    let is_inner = |b: &&u8| matches!(b, b':' | b';' | b'<' | b'=' | b'>' | b'?' | b'@');
    let kinds = token.iter().fold(0, |kinds, &b| kinds | kind(b));
    if kinds & LOWER != 0 || kinds & (DIGIT | UPPER) == 0 || kinds & (MARK | QUOTE | DIGIT) == 0 {
        return false;
    }
    let of_letters = token.iter().filter(|b| matches!(b, b'2'..=b'K')).count();
    let inner = token.iter().take(token.len() - 1).filter(is_inner).count();
    of_letters * 4 >= token.len() * 3 && (inner > 0 || kinds & DIGIT != 0 && kinds & UPPER != 0)
}
