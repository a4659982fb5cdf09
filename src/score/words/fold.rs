//! The letter that a reader takes a character for: the folded view of a text, character by character.

use crate::unicode::{Class, class, styled};

/// What a character is to the reader of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of a word: a letter, a mark.
    Letter(char),
    /// Of a script that puts no space between words: each character is a token.
    Dense(char),
    Digit,
    Space,
    Line,
    Punctuation(char),
    /// Draws nothing: it parts no word.
    Unseen,
}

/// Folds one character. Constant time.
#[inline]
pub(super) fn fold(c: char) -> Kind {
    match c {
        'a'..='z' => Kind::Letter(c),
        'A'..='Z' => Kind::Letter(c.to_ascii_lowercase()),
        ' ' | '\t' | '\r' => Kind::Space,
        '\n' => Kind::Line,
        '0'..='9' => Kind::Digit,
        '\0'..='\x7F' => Kind::Punctuation(c),
        _ => fold_rest(c),
    }
}

fn fold_rest(c: char) -> Kind {
    let c = match c {
        '\u{2019}' => return Kind::Punctuation('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' => return Kind::Punctuation('"'),
        // the wide forms of ASCII
        '\u{FF01}'..='\u{FF5E}' => {
            let narrow = char::from_u32(u32::from(c) - 0xFEE0);
            return fold_ascii(narrow.unwrap_or(c));
        }
        '\u{3002}' => return Kind::Punctuation('.'),
        '\u{3001}' => return Kind::Punctuation(','),
        '\u{300}'..='\u{36F}' => return Kind::Unseen,
        _ => c,
    };
    if is_dense(c) {
        return Kind::Dense(c);
    }
    match class(c) {
        Class::Ordinary => {}
        Class::Space => return Kind::Space,
        Class::LineSeparator => return Kind::Line,
        _ => return Kind::Unseen,
    }
    if let Some(letter) = styled(c) {
        return fold_ascii(letter);
    }
    if crate::unicode::is_letter(c) || crate::unicode::is_mark(c) {
        // what grows in lower case grows by a mark
        return Kind::Letter(c.to_lowercase().next().unwrap_or(c));
    }
    if crate::unicode::is_number(c) {
        return Kind::Digit;
    }
    Kind::Punctuation(c)
}

fn fold_ascii(c: char) -> Kind {
    if c.is_ascii() {
        fold(c)
    } else {
        Kind::Punctuation(c)
    }
}

/// Kana, Han and the scripts of South-East Asia.
pub(super) const fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
