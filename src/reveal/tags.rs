//! Tag characters: ASCII, shifted by U+E0000.

use super::{Reading, carrier::Carrier};

pub(super) fn carries(c: char) -> bool {
    ascii(c).is_some()
}

/// One character is enough: unlike bits, a tag means only one thing.
pub(super) fn read(message: &[Carrier]) -> Option<Reading> {
    Some(Reading {
        text: message
            .iter()
            .filter_map(|carrier| ascii(carrier.c))
            .collect(),
        step: "tag-block",
    })
}

fn ascii(c: char) -> Option<char> {
    match c {
        '\u{E0020}'..='\u{E007E}' => char::from_u32(u32::from(c) - 0xE0000),
        _ => None,
    }
}
