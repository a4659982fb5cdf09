//! The first looks, over bytes: which words may mix at all.

/// What a character is to a word, by its first bytes. A number, so that a word's are bits.
type Kind = u8;

const APART: Kind = 0;
const THROUGH: Kind = 1;
const LATIN: Kind = 2;
const GREEK: Kind = 3;
const CYRILLIC: Kind = 4;
/// Of a block that has lookalikes of ASCII letters.
const ODD: Kind = 5;
/// Of a block that has styled letters.
const STYLED: Kind = 6;
/// The first byte does not say.
const CLOSER: Kind = 7;
/// A letter of Latin that passes for another of its alphabet.
const DOUBTFUL: Kind = 8;
/// Of the scripts beyond the first plane.
const FAR: Kind = 9;

/// How many styled letters in a row are looked at though nothing else is with them.
const STYLED_RUN: u32 = 2;

const ALPHABETS: u16 = 1 << LATIN | 1 << GREEK | 1 << CYRILLIC;
const FOREIGN: u16 = 1 << ODD | 1 << STYLED | 1 << DOUBTFUL | 1 << FAR;

/// The kind by the first byte, and the length.
static KINDS: [(Kind, usize); 256] = {
    let mut kinds = [(APART, 1); 256];
    let mut byte = 0_usize;
    while byte < 256 {
        let kind = match byte as u8 {
            b'0'..=b'9' | 0xCC => THROUGH,
            b'A'..=b'Z' | b'a'..=b'z' => LATIN,
            0xCE => GREEK,
            0xD0 | 0xD1 | 0xD3 => CYRILLIC,
            0xD5..=0xE0 => ODD,
            0xC2..=0xCB | 0xCD | 0xCF | 0xD2 | 0xD4 | 0xE1..=0xE4 | 0xEA | 0xEF | 0xF0 => CLOSER,
            _ => APART,
        };
        let length = match byte as u8 {
            ..0xC0 => 1,
            0xC0..0xE0 => 2,
            0xE0..0xF0 => 3,
            0xF0.. => 4,
        };
        #[allow(clippy::indexing_slicing)] // `byte` is below 256
        {
            kinds[byte] = (kind, length);
        }
        byte += 1;
    }
    kinds
};

/// The kind where the first byte does not say, by the ones behind it.
fn closer(bytes: [u8; 4]) -> Kind {
    match bytes {
        [0xC2, 0xB2 | 0xB3 | 0xB9 | 0xBC..=0xBE, ..] => THROUGH,
        // an inverted exclamation mark, a micro sign
        [0xC2, 0xA1 | 0xB5, ..] => ODD,
        // a thorn, a dotless i, a long s; a florin, a wynn, Latin gamma and iota, a v with hook
        [0xC3, 0xBE, ..]
        | [0xC4, 0xB1, ..]
        | [0xC5, 0xBF, ..]
        | [0xC6, 0x92 | 0xBF, ..]
        | [0xC9, 0xA3 | 0xA9, ..]
        | [0xCA, 0x8B, ..] => DOUBTFUL,
        [0xC3..=0xC5, ..] => LATIN,
        // Latin Extended-B, IPA Extensions, modifier letters: a few of each
        [0xC6, 0x84 | 0x8D | 0x96 | 0xA6 | 0xBD, ..] | [0xC7, 0x80, _, _] | [0xC8, 0xB7, ..] => ODD,
        [0xC9, 0x8C | 0x91 | 0xA1 | 0xAF, ..] | [0xCA, 0x84, ..] => ODD,
        [0xC9, 0xA2 | 0xAA | 0xB4, ..] => STYLED,
        [0xCA, 0x80 | 0x8F | 0x99 | 0x9C | 0x9F | 0xB0..=0xB8, ..] | [0xCB, 0xA1..=0xA3, ..] => {
            STYLED
        }
        [0xC6..=0xCA, ..] => LATIN,
        // marks; then Greek; Armenian from U+0530 on
        [0xCD, 0xB0..=0xBF, ..] => GREEK,
        [0xCD, ..] => THROUGH,
        // symbols and old forms of Greek letters, the letters of Coptic
        [0xCF, 0x96 | 0x9B | 0xA2..=0xB1 | 0xB5 | 0xB8, ..] => ODD,
        [0xCF, ..] => GREEK,
        // Abkhaz che; the yat of Sami
        [0xD2, 0x8C | 0x8D | 0xBD, ..] => ODD,
        [0xD2, ..] => CYRILLIC,
        // the e of Enets
        [0xD4, 0x91 | 0xB0..=0xBF, ..] => ODD,
        [0xD4, ..] => CYRILLIC,
        // an f and a y among letters with marks
        [0xE1, 0xBA, 0x9D, _] | [0xE1, 0xBB, 0xBF, _] => ODD,
        [0xE1, 0xB8..=0xBB, ..] => LATIN,
        [0xE1, 0xBC..=0xBF, ..] => GREEK,
        [0xE1, 0xB4..=0xB6, ..] => STYLED,
        [0xE1, ..] => ODD,
        [0xE2, 0x81, 0xB1 | 0xBF, _] | [0xE2, 0x82, 0x90..=0x9F, _] => STYLED,
        [0xE2, 0xB1, 0xBC | 0xBD, _] => STYLED,
        [0xE2, 0x84..=0x86 | 0x92 | 0x93, ..] => STYLED,
        [0xE2, 0x80..=0x83, ..] => APART,
        [0xE2, ..] => ODD,
        // letters of scripts without spaces that are taken for ASCII
        [0xE3, 0x80, 0x87, _] | [0xE3, 0x84, 0x92 | 0x9A, _] | [0xE3, 0x85, 0x87, _] => ODD,
        [0xE4, 0xB8, 0x85 | 0xAB, _] => ODD,
        [0xE3 | 0xE4, ..] => APART,
        [0xEA, 0x9C | 0x9E | 0x9F, ..] => STYLED,
        [0xEA, 0x80..=0xAF, ..] => ODD,
        [0xEF, 0xBC, 0xA1..=0xBA, _] | [0xEF, 0xBD, 0x81..=0x9A, _] => STYLED,
        [0xEF, 0xB8, 0x80..=0x8F, _] => THROUGH,
        [0xEF, 0xBC, 0x90..=0x99, _] | [0xEF, 0xBD, 0x9C, _] => ODD,
        [0xEF, 0xAC..=0xBB, ..] | [0xEF, 0xBE, 0xB7, _] | [0xEF, 0xBF, 0xA8, _] => ODD,
        // segmented digits
        [0xF0, 0x9F, 0xAF, 0xB0..=0xB9] => ODD,
        // a raised q; outlined capitals
        [0xF0, 0x90, 0x9E, 0xA5] | [0xF0, 0x9C, 0xB3, 0x96..=0xAF] => STYLED,
        // mathematical alphanumerics; enclosed letters and flags; the other scripts of the plane
        [0xF0, 0x9D, 0x90..=0x9F, _] | [0xF0, 0x9F, 0x84..=0x87, _] => STYLED,
        [0xF0, 0x9F, 0x9C | 0x9D, _] => ODD,
        [0xF0, 0x90..=0x9E, ..] => FAR,
        _ => APART,
    }
}

/// Bytes looked at together.
const CHUNK: usize = 64;

/// What has been seen: not nought for yes.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    latin: u8,
    greek: u8,
    cyrillic: u8,
    odd: u8,
    styled: u8,
    far: u8,
}

impl Seen {
    /// Looks at first bytes alone. Whether some of them do not say enough.
    fn glance(&mut self, bytes: &[u8; CHUNK + 2]) -> bool {
        // of two bytes each: an inverted exclamation mark, a micro sign, a thorn, a dotless i, a long
        // s, Abkhaz che
        let pairs = bytes.iter().zip(bytes.iter().skip(1)).take(CHUNK);
        let is_mark = |a: u8, b: u8| {
            let is = |first: u8, last: u8| u8::from(a == first) & u8::from(b == last);
            is(0xC2, 0xA1) | is(0xC2, 0xB5) | is(0xC3, 0xBE) | is(0xC4, 0xB1) | is(0xC5, 0xBF)
        };
        // Western Latin has no first byte beyond these
        if bytes.iter().fold(0, |most, &byte| most.max(byte)) < 0xC6 {
            self.latin = 1;
            self.odd = pairs.fold(0, |any, (&a, &b)| any | is_mark(a, b));
            return false;
        }
        let (mut is_open, mut ideographs) = (0, 0);
        for (&byte, &next) in pairs {
            let is = |first: u8, count: u8| u8::from(byte.wrapping_sub(first) < count);
            self.latin |= u8::from((byte | 0x20).wrapping_sub(b'a') < 26) | is(0xC3, 8);
            self.greek |= is(0xCD, 3);
            self.cyrillic |= is(0xD0, 5);
            let is_che = is(0xD2, 1) & u8::from(matches!(next, 0x8C | 0x8D | 0xBD));
            let is_form = is(0xCF, 1) & u8::from(next == 0x96 || next == 0x9B || next >= 0xA2);
            self.odd |= is(0xD4, 13) | is_mark(byte, next) | is_che | is_form;
            is_open |= is(0xC6, 6) | is(0xE1, 2) | is(0xEA, 1) | is(0xEF, 2);
            ideographs |= is(0xE3, 2);
        }
        // these are taken for letters only between such of an alphabet
        is_open | ideographs & (self.latin | self.greek | self.cyrillic) != 0
    }

    #[allow(clippy::indexing_slicing)] // `at` is below CHUNK
    fn look(&mut self, bytes: &[u8; CHUNK + 2]) {
        for at in 0..CHUNK {
            let (a, b, c) = (bytes[at], bytes[at + 1], bytes[at + 2]);
            let is = |byte: u8, first: u8, count: u8| u8::from(byte.wrapping_sub(first) < count);
            // U+1E00 to U+1FFF, Latin Extended Additional and Greek Extended, have one first byte
            let extended = is(a, 0xE1, 1) & is(b, 0xB8, 8);
            self.latin |= extended;
            self.greek |= extended;
            let symbols = is(a, 0xE2, 1) & (1 - is(b, 0x80, 4));
            let styled = (is(a, 0xC9, 3) & is(b, 0x80, 0x40))
                | (is(a, 0xE1, 1) & is(b, 0xB4, 3))
                | (is(a, 0xE2, 1) & (is(b, 0x84, 3) | is(b, 0x92, 2)))
                | (is(a, 0xE2, 1) & is(b, 0x81, 1) & (is(c, 0xB1, 1) | is(c, 0xBF, 1)))
                | (is(a, 0xE2, 1) & is(b, 0x82, 1) & is(c, 0x90, 16))
                | (is(a, 0xE2, 1) & is(b, 0xB1, 1) & is(c, 0xBC, 2))
                | (is(a, 0xEA, 1) & is(b, 0x9C, 4))
                | (is(a, 0xEF, 1) & is(b, 0xBC, 1) & is(c, 0xA1, 26))
                | (is(a, 0xEF, 1) & is(b, 0xBD, 1) & is(c, 0x81, 26))
                | (is(a, 0xF0, 1) & (is(b, 0x9D, 1) | (is(b, 0x9F, 1) & is(c, 0x84, 4))))
                | (is(a, 0xF0, 1)
                    & ((is(b, 0x90, 1) & is(c, 0x9E, 1)) | (is(b, 0x9C, 1) & is(c, 0xB3, 1))));
            self.styled |= styled;
            self.far |= is(a, 0xF0, 1) & is(b, 0x90, 15);
            self.odd |= styled
                | is(a, 0xC6, 2)
                | is(a, 0xC8, 1)
                | (is(a, 0xE1, 1) & (1 - is(b, 0xB8, 8)))
                | (extended & (is(b, 0xBA, 1) & is(c, 0x9D, 1) | is(b, 0xBB, 1) & is(c, 0xBF, 1)))
                | symbols
                | is(a, 0xE3, 2)
                | (is(a, 0xEA, 1) & is(b, 0x80, 0x30))
                | (is(a, 0xEF, 1) & is(b, 0xAC, 16))
                | (is(a, 0xEF, 1) & is(b, 0xBC, 1) & is(c, 0x90, 10))
                | (is(a, 0xEF, 1) & is(b, 0xBD, 1) & is(c, 0x9C, 1))
                | (is(a, 0xEF, 1) & is(b, 0xBE, 2))
                | is(a, 0xF0, 1)
                    & (is(b, 0x90, 15) | is(b, 0x9F, 1) & (is(c, 0x9C, 2) | is(c, 0xAF, 1)));
        }
    }

    /// What is seen in the chunk at a place, which may be cut off by the end.
    fn at(bytes: &[u8], at: usize) -> Self {
        let mut seen = Self::default();
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some(chunk) = rest.first_chunk::<{ CHUNK + 2 }>() {
            if seen.glance(chunk) {
                seen.look(chunk);
            }
        } else {
            let mut end = [0; CHUNK + 2];
            for (to, &byte) in end.iter_mut().zip(rest) {
                *to = byte;
            }
            if seen.glance(&end) {
                seen.look(&end);
            }
        }
        seen
    }

    const fn may_mix_with(self, other: Self) -> bool {
        let latin = self.latin | other.latin != 0;
        let greek = self.greek | other.greek != 0;
        let cyrillic = self.cyrillic | other.cyrillic != 0;
        let odd = self.odd | other.odd != 0;
        latin && (greek || cyrillic)
            || greek && cyrillic
            || (latin || greek || cyrillic) && odd
            || self.styled | other.styled != 0
            || self.far | other.far != 0
    }
}

/// A walk over the words, which stops at those that may mix. Chunks that with the one before have letters of one kind only
/// are passed over.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How far the chunks have been looked at.
    until: usize,
    /// What is in the chunk before that place.
    before: Seen,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            until: 0,
            before: Seen::default(),
        }
    }

    /// Goes to the next chunk that may mix. Whether all between is passed over, or there is none.
    fn next_chunk(&mut self) -> Option<bool> {
        while self.until < self.bytes.len() {
            let (seen, start) = (Seen::at(self.bytes, self.until), self.until);
            let may_mix = seen.may_mix_with(self.before);
            (self.before, self.until) = (seen, start + CHUNK);
            if may_mix {
                // a word may have begun in the chunk before
                let mut from = start.saturating_sub(CHUNK);
                while self.bytes.get(from).is_some_and(|byte| byte & 0xC0 == 0x80) {
                    from += 1;
                }
                let is_gap = from > self.at;
                self.at = self.at.max(from);
                return Some(is_gap);
            }
        }
        None
    }

    /// The next place where a word turns out to have letters of two kinds, or styled ones.
    pub(super) fn next_suspect(&mut self) -> Option<usize> {
        let (mut last, mut seen, mut styled) = (APART, 0_u16, 0);
        // the block of the letter beyond the first plane, by its second byte
        let mut block = 0;
        loop {
            while self.at >= self.until {
                if self.next_chunk()? {
                    (last, seen, styled) = (APART, 0, 0);
                }
            }
            let byte = self.bytes.get(self.at).copied()?;
            let (mut kind, length) = KINDS.get(usize::from(byte)).copied().unwrap_or((APART, 1));
            // most letters are of the kind of the one before them
            if kind == last {
                self.at += length;
                continue;
            }
            if kind == CLOSER {
                kind = self.closer(byte);
            }
            if kind == APART {
                (last, seen, styled) = (APART, 0, 0);
                self.at += length;
                continue;
            }
            seen |= 1 << kind;
            styled += u32::from(kind == STYLED);
            let is_of_two = kind == FAR && {
                let before = core::mem::replace(&mut block, self.behind(1));
                last == FAR && before != block
            };
            let alphabets = seen & ALPHABETS;
            if alphabets & alphabets.wrapping_sub(1) != 0
                || alphabets != 0 && seen & FOREIGN != 0
                || seen & FOREIGN & (seen & FOREIGN).wrapping_sub(1) != 0
                || styled >= STYLED_RUN
                || is_of_two
            {
                return Some(self.at);
            }
            last = kind;
            self.at += length;
        }
    }

    /// Goes on behind the word that was stopped at.
    pub(super) fn go_on(&mut self, end: usize) {
        self.at = end;
    }

    fn closer(&self, byte: u8) -> Kind {
        closer([byte, self.behind(1), self.behind(2), self.behind(3)])
    }

    /// The byte so many behind.
    fn behind(&self, by: usize) -> u8 {
        self.bytes.get(self.at + by).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{super::word::Word, CHUNK, Scan};

    /// Passed over knowingly, since they are put right only beside others: forms of Greek letters, and letters that few
    /// languages have in Cyrillic.
    const PASSED_OVER: &str = "ϐϑϕϴѡүԝѢѳѲӠ";

    /// The first bytes say in short what `letter::part` says of each character: they may stop at too much, never at
    /// too little.
    #[test]
    fn no_word_that_mixes_is_passed_over() {
        let mut suspects = 0;
        for c in ('\0'..=char::MAX).filter(|&c| !PASSED_OVER.contains(c)) {
            for word in [
                format!("ign{c}re"),
                format!("при{c}каз"),
                format!("{c}{c}{c}"),
            ] {
                let read = Word::read(&word, 0);
                if read.end() < word.len() || !read.is_suspect() || !read.is_restorable() {
                    continue;
                }
                suspects += 1;
                // at the start, across the edge of a chunk, behind it
                for before in [0, CHUNK - 4, CHUNK - 1, CHUNK + 3] {
                    let text = format!("{}{word} ", " ".repeat(before));
                    assert!(Scan::new(&text).next_suspect().is_some(), "{text:?}");
                }
            }
        }
        assert!(suspects > 4_000, "{suspects}");
    }
}
