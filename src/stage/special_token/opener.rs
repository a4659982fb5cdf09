//! The first look at a place where a token may begin: three bytes say no to nearly all of them.

use super::super::{folded::key, tables::tokens::TOKENS};

/// For each second character of a key the third ones that occur behind it, a bit each.
static PAIRS: [u128; 128] = pairs();

const fn pairs() -> [u128; 128] {
    let mut pairs = [0; 128];
    let mut at = 0;
    while at < TOKENS.len() {
        #[allow(clippy::indexing_slicing)]
        // `at` is below the length, and keys are ASCII of three bytes or more
        {
            let key = TOKENS[at].key.as_bytes();
            pairs[key[1] as usize] |= 1 << key[2];
        }
        at += 1;
    }
    pairs
}

/// Whether a token may begin with these characters.
pub(super) fn may_begin(text: &str) -> bool {
    let mut bytes = text.bytes();
    match bytes.next() {
        Some(b'<' | b'[' | b']') => {
            let (Some(second), Some(third)) = (bytes.next(), bytes.next()) else {
                return false;
            };
            // a bar begins the shape of tokens; what is folded takes a closer look, and so does a space behind an edge
            let folds = |byte: u8| !byte.is_ascii() || byte.is_ascii_control() || byte == b'&';
            second == b'|'
                || folds(second)
                || second == b' '
                || folds(third)
                || third == b' ' && !second.is_ascii_alphanumeric()
                || PAIRS
                    .get(usize::from(compared(second)))
                    .is_some_and(|thirds| thirds >> compared(third) & 1 == 1)
        }
        // entities of these, by name or number, and entities of entities
        Some(b'&') => matches!(bytes.next(), Some(b'l' | b'L' | b'r' | b'a' | b'#')),
        _ => text.chars().next().is_some_and(is_taken_for_one),
    }
}

/// A character of a key; the caller has seen that it is ASCII.
const fn compared(byte: u8) -> u8 {
    match key(byte) {
        b'0'..=b'9' => b'0',
        byte => byte,
    }
}

/// Whether a character is taken for `<`, `[` or `]`, as [`folded`](super::super::folded) does.
const fn is_taken_for_one(c: char) -> bool {
    matches!(
        c,
        '\u{2C2}'
            | '\u{1438}'
            | '\u{2329}'
            | '\u{276E}'
            | '\u{2772}'
            | '\u{2773}'
            | '\u{27E8}'
            | '\u{3008}'
            | '\u{3010}'
            | '\u{3011}'
            | '\u{3014}'
            | '\u{3015}'
            | '\u{FE64}'
            | '\u{FF1C}'
            | '\u{FF3B}'
            | '\u{FF3D}'
    )
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::{TOKENS, is_taken_for_one, may_begin};
    use crate::stage::folded::{Shape, folded};

    #[test]
    fn no_token_is_passed_over() {
        for token in &TOKENS {
            assert!(may_begin(token.text), "{token:?}");
        }
        for c in '\u{80}'..=char::MAX {
            let shape = folded(&String::from(c)).map(|folded| folded.shape);
            let opens = matches!(shape, Some(Shape::Ascii(b'<' | b'[' | b']')));
            assert_eq!(is_taken_for_one(c), opens, "{c:?}");
        }
    }

    #[test]
    fn most_places_are() {
        for text in [
            "<div>", "<p>", "</p>", "[i]", "[0]", "&self", "&nbsp;", "<b>",
        ] {
            assert!(!may_begin(text), "{text}");
        }
    }
}
