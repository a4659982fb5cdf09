//! Character references of HTML (13.5): the numeric ones, and the named ones that hide syntax or spell common text.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::mapped::mapped;

/// In the order of their names.
#[rustfmt::skip]
static NAMED: &[(&str, char)] = &[
    ("NewLine", '\n'), ("Tab", '\t'), ("amp", '&'), ("apos", '\''), ("ast", '*'), ("bsol", '\\'), ("colon", ':'), ("comma", ','),
    ("commat", '@'), ("copy", '\u{A9}'), ("dollar", '$'), ("eacute", '\u{E9}'), ("equals", '='), ("excl", '!'), ("grave", '`'), ("gt", '>'),
    ("hellip", '\u{2026}'), ("lbrace", '{'), ("lbrack", '['), ("lcub", '{'), ("ldquo", '\u{201C}'), ("lowbar", '_'),
    ("lpar", '('), ("lsqb", '['), ("lsquo", '\u{2018}'), ("lt", '<'), ("mdash", '\u{2014}'), ("nbsp", '\u{A0}'), ("ndash", '\u{2013}'),
    ("num", '#'), ("percnt", '%'), ("period", '.'), ("plus", '+'), ("quest", '?'), ("quot", '"'), ("rbrace", '}'), ("rbrack", ']'),
    ("rcub", '}'), ("rdquo", '\u{201D}'), ("reg", '\u{AE}'), ("rpar", ')'), ("rsqb", ']'), ("rsquo", '\u{2019}'), ("semi", ';'),
    ("shy", '\u{AD}'), ("sol", '/'), ("vert", '|'),
];

/// The longest name of a reference that is read.
const MAX_NAME: usize = 8;

/// The text with its references read. Borrowed if there is none.
#[inline(never)]
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(decode_mapped(text).0)
}

/// The same, and for each byte of it and its end the place in the text that it comes from. Linear.
pub(super) fn decode_mapped(text: &str) -> (String, Vec<usize>) {
    mapped(text, reference)
}

/// The character that a reference at the start of the text stands for, and the reference's length.
#[inline(never)]
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let Some(number) = body.strip_prefix('#') else {
        let len = body
            .bytes()
            .take(MAX_NAME + 1)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = body.get(..len)?;
        let at = NAMED
            .binary_search_by(|(known, _)| (*known).cmp(name))
            .ok()?;
        let (_, c) = NAMED.get(at)?;
        let closed = body.as_bytes().get(len) == Some(&b';');
        return Some((*c, 1 + len + usize::from(closed)));
    };
    let hex = number.strip_prefix(['x', 'X']);
    let (digits, radix) = hex.map_or((number, 10), |hex| (hex, 16));
    // a number beyond any code point is one all the same
    let len = digits
        .bytes()
        .take_while(|b| char::from(*b).is_digit(radix))
        .count();
    if len == 0 {
        return None;
    }
    let code = digits
        .get(..len)
        .and_then(|d| u32::from_str_radix(d.trim_start_matches('0'), radix).ok());
    let c = code
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    let closed = digits.as_bytes().get(len) == Some(&b';');
    let start = text.len() - digits.len();
    Some((c, start + len + usize::from(closed)))
}

#[cfg(test)]
mod tests {
    use super::{NAMED, decode, decode_mapped};

    #[test]
    fn references_are_read() {
        assert!(NAMED.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(
            decode("&lt;b&gt; &#105;&#x67;n &amp;amp; &nosuch; &"),
            "<b> ign &amp; &nosuch; &"
        );
        let (text, places) = decode_mapped("a&lt;\u{E9}");
        assert_eq!(text, "a<\u{E9}");
        assert_eq!(places, [0, 1, 5, 5, 7]);
    }
}
