//! Percent-encoding (RFC 3986, section 2.1), and what all encodings have in common that mark each character.

use alloc::{string::String, vec::Vec};

use super::{super::is_carrier, Found, Trust, escape::number};

/// What an escape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Byte(u8),
    Char(char),
    /// A unit of UTF-16.
    Unit(u16),
    /// Nothing: a line break that does not count.
    Nothing,
}

pub(super) fn find(text: &str) -> Vec<Found> {
    find_escapes(text, b'%', &["percent"], |bytes| {
        let byte = number(bytes.get(1..3)?, 16)?;
        Some((3, Piece::Byte(u8::try_from(byte).ok()?)))
    })
}

/// Fewer escapes are a link or a name with odd letters.
const MIN_ESCAPES: usize = 4;

/// So many characters may stand as they are between two escapes.
const MAX_PLAIN: usize = 6;

/// The stretches in which most characters are escaped, or some are that no program would escape.
///
/// What a format asks for hides nothing: the spaces of a link, the letters beyond ASCII in JSON, the angle brackets of HTML.
/// Only letters that could stand as they are were escaped for another reason.
pub(super) fn find_escapes(
    text: &str,
    introducer: u8,
    steps: &'static [&'static str],
    piece: fn(&[u8]) -> Option<(usize, Piece)>,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run = Run::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(offset) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&b| b == introducer))
    {
        let start = at + offset;
        let Some((length, piece)) = bytes.get(start..).and_then(piece) else {
            at = start + 1;
            continue;
        };
        let between = text.get(run.end..start).unwrap_or_default();
        let goes_on =
            run.escapes > 0 && between.len() <= MAX_PLAIN && between.bytes().all(is_plain);
        if goes_on {
            run.decoded.extend_from_slice(between.as_bytes());
        } else {
            found.extend(run.end(text, introducer, steps));
            run = Run {
                start,
                ..Run::default()
            };
        }
        run.push(piece, length);
        run.end = start + length;
        at = run.end;
    }
    found.extend(run.end(text, introducer, steps));
    found
}

/// What may stand between two escapes of one text.
const fn is_plain(b: u8) -> bool {
    b.is_ascii_alphanumeric()
        || matches!(
            b,
            b' ' | b'.' | b',' | b'!' | b'?' | b'\'' | b'-' | b'_' | b';'
        )
}

#[derive(Debug, Default)]
struct Run {
    start: usize,
    end: usize,
    escapes: usize,
    /// How many of them stand for a letter or digit of ASCII, or a space where that needs no escape.
    needless: usize,
    decoded: Vec<u8>,
    /// The first half of a surrogate pair.
    high: Option<u16>,
    spaces: usize,
}

impl Run {
    fn push(&mut self, piece: Piece, length: usize) {
        self.escapes += 1;
        let c = match (piece, self.high.take()) {
            (Piece::Unit(low), Some(high)) => {
                char::decode_utf16([high, low]).next().and_then(Result::ok)
            }
            (Piece::Unit(unit), None) => match char::from_u32(u32::from(unit)) {
                Some(c) => Some(c),
                None => {
                    self.high = Some(unit);
                    None
                }
            },
            (Piece::Char(c), _) => Some(c),
            (Piece::Byte(byte), _) => {
                self.decoded.push(byte);
                // \n and \" are written everywhere
                if byte.is_ascii_alphanumeric() {
                    self.needless += 1;
                }
                self.spaces += usize::from(byte == b' ' && length > 2);
                return;
            }
            (Piece::Nothing, _) => {
                self.escapes -= 1;
                None
            }
        };
        if let Some(c) = c {
            self.needless += usize::from(c.is_ascii_alphanumeric());
            self.spaces += usize::from(c == ' ');
            let mut bytes = [0; 4];
            self.decoded
                .extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
        }
    }

    fn end(&mut self, text: &str, introducer: u8, steps: &'static [&'static str]) -> Option<Found> {
        const MIN_NEEDLESS: usize = 3;
        /// Links have some words too.
        const MIN_SPACES: usize = 3;
        let decoded = core::mem::take(&mut self.decoded);
        if self.escapes < MIN_ESCAPES {
            return None;
        }
        let is_needless = self.needless >= MIN_NEEDLESS && self.needless * 5 >= decoded.len();
        // letters beyond ASCII need their escapes, the spaces between them do only in links
        let is_foreign = self.spaces >= MIN_SPACES
            && decoded.iter().filter(|b| !b.is_ascii()).count() * 2 > decoded.len();
        let is_twice = decoded.iter().filter(|&&b| b == introducer).count() >= MIN_ESCAPES;
        // hidden characters may carry a message
        let is_hidden = str::from_utf8(&decoded)
            .is_ok_and(|text| text.chars().filter(|&c| is_carrier(c)).count() >= MIN_ESCAPES);
        if !is_needless && !is_foreign && !is_twice && !is_hidden {
            return None;
        }
        let (start, end) = (
            self.start - letters_before(text, self.start),
            self.end + letters_behind(text, self.end),
        );
        let mut all = Vec::from(text.get(start..self.start)?.as_bytes());
        all.extend(decoded);
        all.extend_from_slice(text.get(self.end..end)?.as_bytes());
        let decoded = String::from_utf8(all).ok()?;
        let found = Found::shape(start..end, steps, decoded);
        Some(if is_needless || is_foreign {
            found
        } else {
            Found {
                trust: Trust::Wrapper,
                ..found
            }
        })
    }
}

/// Letters beside an escape belong to the same word.
const MAX_WORD: usize = 16;

fn letters_before(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .take(MAX_WORD)
        .take_while(|b| b.is_ascii_alphabetic())
        .count()
}

fn letters_behind(text: &str, at: usize) -> usize {
    let behind = text.as_bytes().get(at..).unwrap_or_default();
    behind
        .iter()
        .take(MAX_WORD)
        .take_while(|b| b.is_ascii_alphanumeric())
        .count()
}
