//! Character references of HTML: decimal, hexadecimal, and the names of ASCII marks.

use alloc::vec::Vec;

use super::{
    Found,
    escape::number,
    percent::{Piece, find_escapes},
};

/// The longest reference that is read: `&#x0010FFFF;` and the longest name.
const MAX_BYTES: usize = 12;

/// The names that HTML gives to ASCII, and to what stands between words.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("excl", '!'),
    ("num", '#'),
    ("dollar", '$'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("ast", '*'),
    ("midast", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("period", '.'),
    ("sol", '/'),
    ("colon", ':'),
    ("semi", ';'),
    ("equals", '='),
    ("quest", '?'),
    ("commat", '@'),
    ("lsqb", '['),
    ("lbrack", '['),
    ("bsol", '\\'),
    ("rsqb", ']'),
    ("rbrack", ']'),
    ("Hat", '^'),
    ("lowbar", '_'),
    ("grave", '`'),
    ("lcub", '{'),
    ("lbrace", '{'),
    ("verbar", '|'),
    ("vert", '|'),
    ("rcub", '}'),
    ("rbrace", '}'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("hellip", '\u{2026}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201C}'),
    ("rdquo", '\u{201D}'),
];

pub(super) fn find(text: &str) -> Vec<Found> {
    find_escapes(text, b'&', &["html-entities"], piece)
}

fn piece(bytes: &[u8]) -> Option<(usize, Piece)> {
    let end = bytes.iter().take(MAX_BYTES).position(|&b| b == b';');
    let Some(end) = end else {
        // browsers read numbers without their end too
        return without_end(bytes);
    };
    let c = match bytes.get(1..end)? {
        [b'#', b'x' | b'X', digits @ ..] => char::from_u32(number(digits, 16)?)?,
        [b'#', digits @ ..] => char::from_u32(number(digits, 10)?)?,
        name => NAMES.iter().find(|(known, _)| known.as_bytes() == name)?.1,
    };
    Some((end + 1, Piece::Char(c)))
}

fn without_end(bytes: &[u8]) -> Option<(usize, Piece)> {
    let (start, base) = match bytes.get(1..3)? {
        [b'#', b'x' | b'X'] => (3, 16),
        [b'#', _] => (2, 10),
        _ => return None,
    };
    let digits = bytes.get(start..)?;
    let count = digits
        .iter()
        .take(7)
        .take_while(|&&b| char::from(b).is_digit(base))
        .count();
    let c = char::from_u32(number(digits.get(..count)?, base)?)?;
    Some((start + count, Piece::Char(c)))
}
