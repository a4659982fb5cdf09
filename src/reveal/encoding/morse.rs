//! Morse code in dots and dashes.

use alloc::{string::String, vec::Vec};

use super::Found;

/// Fewer signs are a rule, an ellipsis, a line of a table.
const MIN_SIGNS: usize = 6;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut message = Message::default();
    let mut at = 0;
    for token in text.split_inclusive([' ', '\n', '\t', '/', '|']) {
        let start = at;
        at += token.len();
        let sign = token.trim_end_matches([' ', '\n', '\t', '\r', '/', '|']);
        let (sign, start) = quoted(sign, start);
        let parts_words = token.ends_with(['/', '|', '\n']);
        match (sign.is_empty(), letter(sign)) {
            (true, _) => message.space(),
            (false, Some(c)) => {
                message.push(c, start, start + sign.len());
                if parts_words {
                    message.space();
                }
            }
            (false, None) => found.extend(message.end()),
        }
    }
    found.extend(message.end());
    found
}

/// Without what stands around a message: a quotation mark, and what stands before it.
fn quoted(sign: &str, start: usize) -> (&str, usize) {
    let is_mark = |c: char| {
        matches!(
            c,
            '"' | '\'' | '`' | '(' | ')' | ',' | ';' | '[' | ']' | ':' | '}'
        )
    };
    let sign = sign.trim_end_matches(is_mark);
    let inside = sign.rfind(is_mark).map_or(0, |at| at + 1);
    (sign.get(inside..).unwrap_or_default(), start + inside)
}

#[derive(Debug, Default)]
struct Message {
    text: String,
    span: core::ops::Range<usize>,
    signs: usize,
}

impl Message {
    fn push(&mut self, c: char, start: usize, end: usize) {
        if self.signs == 0 {
            self.span.start = start;
        }
        self.span.end = end;
        self.signs += 1;
        self.text.push(c);
    }

    fn space(&mut self) {
        if self.signs > 0 && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn end(&mut self) -> Option<Found> {
        let Self { text, span, signs } = core::mem::take(self);
        // dots alone are drawn
        let is_dotted = text.trim_matches(|c| matches!(c, 'e' | 'i' | 's' | 'h' | '5' | ' '));
        (signs >= MIN_SIGNS && !is_dotted.is_empty())
            .then(|| Found::shape(span, &["morse"], text.trim_end().into()))
    }
}

/// The letter of a sign.
fn letter(sign: &str) -> Option<char> {
    let mut code = String::new();
    for c in sign.chars() {
        code.push(match c {
            '.' | '\u{B7}' | '\u{2022}' | '\u{22C5}' => '.',
            '-' | '_' | '\u{2013}' | '\u{2014}' | '\u{2212}' => '-',
            _ => return None,
        });
        if code.len() > 6 {
            return None;
        }
    }
    SIGNS
        .iter()
        .find(|(_, known)| *known == code)
        .map(|&(c, _)| c)
}

/// ITU-R M.1677-1.
const SIGNS: &[(char, &str)] = &[
    ('a', ".-"),
    ('b', "-..."),
    ('c', "-.-."),
    ('d', "-.."),
    ('e', "."),
    ('f', "..-."),
    ('g', "--."),
    ('h', "...."),
    ('i', ".."),
    ('j', ".---"),
    ('k', "-.-"),
    ('l', ".-.."),
    ('m', "--"),
    ('n', "-."),
    ('o', "---"),
    ('p', ".--."),
    ('q', "--.-"),
    ('r', ".-."),
    ('s', "..."),
    ('t', "-"),
    ('u', "..-"),
    ('v', "...-"),
    ('w', ".--"),
    ('x', "-..-"),
    ('y', "-.--"),
    ('z', "--.."),
    ('0', "-----"),
    ('1', ".----"),
    ('2', "..---"),
    ('3', "...--"),
    ('4', "....-"),
    ('5', "....."),
    ('6', "-...."),
    ('7', "--..."),
    ('8', "---.."),
    ('9', "----."),
    ('.', ".-.-.-"),
    (',', "--..--"),
    (':', "---..."),
    ('?', "..--.."),
    ('\'', ".----."),
    ('-', "-....-"),
    ('/', "-..-."),
    ('(', "-.--."),
    (')', "-.--.-"),
    ('"', ".-..-."),
    ('=', "-...-"),
    ('+', ".-.-."),
    ('@', ".--.-."),
    ('!', "-.-.--"),
];
