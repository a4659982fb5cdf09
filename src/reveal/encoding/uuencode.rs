//! Uuencode: lines that begin with their length.

use alloc::vec::Vec;

use super::{Found, bytes};

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut decoded: Vec<u8> = Vec::new();
    let (mut span, mut at) = (0..0, 0);
    let mut flush = |decoded: &mut Vec<u8>, span: &core::ops::Range<usize>| {
        if let Some(text) = bytes::text(core::mem::take(decoded)) {
            found.push(Found::shape(span.clone(), &["uuencode"], text));
        }
    };
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_end_matches(['\n', '\r']);
        match decode(content.as_bytes(), decoded.is_empty()) {
            Some(bytes) => {
                if decoded.is_empty() {
                    span.start = start;
                }
                span.end = start + content.len();
                decoded.extend(bytes);
            }
            // the frame around
            None if is_frame(content) => {}
            None => flush(&mut decoded, &span),
        }
    }
    flush(&mut decoded, &span);
    found
}

/// Whether the line that begins at a place is as long as it says, and begins a text.
pub(in crate::reveal) fn begins(text: &str, at: usize) -> bool {
    /// The longest line has a length of 63, which is 84 symbols.
    const MAX_LINE: usize = 86;
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let rest = rest.get(..MAX_LINE.min(rest.len())).unwrap_or_default();
    let end = rest
        .iter()
        .position(|b| matches!(b, b'\n' | b'\r'))
        .unwrap_or(rest.len());
    rest.get(..end)
        .is_some_and(|line| decode(line, true).is_some())
}

fn is_frame(line: &str) -> bool {
    line.starts_with("begin ") || matches!(line, "`" | "end" | " ")
}

/// The bytes of a line, if it is as long as it says. The first one has some, and begins a text.
fn decode(line: &[u8], is_first: bool) -> Option<Vec<u8>> {
    let (&length, symbols) = line.split_first()?;
    let length = usize::from(value(length)?);
    let groups = length.div_ceil(3);
    // blanks at the end are lost on the way
    if length < if is_first { 4 } else { 1 }
        || symbols.len() > groups * 4
        || symbols.len() + 3 < groups * 4
    {
        return None;
    }
    let mut bits = bytes::Bits::default();
    for place in 0..groups * 4 {
        bits.push(
            u32::from(symbols.get(place).map_or(Some(0), |&b| value(b))?),
            6,
        );
    }
    let mut decoded = bits.bytes;
    decoded.truncate(length);
    (!is_first || bytes::may_begin_text(&decoded)).then_some(decoded)
}

const fn value(b: u8) -> Option<u8> {
    match b {
        b' '..=b'`' => Some((b - b' ') & 63),
        _ => None,
    }
}
