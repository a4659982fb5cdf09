//! Cleaning a text that comes in chunks.

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::{
    block::{self, MAX_BLOCK_BYTES},
    cleaning::{Cleaning, beyond_limit},
    decode::{Fault, Incoming},
    excerpts::Excerpts,
    finding::{Finding, Reveal},
    map::Walk,
    paragraph::Reader,
    policy::Policy,
    reveal::{self, Channels},
    score::{self, Risk, rules::CompiledRules},
    source::Source,
    stage::Boundaries,
};

/// How much of a chunk is decoded before it is cleaned: each byte may become a U+FFFD of three.
const PIECE_BYTES: usize = MAX_BLOCK_BYTES / 4;

/// Cleans a text that comes in chunks, cut anywhere: between lines, inside a word, inside a character.
///
/// What is delivered, taken together, is what [`Sanitizer::sanitize`](crate::Sanitizer::sanitize) delivers for the
/// whole, and [`finish`](Self::finish) gives the same findings, reveals and risk, wherever the cuts are.
///
/// Clean text is delivered line by line, because a verdict may depend on any part of a line; a line longer than 64 KiB is
/// delivered in parts. Between two calls at most [`MAX_HELD_BYTES`](Self::MAX_HELD_BYTES) of text are held back. A policy
/// that reads [markup over the whole text](crate::Policy::with_whole_markup) is the exception: an element may hide its
/// content up to the end, so that all is held back until then, up to the limit on input. Beside that, memory grows only
/// with what is found: its findings, and the hidden characters that may spell a message. For [`StreamEnd::explain`] the last 256 KiB
/// are kept, and excerpts of 1 KiB: at most sixteen for each rule over characters and markup, one for each rule over words, two more.
/// Work is linear, however small the chunks.
///
/// There is no offset map: it would grow with everything that normalization touches.
///
/// # Example
///
/// ```
/// let sanitizer = tamis::Sanitizer::default();
/// let mut stream = sanitizer.stream();
/// let mut clean = String::new();
/// for chunk in ["Dear all,\nplease pa", "y\u{200B}", "pal.\nBye"] { // ZERO WIDTH SPACE
///     clean += stream.push_str(chunk);
/// }
/// let end = stream.finish();
/// clean += end.clean();
/// assert_eq!(clean, "Dear all,\nplease paypal.\nBye");
/// assert_eq!(end.findings()[0].byte_span(), 20..23);
/// ```
#[derive(Clone, Debug)]
pub struct Stream {
    policy: Policy,
    boundaries: Boundaries,
    source: Source,
    incoming: Incoming,
    /// So many bytes of the held text are known to have no line feed.
    searched: usize,
    /// Where in dirty the part begins that lies beyond the limit.
    limit: Option<usize>,
    faulty: bool,
    delivery: Delivery,
}

/// What came of the blocks so far.
#[derive(Clone, Debug)]
struct Delivery {
    clean: String,
    changed: bool,
    findings: Vec<Finding>,
    channels: Channels,
    words: score::Judge,
    /// What markup hides.
    reveals: Vec<Reveal>,
    reader: Reader,
    excerpts: Excerpts,
}

impl Stream {
    /// How much text is held back at most between two calls: the longest part of a line that is looked at together, and
    /// a character whose last byte has not come yet. Under a policy that reads markup over the whole text, all of it is.
    pub const MAX_HELD_BYTES: usize = MAX_BLOCK_BYTES + Incoming::MAX_PENDING_BYTES;

    pub(crate) fn new(
        policy: Policy,
        boundaries: Boundaries,
        rules: Option<&CompiledRules>,
        source: Source,
    ) -> Self {
        Self {
            policy,
            boundaries,
            source,
            incoming: Incoming::default(),
            searched: 0,
            limit: None,
            faulty: false,
            delivery: Delivery {
                words: score::Judge::new(rules),
                reveals: Vec::new(),
                clean: String::new(),
                changed: false,
                findings: Vec::new(),
                channels: Channels::default(),
                reader: Reader::new(&policy),
                excerpts: Excerpts::new(),
            },
        }
    }

    /// Takes the next bytes, and returns the clean text that is ready.
    ///
    /// Bytes are UTF-8, decoded as [`Decoded::from_bytes`](crate::Decoded::from_bytes) does, faults and byte-order mark
    /// included. UTF-16 must be decoded before.
    ///
    /// # Example
    ///
    /// ```
    /// let mut stream = tamis::Sanitizer::default().stream();
    /// assert_eq!(stream.push(b"caf\xC3"), "");
    /// assert_eq!(stream.push(b"\xA9\nau "), "café\n");
    /// assert_eq!(stream.finish().clean(), "au ");
    /// ```
    pub fn push(&mut self, chunk: &[u8]) -> &str {
        self.delivery.start_over();
        for piece in chunk.chunks(PIECE_BYTES) {
            self.incoming.push(piece, false);
            self.sift(false);
        }
        &self.delivery.clean
    }

    /// As [`push`](Self::push), for text; nothing is taken for a byte-order mark.
    pub fn push_str(&mut self, chunk: &str) -> &str {
        self.incoming.begin();
        self.push(chunk.as_bytes())
    }

    /// Cleans what is still held back, and says what was found in the whole text.
    #[must_use]
    pub fn finish(mut self) -> StreamEnd {
        self.delivery.start_over();
        self.incoming.push(&[], true);
        self.sift(true);
        let Delivery {
            clean,
            changed,
            mut findings,
            channels,
            words,
            reveals,
            mut reader,
            excerpts,
        } = self.delivery;
        if let Some(start) = self.limit {
            findings.push(beyond_limit(&self.policy, start..self.incoming.offset()));
        }
        let max_bytes = self.policy.limits().max_reveal_bytes();
        channels.attach(&mut findings, max_bytes, reader.budget());
        reveal::attach(&mut findings, reveals);
        reader.finish(&self.policy, &mut findings);
        let risk = score::weigh(&findings, words, self.source);
        let signals = risk.signals.iter();
        let cut_off = self.limit.is_some() && !self.policy.fail_open();
        StreamEnd {
            clean,
            words: signals
                .map(|signal| excerpts.words(&signal.byte_span))
                .collect(),
            risk,
            findings,
            source: self.source,
            changed: self.faulty || changed || cut_off,
        }
    }

    /// How many bytes are held back: never more than [`MAX_HELD_BYTES`](Self::MAX_HELD_BYTES), unless the policy reads
    /// markup over the whole text.
    #[must_use]
    pub const fn held_bytes(&self) -> usize {
        self.incoming.held_bytes()
    }

    /// Who writes the text, as the caller said.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// Cleans each block that is whole; all of the held text if it is the `last`.
    fn sift(&mut self, last: bool) {
        let Self {
            policy,
            boundaries,
            incoming,
            delivery,
            ..
        } = self;
        let (text, offset, mut faults) = (incoming.text(), incoming.offset(), incoming.faults());
        self.faulty |= !faults.is_empty();
        let mut done = 0;
        if self.limit.is_none() {
            let room = policy.limits().max_input_bytes().saturating_sub(offset);
            let (within, beyond) = text.split_at(text.floor_char_boundary(room));
            if !beyond.is_empty() {
                self.limit = Some(offset + within.len());
            }
            let is_end = last || !beyond.is_empty();
            let whole = policy.whole_markup();
            while let Some(rest) = within.get(done..).filter(|rest| !rest.is_empty()) {
                // an element may hide its content up to the very end
                let end = if whole {
                    None
                } else {
                    block::end(rest, self.searched)
                };
                let Some(block) = end
                    .or(is_end.then_some(rest.len()))
                    .and_then(|end| rest.get(..end))
                else {
                    break;
                };
                let start = offset + done;
                done += block.len();
                let count = faults.partition_point(|f| f.byte_span.start < offset + done);
                let (of_block, behind) = faults.split_at_checked(count).unwrap_or_default();
                delivery.add(policy, boundaries, block, start, of_block);
                faults = behind;
                self.searched = 0;
            }
            self.searched = within.len() - done;
        }
        if self.limit.is_some() {
            let beyond = text.get(done..).unwrap_or_default();
            let at = offset + done;
            let cut = beyond_limit(policy, at..at + beyond.len());
            let found = Some(cut).filter(|_| self.limit == Some(at));
            let revealed = delivery.reader.reveals();
            delivery
                .excerpts
                .take(beyond, found.as_slice(), &[], revealed, &delivery.words);
            if policy.fail_open() {
                delivery.clean.push_str(beyond);
            }
            done = text.len();
        }
        incoming.release(done);
    }
}

impl Delivery {
    /// What was ready has been read. One large chunk must not keep its memory for good.
    fn start_over(&mut self) {
        self.clean.clear();
        self.clean.shrink_to(4 * MAX_BLOCK_BYTES);
    }

    fn add(
        &mut self,
        policy: &Policy,
        boundaries: &Boundaries,
        block: &str,
        offset: usize,
        faults: &[Fault],
    ) {
        let cleaning = Cleaning::of_block(policy, boundaries, block, offset, faults);
        let mut walk = Walk::new(cleaning.pieces(), offset);
        self.words
            .read(cleaning.text(), |span| walk.dirty_span(span));
        let (clean, pieces, mut findings, mut reveals) = cleaning.into_parts();
        self.changed |= matches!(clean, Cow::Owned(_));
        self.clean.push_str(&clean);
        self.channels.gather(block, offset, &findings);
        self.reader.read(&clean, &pieces);
        let revealed = self.reader.reveals();
        self.excerpts
            .take(block, &findings, &reveals, revealed, &self.words);
        self.findings.append(&mut findings);
        self.reveals.append(&mut reveals);
    }
}

/// The end of a [`Stream`]: the rest of clean, and what was found in the whole text.
#[derive(Clone, Debug)]
pub struct StreamEnd {
    clean: String,
    pub(crate) findings: Vec<Finding>,
    pub(crate) risk: Risk,
    /// For each signal its words, as far as they were kept.
    pub(crate) words: Vec<String>,
    source: Source,
    changed: bool,
}

impl StreamEnd {
    /// The clean text that was still held back.
    #[must_use]
    pub fn clean(&self) -> &str {
        &self.clean
    }

    /// Whether all of clean differs from the text as it came, before decoding too.
    #[must_use]
    pub const fn changed(&self) -> bool {
        self.changed
    }

    /// What was found: ordered by place, disjoint. Spans count from the start of the whole text, decoded.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The hidden messages that could be decoded, in the order of their first character.
    pub fn reveals(&self) -> impl Iterator<Item = &Reveal> {
        self.findings.iter().filter_map(Finding::reveal)
    }

    /// How likely the text is trying to take the model over.
    #[must_use]
    pub const fn risk(&self) -> &Risk {
        &self.risk
    }

    /// Who wrote the text, as the caller said.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }
}
