//! What may be a special token, read from one place on.

use super::{
    super::{
        folded::{Shape, folded, key},
        tables::tokens::{LONGEST, TOKENS},
    },
    token::{Token, Use},
};

/// More of a text is not read for one token, in bytes: each character of it as an entity would take less.
const MAX_BYTES: usize = 512;

/// A token that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) usage: Use,
    /// Whether it is written as a tokenizer reads it.
    pub(super) exact: bool,
    /// The token it is, or looks like; `None` for one that only has the shape of one.
    pub(super) text: Option<&'static str>,
}

/// What was read so far.
struct Reading {
    /// As compared.
    key: [u8; LONGEST],
    len: usize,
    /// As it looks: the same with its case.
    look: [u8; LONGEST],
    /// So many bytes of `look`: numbers count in full.
    look_len: usize,
    spaced: bool,
    /// The tokens that begin so.
    tokens: &'static [Token],
}

/// Reads the token that begins at `start` of `text`, if there is one. Bounded.
pub(super) fn read(text: &str, start: usize) -> Option<Found> {
    let mut reading = Reading {
        key: [0; LONGEST],
        len: 0,
        look: [0; LONGEST],
        look_len: 0,
        spaced: false,
        tokens: &TOKENS,
    };
    let mut at = start;
    while at - start < MAX_BYTES {
        let folded = folded(text.get(at..)?)?;
        at += folded.bytes;
        match folded.shape {
            Shape::Other => return None,
            Shape::Nothing if reading.len == 0 => return None,
            Shape::Nothing => {}
            Shape::Space if reading.takes_space(text.get(at..)?) => reading.spaced = true,
            Shape::Space => return None,
            Shape::Ascii(byte) => {
                reading.push(byte)?;
                if reading.may_end(byte) {
                    if let Some(found) = reading.found(text, start, at) {
                        return Some(found);
                    }
                    if reading.must_end(byte) {
                        return None;
                    }
                }
            }
        }
    }
    None
}

impl Reading {
    /// Adds a character; `None` if no token has it, or none is so long.
    fn push(&mut self, byte: u8) -> Option<()> {
        let opens = matches!(byte, b'<' | b'[' | b']');
        match self.len {
            0 if !opens => return None,
            0 => {}
            _ if byte.is_ascii_alphanumeric() => {}
            _ if matches!(
                byte,
                b'|' | b'_' | b'/' | b':' | b'~' | b'!' | b'-' | b'"' | b'<' | b'>' | b'[' | b']'
            ) => {}
            _ => return None,
        }
        *self.look.get_mut(self.look_len)? = byte;
        self.look_len += 1;
        let (key, last) = (key(byte), self.last());
        if byte.is_ascii_digit() {
            if last == Some(b'0') {
                return Some(());
            }
            return self.push_key(b'0');
        }
        self.push_key(key)
    }

    fn push_key(&mut self, byte: u8) -> Option<()> {
        self.tokens = Token::going_on(self.tokens, self.len, byte);
        *self.key.get_mut(self.len)? = byte;
        self.len += 1;
        // what only has the shape of a token begins with a bar
        (!self.tokens.is_empty() || self.len == 1 || self.key().starts_with(b"<|")).then_some(())
    }

    fn key(&self) -> &[u8] {
        self.key.get(..self.len).unwrap_or_default()
    }

    fn last(&self) -> Option<u8> {
        self.key().last().copied()
    }

    /// Spaces are looked past at the edges of bars and brackets, never inside a name.
    fn takes_space(&self, rest: &str) -> bool {
        let is_edge = |byte: u8| matches!(byte, b'<' | b'>' | b'|' | b'[' | b']' | b'/');
        let next = folded(rest).map(|folded| folded.shape);
        self.last().is_some_and(is_edge)
            || matches!(next, Some(Shape::Ascii(byte)) if is_edge(byte))
            || matches!(next, Some(Shape::Space | Shape::Nothing))
    }

    fn may_end(&self, byte: u8) -> bool {
        self.len > 1 && matches!(byte, b'>' | b']' | b'[')
    }

    /// Whether nothing that goes on from here is a token.
    fn must_end(&self, byte: u8) -> bool {
        let key = self.key();
        match key.first() {
            Some(b'<') => byte != b'>' || !key.starts_with(b"<<") || key.ends_with(b">>"),
            Some(b'[') => true,
            _ => !key.starts_with(b"]<]") || key.ends_with(b"[>["),
        }
    }

    fn found(&self, text: &str, start: usize, end: usize) -> Option<Found> {
        let slice = text.get(start..end)?;
        let look = self.look.get(..self.look_len).unwrap_or_default();
        let whole = self
            .tokens
            .iter()
            .filter(|token| token.key.len() == self.len);
        let exact = whole.clone().find(|token| token.is(slice));
        let token = exact.or_else(|| {
            whole.clone().find(|token| {
                token.is_distinct() && (!self.spaced || token.key.contains('_'))
                    || !self.spaced && token.text.as_bytes() == look
            })
        });
        if let Some(token) = token {
            return Some(Found {
                start,
                end,
                usage: token.usage,
                exact: exact.is_some(),
                text: Some(token.text),
            });
        }
        (!self.spaced && has_shape(self.key())).then_some(Found {
            start,
            end,
            usage: Use::Special,
            exact: look == slice.as_bytes(),
            text: None,
        })
    }
}

/// Whether this is written as special tokens are, whatever model may have it: `<|two_words|>`.
fn has_shape(key: &[u8]) -> bool {
    let Some(name) = key
        .strip_prefix(b"<|")
        .and_then(|rest| rest.strip_suffix(b"|>"))
    else {
        return false;
    };
    let mut words = name.split(|&byte| byte == b'_');
    let is_word = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_alphanumeric);
    name.len() > 3 && name.contains(&b'_') && words.all(is_word)
}
