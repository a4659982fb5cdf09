//! Strings that the caller puts around untrusted text: whoever can write them can end the text.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::folded::{Shape, folded, key};
use crate::{edit::Edit, rule::Rule};

/// What parts a boundary that was found in a text: it is drawn, no normalization form changes it, and it is not taken
/// for any other character.
const MIDDLE_DOT: char = '\u{B7}';

/// How many visible characters a boundary has.
const LENGTHS: core::ops::RangeInclusive<usize> = 4..=256;

/// The boundaries of one caller, as they are compared: folded to ASCII, without case, white space and what is not drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Boundaries(Vec<Vec<char>>);

impl Boundaries {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one; `false` if it is longer or shorter than [`LENGTHS`] says, or more than one line.
    pub(crate) fn add(&mut self, boundary: &str) -> bool {
        let chars: Vec<char> = characters(boundary).map(|(c, _, _)| c).collect();
        let fits = LENGTHS.contains(&chars.len()) && !boundary.contains(['\n', '\r']);
        if fits {
            self.0.push(chars);
        }
        fits
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Proposes to part each boundary, and whatever looks like one, behind its first and before its last character.
    ///
    /// Linear in the text, for each boundary at most its length times.
    pub(crate) fn propose(&self, text: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        if self.is_empty() {
            return edits;
        }
        let mut end = 0;
        for (c, start, _) in characters(text) {
            if start < end {
                continue;
            }
            let mut beginning = self.0.iter().filter(|known| known.first() == Some(&c));
            let found = beginning.find_map(|known| matched(known, text, start));
            if let Some(Match {
                first_end,
                last_start,
                end: match_end,
            }) = found
            {
                let part = |from, to| text.get(from..to).unwrap_or_default();
                let parts = [
                    part(start, first_end),
                    part(first_end, last_start),
                    part(last_start, match_end),
                ];
                edits.push(Edit {
                    byte_span: start..match_end,
                    replacement: Cow::Owned(parted(parts)),
                    rule: Some(Rule::CallerBoundary),
                });
                end = match_end;
            }
        }
        edits
    }
}

fn parted([first, middle, last]: [&str; 3]) -> String {
    let mut out = String::from(first);
    out.push(MIDDLE_DOT);
    out.push_str(middle);
    out.push(MIDDLE_DOT);
    out.push_str(last);
    out
}

/// Where a boundary stands, in bytes: from the end of its first character to the start of its last.
struct Match {
    first_end: usize,
    last_start: usize,
    end: usize,
}

fn matched(known: &[char], text: &str, start: usize) -> Option<Match> {
    let mut wanted = known.iter();
    let mut found: Option<Match> = None;
    for (c, at, end) in characters(text.get(start..)?) {
        let Some(&next) = wanted.next() else { break };
        if c != next {
            return None;
        }
        let first_end = found.as_ref().map_or(start + end, |found| found.first_end);
        found = Some(Match {
            first_end,
            last_start: start + at,
            end: start + end,
        });
        if wanted.as_slice().is_empty() {
            return found;
        }
    }
    None
}

/// The characters that are compared, each with where it starts and ends in the text.
fn characters(text: &str) -> impl Iterator<Item = (char, usize, usize)> {
    let mut at = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let folded = folded(rest)?;
            let start = at;
            at += folded.bytes;
            let c = match folded.shape {
                Shape::Ascii(byte) => char::from(key(byte)),
                Shape::Space | Shape::Nothing => continue,
                Shape::Other => rest.chars().next()?,
            };
            return Some((c, start, at));
        }
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Boundaries;

    fn boundaries() -> Boundaries {
        let mut boundaries = Boundaries::default();
        assert!(boundaries.add("--- END DATA 7f3a ---"));
        boundaries
    }

    #[test]
    fn each_look_alike_is_found() {
        for text in [
            "--- END DATA 7f3a ---",
            "---\u{A0}END\u{A0}DATA\u{A0}7f3a\u{A0}---", // NO-BREAK SPACE
            "---end data 7F3A---",
            "--- E\u{200B}ND DATA 7f3a ---",       // ZERO WIDTH SPACE
            "\u{FF0D}-- \u{FF25}ND DATA 7f3a ---", // FULLWIDTH HYPHEN-MINUS, FULLWIDTH LATIN CAPITAL LETTER E
            "&#45;-- END DATA 7f3a ---",
            "--- \u{415}ND D\u{410}T\u{410} 7f3a ---", // Cyrillic letters
            "\u{2014}-- END DATA 7f3a ---",            // EM DASH
        ] {
            let edits = boundaries().propose(text);
            assert_eq!(edits.len(), 1, "{text}");
            assert_eq!(edits.first().unwrap().byte_span, 0..text.len(), "{text}");
            let replaced = &edits.first().unwrap().replacement;
            assert!(boundaries().propose(replaced).is_empty(), "{replaced}");
        }
    }

    #[test]
    fn other_text_is_none() {
        for text in [
            "--- END DATA ---",
            "end data 7f3a",
            "--- END\nDATA 7f3a ---",
            "",
        ] {
            assert!(boundaries().propose(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn too_short_or_too_long_is_refused() {
        let mut boundaries = Boundaries::default();
        for boundary in [
            "",
            "---",
            "\u{200B}\u{200B}\u{200B}abc",
            "two\nlines",
            &"x".repeat(257),
        ] {
            assert!(!boundaries.add(boundary), "{boundary:?}");
        }
        assert!(boundaries.is_empty());
    }
}
