//! The ways to write a text so that a reader does not see what it says: one file for each.
//!
//! A finder looks for its shape in a text and decodes what has it. It says nothing about whether the result is worth
//! anything, but for ciphers over letters, where only the comparison with what stands there tells a cipher from a word.

mod acrostic;
pub(super) mod base16;
pub(super) mod base32;
mod base58;
pub(super) mod base64;
pub(super) mod base85;
pub(super) mod blanks;
mod braille;
mod bytes;
mod cipher;
mod code_list;
pub(super) mod doubled;
mod entity;
mod escape;
mod joined;
mod leet;
pub(super) mod letter_escape;
mod morse;
mod nato;
mod percent;
mod pig_latin;
mod punycode;
mod quoted;
mod reversed;
mod rot47;
mod run;
mod spaced;
mod turned;
pub(super) mod uuencode;

use core::ops::Range;

use alloc::{string::String, vec::Vec};

pub(super) use nato::letter as nato_letter;

use super::look::Hints;

/// A stretch of a text and what it decodes to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    /// The steps that decoded it, outermost first.
    pub(super) steps: &'static [&'static str],
    pub(super) trust: Trust,
}

/// How much is known already of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// It has the shape. If it is not language, it may be encoded once more.
    Shape,
    /// It has the shape of what is encoded once more, and is worth nothing if it is not.
    Wrapper,
    /// It is language, and what stands there is not.
    Language,
    /// The same of letters whose words had to be parted, so that their lengths say nothing.
    Parted,
}

impl Found {
    fn shape(span: Range<usize>, steps: &'static [&'static str], text: String) -> Self {
        Self {
            span,
            text,
            steps,
            trust: Trust::Shape,
        }
    }

    fn parted(span: Range<usize>, steps: &'static [&'static str], text: String) -> Self {
        Self {
            trust: Trust::Parted,
            ..Self::shape(span, steps, text)
        }
    }

    fn language(span: Range<usize>, steps: &'static [&'static str], text: String) -> Self {
        Self {
            trust: Trust::Language,
            ..Self::shape(span, steps, text)
        }
    }
}

/// A way to write, and what a text has at the least that holds it.
pub(super) struct Encoding {
    pub(super) hints: Hints,
    pub(super) find: fn(&str) -> Vec<Found>,
}

/// In the order in which they are tried: the narrower shape first, ciphers over letters last.
pub(super) const ENCODINGS: &[Encoding] = &[
    Encoding {
        hints: Hints::BACKSLASH,
        find: escape::find,
    },
    Encoding {
        hints: Hints::LETTER_ESCAPE,
        find: letter_escape::find,
    },
    Encoding {
        hints: Hints::PERCENT,
        find: percent::find,
    },
    Encoding {
        hints: Hints::AMPERSAND,
        find: entity::find,
    },
    Encoding {
        hints: Hints::EQUALS,
        find: quoted::find,
    },
    Encoding {
        hints: Hints::NUMBERS,
        find: code_list::find,
    },
    Encoding {
        hints: Hints::MORSE,
        find: morse::find,
    },
    Encoding {
        hints: Hints::BASE16,
        find: base16::find,
    },
    Encoding {
        hints: Hints::BASE32,
        find: base32::find,
    },
    Encoding {
        hints: Hints::BASE64,
        find: base64::find,
    },
    Encoding {
        hints: Hints::BASE58,
        find: base58::find,
    },
    Encoding {
        hints: Hints::UUENCODED,
        find: uuencode::find,
    },
    Encoding {
        hints: Hints::BASE85,
        find: base85::find,
    },
    Encoding {
        hints: Hints::PUNYCODE,
        find: punycode::find,
    },
    Encoding {
        hints: Hints::JOINED,
        find: joined::find,
    },
    Encoding {
        hints: Hints::BLANKS,
        find: blanks::find,
    },
    Encoding {
        hints: Hints::BRAILLE,
        find: braille::find,
    },
    Encoding {
        hints: Hints::DOUBLED,
        find: doubled::find,
    },
    Encoding {
        hints: Hints::SPACED,
        find: spaced::find,
    },
    Encoding {
        hints: Hints::TURNED,
        find: turned::find,
    },
    Encoding {
        hints: Hints::SPELLED,
        find: nato::find,
    },
    Encoding {
        hints: Hints::AY,
        find: pig_latin::find,
    },
    Encoding {
        hints: Hints::UNKNOWN,
        find: cipher::find,
    },
    Encoding {
        hints: Hints::UNKNOWN.or(Hints::REVERSED),
        find: reversed::find,
    },
    Encoding {
        hints: Hints::LEET,
        find: leet::find,
    },
    Encoding {
        hints: Hints::SYMBOLS,
        find: rot47::find,
    },
    Encoding {
        hints: Hints::LINES,
        find: acrostic::find,
    },
    Encoding {
        hints: Hints::BACKWARDS,
        find: reversed::find_words,
    },
];
