//! Words that mix Latin, Greek and Cyrillic letters which look alike (UTS #39, 5.4 and intentional.txt).
//!
//! A word is touched only if every letter that is not of its main alphabet is the twin of one that is. `TGFβ`, `kΩ` and
//! `SMSка` mix alphabets too, but nobody takes their letters for others.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::ops::Range;

use super::Values;
use crate::{
    edit::Edit,
    rule::Rule,
    unicode::{Alphabet, alphabet, is_mark, is_number, twin},
};

/// Proposes to write each spoofed word in its main alphabet. A host name or an address is only named, never rewritten.
///
/// Linear; allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_mix(text.as_bytes()) {
        return edits;
    }
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        if word.take(at, c) {
            continue;
        }
        word.close(text, at, &mut edits);
    }
    word.close(text, text.len(), &mut edits);
    edits
}

/// Whether letters of two of the alphabets occur at all, by the first bytes of their blocks. The loop has no branch, so
/// that the compiler turns it into vector instructions.
fn may_mix(bytes: &[u8]) -> bool {
    let (mut latin, mut greek, mut cyrillic) = (false, false, false);
    for &byte in bytes {
        // U+1E00 to U+1FFF, Latin Extended Additional and Greek Extended, have one first byte
        latin |= ((byte | 0x20).wrapping_sub(b'a') < 26)
            | (byte.wrapping_sub(0xC3) < 8)
            | (byte == 0xE1);
        greek |= (byte.wrapping_sub(0xCD) < 3) | (byte == 0xE1);
        cyrillic |= byte.wrapping_sub(0xD0) < 5;
    }
    latin && (greek || cyrillic) || greek && cyrillic
}

/// The word being read: where it began, and how many letters of each alphabet it has.
#[derive(Debug, Default)]
struct Word {
    start: usize,
    letters: [u32; Alphabet::ALL.len()],
    open: bool,
}

impl Word {
    /// Whether the character goes on with the word, or begins one.
    fn take(&mut self, at: usize, c: char) -> bool {
        let found = alphabet(c);
        if let Some(letters) = found.and_then(|found| self.letters.get_mut(found as usize)) {
            *letters += 1;
            if !self.open {
                (self.start, self.open) = (at, true);
            }
            return true;
        }
        self.open && (c.is_ascii_digit() || !c.is_ascii() && (is_mark(c) || is_number(c)))
    }

    /// Looks at the word that ends here, and forgets it.
    fn close(&mut self, text: &str, end: usize, edits: &mut Vec<Edit>) {
        if !self.open {
            return;
        }
        let word = core::mem::take(self);
        if word.letters.iter().filter(|&&n| n > 0).count() > 1
            && let Some(edit) = word.restored(text, end)
        {
            edits.push(edit);
        }
    }

    /// The edit that writes the word in its main alphabet, if every other letter has a twin there.
    fn restored(&self, text: &str, end: usize) -> Option<Edit> {
        let word = text.get(self.start..end)?;
        // on a tie the first alphabet wins, which is Latin
        let main = Alphabet::ALL
            .into_iter()
            .rev()
            .max_by_key(|&a| self.letters.get(a as usize))?;
        let is_foreign = |c: char| alphabet(c).is_some_and(|a| a != main);
        if is_habit(word, main, is_foreign) {
            return None;
        }
        let first = word.find(is_foreign)?;
        let last = word.char_indices().rfind(|&(_, c)| is_foreign(c))?;
        let span = self.start + first..self.start + last.0 + last.1.len_utf8();
        let mut replacement = String::new();
        for c in text.get(span.clone())?.chars() {
            replacement.push(if is_foreign(c) { twin(c, main)? } else { c });
        }
        let rule = if is_in_address(text, self.start..end) {
            Rule::ConfusableHost
        } else {
            Rule::MixedScript
        };
        Some(Edit {
            byte_span: span,
            replacement: Cow::Owned(replacement),
            rule: Some(rule),
        })
    }
}

/// Whether the foreign letters are those that people really type: a Latin `i` or `h` where a keyboard lacks the Ukrainian
/// or Tatar letter, and a Cyrillic vowel at the end of a Latin word, which Russian inflects that way.
fn is_habit(word: &str, main: Alphabet, is_foreign: impl Fn(char) -> bool) -> bool {
    let mut foreign = word.chars().filter(|&c| is_foreign(c));
    match main {
        Alphabet::Cyrillic => foreign.all(|c| matches!(c, 'i' | 'I' | 'h' | 'H')),
        Alphabet::Latin => {
            let ending = word.chars().next_back();
            foreign.count() == 1 && ending.is_some_and(|c| matches!(c, 'а' | 'е' | 'о' | 'у'))
        }
        Alphabet::Greek => false,
    }
}

/// How far the rest of an address is looked for, to each side, in characters.
const MAX_ADDRESS: usize = 256;

/// Whether the word is part of a URL, a host name or an e-mail address: of a run without white space that has `://` or
/// `@` in it, or a dot with a letter on both sides.
fn is_in_address(text: &str, word: Range<usize>) -> bool {
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
