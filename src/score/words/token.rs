//! The words of a text, one after the other, with what stands between them.

use core::ops::Range;

use crate::util::work::count;

use super::{
    fold::{Kind, fold},
    lexicon::{self, Concept},
};

/// Letters of a word beyond this are not looked at.
const MAX_LETTERS: usize = 24;

/// The letters of the stem: enough to tell words apart, few enough to leave endings off.
const STEM_LETTERS: usize = 5;

/// The same for Korean, whose syllables are two or three letters, and for Arabic and Hebrew, which write few vowels.
const STEM_SYLLABLES: usize = 2;
const STEM_CONSONANTS: usize = 4;

/// Characters of a dense script that may spell one entry of the lexicon.
const MAX_DENSE: usize = 12;

/// So many marks of punctuation between two words are told apart.
const MAX_MARKS: u8 = 4;

/// One word, or one character of a script without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The hash of the folded word.
    pub word: u32,
    /// The hash of its first letters.
    pub stem: u32,
    /// What stands before it beside spaces, 0 if nothing does.
    pub before: u32,
    /// What it means, if the lexicon has it.
    pub concept: Option<Concept>,
    /// Whether it begins a line or a sentence.
    pub starts: bool,
    /// Whether it is written in capitals only, and more than one.
    pub shouts: bool,
    /// Whether it is of a script without spaces.
    pub dense: bool,
    /// Where it stands, in bytes of the whole.
    pub byte_span: Range<usize>,
}

/// Reads a text in pieces and gives its tokens.
#[derive(Clone, Debug)]
pub struct Reader {
    hashes: [u32; MAX_LETTERS],
    /// The first letters, as they were hashed.
    letters: [char; MAX_BARE],
    len: usize,
    capitals: usize,
    start: usize,
    end: usize,
    number: bool,
    dense: [char; MAX_DENSE],
    dense_len: usize,
    before: u32,
    marks: u8,
    last_mark: char,
    starts: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            hashes: [0; MAX_LETTERS],
            letters: ['\0'; MAX_BARE],
            len: 0,
            capitals: 0,
            start: 0,
            end: 0,
            number: false,
            dense: ['\0'; MAX_DENSE],
            dense_len: 0,
            before: 0,
            marks: 0,
            last_mark: '\0',
            starts: true,
        }
    }
}

impl Reader {
    /// Reads the next piece. `place` says where in the whole these bytes of it stand. Linear; pieces may end anywhere.
    #[inline]
    pub fn read(
        &mut self,
        text: &str,
        mut place: impl FnMut(Range<usize>) -> Range<usize>,
        mut each: impl FnMut(&Token),
    ) {
        for (at, c) in text.char_indices() {
            self.char(c, place(at..at + c.len_utf8()), &mut each);
        }
    }

    /// Reads the next character, which stands there. Constant time.
    #[inline]
    pub fn char(&mut self, c: char, byte_span: Range<usize>, mut each: impl FnMut(&Token)) {
        let Range { start: at, end } = byte_span;
        count(1);
        match fold(c) {
            Kind::Letter(letter) => {
                if self.number {
                    self.close(&mut each);
                }
                self.letter(letter, at, end);
                self.capitals += usize::from(letter != c);
            }
            Kind::Digit => {
                if self.len > 0 && !self.number {
                    self.close(&mut each);
                }
                if self.len == 0 {
                    self.number = true;
                    self.letter('0', at, end);
                }
                self.end = end;
            }
            Kind::Dense(letter) => {
                self.close(&mut each);
                self.dense_letter(letter, at..end, &mut each);
            }
            Kind::Space => self.close(&mut each),
            Kind::Line => {
                self.close(&mut each);
                self.mark('\n');
                self.starts = true;
            }
            // within a word it parts nothing: don't
            Kind::Punctuation('\'') if self.len > 0 => {}
            Kind::Punctuation(mark) => {
                self.close(&mut each);
                self.mark(mark);
                self.starts |= matches!(
                    mark,
                    '.' | '!' | '?' | ':' | '\u{61F}' | '\u{964}' | '\u{6D4}'
                );
            }
            Kind::Unseen => {}
        }
    }

    /// Closes the last word.
    pub fn finish(&mut self, mut each: impl FnMut(&Token)) {
        self.close(&mut each);
    }

    fn letter(&mut self, letter: char, at: usize, end: usize) {
        if self.len == 0 {
            self.start = at;
        }
        self.end = end;
        let last = self
            .len
            .checked_sub(1)
            .and_then(|last| self.hashes.get(last));
        let hash = step(last.copied().unwrap_or(SEED), letter);
        if let Some(slot) = self.hashes.get_mut(self.len) {
            *slot = hash;
            if let Some(slot) = self.letters.get_mut(self.len) {
                *slot = letter;
            }
            self.len += 1;
        }
    }

    fn close(&mut self, each: &mut impl FnMut(&Token)) {
        if self.len == 0 {
            return;
        }
        let hashes = self.hashes.get(..self.len).unwrap_or_default();
        let word = hashes.last().copied().unwrap_or(SEED);
        let letters = self.letters.get(..self.len.min(MAX_BARE));
        let letters = letters.unwrap_or_default();
        let (stem, concept) = match letters.first() {
            Some('\u{AC00}'..='\u{D7A3}') => (hashes.get(STEM_SYLLABLES - 1).copied(), None),
            Some('\u{5D0}'..='\u{64A}' | '\u{671}'..='\u{6D3}') => read_bare(letters),
            _ => (hashes.get(STEM_LETTERS - 1).copied(), None),
        };
        let stem = stem.unwrap_or(word);
        let token = Token {
            word,
            stem,
            before: 0,
            concept: if self.number {
                None
            } else {
                lexicon::word(hashes).or(concept)
            },
            starts: false,
            shouts: self.len > 1 && self.capitals >= self.len,
            dense: false,
            byte_span: self.start..self.end,
        };
        (self.len, self.capitals, self.number, self.dense_len) = (0, 0, false, 0);
        self.emit(token, each);
    }

    fn dense_letter(&mut self, letter: char, span: Range<usize>, each: &mut impl FnMut(&Token)) {
        if self.before != 0 {
            self.dense_len = 0;
        }
        self.dense.rotate_left(1);
        if let Some(last) = self.dense.last_mut() {
            *last = letter;
        }
        self.dense_len = (self.dense_len + 1).min(MAX_DENSE);
        self.end = span.end;
        let read = self.dense.get(MAX_DENSE - self.dense_len..);
        let word = step(SEED, letter);
        let token = Token {
            word,
            stem: word,
            before: 0,
            concept: lexicon::ending(read.unwrap_or_default()),
            starts: false,
            shouts: false,
            dense: true,
            byte_span: span,
        };
        self.emit(token, each);
    }

    fn mark(&mut self, mark: char) {
        if mark == self.last_mark && self.marks > 0 {
            return;
        }
        self.last_mark = mark;
        if self.marks < MAX_MARKS {
            self.marks += 1;
            let before = if self.before == 0 {
                SEED ^ MARK
            } else {
                self.before
            };
            self.before = step(before, mark);
        }
    }

    fn emit(&mut self, mut token: Token, each: &mut impl FnMut(&Token)) {
        token.before = self.before;
        token.starts |= self.starts;
        (self.before, self.marks, self.last_mark, self.starts) = (0, 0, '\0', false);
        each(&token);
    }
}

/// So many letters are looked at behind what is written together with a word.
const MAX_BARE: usize = 10;

/// What is left of a word has so many at least.
const MIN_BARE: usize = 3;

/// The stem of a word without what is written together with it, and what it means, if anything is.
fn read_bare(letters: &[char]) -> (Option<u32>, Option<Concept>) {
    let bare = bare(letters);
    let mut hashes = [SEED; MAX_BARE];
    let mut hash = SEED;
    for (slot, &letter) in hashes.iter_mut().zip(bare) {
        hash = step(hash, letter);
        *slot = hash;
    }
    let hashes = hashes.get(..bare.len()).unwrap_or_default();
    let stem = hashes.get(STEM_CONSONANTS - 1).or(hashes.last()).copied();
    let beginnings = hashes
        .get(MIN_BARE - 1..)
        .filter(|_| bare.len() < letters.len());
    let concept = beginnings.and_then(|all| all.iter().rev().find_map(|&hash| lexicon::stem(hash)));
    (stem, concept)
}

/// A word without the article and the short words that Arabic and Hebrew write together with it.
fn bare(letters: &[char]) -> &[char] {
    let rest = match letters {
        // and, so, by, like, for: then the article
        ['و' | 'ف' | 'ب' | 'ك', 'ا', 'ل', rest @ ..]
        | ['ا' | 'ل', 'ل', rest @ ..]
        | ['و' | 'ה' | 'ו' | 'ב' | 'ל' | 'מ' | 'ש' | 'כ', rest @ ..] => rest,
        rest => rest,
    };
    if rest.len() < MIN_BARE { letters } else { rest }
}

/// Sets marks apart from words.
const MARK: u32 = 0x5BD1_E995;
/// Where hashes of words begin (FNV-1a).
pub(super) const SEED: u32 = 0x811C_9DC5;

/// The hash of one letter more (FNV-1a, by code point instead of byte).
#[inline]
pub(super) const fn step(hash: u32, letter: char) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}
