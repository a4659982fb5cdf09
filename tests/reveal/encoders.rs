//! How to write a text in each encoding: what an attacker, or an honest program, does.

use std::fmt::Write as _;

use super::spelling::{
    acrostic, blanks, braille, leet, morse, nato, pig_latin, punycode, snow, spaced, upside_down,
    words,
};

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// The very text.
    None,
    /// Its letters and digits: case, spaces or marks are lost.
    Marks,
}

/// What a text must be to be written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carries {
    Anything,
    /// Words with spaces between them. Without spaces, text beyond ASCII in escapes is what JSON, URLs and HTML ask for.
    Words,
    /// Latin letters; others stay as they are.
    Latin,
    /// Only the letters of ASCII.
    Ascii,
    /// Only English, as the words are guessed.
    English,
}

pub(crate) struct Encoder {
    pub(crate) name: &'static str,
    /// The last step of its chain.
    pub(crate) step: &'static str,
    pub(crate) loss: Loss,
    pub(crate) carries: Carries,
    pub(crate) encode: fn(&str) -> String,
    /// Whether it can stand inside a line.
    pub(crate) is_inline: bool,
}

const fn exact(
    name: &'static str,
    step: &'static str,
    carries: Carries,
    encode: fn(&str) -> String,
) -> Encoder {
    Encoder {
        name,
        step,
        loss: Loss::None,
        carries,
        encode,
        is_inline: true,
    }
}

const fn lossy(
    name: &'static str,
    step: &'static str,
    carries: Carries,
    encode: fn(&str) -> String,
) -> Encoder {
    Encoder {
        loss: Loss::Marks,
        ..exact(name, step, carries, encode)
    }
}

const fn block(encoder: Encoder) -> Encoder {
    Encoder {
        is_inline: false,
        ..encoder
    }
}

pub(crate) const ENCODERS: &[Encoder] = &[
    exact("base64", "base64", Carries::Anything, |text| {
        base64(text.as_bytes())
    }),
    exact(
        "base64 without padding",
        "base64",
        Carries::Anything,
        |text| base64(text.as_bytes()).trim_end_matches('=').into(),
    ),
    exact("base64url", "base64", Carries::Anything, |text| {
        base64(text.as_bytes())
            .replace('+', "-")
            .replace('/', "_")
            .trim_end_matches('=')
            .into()
    }),
    exact("base64 of UTF-16", "base64", Carries::Ascii, |text| {
        base64(
            &text
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
        )
    }),
    exact("base32", "base32", Carries::Anything, |text| {
        base32(text.as_bytes())
    }),
    exact("base16", "base16", Carries::Anything, |text| hex(text, "")),
    exact("hex with spaces", "hex", Carries::Anything, |text| {
        hex(text, " ")
    }),
    exact("hex with 0x", "hex", Carries::Anything, |text| {
        text.bytes()
            .map(|b| format!("0x{b:02x}"))
            .collect::<Vec<_>>()
            .join(", ")
    }),
    exact("hex with colons", "hex", Carries::Anything, |text| {
        hex(text, ":")
    }),
    exact("base58", "base58", Carries::Anything, |text| {
        base58(text.as_bytes())
    }),
    block(exact("ascii85", "ascii85", Carries::Anything, |text| {
        base85(text.as_bytes(), ASCII85)
    })),
    exact("ascii85 framed", "ascii85", Carries::Anything, |text| {
        format!("<~{}~>", base85(text.as_bytes(), ASCII85))
    }),
    exact("z85", "z85", Carries::Anything, |text| {
        base85(text.as_bytes(), Z85)
    }),
    exact("base85", "base85", Carries::Anything, |text| {
        base85(text.as_bytes(), RFC1924)
    }),
    block(exact("uuencode", "uuencode", Carries::Anything, uuencode)),
    exact(
        "quoted-printable",
        "quoted-printable",
        Carries::Words,
        |text| text.bytes().map(|b| format!("={b:02X}")).collect(),
    ),
    exact("percent", "percent", Carries::Words, |text| {
        text.bytes().map(|b| format!("%{b:02x}")).collect()
    }),
    exact("percent, twice", "percent", Carries::Words, |text| {
        text.bytes().map(|b| format!("%25{b:02x}")).collect()
    }),
    exact(
        "entities, decimal",
        "html-entities",
        Carries::Words,
        |text| {
            text.chars()
                .map(|c| format!("&#{};", u32::from(c)))
                .collect()
        },
    ),
    exact("entities, hex", "html-entities", Carries::Words, |text| {
        text.chars()
            .map(|c| format!("&#x{:x};", u32::from(c)))
            .collect()
    }),
    exact("escapes, \\x", "escapes", Carries::Words, |text| {
        text.bytes().map(|b| format!("\\x{b:02x}")).collect()
    }),
    exact("escapes, \\u", "escapes", Carries::Words, |text| {
        text.encode_utf16().map(|u| format!("\\u{u:04x}")).collect()
    }),
    exact("escapes, \\u{}", "escapes", Carries::Words, |text| {
        text.chars()
            .map(|c| format!("\\u{{{:x}}}", u32::from(c)))
            .collect()
    }),
    exact("escapes, octal", "escapes", Carries::Words, |text| {
        text.bytes().map(|b| format!("\\{b:03o}")).collect()
    }),
    exact("binary", "binary", Carries::Anything, |text| {
        text.bytes()
            .map(|b| format!("{b:08b}"))
            .collect::<Vec<_>>()
            .join(" ")
    }),
    exact("binary in a row", "binary", Carries::Anything, |text| {
        text.bytes().map(|b| format!("{b:08b}")).collect()
    }),
    exact("octal", "octal", Carries::Anything, |text| {
        text.bytes()
            .map(|b| format!("{b:03o}"))
            .collect::<Vec<_>>()
            .join(" ")
    }),
    exact("decimal", "decimal", Carries::Anything, |text| {
        text.bytes()
            .map(|b| b.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    }),
    exact(
        "decimal with commas",
        "decimal",
        Carries::Anything,
        |text| {
            text.bytes()
                .map(|b| b.to_string())
                .collect::<Vec<_>>()
                .join(",")
        },
    ),
    exact("code points", "decimal", Carries::Words, |text| {
        text.chars()
            .map(|c| u32::from(c).to_string())
            .collect::<Vec<_>>()
            .join(", ")
    }),
    exact("rot13", "rot13", Carries::Latin, |text| shift(text, 13)),
    exact("caesar", "caesar-19", Carries::Latin, |text| shift(text, 7)),
    exact("atbash", "atbash", Carries::Latin, |text| {
        letters(text, |place| 25 - place)
    }),
    exact("rot47", "rot47", Carries::Ascii, rot47),
    exact("reversed", "reversed", Carries::Words, |text| {
        text.chars().rev().collect()
    }),
    block(exact(
        "reversed words",
        "reversed-words",
        Carries::English,
        |text| {
            format!("{text}.")
                .split(' ')
                .rev()
                .collect::<Vec<_>>()
                .join(" ")
        },
    )),
    block(exact(
        "concatenation",
        "concatenation",
        Carries::Anything,
        |text| pieces(text, "\" + \""),
    )),
    block(exact(
        "concatenation in code",
        "concatenation",
        Carries::Anything,
        |text| {
            format!(
                "    let note = {};\n    run(note)",
                pieces(text, "\" +\n        \"")
            )
        },
    )),
    block(exact(
        "joined list",
        "concatenation",
        Carries::Anything,
        |text| format!("say([{}].join(\"\"))", pieces(text, "\", \"")),
    )),
    lossy("punycode", "punycode", Carries::Words, |text| {
        format!(
            "xn--{}",
            punycode(
                &text
                    .to_lowercase()
                    .replace(' ', "-")
                    .replace([',', '\''], "")
            )
        )
    }),
    lossy("morse", "morse", Carries::Ascii, |text| {
        words(text, " / ", " ", morse)
    }),
    lossy("braille", "braille", Carries::Ascii, |text| {
        words(text, " ", "", braille)
    }),
    lossy("nato", "nato", Carries::Ascii, |text| {
        words(text, " / ", " ", nato)
    }),
    lossy("nato without words", "nato", Carries::Ascii, |text| {
        words(text, " ", " ", nato)
    }),
    lossy("a1z26", "a1z26", Carries::Ascii, |text| {
        words(text, " ", "-", |c| (u32::from(c) - 96).to_string())
    }),
    lossy("leetspeak", "leetspeak", Carries::Ascii, leet),
    lossy("upside-down", "upside-down", Carries::Ascii, upside_down),
    lossy("pig latin", "pig-latin", Carries::Ascii, |text| {
        text.split(' ').map(pig_latin).collect::<Vec<_>>().join(" ")
    }),
    lossy("spaced letters", "spaced-letters", Carries::Words, |text| {
        spaced(text, " ", "   ")
    }),
    lossy(
        "spaced letters, words lost",
        "spaced-letters",
        Carries::Ascii,
        |text| spaced(text, " ", " "),
    ),
    lossy("dotted letters", "spaced-letters", Carries::Words, |text| {
        spaced(text, ".", " ")
    }),
    lossy("dashed letters", "spaced-letters", Carries::Words, |text| {
        spaced(text, "-", " ")
    }),
    exact(
        "doubled letters",
        "doubled-letters",
        Carries::Words,
        |text| {
            let doubled = text
                .chars()
                .flat_map(|c| if c == ' ' { vec![c] } else { vec![c, c] });
            doubled.collect()
        },
    ),
    block(exact("blanks", "blanks", Carries::Anything, blanks)),
    block(exact("blanks by number", "blanks", Carries::Anything, snow)),
    block(lossy("acrostic", "acrostic", Carries::English, acrostic)),
];

/// The encoder of this name.
pub(crate) fn encoder(name: &str) -> &'static Encoder {
    ENCODERS
        .iter()
        .find(|encoder| encoder.name == name)
        .unwrap()
}

fn digits(bytes: &[u8], width: usize, symbols: &str) -> String {
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|b| (0..8).rev().map(move |i| b >> i & 1))
        .collect();
    let number =
        |group: &[u8]| (0..width).fold(0, |n, i| n << 1 | usize::from(*group.get(i).unwrap_or(&0)));
    bits.chunks(width)
        .map(|group| symbols.chars().nth(number(group)).unwrap())
        .collect()
}

fn base64(bytes: &[u8]) -> String {
    let mut text = digits(
        bytes,
        6,
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    );
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

fn base32(bytes: &[u8]) -> String {
    let mut text = digits(bytes, 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    while !text.len().is_multiple_of(8) {
        text.push('=');
    }
    text
}

fn hex(text: &str, between: &str) -> String {
    text.bytes()
        .map(|b| format!("{b:02x}"))
        .collect::<Vec<_>>()
        .join(between)
}

fn base58(bytes: &[u8]) -> String {
    const SYMBOLS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut number: Vec<u8> = Vec::new();
    for &byte in bytes {
        let mut carry = u32::from(byte);
        for digit in &mut number {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            number.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    number
        .iter()
        .rev()
        .map(|&digit| char::from(SYMBOLS[usize::from(digit)]))
        .collect()
}

const ASCII85: &str =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu";
const Z85: &str =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
const RFC1924: &str =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

fn base85(bytes: &[u8], symbols: &str) -> String {
    let symbols = symbols.as_bytes();
    let mut text = String::new();
    for group in bytes.chunks(4) {
        let number = (0..4).fold(0_u32, |n, i| {
            n << 8 | u32::from(*group.get(i).unwrap_or(&0))
        });
        let powers = [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1];
        for power in powers.into_iter().take(group.len() + 1) {
            text.push(char::from(symbols[(number / power % 85) as usize]));
        }
    }
    text
}

fn uuencode(text: &str) -> String {
    let mut out = String::from("begin 644 notes\n");
    for line in text.as_bytes().chunks(45) {
        let mut bytes = line.to_vec();
        bytes.resize(line.len().div_ceil(3) * 3, 0);
        let symbols: String = (0..64_u8)
            .map(|n| if n == 0 { '`' } else { char::from(n + 32) })
            .collect();
        let _ = writeln!(
            out,
            "{}{}",
            char::from(line.len() as u8 + 32),
            digits(&bytes, 6, &symbols)
        );
    }
    out + "`\nend\n"
}

fn letters(text: &str, turn: impl Fn(u8) -> u8) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' => char::from(b'a' + turn(c as u8 - b'a')),
            'A'..='Z' => char::from(b'A' + turn(c as u8 - b'A')),
            _ => c,
        })
        .collect()
}

fn shift(text: &str, by: u8) -> String {
    letters(text, |place| (place + by) % 26)
}

fn rot47(text: &str) -> String {
    text.chars()
        .map(|c| {
            if ('!'..='~').contains(&c) {
                char::from(33 + (c as u8 - 33 + 47) % 94)
            } else {
                c
            }
        })
        .collect()
}

/// Two letters each, but for what remains.
fn pieces(text: &str, between: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = chars.chunks(2).map(String::from_iter).collect();
    format!("\"{}\"", pieces.join(between))
}
