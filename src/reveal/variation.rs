//! Bytes spelled in variation selectors.

use alloc::{string::String, vec::Vec};

use super::{Reading, carrier::Carrier, language::word_share};

/// Fewer bytes are as likely a stray selector as a message.
const MIN_BYTES: usize = 2;

/// The share of word characters from which a reading is believed.
const MIN_WORD_SHARE: f32 = 0.6;

pub(super) fn carries(c: char) -> bool {
    number(c).is_some()
}

/// Reads the selectors as bytes in each way in use, and takes the one that reads most like words.
pub(super) fn read(message: &[Carrier]) -> Option<Reading> {
    let numbers: Vec<u8> = message
        .iter()
        .filter_map(|carrier| number(carrier.c))
        .collect();
    let readings = [
        // VS1 to VS256 are the bytes 0 to 255: by far the most common
        (numbers.clone(), "variation-selector-bytes"),
        // VS1 to VS16 are half bytes, the high one first
        (nibbles(&numbers), "variation-selector-nibbles"),
        // VS17 on are the bytes 0 to 239, so that all stay in one block
        (
            numbers.iter().filter_map(|n| n.checked_sub(16)).collect(),
            "variation-selector-supplement-bytes",
        ),
    ];
    let texts = readings
        .into_iter()
        .filter(|(bytes, _)| bytes.len() >= MIN_BYTES)
        .filter_map(|(bytes, step)| {
            let text = String::from_utf8(bytes).ok()?;
            let share = word_share(&text);
            (share >= MIN_WORD_SHARE).then_some((share, Reading { text, step }))
        });
    texts
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, reading)| reading)
}

/// A selector's number, from 0 for VS1 to 255 for VS256.
fn number(c: char) -> Option<u8> {
    match c {
        '\u{FE00}'..='\u{FE0F}' => u8::try_from(u32::from(c) - 0xFE00).ok(),
        '\u{E0100}'..='\u{E01EF}' => u8::try_from(u32::from(c) - 0xE0100 + 16).ok(),
        _ => None,
    }
}

fn nibbles(numbers: &[u8]) -> Vec<u8> {
    if numbers.iter().any(|&n| n > 15) {
        return Vec::new();
    }
    numbers
        .as_chunks::<2>()
        .0
        .iter()
        .map(|[high, low]| high << 4 | low)
        .collect()
}
