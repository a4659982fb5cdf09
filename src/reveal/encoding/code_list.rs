//! Lists of numbers that are codes of characters: binary, octal, decimal, hexadecimal, places in the alphabet.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{Found, bytes, run::runs, spaced::most_frequent};
use crate::reveal::language::{evidence, is_coherent, judge, words};

/// Fewer numbers are a date, a version, a colour.
const MIN_NUMBERS: usize = 5;

/// Fewer bits in a row are a number.
const MIN_BITS: usize = 40;

/// What may stand between two numbers, in bytes.
const MAX_GAP: usize = 4;

/// Places in the alphabet say less than codes do: so many at the least.
const MIN_PLACES: usize = 10;

/// So many that the words need not be known.
const MANY_PLACES: usize = 40;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for list in lists(text) {
        let (Some(first), Some(last)) = (list.first(), list.last()) else {
            continue;
        };
        let span = first.span.start..last.span.end;
        for (read, steps) in READINGS {
            if let Some(decoded) = read(&list) {
                found.push(Found::shape(span.clone(), steps, decoded));
            }
        }
    }
    for run in runs(text, MIN_BITS, |b| matches!(b, b'0' | b'1')) {
        let bits = text.as_bytes().get(run.clone()).unwrap_or_default();
        for width in [8, 7] {
            if bits.len() % width == 0
                && let Some(decoded) = bit_groups(bits.chunks(width))
            {
                found.push(Found::shape(run.clone(), &["binary"], decoded));
            }
        }
    }
    found
}

/// A number as it stands.
struct Number<'t> {
    digits: &'t str,
    prefix: Prefix,
    span: Range<usize>,
    /// Whether a letter could end before it.
    gap: &'t str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prefix {
    None,
    Binary,
    Octal,
    Hex,
}

/// The numbers of a text, in lists that nothing but separators part. Linear.
fn lists(text: &str) -> Vec<Vec<Number<'_>>> {
    let mut lists = Vec::new();
    let mut list: Vec<Number<'_>> = Vec::new();
    let mut end = 0;
    for run in runs(text, 1, |b| b.is_ascii_alphanumeric()) {
        let gap = text.get(end..run.start).unwrap_or_default();
        end = run.end;
        let number = number(text.get(run.clone()).unwrap_or_default());
        let goes_on = gap.len() <= MAX_GAP && gap.bytes().all(is_separator);
        if !goes_on || number.is_none() {
            if list.len() >= MIN_NUMBERS {
                lists.push(core::mem::take(&mut list));
            }
            list.clear();
        }
        if let Some((prefix, digits)) = number {
            list.push(Number {
                digits,
                prefix,
                span: run,
                gap,
            });
        }
    }
    if list.len() >= MIN_NUMBERS {
        lists.push(list);
    }
    lists
}

const fn is_separator(b: u8) -> bool {
    matches!(
        b,
        b' ' | b',' | b';' | b':' | b'-' | b'\n' | b'\r' | b'\t' | b'/' | b'|' | b'.' | b'_' | b'+'
    )
}

fn number(token: &str) -> Option<(Prefix, &str)> {
    let prefixed = |letters: [&str; 2], prefix| {
        let digits = token
            .strip_prefix(letters[0])
            .or_else(|| token.strip_prefix(letters[1]))?;
        (!digits.is_empty()).then_some((prefix, digits))
    };
    let (prefix, digits) = prefixed(["0x", "0X"], Prefix::Hex)
        .or_else(|| prefixed(["0b", "0B"], Prefix::Binary).filter(|(_, digits)| digits.len() > 4))
        .or_else(|| prefixed(["0o", "0O"], Prefix::Octal))
        .or_else(|| prefixed(["x", "X"], Prefix::Hex))
        .unwrap_or((Prefix::None, token));
    (digits.len() <= 8 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then_some((prefix, digits))
}

type Reading = (fn(&[Number<'_>]) -> Option<String>, &'static [&'static str]);

const READINGS: [Reading; 5] = [
    (binary, &["binary"]),
    (hex, &["hex"]),
    (octal, &["octal"]),
    (decimal, &["decimal"]),
    (places, &["a1z26"]),
];

fn binary(list: &[Number<'_>]) -> Option<String> {
    let fits = |number: &Number<'_>| {
        matches!(number.prefix, Prefix::None | Prefix::Binary)
            && number.digits.bytes().all(|b| b <= b'1')
    };
    if !list.iter().all(fits) {
        return None;
    }
    bit_groups(list.iter().map(|number| number.digits.as_bytes()))
}

/// Groups of seven or eight bits, or more for other code points.
fn bit_groups<'b>(groups: impl Iterator<Item = &'b [u8]>) -> Option<String> {
    let mut codes = Vec::new();
    for group in groups {
        if group.len() < 5 {
            return None;
        }
        codes.push(group.iter().fold(0, |code, b| code << 1 | u32::from(b & 1)));
    }
    text(&codes)
}

fn hex(list: &[Number<'_>]) -> Option<String> {
    let is_hex = |number: &Number<'_>| match number.prefix {
        Prefix::Hex => true,
        Prefix::None => number.digits.len() == 2,
        _ => false,
    };
    if !list.iter().all(is_hex) {
        return None;
    }
    codes(list, 16)
}

fn octal(list: &[Number<'_>]) -> Option<String> {
    let is_octal = |number: &Number<'_>| match number.prefix {
        Prefix::Octal => true,
        Prefix::None => matches!(number.digits.len(), 2..=4),
        _ => false,
    };
    if !list.iter().all(is_octal) {
        return None;
    }
    codes(list, 8)
}

fn decimal(list: &[Number<'_>]) -> Option<String> {
    codes(
        list.iter()
            .all(|number| number.prefix == Prefix::None)
            .then_some(list)?,
        10,
    )
}

fn codes(list: &[Number<'_>], base: u32) -> Option<String> {
    let codes = list
        .iter()
        .map(|number| u32::from_str_radix(number.digits, base).ok());
    text(&codes.collect::<Option<Vec<u32>>>()?)
}

/// Bytes if all of them are, else code points.
fn text(codes: &[u32]) -> Option<String> {
    let as_bytes: Option<Vec<u8>> = codes.iter().map(|&code| u8::try_from(code).ok()).collect();
    if let Some(text) = as_bytes.and_then(bytes::text) {
        return Some(text);
    }
    // numbers at random are often ideographs: a text has marks or spaces too, and is of one script
    let chars: String = codes
        .iter()
        .map(|&code| char::from_u32(code))
        .collect::<Option<_>>()?;
    let is_text = chars.chars().all(|c| c >= ' ' && c != '\u{7F}');
    let has_marks = chars
        .chars()
        .any(|c| matches!(c, ' ' | '\u{3001}' | '\u{3002}' | '\u{FF0C}'));
    (is_text && has_marks && !chars.is_ascii() && is_coherent(&chars)).then_some(chars)
}

/// A as 1 to Z as 26. A wider gap, or a sign of its own, parts words.
fn places(list: &[Number<'_>]) -> Option<String> {
    if list.len() < MIN_PLACES {
        return None;
    }
    let mut letters = String::new();
    let gaps: Vec<&str> = list.iter().skip(1).map(|number| number.gap).collect();
    let narrow = most_frequent(&gaps)?;
    for (at, number) in list.iter().enumerate() {
        if number.prefix != Prefix::None {
            return None;
        }
        let place = number
            .digits
            .parse::<u8>()
            .ok()
            .filter(|place| (1..=26).contains(place))?;
        if at > 0 && number.gap != narrow {
            letters.push(' ');
        }
        letters.push(char::from(b'a' + place - 1));
    }
    let known = evidence(words(&letters).map(|word| word.text));
    (judge(&letters).is_language() && (known.is_telling() || list.len() >= MANY_PLACES))
        .then_some(letters)
}
