//! The words of a text, and how much each of them looks like one.

use core::ops::Range;

use alloc::vec::Vec;

use crate::{
    lexicon::{is_known, word_bits},
    unicode::{Class, Script, class, is_letter, is_mark, script},
};

/// A word longer than this is a name of the machine's, or several.
const MAX_LETTERS: usize = 24;

/// What a word costs that no writer writes: letters of two scripts, a capital inside, three letters alike in a row.
const ODD: f32 = -6.0;

/// A run of letters, with the apostrophes between them.
#[derive(Clone, Debug)]
pub(in crate::reveal) struct Word<'t> {
    pub(in crate::reveal) text: &'t str,
    pub(in crate::reveal) start: usize,
}

/// How much a word looks like one, in bits: above nought if rather than letters drawn at random.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::reveal) struct Worth {
    /// By its letters alone.
    pub(in crate::reveal) shape: f32,
    /// More, if it is among the frequent words.
    pub(in crate::reveal) known: f32,
    pub(in crate::reveal) letters: usize,
}

impl Worth {
    pub(in crate::reveal) fn bits(self) -> f32 {
        self.shape + self.known
    }
}

impl<'t> Word<'t> {
    pub(in crate::reveal) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(in crate::reveal) fn worth(&self) -> Worth {
        worth(self.text)
    }
}

/// The words of a text in order. Linear.
pub(in crate::reveal) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    core::iter::from_fn(move || {
        let start = loop {
            match letter_at(text, at)? {
                (_, true) => break at,
                (length, false) => at += length,
            }
        };
        while let Some((length, is_letter)) = letter_at(text, at) {
            let inside = is_letter
                || is_apostrophe(text, at)
                    && letter_at(text, at + length).is_some_and(|(_, is_letter)| is_letter);
            if !inside {
                break;
            }
            at += length;
        }
        Some(Word {
            text: text.get(start..at)?,
            start,
        })
    })
}

/// How long the character at a place is, and whether it belongs to a word.
#[inline]
fn letter_at(text: &str, at: usize) -> Option<(usize, bool)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some((1, byte.is_ascii_alphabetic()));
    }
    let c = text.get(at..)?.chars().next()?;
    Some((c.len_utf8(), is_of_word(c)))
}

fn is_apostrophe(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|rest| rest.starts_with(['\'', '\u{2019}']))
}

/// Whether a character beyond ASCII belongs to a word wherever it stands.
fn is_of_word(c: char) -> bool {
    is_letter(c) || is_mark(c) || class(c) == Class::Joiner
}

/// See [`Worth`].
pub(in crate::reveal) fn worth(word: &str) -> Worth {
    let mut letters = 0;
    let (mut latin, mut other, mut previous, mut alike) = (false, None, ' ', 0);
    let mut odd = 0.0;
    for c in word.chars() {
        alike = if c == previous { alike + 1 } else { 0 };
        if alike == 2 {
            odd = ODD;
        }
        if c.is_ascii() || script(c) == Script::Latin {
            latin |= c.is_alphabetic();
            if c.is_ascii_uppercase() && previous.is_ascii_lowercase() {
                odd = ODD;
            }
            letters += 1;
        } else if is_letter(c) {
            let family = family(c);
            if *other.get_or_insert(family) != family {
                odd = ODD;
            }
            letters += 1;
        } else if is_mark(c) {
            // vowel signs are as much of a word as letters
            letters += 1;
        }
        previous = c;
    }
    if latin && other.is_some() {
        odd = ODD;
    }
    let shape = match other {
        _ if odd < 0.0 => odd,
        None if letters > MAX_LETTERS => ODD,
        None => word_bits(word),
        // a word is short; a run without spaces may be a sentence
        Some(Family::Ideographic | Family::Unspaced) => letters.min(MAX_LETTERS * 2) as f32,
        Some(_) => letters.min(8) as f32,
    };
    let known = if odd < 0.0 { 0.0 } else { known(word, letters) };
    Worth {
        shape,
        known,
        letters,
    }
}

/// What it says that a word is among the frequent ones: the fewer words of its length there can be, the less.
fn known(word: &str, letters: usize) -> f32 {
    let worth = match letters {
        0 | 1 => return 0.0,
        2 => 1.0,
        3 => 5.0,
        4 => 8.0,
        _ => 11.0,
    };
    if is_known(word) { worth } else { 0.0 }
}

/// Scripts that one word may be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// Han, the kanas, Hangul, Bopomofo.
    Ideographic,
    /// Scripts that leave no space between words.
    Unspaced,
    Of(Script),
}

fn family(c: char) -> Family {
    match script(c) {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Family::Ideographic
        }
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan => {
            Family::Unspaced
        }
        // what belongs to many scripts goes with what stands before: here it counts as a script of its own
        script => Family::Of(script),
    }
}

/// The stretches of words that do not look like words, or are not known, by what `strange` says of each in bits.
///
/// Only they can be something else: in a text of plain words there are few, and short ones.
pub(in crate::reveal) fn strange_stretches(
    worths: &[Worth],
    strange: fn(&Worth) -> f32,
) -> Vec<Range<usize>> {
    /// What must come together.
    const LEAST: f32 = 7.0;
    /// How many words beside them may belong to them.
    const BESIDE: usize = 8;
    let gains: Vec<f32> = worths.iter().map(strange).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for stretch in stretches(&gains, LEAST) {
        let start = stretch.start.saturating_sub(BESIDE);
        let end = (stretch.end + BESIDE).min(worths.len());
        match found.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

/// The stretches in which the sum of gains rises to `least` at the least, before it falls by as much from where it was highest.
pub(in crate::reveal) fn stretches(gains: &[f32], least: f32) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut sum) = (0, 0.0_f32);
    let (mut best, mut end) = (0.0_f32, 0);
    for (at, &gain) in gains.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
            (best, end) = (0.0, at);
        }
        sum += gain;
        if sum > best {
            (best, end) = (sum, at + 1);
        }
        if sum <= 0.0 || best - sum >= least {
            if best >= least {
                found.push(start..end);
            }
            (sum, best) = (0.0, 0.0);
        }
    }
    if best >= least {
        found.push(start..end);
    }
    found
}
