//! Honest texts in encodings that honest programs write. What an encoding hides is revealed and judged by what it says:
//! that a text is encoded speaks for nothing.

use std::fmt::Write as _;

use crate::{
    rng::Rng,
    rows::{Origin, Row},
};

/// Longer texts are no more of an example, in bytes.
const MAX_TEXT: usize = 600;

type Encoder = fn(&str) -> String;

const ENCODERS: &[Encoder] = &[
    |text| {
        text.chars().fold(String::new(), |mut out, c| {
            if c.is_ascii() {
                out.push(c);
            } else {
                write_all(&mut out, format_args!("\\u{:04x}", u32::from(c)));
            }
            out
        })
    },
    |text| each(text, |c| format!("\\u{:04x}", u32::from(c))),
    |text| each(text, |c| format!("&#{};", u32::from(c))),
    |text| each(text, |c| format!("&#x{:x};", u32::from(c))),
    |text| bytes(text, |b| format!("%{b:02X}")),
    |text| bytes(text, |b| format!("\\x{b:02x}")),
    |text| bytes(text, |b| format!("\\{b:03o}")),
    |text| bytes(text, |b| format!("{b:02x}")),
    |text| bytes(text, |b| format!("{b:02x} ")),
    |text| bytes(text, |b| format!("{b:08b} ")),
    |text| bytes(text, |b| format!("{b}, ")),
    |text| each(text, |c| format!("{c} ")),
    |text| each(text, |c| format!("{} ", nato(c))),
    |text| spelt(text, "."),
    |text| spelt(text, "-"),
    base64,
    base32,
    uuencode,
    |text| pieces(text, "\" + \""),
    |text| pieces(text, "\", \""),
    |text| text.chars().rev().collect(),
    |text| each(text, |c| leet(c).to_string()),
    |text| each(text, |c| rot13(c).to_string()),
];

/// `count` texts, as a person and as data would have them.
pub(crate) fn add(rows: &mut Vec<Row>, count: usize, rng: &mut Rng) {
    let honest: Vec<&Row> = rows
        .iter()
        .filter(|row| !row.attack && row.may_fit && (12..=MAX_TEXT).contains(&row.text.len()))
        .collect();
    let mut encoded = Vec::new();
    for _ in 0..count {
        let (Some(&row), Some(encode)) = (
            honest.get(rng.below(honest.len())),
            ENCODERS.get(rng.below(ENCODERS.len())),
        ) else {
            continue;
        };
        let text = encode(&row.text);
        let text = match rng.below(4) {
            0 => format!("{{\"text\": \"{text}\"}}"),
            1 => format!("s = '{text}'\n"),
            _ => text,
        };
        for (origin, kind) in [
            (Origin::User, "benign-encoded"),
            (Origin::Data, "benign-encoded-data"),
        ] {
            encoded.push(Row {
                text: text.clone(),
                file: "encoded".into(),
                kind: kind.into(),
                origin,
                ..row.clone()
            });
        }
    }
    rows.extend(encoded);
}

/// The word that stands for a letter on the radio.
fn nato(c: char) -> &'static str {
    const WORDS: &str = "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar \
        Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu";
    let letter = c.to_ascii_lowercase();
    WORDS
        .split_whitespace()
        .find(|word| word.to_ascii_lowercase().starts_with(letter))
        .unwrap_or_default()
}

/// Word by word, with a mark between the letters.
fn spelt(text: &str, mark: &str) -> String {
    let word = |word: &str| {
        let letters: Vec<String> = word.chars().map(String::from).collect();
        letters.join(mark)
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// As literals that a program joins.
fn pieces(text: &str, between: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = letters
        .chunks(12)
        .map(|piece| piece.iter().collect())
        .collect();
    format!("\"{}\"", pieces.join(between))
}

fn uuencode(text: &str) -> String {
    let mut out = String::from("begin 644 note.txt\n");
    for line in text.as_bytes().chunks(45) {
        let digit = |bits: u32| match bits & 63 {
            0 => '`',
            bits => char::from(bits as u8 + b' '),
        };
        out.push(digit(line.len() as u32));
        for three in line.chunks(3) {
            let bits = three
                .iter()
                .chain(std::iter::repeat(&0))
                .take(3)
                .fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte));
            for at in 0..4 {
                out.push(digit(bits >> (18 - 6 * at)));
            }
        }
        out.push('\n');
    }
    out.push_str("`\nend\n");
    out
}

fn write_all(out: &mut String, what: std::fmt::Arguments<'_>) {
    // writing to a string never fails
    let _ = out.write_fmt(what);
}

fn each(text: &str, one: impl Fn(char) -> String) -> String {
    text.chars().map(one).collect()
}

fn bytes(text: &str, one: impl Fn(u8) -> String) -> String {
    text.bytes().map(one).collect()
}

fn leet(c: char) -> char {
    match c {
        'a' => '4',
        'e' => '3',
        'i' => '1',
        'o' => '0',
        's' => '5',
        't' => '7',
        _ => c,
    }
}

fn rot13(c: char) -> char {
    let turned = |c: char, base: u8| char::from((c as u8 - base + 13) % 26 + base);
    match c {
        'a'..='z' => turned(c, b'a'),
        'A'..='Z' => turned(c, b'A'),
        _ => c,
    }
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    digits(text, 3, 6, DIGITS)
}

fn base32(text: &str) -> String {
    digits(text, 5, 5, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
}

/// So many bytes at a time, as digits of so many bits, filled up with equals signs (RFC 4648).
fn digits(text: &str, group: usize, bits: usize, digits: &[u8]) -> String {
    let mut out = String::new();
    for some in text.as_bytes().chunks(group) {
        let all = some.iter().chain(std::iter::repeat(&0)).take(group);
        let all = all.fold(0_u64, |all, &byte| all << 8 | u64::from(byte));
        let (places, filled) = (group * 8 / bits, (some.len() * 8).div_ceil(bits));
        for at in 1..=places {
            let place = (all >> (bits * (places - at))) as usize & (digits.len() - 1);
            let digit = digits.get(place).copied().map_or('A', char::from);
            out.push(if at <= filled { digit } else { '=' });
        }
    }
    out
}
