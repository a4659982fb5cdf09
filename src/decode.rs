//! From bytes or UTF-16 units to text, with every fault reported.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::rule::Rule;

/// How the input was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, little-endian, told by its byte-order mark (or given as units).
    Utf16Le,
    /// UTF-16, big-endian, told by its byte-order mark.
    Utf16Be,
}

/// Text decoded from untrusted bytes or UTF-16 units. What could not be decoded stands in it as U+FFFD and is
/// reported by [`Sanitizer::sanitize_decoded`](crate::Sanitizer::sanitize_decoded); nothing is lost silently.
///
/// # Example
///
/// ```
/// use tamis::{Decoded, Rule, Sanitizer};
/// let decoded = Decoded::from_bytes(b"caf\xE9!");
/// assert_eq!(decoded.text(), "caf\u{FFFD}!");
/// let sanitizer = Sanitizer::default();
/// let report = sanitizer.sanitize_decoded(&decoded);
/// assert_eq!(report.findings()[0].rule(), Rule::InvalidUtf8);
/// assert_eq!(report.findings()[0].origin_span(), Some(3..4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
    encoding: Encoding,
    faults: Vec<Fault>,
}

/// One place that could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) rule: Rule,
    /// The U+FFFD, in bytes of the decoded text.
    pub(crate) byte_span: Range<usize>,
    /// The fault itself, in units of the input.
    pub(crate) origin_span: Range<usize>,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl<'a> Decoded<'a> {
    /// Decodes UTF-8, or UTF-16 if a byte-order mark says so. The mark is not part of the text. Borrows when it can.
    ///
    /// A surrogate encoded as three bytes (as in WTF-8) is one `lone-surrogate`; every other fault is one
    /// `invalid-utf8` for each maximal ill-formed sequence, as the Unicode Standard (3.9) and the web recommend. Linear.
    #[must_use]
    pub fn from_bytes(bytes: &'a [u8]) -> Self {
        match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] => from_utf8(rest, BYTE_ORDER_MARK.len()),
            [0xFF, 0xFE, rest @ ..] => from_utf16_bytes(rest, Encoding::Utf16Le),
            [0xFE, 0xFF, rest @ ..] => from_utf16_bytes(rest, Encoding::Utf16Be),
            _ => from_utf8(bytes, 0),
        }
    }

    /// Decodes WTF-8: UTF-8 that may hold surrogates in three bytes each, as a JSON string with escapes comes out of a
    /// parser. As [`from_bytes`](Self::from_bytes), but nothing is taken for a byte-order mark. Linear.
    ///
    /// # Example
    ///
    /// ```
    /// let decoded = tamis::Decoded::from_wtf8(b"\xED\xA0\x80!");
    /// assert_eq!(decoded.text(), "\u{FFFD}!");
    /// ```
    #[must_use]
    pub fn from_wtf8(bytes: &'a [u8]) -> Self {
        from_utf8(bytes, 0)
    }

    /// Decodes UTF-16 units, as JavaScript and Windows hold them. Each lone surrogate becomes one U+FFFD, so that
    /// UTF-16 offsets stay what they were. Linear.
    #[must_use]
    pub fn from_utf16(units: &[u16]) -> Self {
        let mut builder = Builder::default();
        builder.push_units(units.iter().copied(), 1, 0);
        builder.finish(Encoding::Utf16Le)
    }

    /// The decoded text: this is what is called dirty from here on.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the input was encoded.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether every byte could be decoded.
    #[must_use]
    pub fn is_faithful(&self) -> bool {
        self.faults.is_empty()
    }

    pub(crate) fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

fn from_utf8(bytes: &[u8], offset: usize) -> Decoded<'_> {
    if let Ok(text) = core::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            faults: Vec::new(),
        };
    }
    let mut builder = Builder::default();
    builder.push_utf8(bytes, offset);
    builder.finish(Encoding::Utf8)
}

fn from_utf16_bytes(bytes: &[u8], encoding: Encoding) -> Decoded<'static> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let unit = if encoding == Encoding::Utf16Be {
        u16::from_be_bytes
    } else {
        u16::from_le_bytes
    };
    let mut builder = Builder::default();
    builder.push_units(pairs.iter().map(|&pair| unit(pair)), 2, 2);
    if !odd.is_empty() {
        builder.push_fault(Rule::InvalidUtf16, bytes.len() + 1..bytes.len() + 2);
    }
    builder.finish(encoding)
}

/// Text being decoded, and its faults.
#[derive(Clone, Debug, Default)]
struct Builder {
    text: String,
    /// Where the text stands in all that is decoded.
    offset: usize,
    faults: Vec<Fault>,
}

impl Builder {
    /// Appends UTF-8 that stands `origin` bytes into the input.
    fn push_utf8(&mut self, bytes: &[u8], origin: usize) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let at = origin + bytes.len() - rest.len();
            if let [0xED, 0xA0..=0xBF, 0x80..=0xBF, after @ ..] = rest {
                self.push_fault(Rule::LoneSurrogate, at..at + 3);
                rest = after;
                continue;
            }
            // several times as fast as to look for chunks, and most often all there is to do
            if let Ok(text) = core::str::from_utf8(rest) {
                self.text.push_str(text);
                return;
            }
            // one chunk is a valid stretch and the ill-formed sequence that ends it
            let Some(chunk) = rest.utf8_chunks().next() else {
                break;
            };
            let (valid, ill_formed) = (chunk.valid(), chunk.invalid());
            self.text.push_str(valid);
            let at = at + valid.len();
            rest = rest.get(valid.len()..).unwrap_or_default();
            if matches!(rest, [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..]) {
                continue;
            }
            if !ill_formed.is_empty() {
                self.push_fault(Rule::InvalidUtf8, at..at + ill_formed.len());
                rest = rest.get(ill_formed.len()..).unwrap_or_default();
            }
        }
    }

    /// Appends UTF-16 units that stand `offset` bytes or units into the input and take `width` of them each.
    fn push_units(&mut self, units: impl Iterator<Item = u16>, width: usize, offset: usize) {
        let mut at = offset;
        for decoded in char::decode_utf16(units) {
            match decoded {
                Ok(c) => {
                    self.text.push(c);
                    at += c.len_utf16() * width;
                }
                Err(_) => {
                    self.push_fault(Rule::LoneSurrogate, at..at + width);
                    at += width;
                }
            }
        }
    }

    fn push_fault(&mut self, rule: Rule, origin_span: Range<usize>) {
        let start = self.offset + self.text.len();
        self.text.push(char::REPLACEMENT_CHARACTER);
        self.faults.push(Fault {
            rule,
            byte_span: start..self.offset + self.text.len(),
            origin_span,
        });
    }

    fn finish(self, encoding: Encoding) -> Decoded<'static> {
        Decoded {
            text: Cow::Owned(self.text),
            encoding,
            faults: self.faults,
        }
    }
}

/// How many bytes at the end are the beginning of one character, or of a surrogate in three bytes. What stands before
/// them is decoded the same whatever follows, because they begin with a byte that begins every sequence.
fn unfinished_len(bytes: &[u8]) -> usize {
    let may_go_on = |bytes: &[u8]| {
        matches!(bytes, [0xED, 0xA0..=0xBF])
            || core::str::from_utf8(bytes)
                .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
    };
    let lengths = 1..=Incoming::MAX_PENDING_BYTES.min(bytes.len());
    let mut unfinished = lengths.filter(|length| {
        let end = bytes.len().checked_sub(*length);
        end.and_then(|start| bytes.get(start..))
            .is_some_and(may_go_on)
    });
    unfinished.next().unwrap_or(0)
}

/// UTF-8 that comes in chunks, as [`Decoded::from_bytes`] decodes the whole. Holds the text until it is released.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incoming {
    held: Builder,
    /// The beginning of a sequence whose end has not come yet.
    pending: Vec<u8>,
    /// How many bytes of the input came before it.
    origin: usize,
    begun: bool,
}

impl Incoming {
    /// How many bytes of a sequence can be pending.
    pub(crate) const MAX_PENDING_BYTES: usize = 3;

    /// From here on, nothing is taken for a byte-order mark.
    pub(crate) fn begin(&mut self) {
        self.begun |= self.pending.is_empty();
    }

    /// Decodes the next bytes, which may be the last.
    pub(crate) fn push(&mut self, bytes: &[u8], last: bool) {
        let mut pending = core::mem::take(&mut self.pending);
        if pending.is_empty() {
            let taken = self.decode(bytes, last);
            pending.extend_from_slice(bytes.get(taken..).unwrap_or_default());
        } else {
            pending.extend_from_slice(bytes);
            let taken = self.decode(&pending, last);
            pending.drain(..taken);
        }
        self.pending = pending;
    }

    /// How many bytes could be decoded, or were the byte-order mark.
    fn decode(&mut self, bytes: &[u8], last: bool) -> usize {
        let unfinished = if last { 0 } else { unfinished_len(bytes) };
        let taken = bytes.len() - unfinished;
        let finished = bytes.get(..taken).unwrap_or_default();
        let text = match finished.strip_prefix(BYTE_ORDER_MARK) {
            Some(text) if !self.begun => text,
            _ => finished,
        };
        self.held.push_utf8(text, self.origin + taken - text.len());
        self.origin += taken;
        self.begun |= taken > 0;
        taken
    }

    /// Where the held text begins in all that was decoded.
    pub(crate) const fn offset(&self) -> usize {
        self.held.offset
    }

    pub(crate) fn text(&self) -> &str {
        &self.held.text
    }

    /// The faults in the held text; they count from the start of all that was decoded.
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.held.faults
    }

    pub(crate) const fn held_bytes(&self) -> usize {
        self.held.text.len() + self.pending.len()
    }

    /// Forgets the first `bytes` of the held text.
    pub(crate) fn release(&mut self, bytes: usize) {
        let Builder {
            text,
            offset,
            faults,
        } = &mut self.held;
        text.drain(..bytes);
        *offset += bytes;
        let done = faults.partition_point(|fault| fault.byte_span.start < *offset);
        faults.drain(..done);
    }
}
