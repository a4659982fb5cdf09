//! The escapes of programming languages and JSON: \x69, \u0069, \u{69}, \U00000069, \151.

use alloc::vec::Vec;

use super::{
    Found,
    percent::{Piece, find_escapes},
};

pub(super) fn find(text: &str) -> Vec<Found> {
    find_escapes(text, b'\\', &["escapes"], piece)
}

/// The escape at the start of these bytes: its length and what it stands for.
pub(super) fn piece(bytes: &[u8]) -> Option<(usize, Piece)> {
    let hex = |from: usize, count: usize| number(bytes.get(from..from + count)?, 16);
    match bytes.get(1)? {
        b'x' => Some((4, Piece::Byte(u8::try_from(hex(2, 2)?).ok()?))),
        b'u' if bytes.get(2) == Some(&b'{') => {
            let digits = bytes.get(3..)?.iter().take(7).position(|&b| b == b'}')?;
            let c = char::from_u32(number(bytes.get(3..3 + digits)?, 16)?)?;
            Some((digits + 4, Piece::Char(c)))
        }
        b'u' => Some((6, Piece::Unit(u16::try_from(hex(2, 4)?).ok()?))),
        b'U' => Some((10, Piece::Char(char::from_u32(hex(2, 8)?)?))),
        b'0'..=b'3' => {
            let byte = number(bytes.get(1..4)?, 8)?;
            Some((4, Piece::Byte(u8::try_from(byte).ok()?)))
        }
        b'\\' => Some((2, Piece::Byte(b'\\'))),
        b'n' => Some((2, Piece::Byte(b'\n'))),
        b'"' => Some((2, Piece::Byte(b'"'))),
        _ => None,
    }
}

/// A number without a sign; `None` if there is no digit or one of another base.
pub(super) fn number(digits: &[u8], base: u32) -> Option<u32> {
    let digits = core::str::from_utf8(digits).ok()?;
    let all_digits = digits.chars().all(|c| c.is_digit(base));
    if all_digits {
        u32::from_str_radix(digits, base).ok()
    } else {
        None
    }
}
