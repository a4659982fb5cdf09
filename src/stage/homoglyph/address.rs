//! Whether a word is part of an address.

use core::ops::Range;

use crate::unicode::alphabet;

/// How far the rest of an address is looked for, to each side, in characters.
const MAX_ADDRESS: usize = 256;

/// Whether the word is part of a URL, a host name or an e-mail address: of a run without white space that has `://` or
/// `@` in it, or a dot with a letter on both sides.
pub(super) fn is_in_address(text: &str, word: Range<usize>) -> bool {
    let (before, after) = (
        text.get(..word.start).unwrap_or_default(),
        text.get(word.end..).unwrap_or_default(),
    );
    let is_inside =
        |c: &char| !c.is_whitespace() && !matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | ',');
    let left = before
        .chars()
        .rev()
        .take(MAX_ADDRESS)
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum::<usize>();
    let right = after
        .chars()
        .take(MAX_ADDRESS)
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum::<usize>();
    let run = text
        .get(word.start - left..word.end + right)
        .unwrap_or_default();
    let dotted = |(at, _): (usize, &str)| {
        let letter =
            |c: Option<char>| c.is_some_and(|c| alphabet(c).is_some() || c.is_ascii_digit());
        letter(run.get(..at).and_then(|s| s.chars().next_back()))
            && run
                .get(at + 1..)
                .and_then(|s| s.chars().next())
                .is_some_and(|c| alphabet(c).is_some())
    };
    run.contains("://") || run.contains('@') || run.match_indices('.').any(dotted)
}
