//! Many byte offsets of one text as UTF-16 offsets, in one pass over it.

use std::ops::Range;

/// UTF-16 offsets of the byte offsets it was made for.
pub(crate) struct Utf16Offsets {
    /// Byte and UTF-16 offset, ascending.
    pairs: Vec<(usize, u32)>,
}

impl Utf16Offsets {
    /// Looks up the ends of all `spans`, in any order. Spans of one report overlap (a message reaches over several
    /// findings), so they are sorted first: asking for each alone would read the text from its start each time.
    pub(crate) fn new(text: &str, spans: impl Iterator<Item = Range<usize>>) -> Self {
        let mut bytes: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let (mut done, mut utf16) = (0, 0);
        let pairs = bytes.into_iter().map(|byte| {
            utf16 += utf16_len(text.get(done..byte).unwrap_or_default());
            done = byte;
            (byte, utf16)
        });
        Self {
            pairs: pairs.collect(),
        }
    }

    /// The span in UTF-16 units, for one of the spans given at the start.
    pub(crate) fn span(&self, bytes: &Range<usize>) -> [u32; 2] {
        [self.offset(bytes.start), self.offset(bytes.end)]
    }

    fn offset(&self, byte: usize) -> u32 {
        let at = self.pairs.partition_point(|pair| pair.0 < byte);
        self.pairs.get(at).map_or(0, |pair| pair.1)
    }
}

fn utf16_len(text: &str) -> u32 {
    // a unit for each character, and one more for each that takes four bytes in UTF-8
    text.bytes()
        .map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::Utf16Offsets;

    #[test]
    fn overlapping_spans_in_any_order() {
        let text = "a\u{E9}\u{20AC}\u{1F980}b"; // 1, 2, 3, 4 and 1 bytes
        let spans = [6..10, 0..1, 1..10, 10..11, 11..11];
        let offsets = Utf16Offsets::new(text, spans.iter().cloned());
        let utf16 = spans.map(|span| offsets.span(&span));
        assert_eq!(utf16, [[3, 5], [0, 1], [1, 5], [5, 6], [6, 6]]);
    }
}
