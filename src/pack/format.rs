//! The bytes of a pack.
//!
//! All numbers have their lowest byte first. A text is its length in four bytes, then UTF-8; a list is its length in four
//! bytes, then what is in it.
//!
//! ```text
//! 8   tamispak
//! 2   format, 1
//! 4   length of all, the signature included
//! 32  public key
//! 8   version
//!     id: text
//!     classes: list of name and words, two texts
//!     rules: list of id, why; four weights and a flag, a byte each; patterns, examples, counter-examples: lists of texts
//! 64  Ed25519 signature of all before it
//! ```

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};

use super::PackError;
use crate::score::rules::{OwnRule, OwnRules};

const MAGIC: &[u8; 8] = b"tamispak";

/// The format that is written, and the only one that is read.
const FORMAT: u16 = 1;

/// How long a signature is.
pub(super) const SIGNATURE: usize = 64;

/// The three parts of a pack, before anything is known of the signature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) key: &'a [u8; 32],
    /// Version, id and rules.
    pub(super) content: &'a [u8],
    /// All that the signature is of.
    pub(super) signed: &'a [u8],
    pub(super) signature: &'a [u8; SIGNATURE],
}

/// What the signature vouches for.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) version: u64,
    pub(super) id: String,
    pub(super) rules: OwnRules,
}

/// Finds the parts of a pack.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts<'_>, PackError> {
    let Some(behind_magic) = bytes.strip_prefix(MAGIC) else {
        let is_begun = MAGIC.starts_with(bytes);
        return Err(if is_begun {
            PackError::Truncated
        } else {
            PackError::NotAPack
        });
    };
    let mut reader = Reader(behind_magic);
    let format = u16::from_le_bytes(reader.array().ok_or(PackError::Truncated)?);
    if format != FORMAT {
        return Err(PackError::UnknownFormat { format });
    }
    let length = u32::from_le_bytes(reader.array().ok_or(PackError::Truncated)?) as usize;
    if bytes.len() > length {
        return Err(PackError::TrailingBytes);
    }
    let key = reader.take::<32>().ok_or(PackError::Truncated)?;
    let end = reader.0.split_last_chunk::<SIGNATURE>();
    let (content, signature) = end.ok_or(PackError::Truncated)?;
    let signed = bytes.split_last_chunk::<SIGNATURE>();
    let (signed, _) = signed.ok_or(PackError::Truncated)?;
    if bytes.len() < length {
        return Err(PackError::Truncated);
    }
    Ok(Parts {
        key,
        content,
        signed,
        signature,
    })
}

/// Reads what was signed. Every text and list is held to the bytes that are there before room is made for it.
pub(super) fn content(bytes: &[u8]) -> Option<Content> {
    let mut reader = Reader(bytes);
    let version = u64::from_le_bytes(reader.array()?);
    let id = reader.text()?;
    let mut rules = OwnRules::new();
    for _ in 0..reader.number()? {
        let (class, words) = (reader.text()?, reader.text()?);
        rules = rules.with_words(class, words);
    }
    for _ in 0..reader.number()? {
        let mut rule = OwnRule::new(reader.text()?, reader.text()?);
        let [user, document, tool, model, negatable] = reader.array()?;
        rule.weights = [user, document, tool, model];
        rule.negatable = match negatable {
            0 => false,
            1 => true,
            _ => return None,
        };
        rule.patterns = reader.texts()?;
        rule.examples = reader.texts()?;
        rule.counter = reader.texts()?;
        rules = rules.with_rule(rule);
    }
    let is_done = reader.0.is_empty();
    is_done.then_some(Content { version, id, rules })
}

/// All of a pack but its signature.
#[cfg(feature = "packs")]
pub(super) fn write(key: &[u8; 32], version: u64, id: &str, rules: &OwnRules) -> Vec<u8> {
    let mut writer = Writer(Vec::new());
    writer.0.extend(MAGIC);
    writer.0.extend(FORMAT.to_le_bytes());
    let length = writer.0.len();
    writer.number(0);
    writer.0.extend(key);
    writer.0.extend(version.to_le_bytes());
    writer.text(id);
    writer.number(rules.words.len());
    for (class, words) in &rules.words {
        writer.text(class);
        writer.text(words);
    }
    writer.number(rules.rules.len());
    for rule in &rules.rules {
        writer.text(&rule.id);
        writer.text(&rule.why);
        writer.0.extend(rule.weights);
        writer.0.push(u8::from(rule.negatable));
        writer.texts(&rule.patterns);
        writer.texts(&rule.examples);
        writer.texts(&rule.counter);
    }
    let all = (writer.0.len() + SIGNATURE) as u32;
    if let Some(place) = writer.0.get_mut(length..length + 4) {
        place.copy_from_slice(&all.to_le_bytes());
    }
    writer.0
}

#[cfg(feature = "packs")]
struct Writer(Vec<u8>);

#[cfg(feature = "packs")]
impl Writer {
    /// Rules that compile are far shorter than four bytes can say.
    fn number(&mut self, number: usize) {
        self.0.extend((number as u32).to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }
}

/// The bytes that are left.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(first)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take().copied()
    }

    fn number(&mut self) -> Option<usize> {
        let number = u32::from_le_bytes(self.array()?) as usize;
        // each text and rule takes four bytes or more
        (number <= self.0.len()).then_some(number)
    }

    fn text(&mut self) -> Option<String> {
        let (text, rest) = self.number().and_then(|len| self.0.split_at_checked(len))?;
        self.0 = rest;
        str::from_utf8(text).ok().map(str::to_owned)
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.number()?;
        (0..count).map(|_| self.text()).collect()
    }
}
