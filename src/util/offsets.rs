//! From byte offsets to UTF-16 offsets.

use core::ops::Range;

/// The length of `text` in UTF-16 units.
pub(crate) fn utf16_len(text: &str) -> usize {
    // a unit for each character, and one more for each that takes four bytes in UTF-8
    text.as_bytes()
        .iter()
        .map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0))
        .sum()
}

/// Turns ascending byte offsets of one text into UTF-16 offsets, in one pass over it.
#[derive(Clone, Debug)]
pub(crate) struct Utf16Cursor<'a> {
    text: &'a str,
    byte: usize,
    utf16: usize,
}

impl<'a> Utf16Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            utf16: 0,
        }
    }

    /// The UTF-16 offset of `byte`, which is a character boundary at or after the last one asked for.
    pub(crate) fn offset(&mut self, byte: usize) -> usize {
        if let Some(between) = self.text.get(self.byte..byte) {
            self.utf16 += utf16_len(between);
            self.byte = byte;
        }
        self.utf16
    }

    pub(crate) fn span(&mut self, bytes: &Range<usize>) -> Range<usize> {
        self.offset(bytes.start)..self.offset(bytes.end)
    }
}
