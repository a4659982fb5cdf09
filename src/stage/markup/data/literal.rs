//! The escapes of a string in JSON (RFC 8259, section 7), and those that JSON5 has more.

use alloc::{string::String, vec::Vec};

use super::super::mapped::mapped;

/// The text with its escapes read, and for each byte of it and its end the place that it comes from. Half a surrogate pair is
/// U+FFFD. Linear.
pub(super) fn decode_mapped(text: &str) -> (String, Vec<usize>) {
    mapped(text, escape)
}

/// The character that an escape at the start of the text stands for, and the escape's length.
fn escape(text: &str) -> Option<(char, usize)> {
    let kind = text.strip_prefix('\\')?.chars().next()?;
    let c = match kind {
        'b' => '\u{8}',
        'f' => '\u{C}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unit(text),
        'x' => {
            let byte = text.get(2..4)?;
            return Some((char::from(u8::from_str_radix(byte, 16).ok()?), 4));
        }
        other => other,
    };
    Some((c, 1 + kind.len_utf8()))
}

/// A unit of UTF-16, or two that make a pair.
fn unit(text: &str) -> Option<(char, usize)> {
    let hex = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = hex(text)?;
    let second = text.get(6..).and_then(hex);
    let mut pair = char::decode_utf16([Some(first), second].into_iter().flatten());
    match pair.next()? {
        Ok(c) => Some((c, 6 * c.len_utf16())),
        Err(_) => Some((char::REPLACEMENT_CHARACTER, 6)),
    }
}

#[cfg(test)]
mod tests {
    use super::decode_mapped;

    #[test]
    fn escapes_are_read() {
        let (text, places) = decode_mapped(r#"\u0069g\n\"\ud83d\ude00\ud83d\u006b\x41\q\u00"#);
        assert_eq!(text, "ig\n\"\u{1F600}\u{FFFD}kAq\\u00");
        assert_eq!(places[..5], [0, 6, 7, 9, 11]);
        assert_eq!(*places.last().unwrap(), 45);
    }
}
