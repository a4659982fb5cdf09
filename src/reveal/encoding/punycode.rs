//! Labels of host names that carry a sentence (RFC 3492).

use alloc::{string::String, vec::Vec};

use super::Found;

/// The labels of real names are words or a few.
const MIN_WORDS: usize = 4;

/// A label has 63 bytes; what is not a name may be longer, but decoding takes the square.
const MAX_LABEL: usize = 256;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices("xn--") {
        let rest = text.get(start + 4..).unwrap_or_default();
        let is_of_label = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
        let end = rest
            .bytes()
            .take(MAX_LABEL + 1)
            .take_while(is_of_label)
            .count();
        let Some(label) = rest.get(..end).filter(|label| label.len() <= MAX_LABEL) else {
            continue;
        };
        let Some(decoded) = decode(label) else {
            continue;
        };
        let spaced = decoded.replace('-', " ");
        if spaced.split(' ').filter(|word| !word.is_empty()).count() >= MIN_WORDS {
            found.push(Found::shape(start..start + 4 + end, &["punycode"], spaced));
        }
    }
    found
}

fn decode(label: &str) -> Option<String> {
    let (basic, digits) = label.rsplit_once('-').unwrap_or(("", label));
    let mut chars: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = digits.bytes();
    while let Some(first) = digits.next() {
        let before = i;
        let (mut weight, mut k, mut digit) = (1_u32, 36_u32, value(first)?);
        loop {
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
            digit = value(digits.next()?)?;
        }
        let count = u32::try_from(chars.len()).ok()? + 1;
        bias = adapt(i - before, count, before == 0);
        n = n.checked_add(i / count)?;
        i %= count;
        chars.insert(i as usize, char::from_u32(n)?);
        i += 1;
    }
    Some(chars.into_iter().collect())
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

fn value(b: u8) -> Option<u32> {
    match b {
        b'a'..=b'z' => Some(u32::from(b - b'a')),
        b'A'..=b'Z' => Some(u32::from(b - b'A')),
        b'0'..=b'9' => Some(u32::from(b - b'0') + 26),
        _ => None,
    }
}
