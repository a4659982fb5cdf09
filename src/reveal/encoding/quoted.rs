//! Quoted-printable (RFC 2045, section 6.7).

use alloc::vec::Vec;

use super::{
    Found,
    escape::number,
    percent::{Piece, find_escapes},
};

pub(super) fn find(text: &str) -> Vec<Found> {
    find_escapes(text, b'=', &["quoted-printable"], |bytes| {
        match bytes.get(1..)? {
            [b'\n', ..] => return Some((2, Piece::Nothing)),
            [b'\r', b'\n', ..] => return Some((3, Piece::Nothing)),
            _ => {}
        }
        let byte = number(bytes.get(1..3)?, 16)?;
        Some((3, Piece::Byte(u8::try_from(byte).ok()?)))
    })
}
