//! Where text is parted so that each part can be cleaned on its own.
//!
//! No stage looks across a line feed, so that a text may be parted behind any of them, and clean and findings stay the
//! same. Only a line that is longer than a block has to be cut, at a place that depends on nothing but the line's own bytes
//! up to there: a text that arrives in chunks is cut where the whole is.

use crate::unicode::{Class, class, is_inert, is_letter, is_mark, is_number};

/// How long a block is at most, in bytes: as much of a text as is looked at together.
pub(crate) const MAX_BLOCK_BYTES: usize = 64 << 10;

/// How far before the end of a full block a place to cut is looked for, in bytes.
const WINDOW: usize = 1 << 10;

/// Where the first block of `text` ends, if that can be told from what there is of it: behind the last line feed that
/// fits in, or where a line must be cut. The first `searched` bytes hold no line feed.
pub(crate) fn end(text: &str, searched: usize) -> Option<usize> {
    let fits = text.floor_char_boundary(MAX_BLOCK_BYTES);
    let unsearched = text.get(searched..fits).unwrap_or_default();
    match unsearched.rfind('\n') {
        Some(at) => Some(searched + at + 1),
        None => (fits < text.len()).then(|| cut(text.get(..fits).unwrap_or_default())),
    }
}

/// The blocks of a text, one after the other, each with its offset. A text whose lines all fit into blocks is one block:
/// parting it would change nothing.
pub(crate) fn blocks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let whole = !has_long_line(text);
    let mut at = 0;
    core::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let len = if whole { None } else { end(rest, 0) };
        let block = rest.get(..len.unwrap_or(rest.len()))?;
        let offset = at;
        at += block.len();
        Some((offset, block))
    })
}

/// Whether a line must be cut. Looks only at the end of each block.
fn has_long_line(text: &str) -> bool {
    let mut rest = text;
    while rest.len() > MAX_BLOCK_BYTES {
        let fits = rest.floor_char_boundary(MAX_BLOCK_BYTES);
        let Some(at) = rest.get(..fits).and_then(|block| block.rfind('\n')) else {
            return true;
        };
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    false
}

/// Where to cut a line that fills a block: at the last place at which as little as possible hangs together.
fn cut(full: &str) -> usize {
    let start = full.ceil_char_boundary(full.len().saturating_sub(WINDOW));
    let window = full.get(start..).unwrap_or_default();
    let found = last_boundary(window, |before, after| before == ' ' && is_word(after))
        .or_else(|| last_boundary(window, |before, after| is_plain(before) && is_plain(after)))
        .or_else(|| last_boundary(window, |_, after| is_plain(after)));
    match found {
        Some(at) => start + at,
        // a carriage return stays with the line feed that may follow
        None => full.strip_suffix('\r').unwrap_or(full).len(),
    }
}

/// The last place between two characters of which this holds.
fn last_boundary(window: &str, holds: impl Fn(char, char) -> bool) -> Option<usize> {
    let mut chars = window.char_indices().rev();
    let (mut at, mut after) = chars.next()?;
    for (before_at, before) in chars {
        if holds(before, after) {
            return Some(at);
        }
        (at, after) = (before_at, before);
    }
    None
}

fn is_word(c: char) -> bool {
    is_plain(c) && (is_letter(c) || is_number(c))
}

/// Whether a character is drawn, and neither takes part in what stands beside it nor changes when normalized.
fn is_plain(c: char) -> bool {
    class(c) == Class::Ordinary && is_inert(c) && !is_mark(c) && !composes_once_folded(c)
}

/// Whether NFKC makes of the character one that composes with what stands before: vowels and trailing consonants among
/// the compatibility and halfwidth Hangul letters, and the halfwidth voicing marks.
const fn composes_once_folded(c: char) -> bool {
    matches!(c,
        '\u{3133}' | '\u{3135}'..='\u{3136}' | '\u{313A}'..='\u{313F}' | '\u{314F}'..='\u{3163}'
        | '\u{FF9E}'..='\u{FF9F}' | '\u{FFA3}' | '\u{FFA5}'..='\u{FFA6}' | '\u{FFAA}'..='\u{FFAF}' | '\u{FFC2}'..='\u{FFDC}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::{MAX_BLOCK_BYTES, WINDOW, blocks, end};

    #[test]
    fn short_lines_are_one_block_however_many() {
        let text = "a line\n".repeat(MAX_BLOCK_BYTES);
        assert_eq!(blocks(&text).collect::<Vec<_>>(), [(0, &*text)]);
        assert_eq!(end("no end yet", 0), None);
        assert_eq!(end("one\ntwo\nthr", 0), Some(8));
    }

    #[test]
    fn a_long_line_is_cut_at_a_quiet_place() {
        let parts = [
            ("a word ", "before a word"),
            ("шум шум", "between letters of any script"),
            ("\u{4E00}", "between ideographs"),
            ("\u{1100}\u{1161}\u{11A8}", "before a syllable"),
            ("\u{301}", "anywhere, if there is no better place"),
        ];
        for (part, why) in parts {
            let text = part.repeat(3 * MAX_BLOCK_BYTES / part.len());
            let ends: Vec<&str> = blocks(&text).map(|(_, block)| block).collect();
            assert_eq!(ends.concat(), text);
            assert!(ends.len() > 2, "{why}");
            for block in &ends[..ends.len() - 1] {
                let room = MAX_BLOCK_BYTES - block.len();
                assert!(room <= WINDOW, "{why}: {room}");
            }
        }
        let words = "a word ".repeat(MAX_BLOCK_BYTES);
        let (_, first) = blocks(&words).next().unwrap();
        assert!(first.ends_with(' '));
    }

    #[test]
    fn what_composes_is_not_parted() {
        for part in [
            "\u{1100}\u{1161}\u{11A8}",
            "\u{FF76}\u{FF9E}",
            "\u{FFA1}\u{FFC2}",
            "e\u{301}",
        ] {
            let text = part.repeat(3 * MAX_BLOCK_BYTES / part.len());
            for (_, block) in blocks(&text) {
                assert!(
                    text.starts_with(block),
                    "{}",
                    block
                        .escape_unicode()
                        .take(60)
                        .collect::<alloc::string::String>()
                );
            }
        }
    }

    #[test]
    fn a_carriage_return_stays_with_its_line_feed() {
        let text = format!("{}\r\nb", "\u{301}".repeat(MAX_BLOCK_BYTES / 2 - 1) + "\t");
        let first = blocks(&text).next().unwrap().1;
        assert_eq!(first.len(), MAX_BLOCK_BYTES - 1);
        assert!(text[first.len()..].starts_with("\r\n"));
    }
}
