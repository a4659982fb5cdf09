//! The first look at a text: which encodings could be in it at all.
//!
//! Most text is prose, whose words are frequent ones or look like words: it is read once, and nothing else happens.

use core::ops::Range;

use super::{
    encoding::nato_letter,
    language::{Hash, is_known_hash, word_bits, words},
};

/// Kinds of things to see, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u32);

/// How many kinds there are.
const KINDS_OF_HINTS: usize = 18;

/// What was seen, and from where to where.
#[derive(Clone, Debug, Default)]
pub(super) struct Sight {
    hints: Hints,
    spans: [Range<usize>; KINDS_OF_HINTS],
}

impl Sight {
    pub(super) const fn is_empty(&self) -> bool {
        self.hints.is_empty()
    }

    /// From the first to the last place where one of these was seen.
    pub(super) fn span(&self, hints: Hints) -> Option<Range<usize>> {
        let spans = self
            .spans
            .iter()
            .enumerate()
            .filter(|(at, _)| self.hints.0 & hints.0 & 1 << at != 0);
        spans
            .map(|(_, span)| span.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    }

    fn add(&mut self, hint: Hints, when: bool, place: &Range<usize>) {
        if !when {
            return;
        }
        let is_new = !self.hints.meets(hint);
        self.hints.0 |= hint.0;
        if let Some(span) = self.spans.get_mut(hint.0.trailing_zeros() as usize) {
            *span = if is_new {
                place.clone()
            } else {
                span.start.min(place.start)..span.end.max(place.end)
            };
        }
    }
}

impl Hints {
    /// Long tokens of digits, capitals or marks.
    pub(super) const BLOB: Self = Self(1);
    pub(super) const PERCENT: Self = Self(1 << 1);
    pub(super) const AMPERSAND: Self = Self(1 << 2);
    pub(super) const BACKSLASH: Self = Self(1 << 3);
    pub(super) const EQUALS: Self = Self(1 << 4);
    /// Short tokens in a row.
    pub(super) const LIST: Self = Self(1 << 5);
    /// Letters and marks by turns.
    pub(super) const SPACED: Self = Self(1 << 6);
    /// Letters that make no words that are known or look like words.
    pub(super) const UNKNOWN: Self = Self(1 << 7);
    /// The same in scripts other than Latin.
    pub(super) const FOREIGN: Self = Self(1 << 8);
    /// Digits inside words.
    pub(super) const LEET: Self = Self(1 << 9);
    /// Tokens without small letters, with marks inside.
    pub(super) const SYMBOLS: Self = Self(1 << 10);
    /// Quoted pieces, one close behind the other.
    pub(super) const JOINED: Self = Self(1 << 11);
    pub(super) const PUNYCODE: Self = Self(1 << 12);
    pub(super) const BRAILLE: Self = Self(1 << 13);
    /// Letters that look turned upside down.
    pub(super) const TURNED: Self = Self(1 << 14);
    /// As many lines as a message needs letters.
    pub(super) const LINES: Self = Self(1 << 15);
    /// It begins as a sentence ends, and ends as one begins.
    pub(super) const BACKWARDS: Self = Self(1 << 16);

    /// Long tokens with marks inside.
    pub(super) const DENSE: Self = Self(1 << 17);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

const BLANK: u16 = 1;
const LOWER: u16 = 1 << 1;
const UPPER: u16 = 1 << 2;
const DIGIT: u16 = 1 << 3;
const QUOTE: u16 = 1 << 4;
const HIGH: u16 = 1 << 5;
const PERCENT: u16 = 1 << 6;
const AMPERSAND: u16 = 1 << 7;
const BACKSLASH: u16 = 1 << 8;
const EQUALS: u16 = 1 << 9;
/// Marks that stand at the ends of words in prose, and hardly inside.
const MARK: u16 = 1 << 10;
/// Signs that leetspeak has for letters.
const SIGN: u16 = 1 << 11;

static KINDS: [u16; 256] = kinds();

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn kinds() -> [u16; 256] {
    let mut kinds = [0; 256];
    let mut b = 0;
    while b < 256 {
        kinds[b] = match b as u8 {
            b'\n' | b'\r' | b'\t' | b' ' => BLANK,
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'"' | b'\'' | b'`' => QUOTE,
            b'%' => PERCENT | MARK,
            b'&' => AMPERSAND | MARK,
            b'\\' => BACKSLASH | MARK,
            b'=' => EQUALS | MARK,
            b'@' | b'$' | b'|' | b'+' => SIGN | MARK,
            0x80..=0xFF => HIGH,
            _ => MARK,
        };
        b += 1;
    }
    kinds
}

#[allow(clippy::indexing_slicing)] // a table of 256 is indexed by a byte
fn kind(byte: u8) -> u16 {
    KINDS[usize::from(byte)]
}

/// So many letters in a row that no known word parts are looked at more closely.
const MIN_UNKNOWN: usize = 12;

/// And so many at the latest.
const MAX_UNKNOWN: usize = 96;

/// A token of so many bytes may be a number written with many digits.
const MIN_BLOB: usize = 10;

/// So many short tokens in a row are a list.
const MIN_LIST: usize = 5;

/// Reads a text once. Linear; a few nanoseconds a byte where it is not prose.
pub(super) fn look(text: &str) -> Sight {
    let mut hints = Sight::default();
    let mut seen = Seen::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let (mut kinds, mut hash, mut letters, mut marks) = (0, Hash::new(), 0_usize, 0_usize);
        let mut uppers = 0_usize;
        while let Some(&byte) = bytes.get(at) {
            let kind = kind(byte);
            if kind & BLANK != 0 {
                break;
            }
            kinds |= kind;
            if kind & (LOWER | UPPER) != 0 {
                hash = hash.with(byte | 0x20);
                letters += 1;
                uppers += usize::from(kind & UPPER != 0);
            } else if kind & HIGH != 0 {
                hash = hash.with(byte);
            } else {
                marks += usize::from(kind & MARK != 0);
            }
            at += 1;
        }
        let len = at - start;
        if len == 0 {
            seen.lines += usize::from(bytes.get(at) == Some(&b'\n'));
            at += 1;
            continue;
        }
        seen.tokens += 1;
        if kinds & HIGH != 0 {
            seen.foreign(text, start..at, hash, &mut hints);
        } else if kinds & !(LOWER | UPPER | MARK | QUOTE) == 0 && letters > 0 {
            let is_known = letters > 2 && is_known_hash(hash);
            seen.word(text, start, letters, is_known, &mut hints);
        }
        if kinds & !(LOWER | UPPER) == 0 && len < 24 && uppers < 2 {
            // a word: one or two letters are an item of a list
            seen.items = if len <= 2 { seen.items + 1 } else { 0 };
        } else {
            let token = bytes.get(start..at).unwrap_or_default();
            seen.odd(token, &(start..at), kinds, letters, marks, &mut hints);
        }
        hints.add(Hints::LIST, seen.items >= MIN_LIST, &(start..at));
    }
    seen.close(text, at, &mut hints);
    hints.add(
        Hints::LINES,
        seen.lines >= 7 && has_varied_initials(text),
        &(0..text.len()),
    );
    hints.add(Hints::BACKWARDS, is_backwards(text), &(0..text.len()));
    hints
}

/// What goes on from one token to the next.
#[derive(Debug, Default)]
struct Seen {
    /// Where the letters begin that no known word parts, and how many there are.
    from: usize,
    unknown: usize,
    foreign: usize,
    items: usize,
    lines: usize,
    escapes: [usize; 4],
    leet: Near,
    symbols: Near,
    tokens: usize,
    turned: usize,
    quotes: Near,
}

/// Tokens of one kind that stand beside each other, or nearly.
#[derive(Debug, Default)]
struct Near {
    last: usize,
    run: usize,
}

impl Near {
    fn count(&mut self, token: usize) {
        self.run = if token - self.last <= 3 {
            self.run + 1
        } else {
            1
        };
        self.last = token;
    }
}

impl Seen {
    fn word(
        &mut self,
        text: &str,
        start: usize,
        letters: usize,
        is_known: bool,
        hints: &mut Sight,
    ) {
        if is_known || self.unknown > MAX_UNKNOWN {
            self.close(text, start, hints);
        }
        if !is_known {
            if self.unknown == 0 {
                self.from = start;
            }
            self.unknown += letters;
        }
    }

    /// Looks at the letters since the last known word.
    fn close(&mut self, text: &str, end: usize, hints: &mut Sight) {
        let (unknown, foreign) = (
            core::mem::take(&mut self.unknown),
            core::mem::take(&mut self.foreign),
        );
        let place = self.from..end;
        let stretch = text.get(place.clone()).unwrap_or_default();
        hints.add(
            Hints::UNKNOWN,
            unknown >= MIN_UNKNOWN && is_suspicious(stretch),
            &place,
        );
        hints.add(
            Hints::FOREIGN,
            foreign >= MIN_UNKNOWN && is_known_backwards(stretch),
            &place,
        );
    }

    /// A token with bytes beyond ASCII.
    fn foreign(&mut self, text: &str, span: Range<usize>, hash: Hash, hints: &mut Sight) {
        let items = core::mem::take(&mut self.items);
        let token = text.get(span.clone()).unwrap_or_default();
        let bytes = token.as_bytes();
        let place = &span;
        match bytes.iter().find(|&&b| b >= 0x80) {
            // Latin letters with marks on them
            Some(0xC3..=0xC6) => {
                let letters = token.chars().filter(|c| c.is_alphabetic()).count();
                self.word(
                    text,
                    span.start,
                    letters,
                    letters > 2 && is_known_hash(hash),
                    hints,
                );
            }
            // Greek, Cyrillic, Hebrew, Arabic, and Devanagari among others
            Some(0xCE..=0xDB | 0xE0) => {
                if token.chars().count() <= 2 {
                    self.items = items + 1;
                }
                if is_known_hash(hash) || self.foreign > MAX_UNKNOWN {
                    self.close(text, span.start, hints);
                } else {
                    if self.foreign == 0 && self.unknown == 0 {
                        self.from = span.start;
                    }
                    self.foreign += token.len() / 2;
                }
            }
            Some(0xC9..=0xCA | 0xE1) => {
                self.turned += usize::from(
                    bytes
                        .windows(2)
                        .any(|two| matches!(two, [0xC9..=0xCA, _] | [0xE1, 0xB4])),
                );
                hints.add(Hints::TURNED, self.turned >= 3, place);
            }
            Some(0xE2) => {
                let is_cell = |two: &[u8]| matches!(two, [0xE2, 0xA0]);
                hints.add(Hints::BRAILLE, bytes.windows(2).any(is_cell), place);
                self.dots(token, place, items, hints);
            }
            Some(0xC2) => self.dots(token, place, items, hints),
            _ => {}
        }
    }

    /// Dots in the middle and long dashes part letters, or are Morse code.
    fn dots(&mut self, token: &str, place: &Range<usize>, items: usize, hints: &mut Sight) {
        let is_dot = |c: &char| {
            matches!(
                c,
                '\u{B7}' | '\u{2022}' | '\u{22C5}' | '\u{2013}' | '\u{2014}' | '\u{2212}'
            )
        };
        let count = token.chars().filter(is_dot).count();
        self.items = if count > 0 && token.chars().count() <= 6 {
            items + 1
        } else {
            0
        };
        hints.add(Hints::SPACED, count >= 4, place);
    }

    /// A token that is more than letters.
    fn odd(
        &mut self,
        token: &[u8],
        place: &Range<usize>,
        kinds: u16,
        letters: usize,
        marks: usize,
        hints: &mut Sight,
    ) {
        let len = token.len();
        let is_item = len <= 2 || letters == 0 || len <= 6 && kinds & DIGIT != 0;
        self.items = if is_item { self.items + 1 } else { 0 };
        if len >= MIN_BLOB {
            hints.add(Hints::BLOB, has_blob(token), place);
            hints.add(
                Hints::LIST,
                (letters * 4 < len || marks * 4 >= len) && marks >= 4,
                place,
            );
            hints.add(Hints::DENSE, len >= 15 && marks > 2, place);
        }
        hints.add(Hints::SPACED, letters > 4 && marks + 1 >= letters, place);
        let signs = [PERCENT, AMPERSAND, BACKSLASH, EQUALS];
        let kinds_of = [
            Hints::PERCENT,
            Hints::AMPERSAND,
            Hints::BACKSLASH,
            Hints::EQUALS,
        ];
        for ((sign, hint), count) in signs.into_iter().zip(kinds_of).zip(&mut self.escapes) {
            if kinds & sign != 0 {
                *count += token.iter().filter(|&&b| kind(b) & sign != 0).count();
                hints.add(hint, *count >= 4, place);
            }
        }
        // some beside each other: one alone is a name
        if letters > 0 && kinds & (DIGIT | SIGN) != 0 && len < 24 {
            self.leet.count(self.tokens);
            hints.add(Hints::LEET, self.leet.run >= 3, place);
        }
        if kinds & LOWER == 0 && marks > 0 && kinds & (UPPER | DIGIT) != 0 {
            self.symbols.count(self.tokens);
            hints.add(Hints::SYMBOLS, self.symbols.run >= 3, place);
        }
        if kinds & QUOTE != 0 {
            let quotes = token.iter().filter(|&&b| kind(b) & QUOTE != 0).count();
            if len <= 10 {
                self.quotes.count(self.tokens);
            }
            hints.add(Hints::JOINED, quotes >= 6 || self.quotes.run >= 4, place);
        }
        hints.add(
            Hints::PUNYCODE,
            len > 12 && token.windows(4).any(|four| four == b"xn--"),
            place,
        );
    }
}

/// Whether a run of letters and digits is as long as an encoded text, and as mixed.
fn has_blob(token: &[u8]) -> bool {
    let (mut len, mut kinds, mut uppers) = (0, 0, 0);
    for &byte in token {
        let kind = kind(byte);
        if kind & (LOWER | UPPER | DIGIT) == 0 && byte != b'+' {
            (len, kinds, uppers) = (0, 0, 0);
            continue;
        }
        len += 1;
        kinds |= kind;
        uppers += usize::from(kind & UPPER != 0);
        if len >= MIN_BLOB && (kinds & DIGIT != 0 || uppers > 1 && kinds & LOWER != 0) || len >= 24
        {
            return true;
        }
    }
    false
}

/// Whether letters that make no known word look like no word at all, or like words that are something else.
fn is_suspicious(stretch: &str) -> bool {
    let (mut bits, mut letters, mut spelled, mut turned) = (0.0, 0, 0, 0);
    for word in words(stretch) {
        bits += word_bits(word.text);
        letters += word.text.len();
        spelled += usize::from(nato_letter(word.text).is_some());
        turned += usize::from(word.text.len() > 3 && word.text.ends_with("ay"));
    }
    0.6 * letters as f32 - bits >= 6.0 || spelled >= 3 || turned >= 3 || is_known_backwards(stretch)
}

/// Whether some words, and not one of many, are known when they are read from their end.
fn is_known_backwards(stretch: &str) -> bool {
    let (mut known, mut all) = (0, 0);
    for word in words(stretch) {
        all += 1;
        known += usize::from(word.text.len() > 2 && is_known_hash(hash_backwards(word.text)));
    }
    known >= 2 && known * 6 >= all
}

fn hash_backwards(word: &str) -> Hash {
    word.chars().rev().fold(Hash::new(), Hash::with_char)
}

/// Whether the lines begin with as many different letters as a message has.
fn has_varied_initials(text: &str) -> bool {
    const LEAST: u32 = 5;
    let initials = text
        .lines()
        .filter_map(|line| line.trim_start().bytes().next());
    let letters = initials
        .filter(u8::is_ascii_alphabetic)
        .fold(0_u32, |seen, b| seen | 1 << (b & 0x1F));
    letters.count_ones() >= LEAST
}

/// Whether the first word ends a sentence and the last begins one.
fn is_backwards(text: &str) -> bool {
    let text = text.trim();
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let ends =
        first.ends_with(['.', '!', '?']) && first.chars().next().is_some_and(char::is_lowercase);
    ends && last.chars().next().is_some_and(char::is_uppercase)
        && last.ends_with(char::is_alphabetic)
}
