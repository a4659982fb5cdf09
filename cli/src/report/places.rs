//! Where a byte stands: line, column and UTF-16 offset.

use std::ops::Range;

use serde::Serialize;

/// How far apart the counted offsets are: a look-up counts no more than this many bytes.
const STEP: usize = 512;

/// Finds the place of any byte of one text. Built in one pass; each look-up is a binary search and a short count.
///
/// Lines end at LINE FEED, as in every editor and compiler (CRLF with it). Columns count Unicode scalar values from 1.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    text: &'a str,
    line_starts: Vec<usize>,
    /// What comes before byte `n * STEP`, for every `n`.
    steps: Vec<Count>,
}

/// A line and a column, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    chars: usize,
    utf16: usize,
}

impl Count {
    fn add(&mut self, byte: u8) {
        // every byte but the continuing ones begins a character; four bytes are two units
        self.chars += usize::from(byte & 0xC0 != 0x80);
        self.utf16 += usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
    }
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut line_starts = vec![0];
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = Count::default();
        for (at, byte) in text.bytes().enumerate() {
            if at.is_multiple_of(STEP) {
                steps.push(count);
            }
            count.add(byte);
            if byte == b'\n' {
                line_starts.push(at + 1);
            }
        }
        if text.len().is_multiple_of(STEP) {
            steps.push(count);
        }
        Self {
            text,
            line_starts,
            steps,
        }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn place(&self, byte: usize) -> Place {
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let column = self.before(byte).chars - self.before(self.line_span(byte).start).chars + 1;
        Place { line, column }
    }

    /// The line that `byte` stands in, without its LINE FEED.
    pub(crate) fn line_span(&self, byte: usize) -> Range<usize> {
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let start = self.line_starts.get(line.saturating_sub(1));
        let end = self.line_starts.get(line).map(|&next| next - 1);
        start.copied().unwrap_or(0)..end.unwrap_or(self.text.len())
    }

    pub(crate) fn utf16_span(&self, byte_span: &Range<usize>) -> [usize; 2] {
        [
            self.before(byte_span.start).utf16,
            self.before(byte_span.end).utf16,
        ]
    }

    fn before(&self, byte: usize) -> Count {
        let step = byte / STEP;
        let mut count = self.steps.get(step).copied().unwrap_or_default();
        for &between in self
            .text
            .as_bytes()
            .get(step * STEP..byte)
            .unwrap_or_default()
        {
            count.add(between);
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Places, STEP};

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let places = Places::new("aé🦀b\r\nc\n");
        let place = |byte| {
            let Place { line, column } = places.place(byte);
            (line, column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(1), (1, 2)); // é
        assert_eq!(place(3), (1, 3)); // the crab
        assert_eq!(place(7), (1, 4)); // b
        assert_eq!(place(9), (1, 6)); // the LINE FEED belongs to the line it ends
        assert_eq!(place(10), (2, 1));
        assert_eq!(place(12), (3, 1)); // the end
    }

    #[test]
    fn utf16_offsets_are_those_of_javascript() {
        let places = Places::new("aé🦀b");
        assert_eq!(places.utf16_span(&(1..3)), [1, 2]);
        assert_eq!(places.utf16_span(&(3..7)), [2, 4]);
        assert_eq!(places.utf16_span(&(8..8)), [5, 5]);
    }

    #[test]
    fn every_offset_of_a_long_text_agrees_with_counting_from_its_start() {
        let text = "naïve 🦀\nline ".repeat(STEP / 4);
        let places = Places::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = text.get(..byte).unwrap();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            assert_eq!(places.place(byte), Place { line, column });
            let utf16 = before.encode_utf16().count();
            assert_eq!(places.utf16_span(&(byte..byte)), [utf16, utf16]);
        }
    }

    #[test]
    fn an_empty_text_has_one_place() {
        let places = Places::new("");
        assert_eq!(places.place(0), Place { line: 1, column: 1 });
        assert_eq!(places.line_span(0), 0..0);
    }
}
