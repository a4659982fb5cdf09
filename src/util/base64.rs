//! Base64 (RFC 4648, section 4).

use alloc::{string::String, vec::Vec};

const ALPHABET: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Encodes bytes, with padding. Linear.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| group.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sextet = bits >> (18 - 6 * place) & 0x3F;
            let letter = ALPHABET
                .get(sextet as usize)
                .copied()
                .map_or('=', char::from);
            out.push(if place > group.len() { '=' } else { letter });
        }
    }
    out
}

/// Decodes text with or without padding; `None` if a character of it is none of the alphabet, or bits are missing. Linear.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=').as_bytes();
    let mut out = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for group in digits.chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            bits = bits << 6
                | group
                    .get(place)
                    .map_or(Some(0), |&digit| value(digit).map(u32::from))?;
        }
        let [_, first, second, third] = bits.to_be_bytes();
        match group.len() {
            4 => out.extend([first, second, third]),
            3 => out.extend([first, second]),
            2 => out.push(first),
            _ => return None,
        }
    }
    Some(out)
}

/// The six bits that a digit of the alphabet says.
pub(crate) const fn value(digit: u8) -> Option<u8> {
    Some(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    // RFC 4648, section 10
    #[test]
    fn test_vectors() {
        for (plain, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(plain.as_bytes()), encoded);
            assert_eq!(decode(encoded).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(decode("Zm9vY"), None);
        assert_eq!(decode("Zm-v"), None);
    }
}
