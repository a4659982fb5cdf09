//! What the first byte of a character in UTF-8 says of it.

use crate::util::ascii::is_plain_byte;

/// Plain ASCII looked at together.
const CHUNK: usize = 16;

/// First bytes all of whose characters have a property: for each byte the length of the character that it begins, or
/// nought where only the character itself can say.
pub(crate) struct Leads([u8; 256]);

/// Characters of class `Ordinary`: Latin, IPA, modifiers; most of Greek; Cyrillic; most of Arabic; ideographs and most
/// Hangul syllables.
pub(crate) static ORDINARY: Leads = Leads::new(&[
    (0xC3, 0xCC),
    (0xCF, 0xD3),
    (0xD9, 0xDB),
    (0xE4, 0xE9),
    (0xEB, 0xEC),
]);

/// Characters that normalization to NFC passes over: Latin, IPA, modifiers; some of Greek; most of Cyrillic; Armenian;
/// some of Arabic; ideographs, most Hangul syllables, private use.
pub(crate) static INERT: Leads = Leads::new(&[
    (0xC2, 0xCB),
    (0xCF, 0xD1),
    (0xD3, 0xD5),
    (0xDA, 0xDA),
    (0xDE, 0xDE),
    (0xE4, 0xE9),
    (0xEB, 0xEE),
]);

/// Characters that no normalization form changes or composes: some of Cyrillic and Armenian; Thaana; ideographs.
pub(crate) static UNCHANGED: Leads = Leads::new(&[(0xD4, 0xD4), (0xDE, 0xDE), (0xE4, 0xE9)]);

impl Leads {
    /// Printable ASCII and the white space of text, and these ranges of first bytes.
    const fn new(ranges: &[(u8, u8)]) -> Self {
        let mut lengths = [0; 256];
        let mut byte = 0_usize;
        while byte < 256 {
            #[allow(clippy::indexing_slicing)] // `byte` is below 256
            {
                lengths[byte] = match byte {
                    0x09 | 0x0A | 0x0D | 0x20..=0x7E => 1,
                    _ if !within(ranges, byte) => 0,
                    0xC2..=0xDF => 2,
                    0xE0..=0xEF => 3,
                    _ => 4,
                };
            }
            byte += 1;
        }
        Self(lengths)
    }

    /// How many bytes from the start of `text` on are such characters by their first bytes alone.
    ///
    /// Linear, and several times as fast as a look-up for each character.
    pub(crate) fn prefix(&self, text: &str) -> usize {
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
            match self.0.get(usize::from(byte)) {
                Some(&length @ 1..) => at += usize::from(length),
                _ => return at,
            }
        }
        at
    }
}

const fn within(ranges: &[(u8, u8)], byte: usize) -> bool {
    let mut rest = ranges;
    while let [(first, last), more @ ..] = rest {
        if *first as usize <= byte && byte <= *last as usize {
            return true;
        }
        rest = more;
    }
    false
}

#[inline]
fn is_plain(chunk: &[u8; CHUNK]) -> bool {
    chunk
        .iter()
        .fold(true, |plain, &byte| plain & is_plain_byte(byte))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{INERT, Leads, ORDINARY};
    use crate::unicode::{Class, class, is_inert};

    fn assert_all(leads: &Leads, is: impl Fn(char) -> bool) {
        let mut passed = 0;
        for c in '\0'..=char::MAX {
            let text = format!("{c}{}", "x".repeat(40));
            match leads.prefix(&text) {
                0 => {}
                length => {
                    assert_eq!(length, text.len(), "{c:?}");
                    assert!(is(c), "{c:?}");
                    passed += 1;
                }
            }
        }
        assert!(passed > 30_000, "{passed}");
    }

    #[test]
    fn ordinary_passes_over_no_character_that_is_not() {
        assert_all(&ORDINARY, |c| class(c) == Class::Ordinary);
    }

    #[test]
    fn inert_passes_over_no_character_that_is_not() {
        assert_all(&INERT, is_inert);
    }
}
