//! Texts as the library reads them.

use std::ops::Range;

use tamis::{
    Policy, Sanitizer, Source, rules,
    train::{History, Reader},
};

use crate::rows::{Origin, Row};

/// The features of a text, token by token.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) hashes: Vec<u32>,
    /// Where the features of each token end.
    pub(crate) ends: Vec<u32>,
    pub(crate) starts: Vec<bool>,
    /// The tokens that are the attack, if that is known.
    pub(crate) inside: Option<Range<usize>>,
    pub(crate) row: usize,
    /// The weight of the heaviest rule that matches.
    pub(crate) rule: f32,
}

/// The text as the library judges it: clean.
pub(crate) fn clean(row: &mut Row) {
    let report = Sanitizer::new(Policy::chat()).sanitize(&row.text);
    if !report.changed() {
        return;
    }
    let map = report.map();
    row.inside = row
        .inside
        .as_ref()
        .map(|span| map.to_clean(span.start)..map.to_clean(span.end));
    row.text = report.into_clean().into_owned();
}

/// What the heaviest of the rules that match weighs.
fn heaviest(row: &Row) -> f32 {
    let source = match row.origin {
        Origin::User => Source::User,
        Origin::Data => Source::Document,
    };
    let weights = rules::matches(&row.text).map(|found| found.weight(source));
    weights.fold(0.0, f32::max)
}

/// Rows are read up to here: the longest are a book.
const MAX_TOKENS: usize = 3000;

impl Example {
    /// With `plain`, only words and pairs of words.
    pub(crate) fn of(row: &Row, number: usize, plain: bool) -> Self {
        let mut example = Self {
            hashes: Vec::new(),
            ends: Vec::new(),
            starts: Vec::new(),
            inside: None,
            row: number,
            rule: heaviest(row),
        };
        let (mut reader, mut history) = (Reader::default(), History::default());
        let mut inside: Option<Range<usize>> = None;
        let mut last = 0_u32;
        let mut each = |token: &tamis::train::Token| {
            if example.ends.len() >= MAX_TOKENS {
                return;
            }
            let at = example.ends.len();
            if row.inside.as_ref().is_some_and(|span| {
                token.byte_span.start >= span.start && token.byte_span.end <= span.end
            }) {
                inside = Some(inside.as_ref().map_or(at, |old| old.start)..at + 1);
            }
            if plain {
                example.hashes.extend([
                    token.word,
                    last.rotate_left(9).wrapping_mul(31) ^ token.word,
                ]);
                last = token.word;
            } else {
                example.hashes.extend(history.next(token).hashes());
            }
            example.ends.push(example.hashes.len() as u32);
            example.starts.push(token.starts);
        };
        reader.read(&row.text, |span| span, &mut each);
        reader.finish(&mut each);
        example.inside = inside;
        example
    }

    pub(crate) fn features(&self, tokens: Range<usize>) -> &[u32] {
        let start = match tokens.start {
            0 => 0,
            start => self.ends.get(start - 1).copied().unwrap_or(0),
        };
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.ends.get(last));
        let end = end.copied().unwrap_or(start);
        self.hashes
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}
