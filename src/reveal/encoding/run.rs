//! Runs of characters of one alphabet.

use core::ops::Range;

use alloc::vec::Vec;

/// The longest runs of bytes of an alphabet, of at least so many. Linear.
pub(super) fn runs(text: &str, least: usize, is_in: fn(u8) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        if bytes.get(at).is_some_and(|&b| is_in(b)) {
            continue;
        }
        if at - start >= least {
            found.push(start..at);
        }
        start = at + 1;
    }
    found
}

/// As [`runs`], where runs that fill lines, broken at the same width as encoders break them, count as one.
pub(super) fn wrapped_runs(text: &str, least: usize, is_in: fn(u8) -> bool) -> Vec<Range<usize>> {
    /// Encoders break lines at 60, 64 or 76; the last line is shorter.
    const MIN_LINE: usize = 32;
    let mut found: Vec<Range<usize>> = Vec::new();
    // the length of the last line of the last run
    let mut width = 0;
    for run in runs(text, 1, is_in) {
        if let Some(last) = found.last_mut()
            && width >= MIN_LINE
            && run.len() <= width
            && is_line_break(text.get(last.end..run.start).unwrap_or_default())
        {
            last.end = run.end;
            // a shorter line is the last
            width = if run.len() == width { width } else { 0 };
            continue;
        }
        // a short run cannot grow: only a line may
        if run.len() >= least {
            width = run.len();
            found.push(run);
        } else {
            width = 0;
        }
    }
    found
}

/// A line feed, and the indentation of the next line or what quotes it.
fn is_line_break(between: &str) -> bool {
    let rest = between.strip_prefix('\r').unwrap_or(between);
    rest.strip_prefix('\n').is_some_and(|rest| {
        rest.len() <= 16
            && rest
                .bytes()
                .all(|b| matches!(b, b' ' | b'\t' | b'>' | b'#' | b'*'))
    })
}

/// The symbols of a run, without the line breaks in it.
pub(super) fn symbols(text: &str, run: &Range<usize>, is_in: fn(u8) -> bool) -> Vec<u8> {
    let run = text.get(run.clone()).unwrap_or_default();
    run.bytes().filter(|&b| is_in(b)).collect()
}

/// The same, ended by as many of these as are there, such as the padding of base64.
pub(super) fn with_padding(
    text: &str,
    run: Range<usize>,
    padding: u8,
    most: usize,
) -> Range<usize> {
    let behind = text.as_bytes().get(run.end..).unwrap_or_default();
    let count = behind
        .iter()
        .take(most)
        .take_while(|&&b| b == padding)
        .count();
    run.start..run.end + count
}
