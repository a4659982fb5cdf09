//! What the first byte of a character in UTF-8 says of its class.

/// Plain ASCII looked at together.
const CHUNK: usize = 16;

/// For each byte: how long the character is that it begins, if all characters that begin so are ordinary; else nought.
static ORDINARY: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        #[allow(clippy::indexing_slicing)] // `byte` is below 256
        {
            lengths[byte] = match byte {
                0x09 | 0x0A | 0x0D | 0x20..=0x7E => 1,
                // Latin, IPA, modifiers; most of Greek; Cyrillic; most of Arabic
                0xC3..=0xCC | 0xCF..=0xD3 | 0xD9..=0xDB => 2,
                // ideographs, Hangul syllables
                0xE4..=0xE9 | 0xEB | 0xEC => 3,
                _ => 0,
            };
        }
        byte += 1;
    }
    lengths
};

/// How many bytes from the start of `text` on are ordinary characters by their first bytes alone.
///
/// Linear, and several times as fast as asking for the class of each character.
pub(crate) fn ordinary_prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80
            && let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<CHUNK>)
            && is_plain(chunk)
        {
            at += CHUNK;
            continue;
        }
        match ORDINARY.get(usize::from(byte)) {
            Some(&length @ 1..) => at += usize::from(length),
            _ => return at,
        }
    }
    at
}

#[inline]
fn is_plain(chunk: &[u8; CHUNK]) -> bool {
    chunk.iter().fold(true, |plain, &byte| {
        plain & (byte.wrapping_sub(b' ') < 0x5F)
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::ordinary_prefix;
    use crate::unicode::{Class, class};

    #[test]
    fn passes_over_no_character_that_is_not_ordinary() {
        let mut passed = 0;
        for c in '\0'..=char::MAX {
            let text = format!("{c}{}", "x".repeat(40));
            match ordinary_prefix(&text) {
                0 => {}
                length => {
                    assert_eq!(length, text.len(), "{c:?}");
                    assert_eq!(class(c), Class::Ordinary, "{c:?}");
                    passed += 1;
                }
            }
        }
        assert!(passed > 30_000, "{passed}");
    }
}
