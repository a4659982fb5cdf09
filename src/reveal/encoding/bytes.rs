//! From bytes to the text that they hold.

use alloc::{string::String, vec::Vec};

/// The text that bytes are: UTF-8, or UTF-16 as some systems encode their scripts. `None` for anything with a control
/// character, which text in use does not hold.
pub(super) fn text(bytes: Vec<u8>) -> Option<String> {
    if is_utf16(&bytes) {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|&pair| u16::from_le_bytes(pair)).collect();
        return String::from_utf16(&units)
            .ok()
            .filter(|text| may_be_text(text.as_bytes()));
    }
    if !may_be_text(&bytes) {
        return None;
    }
    // a last character that was cut through is left out
    let whole = match core::str::from_utf8(&bytes) {
        Ok(_) => bytes.len(),
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return None,
    };
    let mut bytes = bytes;
    bytes.truncate(whole);
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_empty())
}

/// Whether the first bytes of something could be the beginning of a text: a quick look that stops most noise.
pub(super) fn may_begin_text(bytes: &[u8]) -> bool {
    is_utf16(bytes)
        || may_be_text(bytes)
            && core::str::from_utf8(bytes)
                .map_or_else(|error| error.error_len().is_none(), |_| true)
}

fn may_be_text(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .all(|&b| b >= b' ' && b != 0x7F || matches!(b, b'\t' | b'\n' | b'\r'))
}

/// Little-endian UTF-16 of letters that ASCII has: every second byte is nought.
fn is_utf16(bytes: &[u8]) -> bool {
    let (pairs, _) = bytes.as_chunks::<2>();
    pairs.len() >= 4
        && pairs
            .iter()
            .all(|&[low, high]| high == 0 && low >= b' ' || low == b'\n')
}

/// Collects bits, the highest first, into bytes.
#[derive(Debug, Default)]
pub(super) struct Bits {
    pub(super) bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    pub(super) fn push(&mut self, value: u32, width: u32) {
        self.held = self.held << width | value;
        self.count += width;
        if self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.held >> self.count) as u8);
            self.held &= (1 << self.count) - 1;
        }
    }
}

/// The bytes that digits of so many bits spell. `None` if one is no digit.
pub(super) fn digits(symbols: &[u8], width: u32, value: fn(u8) -> Option<u8>) -> Option<Vec<u8>> {
    let mut bits = Bits::default();
    for &symbol in symbols {
        bits.push(u32::from(value(symbol)?), width);
    }
    Some(bits.bytes)
}
