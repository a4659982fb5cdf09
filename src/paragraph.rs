//! Where clean text is parted to look for encoded text in it, and where what is found stands in dirty.
//!
//! A part is a paragraph: what stands between two empty lines. It depends on nothing but its own bytes, so that a text that
//! arrives in chunks is parted where the whole is.

use core::ops::Range;

use alloc::{boxed::Box, string::String, vec::Vec};

use crate::{
    finding::{Action, Finding, Reveal},
    map::{self, Piece},
    policy::Policy,
    reveal::{self, Budget},
    rule::Rule,
};

/// How long a part is at most, in bytes. A longer paragraph is cut between two lines, if it has any.
pub(crate) const MAX_PART_BYTES: usize = 64 << 10;

/// Reads clean text for what is encoded in it. Memory grows with what is found, and holds one open paragraph of a stream.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    is_on: bool,
    max_bytes: usize,
    budget: Budget,
    reveals: Vec<Reveal>,
    /// Where something was not decoded, because the limits did not allow it.
    stopped: Option<Range<usize>>,
    /// The paragraph that has not ended yet; so much of it is known to hold no end.
    open: String,
    searched: usize,
    /// Where it begins in clean.
    at: usize,
    /// The changes that matter to it, and the one before.
    pieces: Vec<Piece>,
}

impl Reader {
    pub(crate) fn new(policy: &Policy) -> Self {
        let limits = policy.limits();
        Self {
            is_on: policy.action(Rule::EncodedText).is_some(),
            max_bytes: limits.max_reveal_bytes(),
            budget: Budget::new(limits.max_reveal_depth(), limits.max_decoded_bytes()),
            reveals: Vec::new(),
            stopped: None,
            open: String::new(),
            searched: 0,
            at: 0,
            pieces: Vec::new(),
        }
    }

    /// Reads a text that is whole.
    pub(crate) fn read_whole(&mut self, clean: &str, pieces: &[Piece]) {
        if !self.is_on {
            return;
        }
        let mut at = 0;
        while let Some(rest) = clean.get(at..).filter(|rest| !rest.is_empty()) {
            let end = end(rest, 0).unwrap_or(rest.len());
            self.read_part(rest.get(..end).unwrap_or_default(), at, pieces);
            at += end;
        }
    }

    /// Reads the next clean text of a stream, whose changes count from its start.
    pub(crate) fn read(&mut self, clean: &str, pieces: &[Piece]) {
        if !self.is_on {
            return;
        }
        let start = self.at + self.open.len();
        self.pieces.extend(pieces.iter().map(|piece| Piece {
            before: piece.before.clone(),
            after: piece.after.start + start..piece.after.end + start,
        }));
        self.open.push_str(clean);
        let (open, mut done) = (core::mem::take(&mut self.open), 0);
        let changes = core::mem::take(&mut self.pieces);
        while let Some(rest) = open.get(done..) {
            match end(rest, self.searched) {
                Ok(end) => {
                    self.read_part(rest.get(..end).unwrap_or_default(), self.at, &changes);
                    self.at += end;
                    done += end;
                    self.searched = 0;
                }
                Err(searched) => {
                    self.searched = searched;
                    break;
                }
            }
        }
        self.open = open;
        self.open.drain(..done);
        self.pieces = changes;
        // one change before the paragraph says where it stands
        let past = self
            .pieces
            .partition_point(|piece| piece.after.end <= self.at);
        self.pieces.drain(..past.saturating_sub(1));
    }

    fn read_part(&mut self, part: &str, at: usize, pieces: &[Piece]) {
        let (reveals, stopped) = reveal::encoded(part, self.max_bytes, &mut self.budget);
        let in_dirty =
            |span: &Range<usize>| map::dirty_span(pieces, span.start + at..span.end + at);
        self.reveals
            .extend(reveals.into_iter().map(|reveal| Reveal {
                byte_span: in_dirty(&reveal.byte_span),
                ..reveal
            }));
        if self.stopped.is_none() {
            self.stopped = stopped.as_ref().map(in_dirty);
        }
    }

    /// What was found so far.
    pub(crate) fn reveals(&self) -> &[Reveal] {
        &self.reveals
    }

    /// What the channels of hidden characters may still decode.
    pub(crate) const fn budget(&mut self) -> &mut Budget {
        &mut self.budget
    }

    /// Reads what is left, and adds what was found to the findings of the text.
    pub(crate) fn finish(mut self, policy: &Policy, findings: &mut Vec<Finding>) {
        let (open, pieces) = (
            core::mem::take(&mut self.open),
            core::mem::take(&mut self.pieces),
        );
        if !open.is_empty() {
            self.read_part(&open, self.at, &pieces);
        }
        let mut new = Vec::new();
        for reveal in self.reveals {
            match first_in(findings, &reveal.byte_span) {
                // what stands there already says so too
                Some(finding) => finding.attach(reveal),
                None => new.push(kept(
                    Rule::EncodedText,
                    reveal.byte_span.clone(),
                    Some(Box::new(reveal)),
                )),
            }
        }
        if let Some(span) = self.stopped
            && policy.action(Rule::RevealLimit).is_some()
            && first_in(findings, &span).is_none()
            && first_in(&mut new, &span).is_none()
        {
            new.push(kept(Rule::RevealLimit, span, None));
        }
        if !new.is_empty() {
            findings.append(&mut new);
            findings.sort_by_key(|finding| finding.byte_span.start);
        }
    }
}

fn kept(rule: Rule, byte_span: Range<usize>, reveal: Option<Box<Reveal>>) -> Finding {
    Finding {
        rule,
        byte_span,
        action: Action::Kept,
        reveal,
        origin_span: None,
        skeleton: None,
    }
}

/// The first finding that overlaps a span.
fn first_in<'f>(findings: &'f mut [Finding], span: &Range<usize>) -> Option<&'f mut Finding> {
    let index = findings.partition_point(|finding| finding.byte_span.end <= span.start);
    findings
        .get_mut(index)
        .filter(|finding| finding.byte_span.start < span.end)
}

/// Where the first part of `text` ends, if that can be told from what there is of it; else how much of it holds no end. The first
/// `searched` bytes are known to hold none.
fn end(text: &str, searched: usize) -> Result<usize, usize> {
    let fits = text.floor_char_boundary(MAX_PART_BYTES);
    let mut at = searched;
    while let Some(line) = text.get(at..fits).and_then(|rest| rest.find('\n')) {
        let behind = at + line + 1;
        let rest = text.get(behind..fits).unwrap_or_default();
        let blank = rest
            .bytes()
            .take_while(|b| matches!(b, b' ' | b'\t' | b'\r'))
            .count();
        match rest.as_bytes().get(blank) {
            Some(b'\n') => return Ok(behind + blank + 1),
            Some(_) => at = behind + blank,
            // more may come
            None => {
                at = behind - 1;
                break;
            }
        }
    }
    if fits == text.len() {
        return Err(at);
    }
    let full = text.get(..fits).unwrap_or_default();
    Ok(full.rfind('\n').map_or(fits, |line| line + 1))
}
