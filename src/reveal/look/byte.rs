//! Kinds of bytes, a bit for each.

pub(super) const BLANK: u16 = 1;
pub(super) const LOWER: u16 = 1 << 1;
pub(super) const UPPER: u16 = 1 << 2;
pub(super) const DIGIT: u16 = 1 << 3;
pub(super) const QUOTE: u16 = 1 << 4;
pub(super) const HIGH: u16 = 1 << 5;
pub(super) const PERCENT: u16 = 1 << 6;
pub(super) const AMPERSAND: u16 = 1 << 7;
pub(super) const BACKSLASH: u16 = 1 << 8;
pub(super) const EQUALS: u16 = 1 << 9;
/// Marks that stand at the ends of words in prose, and hardly inside.
pub(super) const MARK: u16 = 1 << 10;
/// Signs that leetspeak has for letters.
pub(super) const SIGN: u16 = 1 << 11;

static KINDS: [u16; 256] = kinds();

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn kinds() -> [u16; 256] {
    let mut kinds = [0; 256];
    let mut b = 0;
    while b < 256 {
        kinds[b] = match b as u8 {
            b'\n' | b'\r' | b'\t' | b' ' => BLANK,
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'"' | b'\'' | b'`' => QUOTE,
            b'%' => PERCENT | MARK,
            b'&' => AMPERSAND | MARK,
            b'\\' => BACKSLASH | MARK,
            b'=' => EQUALS | MARK,
            b'@' | b'$' | b'|' | b'+' => SIGN | MARK,
            0x80..=0xFF => HIGH,
            _ => MARK,
        };
        b += 1;
    }
    kinds
}

/// The kinds of a byte.
#[inline]
#[allow(clippy::indexing_slicing)] // a table of 256 is indexed by a byte
pub(super) fn kind(byte: u8) -> u16 {
    KINDS[usize::from(byte)]
}
