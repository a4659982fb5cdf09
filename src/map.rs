//! Offsets in dirty and clean, both ways, in bytes and UTF-16 units.

use core::ops::Range;

use alloc::vec::Vec;

use crate::util::offsets::{Utf16Cursor, utf16_len};

/// A stretch that differs: these bytes of one text became those bytes of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) before: Range<usize>,
    pub(crate) after: Range<usize>,
}

/// Joins `first` (dirty to middle) and `second` (middle to clean) into one list (dirty to clean).
///
/// Both lists are ordered and disjoint, and so is the result. Linear in their lengths.
pub(crate) fn compose(first: &[Piece], second: &[Piece]) -> Vec<Piece> {
    let mut out = Vec::with_capacity(first.len() + second.len());
    let mut firsts = first.iter().peekable();
    let mut seconds = second.iter().peekable();
    let mut shifts = Shifts::default();
    loop {
        // the next group in the middle text: one piece alone, or all that overlap. Touching is not overlapping.
        let group = match (firsts.peek(), seconds.peek()) {
            (None, None) => return out,
            (Some(f), None) => f.after.clone(),
            (None, Some(s)) => s.before.clone(),
            (Some(f), Some(s)) if f.after.end <= s.before.start => f.after.clone(),
            (Some(f), Some(s)) if s.before.end <= f.after.start => s.before.clone(),
            (Some(f), Some(s)) => f.after.start.min(s.before.start)..f.after.end.max(s.before.end),
        };
        let (dirty_start, clean_start) =
            (shifts.to_dirty(group.start), shifts.to_clean(group.start));
        let mut end = group.end;
        let mut opened = false;
        loop {
            // an empty piece overlaps nothing, but opens a group of its own
            if let Some(f) = firsts.next_if(|f| f.after.start < end || !opened && f.after == group)
            {
                opened = true;
                end = end.max(f.after.end);
                shifts.dirty = f.before.end as isize - f.after.end as isize;
            } else if let Some(s) = seconds.next_if(|s| s.before.start < end) {
                end = end.max(s.before.end);
                shifts.clean = s.after.end as isize - s.before.end as isize;
            } else {
                break;
            }
        }
        out.push(Piece {
            before: dirty_start..shifts.to_dirty(end),
            after: clean_start..shifts.to_clean(end),
        });
    }
}

/// How far an unchanged offset of the middle text is from its place in dirty and in clean.
#[derive(Default)]
struct Shifts {
    dirty: isize,
    clean: isize,
}

impl Shifts {
    fn to_dirty(&self, middle: usize) -> usize {
        middle.saturating_add_signed(self.dirty)
    }

    fn to_clean(&self, middle: usize) -> usize {
        middle.saturating_add_signed(self.clean)
    }
}

/// The span of dirty that became `span` of clean. What was removed at its very edges is not part of it.
pub(crate) fn dirty_span(pieces: &[Piece], span: Range<usize>) -> Range<usize> {
    // biased apart: the start skips what was removed before it, the end stops before what was removed after it
    let start_at = pieces.partition_point(|piece| piece.after.end <= span.start);
    let end_at = pieces.partition_point(|piece| piece.after.start < span.end);
    let start = match pieces.get(start_at) {
        Some(piece) if piece.after.start < span.start => piece.before.start,
        _ => before_offset(pieces, start_at, span.start),
    };
    let end = match end_at.checked_sub(1).and_then(|last| pieces.get(last)) {
        Some(piece) if piece.after.end > span.end => piece.before.end,
        _ => before_offset(pieces, end_at, span.end),
    };
    start..end.max(start)
}

/// The spans of dirty that became spans of clean, asked for from left to right: linear in all.
#[derive(Clone, Debug)]
pub(crate) struct Walk<'a> {
    pieces: &'a [Piece],
    /// How far clean is behind dirty.
    ahead: isize,
}

impl<'a> Walk<'a> {
    /// Over a clean text whose unchanged bytes lie `offset` further on in dirty, until its first change.
    pub(crate) const fn new(pieces: &'a [Piece], offset: usize) -> Self {
        Self {
            pieces,
            ahead: offset.cast_signed(),
        }
    }

    /// The span of dirty that became this one, which begins where the last one ended or behind it.
    #[inline]
    pub(crate) fn dirty_span(&mut self, span: Range<usize>) -> Range<usize> {
        while let Some((piece, rest)) = self.pieces.split_first() {
            if piece.after.end > span.start {
                break;
            }
            self.ahead = piece.before.end.cast_signed() - piece.after.end.cast_signed();
            self.pieces = rest;
        }
        let unchanged = span.start.saturating_add_signed(self.ahead)
            ..span.end.saturating_add_signed(self.ahead);
        match self.pieces.first() {
            Some(piece) if piece.after.start < span.end => {
                unchanged.start.min(piece.before.start)..piece.before.end
            }
            _ => unchanged,
        }
    }
}

/// Where an offset of clean that lies after `count` pieces stands in dirty.
fn before_offset(pieces: &[Piece], count: usize, offset: usize) -> usize {
    match count.checked_sub(1).and_then(|last| pieces.get(last)) {
        Some(piece) => offset - piece.after.end + piece.before.end,
        None => offset,
    }
}

/// The two-way map between dirty and clean.
///
/// Offsets are in bytes, or in UTF-16 units where the name says so. An offset inside a changed stretch maps to the
/// start of what it became; an offset past the end maps to the end. Where nothing changed, UTF-16 offsets are
/// given back as they are, past the end too: clean text is not walked to count them. Each look-up is a binary search over the
/// changes.
///
/// # Example
///
/// ```
/// let report = tamis::sanitize("ab\u{200B}cd"); // ZERO WIDTH SPACE
/// let map = report.map();
/// assert_eq!(map.to_clean(5), 2); // the byte offset of "c"
/// assert_eq!(map.to_dirty(2), 5);
/// assert_eq!(map.to_dirty_utf16(2), 3);
/// assert_eq!(map.dirty_span(1..3), 1..6); // "bc", with what was hidden in it
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
    /// The same pieces in UTF-16 units.
    utf16_pieces: Vec<Piece>,
    dirty_len: Len,
    clean_len: Len,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Len {
    bytes: usize,
    utf16: usize,
}

impl Len {
    fn of(text: &str) -> Self {
        Self {
            bytes: text.len(),
            utf16: utf16_len(text),
        }
    }
}

/// In bytes.
impl OffsetMap {
    /// Where an offset of dirty stands in clean.
    #[must_use]
    pub fn to_clean(&self, dirty_byte: usize) -> usize {
        to_after(
            &self.pieces,
            dirty_byte,
            self.dirty_len.bytes,
            self.clean_len.bytes,
        )
    }

    /// Where an offset of clean stands in dirty: before the same character.
    #[must_use]
    pub fn to_dirty(&self, clean_byte: usize) -> usize {
        to_before(
            &self.pieces,
            clean_byte,
            self.dirty_len.bytes,
            self.clean_len.bytes,
        )
    }

    /// The shortest span of dirty that became this span of clean.
    #[must_use]
    pub fn dirty_span(&self, clean_bytes: Range<usize>) -> Range<usize> {
        dirty_span(&self.pieces, clamp(clean_bytes, self.clean_len.bytes))
    }
}

/// In UTF-16 units, as JavaScript counts.
impl OffsetMap {
    /// Where an offset of dirty stands in clean.
    #[must_use]
    pub fn to_clean_utf16(&self, dirty_utf16: usize) -> usize {
        to_after(
            &self.utf16_pieces,
            dirty_utf16,
            self.dirty_len.utf16,
            self.clean_len.utf16,
        )
    }

    /// Where an offset of clean stands in dirty: before the same character.
    #[must_use]
    pub fn to_dirty_utf16(&self, clean_utf16: usize) -> usize {
        to_before(
            &self.utf16_pieces,
            clean_utf16,
            self.dirty_len.utf16,
            self.clean_len.utf16,
        )
    }

    /// The shortest span of dirty that became this span of clean.
    #[must_use]
    pub fn dirty_span_utf16(&self, clean_utf16: Range<usize>) -> Range<usize> {
        dirty_span(&self.utf16_pieces, clamp(clean_utf16, self.clean_len.utf16))
    }
}

/// The changes themselves, for carrying the map elsewhere.
impl OffsetMap {
    /// The changed stretches in order, each as its byte spans in dirty and clean.
    pub fn changes(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        self.pieces
            .iter()
            .map(|piece| (piece.before.clone(), piece.after.clone()))
    }

    /// The changed stretches in order, each as its UTF-16 spans in dirty and clean.
    pub fn changes_utf16(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        self.utf16_pieces
            .iter()
            .map(|piece| (piece.before.clone(), piece.after.clone()))
    }

    pub(crate) fn new(dirty: &str, clean: &str, pieces: Vec<Piece>) -> Self {
        if pieces.is_empty() {
            let len = Len {
                bytes: dirty.len(),
                utf16: usize::MAX,
            };
            return Self {
                pieces,
                utf16_pieces: Vec::new(),
                dirty_len: len,
                clean_len: len,
            };
        }
        let (mut in_dirty, mut in_clean) = (Utf16Cursor::new(dirty), Utf16Cursor::new(clean));
        let utf16_pieces = pieces
            .iter()
            .map(|piece| Piece {
                before: in_dirty.span(&piece.before),
                after: in_clean.span(&piece.after),
            })
            .collect();
        Self {
            pieces,
            utf16_pieces,
            dirty_len: Len::of(dirty),
            clean_len: Len::of(clean),
        }
    }
}

fn clamp(span: Range<usize>, len: usize) -> Range<usize> {
    span.start.min(len)..span.end.min(len).max(span.start.min(len))
}

fn to_after(pieces: &[Piece], offset: usize, dirty_len: usize, clean_len: usize) -> usize {
    let offset = offset.min(dirty_len);
    let count = pieces.partition_point(|piece| piece.before.start <= offset);
    match count.checked_sub(1).and_then(|last| pieces.get(last)) {
        Some(piece) if offset < piece.before.end => piece.after.start,
        Some(piece) => (offset - piece.before.end + piece.after.end).min(clean_len),
        None => offset,
    }
}

fn to_before(pieces: &[Piece], offset: usize, dirty_len: usize, clean_len: usize) -> usize {
    let offset = offset.min(clean_len);
    let count = pieces.partition_point(|piece| piece.after.end <= offset);
    match pieces.get(count) {
        Some(piece) if piece.after.start < offset => piece.before.start,
        _ => before_offset(pieces, count, offset).min(dirty_len),
    }
}
