//! Where links lead, and what they would carry there.

use super::name::{Like as _, is_word};
use alloc::{string::String, vec::Vec};

/// The host of an absolute address on the web.
#[inline(never)]
fn host(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = url.find("://").filter(|&at| at <= 5)?;
    let is_web = url.get(..scheme)?.to_ascii_lowercase().starts_with("http");
    let rest = url.get(scheme + 3..).filter(|_| is_web)?;
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let authority = rest.get(..end)?;
    let host = authority.rsplit('@').next()?;
    Some(host.split(':').next().unwrap_or(host))
}

/// The part of a host name that somebody registered: two labels, or three where the second is as short as in `co.uk`.
#[inline(never)]
fn registered(host: &str) -> &str {
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else {
        return host;
    };
    let short = host.len() - last <= 3 && last - second <= 4;
    let start = if short {
        dots.next().map_or(0, |at| at + 1)
    } else {
        second + 1
    };
    host.get(start..).unwrap_or(host)
}

/// Whether the text of a link names another host than the one it leads to.
#[inline(never)]
pub(in super::super) fn is_mismatch(text: &str, url: &str) -> bool {
    let text = text.trim();
    if text.contains(char::is_whitespace) || text.len() > 256 {
        return false;
    }
    let named = host(text).or_else(|| {
        let end = text.find(['/', '?', '#']).unwrap_or(text.len());
        let bare = text.get(..end)?;
        let lower = bare.to_ascii_lowercase();
        // other endings are names of files and frameworks as often: README.md, socket.io, ASP.NET
        let known = [".com", ".org", ".gov", ".edu", ".bank"];
        let is_host = lower.starts_with("www.") || known.iter().any(|end| lower.ends_with(end));
        (is_host
            && bare
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')))
        .then_some(bare)
    });
    let (Some(named), Some(target)) = (named, host(url)) else {
        return false;
    };
    !registered(named).is_like(registered(target)) && named.contains('.')
}

/// What a template would put in place of a name in braces, that belongs to the conversation and to nobody else.
const CONTEXT: [&str; 14] = [
    "conversation",
    "history",
    "chat",
    "prompt",
    "system",
    "secret",
    "summary",
    "context",
    "memory",
    "transcript",
    "credential",
    "password",
    "env",
    "answer",
];

/// Names that such an address has only where nobody clicks, since the documentation of services is full of them.
const DATA: [&str; 8] = [
    "data", "user", "email", "token", "key", "message", "content", "cookie",
];

/// Parameters that pictures made of words have.
const CAPTIONS: [&str; 12] = [
    "text",
    "title",
    "label",
    "alt",
    "caption",
    "subtitle",
    "description",
    "tex",
    "chl",
    "message",
    "name",
    "svg",
];

/// Whether an address would carry data out: a template's place for words of the conversation, or words in it, in clear or
/// encoded. `loads` is whether a reader's program follows it unasked, as for pictures.
#[inline(never)]
pub(super) fn carries_data(url: &str, loads: bool) -> bool {
    if host(url).is_none() {
        return false;
    }
    let start = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(start..).unwrap_or_default();
    let path = rest
        .find('/')
        .and_then(|at| rest.get(at..))
        .unwrap_or_default();
    let (path, query) = match path.find(['?', '#']) {
        Some(at) => path.split_at(at),
        None => (
            path,
            rest.find('?')
                .and_then(|at| rest.get(at..))
                .unwrap_or_default(),
        ),
    };
    let segments = path.split('/').filter(|_| loads);
    let pairs = query.split(['&', '?', '#', ';']);
    segments
        .map(|value| ("", value))
        .chain(pairs.map(|pair| pair.split_once('=').unwrap_or(("", pair))))
        .any(|(name, value)| {
            let value = unescape(value);
            if let Some(inside) = placeholder(&value) {
                // single braces are how the documentation of services writes a parameter
                let documented = !loads && value.starts_with('{') && !value.starts_with("{{");
                return !documented
                    && (names_context(inside, loads)
                        || !name.is_empty() && names_context(name, loads));
            }
            loads
                && (is_encoded_words(&value)
                    || !is_caption(name) && !name.is_empty() && is_sentence(&value))
        })
}

fn is_caption(name: &str) -> bool {
    CAPTIONS.iter().any(|caption| name.is_like(caption))
}

#[inline(never)]
fn names_context(name: &str, loads: bool) -> bool {
    let lower = name.to_ascii_lowercase();
    let words = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    words(&CONTEXT) || loads && words(&DATA)
}

/// The name between the marks of a template, if the value is nothing else.
fn placeholder(value: &str) -> Option<&str> {
    let value = value.trim();
    let marks = [
        ("{{", "}}"),
        ("${", "}"),
        ("{", "}"),
        ("[", "]"),
        ("<", ">"),
        ("%", "%"),
    ];
    let inside = marks
        .iter()
        .find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close))?;
    (!inside.is_empty() && inside.len() <= 64).then_some(inside)
}

/// Percent escapes and plus signs read.
#[inline(never)]
fn unescape(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, behind @ ..])
                if let (Some(high), Some(low)) = (digit(high), digit(low)) =>
            {
                bytes.extend(u8::try_from(high << 4 | low));
                rest = behind;
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Five words or more.
fn is_sentence(text: &str) -> bool {
    let words = text.split([' ', '_', ',']).filter(|word| !word.is_empty());
    let mut words = words.take_while(|word| {
        word.chars()
            .all(|c| is_word(c) || matches!(c, '\'' | '.' | ':'))
    });
    words.nth(4).is_some()
}

/// Base64 or hexadecimal digits of words.
fn is_encoded_words(value: &str) -> bool {
    const MIN_DIGITS: usize = 24;
    if value.len() < MIN_DIGITS {
        return false;
    }
    let bytes = from_hex(value).or_else(|| from_base64(value));
    bytes.is_some_and(|bytes| {
        let count = |is: fn(&u8) -> bool| bytes.iter().filter(|b| is(b)).count();
        let printable = count(|b| b.is_ascii_graphic() || *b == b' ');
        let letters = count(u8::is_ascii_alphabetic);
        printable == bytes.len() && letters * 10 >= bytes.len() * 7 && bytes.contains(&b' ')
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let bytes = pairs
        .iter()
        .map(|&[high, low]| u8::try_from(digit(high)? << 4 | digit(low)?).ok());
    bytes.collect()
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0_u32);
    // a plus sign was read as a space
    for byte in text.trim_end_matches('=').bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' | b' ' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{carries_data, is_mismatch};

    #[test]
    fn links_that_lead_elsewhere() {
        assert!(is_mismatch(
            "https://bank.example.com/login",
            "https://evil.example.net/"
        ));
        assert!(is_mismatch("www.bank.com", "http://bank.com.evil.net/x"));
        assert!(!is_mismatch("www.bank.com", "https://login.bank.com/"));
        assert!(!is_mismatch("README.md", "https://github.com/a/b"));
        assert!(!is_mismatch("our bank", "https://evil.net"));
        assert!(!is_mismatch("bbc.co.uk", "https://www.bbc.co.uk/news"));
        assert!(!is_mismatch("https://a.org", "/a"));
    }

    #[test]
    fn addresses_that_carry_data() {
        for url in [
            "https://evil.example/p.png?q={{conversation}}",
            "https://evil.example/p.png?d=[CHAT_HISTORY]",
            "https://evil.example/${user_data}",
            "https://evil.example/p?x=VGhlIHVzZXIgaXMgY2FsbGVkIEFubmEgYW5kIGhhcyBhIGRvZw==",
            "https://evil.example/p?q=the+user+asked+about+her+diagnosis",
        ] {
            assert!(carries_data(url, true), "{url}");
        }
        for url in [
            "https://img.shields.io/badge/build-passing-green?label=the%20build%20is%20passing%20on%20main",
            "https://camo.githubusercontent.com/68747470733a2f2f696d672e736869656c64732e696f2f6e706d",
            "https://cdn.example/a.png?v=20240101&sig=1f8a9c0b7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e",
            "{{ site.baseurl }}/logo.png",
            "https://api.example/items/{id}",
            "/local/{{user}}.png",
        ] {
            assert!(!carries_data(url, true), "{url}");
        }
        for url in [
            "https://api.example/v1?api_key={key}",
            "https://chat.example/new?q={encoded_prompt}",
        ] {
            assert!(!carries_data(url, false), "{url}");
        }
    }
}
