//! The first look at a text: which encodings could be in it at all.
//!
//! Most text is prose, whose words are frequent ones or look like words: it is read once, and nothing else happens. What is odd is
//! looked at token by token, so that a finder is only sent where it may find something.

mod byte;
mod hints;
mod stretch;
mod token;

use core::ops::Range;

use super::{
    encoding::{
        blanks::{MIN_BLANKS, MIN_EACH},
        doubled, letter_escape, uuencode,
    },
    language::{Hash, is_known_hash},
};
use byte::{
    AMPERSAND, BACKSLASH, BLANK, DIGIT, EQUALS, HIGH, LOWER, MARK, PERCENT, QUOTE, SIGN, UPPER,
    kind,
};
pub(super) use hints::{Hints, Sight};
use token::Numbers;

/// So many letters in a row that no known word parts are looked at more closely.
const MIN_UNKNOWN: usize = 12;

/// And so many at the latest.
const MAX_UNKNOWN: usize = 96;

/// So many single letters in a row, or signs of Morse code, may be a message.
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
        // most tokens are words in small letters, and a mark at the most
        while let Some(&byte) = bytes.get(at)
            && byte.is_ascii_lowercase()
        {
            hash = hash.with(byte);
            at += 1;
        }
        if at > start {
            (kinds, letters) = (LOWER, at - start);
        }
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
            if bytes.get(at) == Some(&b'\n') {
                seen.lines += 1;
                seen.end_line(bytes, at, &mut hints);
            }
            at += 1;
            continue;
        }
        seen.tokens += 1;
        let token = bytes.get(start..at).unwrap_or_default();
        let place = start..at;
        let is_line = start == 0 || bytes.get(start - 1) == Some(&b'\n');
        if is_line && kinds & (LOWER | HIGH) == 0 && uuencode::begins(text, start) {
            hints.add(Hints::UUENCODED, &place);
        }
        // of one byte, of two, of three
        let is_pair = token.first() == token.get(1)
            || kinds & HIGH != 0
                && (token.get(..2) == token.get(2..4) || token.get(..3) == token.get(3..6));
        if len >= 4 && is_pair && text.get(place.clone()).is_some_and(doubled::is_in) {
            seen.doubled.count(seen.tokens);
            hints.add(Hints::DOUBLED.when(seen.doubled.run >= 2), &place);
        }
        if kinds & HIGH != 0 {
            seen.foreign(text, place.clone(), hash, &mut hints);
        } else if kinds & !(LOWER | UPPER | MARK | QUOTE) == 0 && letters > 0 {
            let is_known = letters > 2 && is_known_hash(hash);
            seen.word(text, start, letters, is_known, &mut hints);
        }
        if kinds & !(LOWER | UPPER) == 0 && len < 24 && uppers < 2 {
            seen.numbers.word(token);
            seen.singles = if len == 1 { seen.singles + 1 } else { 0 };
            seen.morse = 0;
        } else {
            seen.odd(token, &place, kinds, letters, marks, &mut hints);
        }
        if seen.singles >= MIN_LIST {
            hints.add(Hints::SPACED, &place);
        }
        if seen.morse >= MIN_LIST {
            hints.add(Hints::MORSE, &place);
        }
    }
    seen.end_line(bytes, at, &mut hints);
    seen.close(text, at, &mut hints);
    let all = 0..text.len();
    if seen.lines >= 7 && stretch::has_varied_initials(text) {
        hints.add(Hints::LINES, &all);
    }
    if stretch::is_backwards(text) {
        hints.add(Hints::BACKWARDS, &all);
    }
    hints
}

/// What goes on from one token to the next.
#[derive(Debug, Default)]
struct Seen {
    /// Where the letters begin that no known word parts, and how many there are.
    from: usize,
    unknown: usize,
    foreign: usize,
    numbers: Numbers,
    singles: usize,
    morse: usize,
    lines: usize,
    escapes: [usize; 4],
    /// What the last long token could begin, and where it ended.
    blob: Hints,
    blob_end: usize,
    leet: Near,
    symbols: Near,
    tokens: usize,
    turned: usize,
    quotes: Near,
    doubled: Near,
    /// Spaces and tabs at the ends of lines.
    blanks: [usize; 2],
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
    /// Counts the blanks that stand before the end of a line.
    #[inline]
    fn end_line(&mut self, bytes: &[u8], end: usize, hints: &mut Sight) {
        let line = bytes.get(..end).unwrap_or_default();
        if !matches!(line.last(), Some(b' ' | b'\t' | b'\r')) {
            return;
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let run = line.iter().rev().take_while(|b| matches!(b, b' ' | b'\t'));
        let (mut spaces, mut tabs) = (0, 0);
        for blank in run {
            *(if *blank == b' ' {
                &mut spaces
            } else {
                &mut tabs
            }) += 1;
        }
        let [all_spaces, all_tabs] = &mut self.blanks;
        *all_spaces += spaces;
        *all_tabs += tabs;
        let is_message = *all_spaces >= MIN_EACH
            && *all_tabs >= MIN_EACH
            && *all_spaces + *all_tabs >= MIN_BLANKS;
        // it may have begun with the first line
        hints.add(Hints::BLANKS.when(is_message), &(0..end));
    }

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
        if unknown >= MIN_UNKNOWN {
            hints.add(stretch::suspicion(stretch), &place);
        }
        if foreign >= MIN_UNKNOWN && stretch::is_backwards_language(stretch) {
            hints.add(Hints::REVERSED, &place);
        }
    }

    /// A token with bytes beyond ASCII.
    fn foreign(&mut self, text: &str, span: Range<usize>, hash: Hash, hints: &mut Sight) {
        let morse = core::mem::take(&mut self.morse);
        let token = text.get(span.clone()).unwrap_or_default();
        let bytes = token.as_bytes();
        let place = &span;
        let is_single = bytes.len() <= 8 && token.chars().count() <= 2;
        self.singles = if is_single { self.singles + 1 } else { 0 };
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
                hints.add(Hints::TURNED.when(self.turned >= 3), place);
            }
            Some(0xE2) => {
                let is_cell = |two: &[u8]| matches!(two, [0xE2, 0xA0]);
                hints.add(Hints::BRAILLE.when(bytes.windows(2).any(is_cell)), place);
                self.dots(token, place, morse, hints);
            }
            Some(0xC2) => self.dots(token, place, morse, hints),
            _ => {}
        }
    }

    /// Dots in the middle and long dashes part letters, or are Morse code.
    fn dots(&mut self, token: &str, place: &Range<usize>, morse: usize, hints: &mut Sight) {
        let is_dot = |c: &char| {
            matches!(
                c,
                '\u{B7}' | '\u{2022}' | '\u{22C5}' | '\u{2013}' | '\u{2014}' | '\u{2212}'
            )
        };
        let count = token.chars().filter(is_dot).count();
        if count > 0 && token.chars().count() <= 6 {
            self.morse = morse + 1;
        }
        hints.add(Hints::SPACED.or(Hints::MORSE).when(count >= 4), place);
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
        let mut seen = self.blob(token, place, marks);
        if kinds & DIGIT != 0 {
            let is_list = self.numbers.read(token);
            seen = seen.or(Hints::NUMBERS.when(is_list || token::has_bits(token)));
        } else {
            self.numbers.word(token);
        }
        if kinds & HIGH == 0 {
            self.singles = token::singles(token).map_or(0, |count| self.singles + count);
        }
        if letters == 0 && token::is_morse(token) {
            self.morse += 1;
            seen = seen.or(Hints::MORSE.when(len >= 10));
        } else if letters > 0 || kinds & DIGIT != 0 {
            self.morse = 0;
        }
        let is_spaced = marks >= 4 && marks + 1 >= letters && token::is_spaced(token);
        seen = seen.or(Hints::SPACED.when(is_spaced));
        if kinds & (PERCENT | AMPERSAND | BACKSLASH | EQUALS) != 0 {
            token::escapes(token, &mut self.escapes);
            let kinds_of = [
                Hints::PERCENT,
                Hints::AMPERSAND,
                Hints::BACKSLASH,
                Hints::EQUALS,
            ];
            for (hint, &count) in kinds_of.into_iter().zip(&self.escapes) {
                seen = seen.or(hint.when(count >= 4));
            }
            let is_letter = kinds & BACKSLASH != 0 && letter_escape::is_in(token);
            seen = seen.or(Hints::LETTER_ESCAPE.when(is_letter));
        }
        // some beside each other: one alone is a name
        if letters > 0 && kinds & (DIGIT | SIGN) != 0 && token::is_leet(token) {
            self.leet.count(self.tokens);
            seen = seen.or(Hints::LEET.when(self.leet.run >= 2));
        }
        if kinds & LOWER == 0 && token::is_turned(token) {
            self.symbols.count(self.tokens);
            seen = seen.or(Hints::SYMBOLS.when(self.symbols.run >= 3));
        }
        if kinds & QUOTE != 0 {
            let quotes = token.iter().filter(|&&b| kind(b) & QUOTE != 0).count();
            if len <= 10 {
                self.quotes.count(self.tokens);
            }
            seen = seen.or(Hints::JOINED.when(quotes >= 6 || self.quotes.run >= 4));
        }
        let is_punycode = len > 12 && token.windows(4).any(|four| four == b"xn--");
        hints.add(seen.or(Hints::PUNYCODE.when(is_punycode)), place);
    }

    /// What a long token could begin; a line of one that began before goes on.
    fn blob(&mut self, token: &[u8], place: &Range<usize>, marks: usize) -> Hints {
        /// What stands between two lines at the most, and how long a line is at the least.
        const MAX_INDENT: usize = 20;
        const MIN_LINE: usize = 32;
        if token.len() < 10 {
            return Hints::NONE;
        }
        let mut seen = token::blob(token).or(Hints::BASE85.when(token::is_dense(token, marks)));
        if token.len() >= MIN_LINE && place.start <= self.blob_end + MAX_INDENT {
            seen = seen.or(self.blob);
        }
        (self.blob, self.blob_end) = (seen, place.end);
        seen
    }
}
