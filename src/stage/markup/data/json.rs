//! JSON (RFC 8259), with the comments, the single quotes and the commas at the end that JSON5 and settings files have.

use alloc::vec::Vec;
use core::ops::Range;

/// What a document is made of, as far as words can stand in it.
#[derive(Debug, Default)]
pub(super) struct Json {
    pub(super) strings: Vec<Text>,
    /// With the marks that begin and end them.
    pub(super) comments: Vec<Range<usize>>,
    objects: usize,
}

/// A string, or a bare word that is a key.
#[derive(Debug)]
pub(super) struct Text {
    /// What stands between the quotes.
    pub(super) span: Range<usize>,
    /// The object that it is a key of, counted from the start.
    pub(super) key_of: Option<usize>,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// A value; in an array its end too.
    Value,
    /// A key or the object's end.
    Key,
    Colon,
    /// A comma or an end.
    Comma,
}

/// The objects and arrays that are open; an object has its number.
type Open = Vec<Option<usize>>;

/// Reads one document or several, one behind the other as in JSON lines. `None` if it is not all JSON. Linear.
pub(super) fn read(text: &str) -> Option<Json> {
    let mut at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let json = read_from(text, &mut at, false, text.len())?;
    (json.objects + json.strings.len() > 0).then_some(json)
}

/// Reads the one object or array that begins at this place, and moves the place behind it. `None` if it is none; the place is then
/// where that was seen, and whoever goes on from there reads nothing twice. No comment ends behind `comments_end`.
pub(super) fn read_one(text: &str, at: &mut usize, comments_end: usize) -> Option<Json> {
    read_from(text, at, true, comments_end)
}

fn read_from(text: &str, place: &mut usize, only_one: bool, comments_end: usize) -> Option<Json> {
    let bytes = text.as_bytes();
    let mut json = Json::default();
    let mut open: Open = Vec::new();
    let mut next = Next::Value;
    while let Some(&byte) = bytes.get(*place) {
        let at = *place;
        let rest = bytes.get(at..).unwrap_or_default();
        if byte.is_ascii_whitespace() {
            *place += 1;
            continue;
        }
        if let Some(length) = comment(rest, at < comments_end) {
            json.comments.push(at..at + length);
            *place += length;
            continue;
        }
        let is_top = open.is_empty();
        match (byte, next) {
            (b'{', Next::Value) => {
                open.push(Some(json.objects));
                json.objects += 1;
                next = Next::Key;
                *place += 1;
            }
            (b'[', Next::Value) => {
                open.push(None);
                *place += 1;
            }
            (b'}', Next::Key | Next::Comma) if open.last()?.is_some() => {
                open.pop();
                next = behind_value(&open);
                *place += 1;
                if only_one && open.is_empty() {
                    return Some(json);
                }
            }
            (b']', Next::Value | Next::Comma) if open.last()?.is_none() => {
                open.pop();
                next = behind_value(&open);
                *place += 1;
                if only_one && open.is_empty() {
                    return Some(json);
                }
            }
            (b':', Next::Colon) => {
                next = Next::Value;
                *place += 1;
            }
            (b',', Next::Comma) => {
                next = match open.last()? {
                    Some(_) => Next::Key,
                    None => Next::Value,
                };
                *place += 1;
            }
            (b'"' | b'\'', Next::Value | Next::Key) if !is_top => {
                let length = string(rest)?;
                json.strings.push(Text {
                    span: at + 1..at + length - 1,
                    key_of: key_of(next, &open),
                });
                next = behind_string(next);
                *place += length;
            }
            (_, Next::Value | Next::Key) if !is_top => {
                let length = word(rest, next)?;
                if next == Next::Key {
                    json.strings.push(Text {
                        span: at..at + length,
                        key_of: key_of(next, &open),
                    });
                }
                next = behind_string(next);
                *place += length;
            }
            _ => return None,
        }
    }
    (open.is_empty() && !only_one).then_some(json)
}

fn key_of(next: Next, open: &Open) -> Option<usize> {
    open.last().copied().flatten().filter(|_| next == Next::Key)
}

fn behind_value(open: &Open) -> Next {
    if open.is_empty() {
        Next::Value
    } else {
        Next::Comma
    }
}

fn behind_string(next: Next) -> Next {
    if next == Next::Key {
        Next::Colon
    } else {
        Next::Comma
    }
}

/// How long a comment is that begins here; one between two marks only if it `may_end`.
fn comment(rest: &[u8], may_end: bool) -> Option<usize> {
    match rest {
        [b'/', b'/', ..] => {
            let end = rest.iter().position(|&b| b == b'\n');
            Some(end.unwrap_or(rest.len()))
        }
        [b'/', b'*', inside @ ..] if may_end => {
            let end = inside.windows(2).position(|two| two == b"*/")?;
            Some(end + 4)
        }
        _ => None,
    }
}

/// How long a string is that begins here, with its quotes. It ends on its line.
fn string(rest: &[u8]) -> Option<usize> {
    let quote = rest.first()?;
    let mut at = 1;
    loop {
        match rest.get(at)? {
            b'\\' => at += 2,
            b'\n' => return None,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// How long a number, a literal or a bare key is.
fn word(rest: &[u8], next: Next) -> Option<usize> {
    const LITERALS: [&[u8]; 5] = [b"true", b"false", b"null", b"NaN", b"Infinity"];
    let is_part =
        |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'+' | b'-' | b'.');
    let length = rest.iter().take_while(|b| is_part(b)).count();
    let word = rest.get(..length).filter(|word| !word.is_empty())?;
    let number = word.strip_prefix(b"-").unwrap_or(word);
    let is_value = number.first()?.is_ascii_digit() || LITERALS.contains(&number);
    (next == Next::Key || is_value).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::read;
    use alloc::vec::Vec;

    #[test]
    fn strings_keys_and_comments_are_told_apart() {
        let text =
            "{\"a\": [1, 'b\\'c', null], // note\n d: {\"e\": \"\\\"\"},}\n{\"f\": -1.5e3 /* x */}";
        let json = read(text).unwrap();
        let strings: Vec<_> = json
            .strings
            .iter()
            .map(|string| (text.get(string.span.clone()).unwrap(), string.key_of))
            .collect();
        assert_eq!(
            strings,
            [
                ("a", Some(0)),
                ("b\\'c", None),
                ("d", Some(0)),
                ("e", Some(1)),
                ("\\\"", None),
                ("f", Some(2)),
            ]
        );
        let comments: Vec<_> = json
            .comments
            .iter()
            .map(|span| text.get(span.clone()).unwrap())
            .collect();
        assert_eq!(comments, ["// note", "/* x */"]);
    }

    #[test]
    fn other_texts_are_no_json() {
        for text in [
            "",
            "a",
            "\"a\"",
            "{",
            "[",
            "]",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "[a]",
            "[x] done",
            "[a](b)",
            "{ let x = 1; }",
            "{\"a\n\": 1}",
            "[1 2]",
            "{a b: 1}",
            "[\"a\\",
            "/* x",
            "1",
            "{{a}}",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
