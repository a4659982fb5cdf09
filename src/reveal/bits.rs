//! Bits and digits spelled in zero-width characters and invisible operators.

use alloc::{string::String, vec::Vec};

use super::{
    Reading,
    carrier::Carrier,
    language::{ascii_share, common_share, is_coherent, is_varied, printable_share, word_share},
};
use crate::unicode::{class, is_unified_ideograph};

/// Readings are tried on this many symbols; the best one is then read whole.
const TRIAL_SYMBOLS: usize = 512;

/// The most different symbols that a message is looked for in. More of them are not an alphabet in use.
const MAX_ALPHABET: usize = 8;

/// A symbol that stands no more often than this may frame the message instead of spelling it.
const MAX_FRAME: usize = 4;

/// The shortest message: of fewer characters, some reading of noise looks like a word.
const MIN_CHARS: usize = 3;

/// The share of word characters from which a reading is believed.
const MIN_WORD_SHARE: f32 = 0.8;

pub(super) fn carries(c: char) -> bool {
    class(c).spells_bits()
}

/// Reads the symbols as digits in every way in use, and takes the one that reads most like words.
pub(super) fn read(message: &[Carrier]) -> Option<Reading> {
    let symbols: Vec<char> = message.iter().map(|carrier| carrier.c).collect();
    let trial = symbols.get(..TRIAL_SYMBOLS).unwrap_or(&symbols);
    let mut best: Option<(f32, Scheme)> = None;
    for scheme in Scheme::all(&symbols) {
        let text = scheme.read(trial);
        let believable = word_share(&text) >= MIN_WORD_SHARE
            && text.chars().count() >= MIN_CHARS
            && is_coherent(&text)
            && is_varied(&text)
            && !is_chance(&text);
        // sixteen bits of anything are often an ideograph; sixteen bits of noise are never a word of ASCII
        // and of two ways to pair symbols with digits, the one that spells common letters is right
        let score = word_share(&text) + ascii_share(&text) + common_share(&text);
        if believable && best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, scheme));
        }
    }
    let (_, scheme) = best?;
    let sneaky = scheme
        .digits
        .iter()
        .all(|c| matches!(c, '\u{2062}' | '\u{2064}'));
    let step = match scheme.digits.len() {
        _ if sneaky => "sneaky-bits",
        2 => "zero-width-bits",
        _ => "zero-width-digits",
    };
    Some(Reading {
        text: scheme.read(&symbols),
        step,
    })
}

/// Whether a text is what symbols at random read as: a few ideographs, which are a third of all numbers of sixteen bits; a few
/// letters with digits among them; characters that are not drawn.
fn is_chance(text: &str) -> bool {
    const FEW: usize = 8;
    let count = text.chars().count();
    let of = |is: fn(char) -> bool| text.chars().filter(|&c| is(c)).count();
    printable_share(text) < 1.0
        || count < FEW && (of(is_unified_ideograph) * 2 > count || of(|c| c.is_ascii_digit()) > 0)
}

/// One way to read symbols: which are the digits, what parts the characters, how digits make a character.
#[derive(Clone, Debug)]
struct Scheme {
    /// The symbols for nought, one, and so on.
    digits: Vec<char>,
    layout: Layout,
}

#[derive(Clone, Copy, Debug)]
enum Layout {
    /// So many digits to a number, the lowest first if `low_first`; numbers are `unit`s.
    Fixed {
        width: usize,
        low_first: bool,
        unit: Unit,
    },
    /// As many digits as there are up to the separator; each number is a code point.
    Separated { separator: char },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// UTF-8 bytes, or 7-bit ASCII.
    Byte,
    /// UTF-16 units.
    Utf16,
}

impl Scheme {
    /// Every scheme worth trying on these symbols.
    fn all(symbols: &[char]) -> Vec<Self> {
        let mut schemes = Vec::new();
        let alphabet = alphabet(symbols);
        Self::fixed(&alphabet, &mut schemes);
        // one symbol may part the characters, or only frame the message
        if alphabet.len() > 2 {
            for &separator in &alphabet {
                let digits: Vec<char> = alphabet
                    .iter()
                    .copied()
                    .filter(|&c| c != separator)
                    .collect();
                for digits in orders(&digits) {
                    schemes.push(Self {
                        digits,
                        layout: Layout::Separated { separator },
                    });
                }
                if symbols.iter().filter(|&&c| c == separator).count() <= MAX_FRAME {
                    Self::fixed(&digits, &mut schemes);
                }
            }
        }
        schemes
    }

    fn fixed(alphabet: &[char], schemes: &mut Vec<Self>) {
        let base = alphabet.len();
        if !(2..=MAX_ALPHABET).contains(&base) {
            return;
        }
        for digits in orders(alphabet) {
            for (values, unit) in [
                (0x100, Unit::Byte),
                (0x80, Unit::Byte),
                (0x1_0000, Unit::Utf16),
            ] {
                let width = digits_for(values, base);
                for low_first in [false, true] {
                    let layout = Layout::Fixed {
                        width,
                        low_first,
                        unit,
                    };
                    schemes.push(Self {
                        digits: digits.clone(),
                        layout,
                    });
                }
            }
        }
    }

    /// The text that symbols spell; symbols that are no digits are passed over. Empty if it breaks off before its last
    /// character: then this is not how it was written.
    fn read(&self, symbols: &[char]) -> String {
        match self.layout {
            Layout::Separated { separator } => {
                let groups = symbols
                    .split(|&c| c == separator)
                    .filter(|group| !group.is_empty());
                let chars = groups.map(|group| char::from_u32(self.number(group.iter().copied())?));
                chars.collect::<Option<String>>().unwrap_or_default()
            }
            Layout::Fixed {
                width,
                low_first,
                unit,
            } => {
                let digits: Vec<char> = symbols
                    .iter()
                    .copied()
                    .filter(|c| self.digits.contains(c))
                    .collect();
                let number = |group: &[char]| match low_first {
                    true => self.number(group.iter().rev().copied()),
                    false => self.number(group.iter().copied()),
                };
                let numbers: Option<Vec<u32>> = digits.chunks_exact(width).map(number).collect();
                numbers
                    .and_then(|numbers| text(&numbers, unit))
                    .unwrap_or_default()
            }
        }
    }

    /// A number of these digits, the highest first; `None` if it is past Unicode or a symbol is no digit.
    fn number(&self, symbols: impl Iterator<Item = char>) -> Option<u32> {
        let base = u32::try_from(self.digits.len()).ok()?;
        let mut number = 0_u32;
        for symbol in symbols {
            let digit = self.digits.iter().position(|&c| c == symbol)?;
            number = number
                .checked_mul(base)?
                .checked_add(u32::try_from(digit).ok()?)?;
        }
        (number <= 0x10_FFFF).then_some(number)
    }
}

/// The text that numbers spell, but for a character that the end cuts through.
fn text(numbers: &[u32], unit: Unit) -> Option<String> {
    match unit {
        Unit::Utf16 => {
            let units: Vec<u16> = numbers
                .iter()
                .map(|&n| u16::try_from(n).ok())
                .collect::<Option<_>>()?;
            String::from_utf16(&units).ok()
        }
        Unit::Byte => {
            let bytes: Vec<u8> = numbers
                .iter()
                .map(|&n| u8::try_from(n).ok())
                .collect::<Option<_>>()?;
            let whole = match core::str::from_utf8(&bytes) {
                Err(error) if error.error_len().is_none() => error.valid_up_to(),
                _ => bytes.len(),
            };
            String::from_utf8(bytes.get(..whole)?.to_vec()).ok()
        }
    }
}

/// The different symbols, in the order of their code points; at most one more than can be read.
fn alphabet(symbols: &[char]) -> Vec<char> {
    let mut alphabet: Vec<char> = Vec::new();
    for &symbol in symbols {
        if let Err(place) = alphabet.binary_search(&symbol)
            && alphabet.len() <= MAX_ALPHABET
        {
            alphabet.insert(place, symbol);
        }
    }
    alphabet
}

/// In which order symbols may stand for nought, one, and so on: each of them for few symbols, for many the order of
/// code points and its reverse.
fn orders(alphabet: &[char]) -> Vec<Vec<char>> {
    match alphabet {
        &[] | &[_] => Vec::new(),
        &[_, _] | &[_, _, _] | &[_, _, _, _] => permutations(alphabet),
        _ => Vec::from([alphabet.to_vec(), alphabet.iter().rev().copied().collect()]),
    }
}

fn permutations(items: &[char]) -> Vec<Vec<char>> {
    if items.len() < 2 {
        return Vec::from([items.to_vec()]);
    }
    let mut all = Vec::new();
    for (index, &first) in items.iter().enumerate() {
        let rest: Vec<char> = items
            .iter()
            .enumerate()
            .filter(|&(i, _)| i != index)
            .map(|(_, &c)| c)
            .collect();
        for mut tail in permutations(&rest) {
            tail.insert(0, first);
            all.push(tail);
        }
    }
    all
}

/// How many digits of this base tell `values` values apart.
fn digits_for(values: usize, base: usize) -> usize {
    let mut width = 0;
    let mut reach = 1;
    while reach < values {
        reach *= base;
        width += 1;
    }
    width
}
