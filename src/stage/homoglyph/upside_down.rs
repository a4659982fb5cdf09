//! Upside-down writing: letters that look like others when the page is turned, mostly written from the end.
//!
//! Phonetic text, Abkhaz and the languages of Africa have some of these letters, beside others that are none. A run is
//! upside-down only if every letter in it can be, several of its letters stand in no one alphabet, and what it says turned is
//! frequent words.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{Values, address::is_in_address};
use crate::{
    edit::Edit,
    lexicon::{Hash, is_known_hash},
    rule::Rule,
    unicode::{MIN_SORTS, is_turned, sort, turned},
};

/// The fewest turned letters of a run.
const MIN_TURNED: u32 = 4;

/// Of how many letters one at the least is a turned one: of those of a sentence two in three are.
const MAX_LETTERS_FOR_ONE: u32 = 3;

/// What its frequent words must be worth together: as much as one of five letters.
const MIN_WORTH: u32 = 4;

/// For how many letters they must be worth one.
const MAX_LETTERS_FOR_WORTH: u32 = 3;

/// Proposes to write each run that is upside-down as it reads turned. A run ends with its line. Linear.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_be_turned(text) {
        return edits;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if may_be_turned(line)
            && line.chars().filter(|&c| is_turned(c)).count() >= MIN_TURNED as usize
        {
            in_line(text, at..at + line.len(), &mut edits);
        }
        at += line.len();
    }
    edits
}

/// Whether there are two letters of the blocks that most turned ones are of.
fn may_be_turned(text: &str) -> bool {
    let firsts = text.bytes();
    firsts
        .filter(|byte| matches!(byte, 0xC7 | 0xC9 | 0xCA))
        .count()
        > 1
}

fn in_line(text: &str, line: Range<usize>, edits: &mut Vec<Edit>) {
    let mut run = Run::default();
    let mut at = line.start;
    while let Some(c) = text.get(at..line.end).and_then(|rest| rest.chars().next()) {
        if !is_of_word(c) {
            if !is_between(c) {
                edits.extend(run.end(text));
            }
            at += c.len_utf8();
            continue;
        }
        let word = Word::read(text, at..line.end);
        at = word.span.end;
        if word.can_turn {
            // as in `ʇ,uop`
            let between = text.get(run.seen..word.span.start);
            let is_joined = matches!(between, Some("," | "'"));
            run.add(word, is_joined);
        } else {
            edits.extend(run.end(text));
        }
    }
    edits.extend(run.end(text));
}

/// A letter or a digit, or one when turned.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || turned(c).is_some_and(char::is_alphanumeric)
}

/// What stands between the words of a run, turned or as it is.
const fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | '.' | ',' | ';' | '!' | '?' | '-' | '(' | ')' | '\'' | '‘' | '’' | '˙' | '¡' | '¿'
    )
}

/// Whether a letter can be in upside-down writing: one that is another when turned, or the same. Digits and `l` are often left
/// as they are.
fn can_turn(c: char) -> bool {
    matches!(
        c,
        'o' | 's' | 'x' | 'z' | 'l' | 'H' | 'I' | 'N' | 'O' | 'S' | 'X' | 'Z' | '0'..='9'
    ) || turned(c).is_some()
}

/// A row of letters, and what it says in either order.
#[derive(Debug)]
struct Word {
    span: Range<usize>,
    can_turn: bool,
    letters: u32,
    turned: u32,
    /// A bit for each letter of ASCII that a turned one stands for.
    sorts: u32,
    /// What the word is worth as it is, turned from the end, turned in its order.
    worth: [u32; 3],
}

impl Word {
    fn read(text: &str, from: Range<usize>) -> Self {
        let rest = text.get(from.clone()).unwrap_or_default();
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let as_is = |c: char| c;
        let turn = |c: char| turned(c).unwrap_or(c);
        let mut read = Self {
            span: from.start..from.start + end,
            can_turn: word.chars().all(can_turn),
            letters: 0,
            turned: 0,
            sorts: 0,
            worth: [0; 3],
        };
        if !read.can_turn {
            return read;
        }
        for c in word.chars() {
            read.letters += 1;
            read.turned += u32::from(is_turned(c));
            if is_turned(c) {
                read.sorts |= sort(c);
            }
        }
        read.worth = [
            worth(word.chars().map(as_is)),
            worth(word.chars().rev().map(turn)),
            worth(word.chars().map(turn)),
        ];
        read
    }

    /// Whether the word may begin or end a run: it has a turned letter, or is a frequent word only when turned.
    const fn tells(&self) -> bool {
        let [as_is, back, forth] = self.worth;
        self.turned > 0 || as_is == 0 && back + forth > 0
    }
}

/// How many letters a frequent word has but for the first: short words are frequent ones by chance. Nought for another.
fn worth(letters: impl Iterator<Item = char>) -> u32 {
    let (mut hash, mut count) = (Hash::new(), 0);
    for c in letters {
        hash = hash.with_char(c);
        count += 1;
    }
    match is_known_hash(hash) {
        true => u32::saturating_sub(count, 1),
        false => 0,
    }
}

/// Words one after the other that can all be turned.
#[derive(Debug, Default)]
struct Run {
    /// From the first word that tells to the last.
    span: Range<usize>,
    /// Where its last word ends.
    seen: usize,
    letters: u32,
    turned: u32,
    sorts: u32,
    worth: [u32; 3],
    /// The same of the words behind the last one that tells.
    behind: [u32; 4],
}

impl Run {
    fn add(&mut self, word: Word, is_joined: bool) {
        let tells = word.tells() || is_joined;
        if self.letters == 0 {
            if !tells {
                return;
            }
            self.span.start = word.span.start;
        }
        self.seen = word.span.end;
        let [as_is, back, forth] = word.worth;
        let counts = [word.letters, as_is, back, forth];
        for (behind, count) in self.behind.iter_mut().zip(counts) {
            *behind = behind.saturating_add(count);
        }
        self.turned += word.turned;
        self.sorts |= word.sorts;
        if tells {
            self.span.end = word.span.end;
            let [letters, worth @ ..] = core::mem::take(&mut self.behind);
            self.letters += letters;
            for (sum, worth) in self.worth.iter_mut().zip(worth) {
                *sum += worth;
            }
        }
    }

    /// Ends the run: what it reads as, if it is upside-down.
    fn end(&mut self, text: &str) -> Option<Edit> {
        let run = core::mem::take(self);
        let [as_is, back, forth] = run.worth;
        let known = back.max(forth);
        let is_turned = run.turned >= MIN_TURNED
            && run.sorts.count_ones() >= MIN_SORTS
            && run.turned * MAX_LETTERS_FOR_ONE >= run.letters
            && known >= MIN_WORTH
            && known > as_is
            && known * MAX_LETTERS_FOR_WORTH >= run.letters;
        if !is_turned {
            return None;
        }
        let mut span = run.span;
        let is_back = back >= forth;
        if is_back {
            span.start -= closing(text.get(..span.start)?, text.get(span.end..)?);
        } else if text.get(span.end..)?.starts_with('˙') {
            span.end += '˙'.len_utf8();
        }
        let mut replacement = read(text.get(span.clone())?);
        if is_back {
            replacement = replacement.chars().rev().collect();
        }
        Some(Edit {
            rule: Some(if is_in_address(text, span.clone()) {
                Rule::ConfusableHost
            } else {
                Rule::StyledLetters
            }),
            byte_span: span,
            replacement: Cow::Owned(replacement),
        })
    }
}

/// The length of the marks that close a run written from the end: they stand before it, behind no letter. Spanish marks belong to
/// one behind it, if it is there.
fn closing(before: &str, behind: &str) -> usize {
    let rest = before.trim_end_matches(['˙', '.', '!', '?', '¡', '¿']);
    let is_of_other = rest.ends_with(char::is_alphanumeric) || behind.starts_with(['!', '?']);
    match is_of_other {
        true => 0,
        false => before.len() - rest.len(),
    }
}

/// What stands there turned, in its order. An apostrophe and a comma are each other's, as in `ʇ,uop`.
fn read(run: &str) -> String {
    let mut read = String::with_capacity(run.len());
    let mut before = ' ';
    let mut rest = run.chars();
    while let Some(c) = rest.next() {
        let behind = rest.clone().next().unwrap_or(' ');
        read.push(match c {
            ',' | '\'' if is_of_word(before) && is_of_word(behind) => '\'',
            _ => turned(c).unwrap_or(c),
        });
        before = c;
    }
    read
}
