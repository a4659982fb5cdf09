//! Decodes what a text holds, and what that holds, until it is language.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{
    CHANNELS,
    carrier::Carrier,
    encoding::{ENCODINGS, Found, Trust},
    language::{is_sentence, judge},
    look::look,
};

/// More steps than this are never followed, whatever the limit: each takes room on the stack.
const MAX_DEPTH: usize = 32;

/// How much may still be decoded, and whether it was enough.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    depth: usize,
    bytes: usize,
    exceeded: bool,
}

impl Budget {
    /// So many steps one after the other, and so many decoded bytes in all.
    pub(crate) fn new(depth: usize, bytes: usize) -> Self {
        Self {
            depth: depth.min(MAX_DEPTH),
            bytes,
            exceeded: false,
        }
    }

    /// Whether so many bytes more may be looked at.
    fn spend(&mut self, bytes: usize) -> bool {
        let left = self.bytes.checked_sub(bytes);
        self.exceeded |= left.is_none();
        self.bytes = left.unwrap_or(self.bytes);
        left.is_some()
    }
}

/// What a stretch of a text decodes to.
#[derive(Clone, Debug)]
pub(super) struct Decoded {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    pub(super) chain: Vec<&'static str>,
}

/// All that a text holds, in order, disjoint, and where the budget was not enough for the first time.
///
/// Linear in the text and in what the budget allows to decode.
pub(super) fn search(
    text: &str,
    depth: usize,
    budget: &mut Budget,
) -> (Vec<Decoded>, Option<Range<usize>>) {
    let mut all: Vec<Decoded> = Vec::new();
    let mut stopped = None;
    let sight = look(text);
    if sight.is_empty() && depth == 0 {
        return (all, stopped);
    }
    for encoding in ENCODINGS {
        let Some(seen) = sight.span(encoding.hints) else {
            continue;
        };
        let beside = match encoding.hints.is_of_words() {
            true => BESIDE_WORDS,
            false => BESIDE,
        };
        let (offset, window) = window(text, &seen, beside);
        for mut found in (encoding.find)(window) {
            found.span = found.span.start + offset..found.span.end + offset;
            let place = all.partition_point(|decoded| decoded.span.end <= found.span.start);
            if all
                .get(place)
                .is_some_and(|decoded| decoded.span.start < found.span.end)
            {
                continue;
            }
            let span = found.span.clone();
            let before = core::mem::take(&mut budget.exceeded);
            let decoded = follow(found, depth, budget);
            if budget.exceeded && decoded.is_none() {
                stopped.get_or_insert(span);
            }
            budget.exceeded |= before;
            if let Some(decoded) = decoded {
                all.insert(place, decoded);
            }
        }
    }
    if depth > 0 && all.is_empty() {
        all.extend(hidden(text));
    }
    (all, stopped)
}

/// How much of a text beside what was seen may belong to it, in bytes; words beside strange ones are few.
const BESIDE: usize = 512;
const BESIDE_WORDS: usize = 160;

/// What was seen with some of the text around, between two blanks.
fn window<'t>(text: &'t str, seen: &Range<usize>, beside: usize) -> (usize, &'t str) {
    let before = text
        .get(..text.floor_char_boundary(seen.start.saturating_sub(beside)))
        .unwrap_or_default();
    let start = before.rfind([' ', '\n']).map_or(0, |at| at + 1);
    let behind = text.ceil_char_boundary((seen.end + beside).min(text.len()));
    let end = text
        .get(behind..)
        .and_then(|rest| rest.find([' ', '\n']))
        .map_or(text.len(), |at| behind + at);
    (start, text.get(start..end).unwrap_or_default())
}

/// Takes what was found if it is language, or if what it holds is.
fn follow(found: Found, depth: usize, budget: &mut Budget) -> Option<Decoded> {
    let steps = found.steps.len();
    if depth + steps > budget.depth {
        budget.exceeded = true;
        return None;
    }
    if !budget.spend(found.text.len()) {
        return None;
    }
    let (inner, _) = search(&found.text, depth + steps, budget);
    let is_language = match found.trust {
        Trust::Language => depth > 0 || is_sentence(&found.text),
        Trust::Parted => true,
        Trust::Shape => judge(&found.text).is_language(),
        Trust::Wrapper => false,
    };
    if !is_language && inner.is_empty() {
        return None;
    }
    let (text, chain) = resolved(found.text, found.steps, inner);
    Some(Decoded {
        span: found.span,
        text,
        chain,
    })
}

/// A decoded text with what it holds in its place, and all steps.
pub(super) fn resolved(
    text: String,
    steps: &[&'static str],
    inner: Vec<Decoded>,
) -> (String, Vec<&'static str>) {
    let mut chain = Vec::from(steps);
    let Some(first) = inner.first() else {
        return (text, chain);
    };
    chain.extend(&first.chain);
    let (mut all, mut end) = (String::with_capacity(text.len()), 0);
    for decoded in &inner {
        all.push_str(text.get(end..decoded.span.start).unwrap_or_default());
        all.push_str(&decoded.text);
        end = decoded.span.end;
    }
    all.push_str(text.get(end..).unwrap_or_default());
    (all, chain)
}

/// What the hidden characters of a decoded text say.
fn hidden(text: &str) -> Option<Decoded> {
    if text.is_ascii() {
        return None;
    }
    CHANNELS.iter().find_map(|channel| {
        let carriers: Vec<Carrier> = text
            .char_indices()
            .filter(|&(_, c)| (channel.carries)(c))
            .map(|(at, c)| Carrier { at, c })
            .collect();
        let (first, last) = (carriers.first()?, carriers.last()?);
        let reading = (channel.read)(&carriers)?;
        judge(&reading.text).is_language().then(|| Decoded {
            span: first.at..last.at + last.c.len_utf8(),
            text: reading.text,
            chain: Vec::from([reading.step]),
        })
    })
}
