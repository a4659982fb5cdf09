//! ROT13: the letters of ASCII moved by half the alphabet. Its own inverse.

/// One byte of a text: what is no letter of ASCII stays as it is.
pub(crate) const fn rotate(b: u8) -> u8 {
    match b {
        b'a'..=b'm' | b'A'..=b'M' => b + 13,
        b'n'..=b'z' | b'N'..=b'Z' => b - 13,
        _ => b,
    }
}
