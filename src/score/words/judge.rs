//! Judges a text by its words, piece by piece.

use core::ops::Range;

use super::{
    feature::History,
    model::{self, Origin},
    summary::Summary,
    token::{Reader, Token},
    window::Scan,
};

/// A judgement in progress. Its size is fixed, however long the text.
#[derive(Clone, Debug, Default)]
pub struct Judge {
    reader: Reader,
    history: History,
    scan: Scan,
    summary: Summary,
}

/// What the words come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// The chance that this is an attack, from 0 to 1.
    pub chance: f32,
    /// Whether it is an order where none belongs, rather than an override.
    pub addresses: bool,
    /// The sentence that says it most plainly.
    pub byte_span: Range<usize>,
}

impl Judge {
    /// Reads the next piece of clean text. `place` gives the bytes of dirty that became these bytes of the piece; it is
    /// asked from left to right. Linear; pieces may end anywhere.
    pub fn read(&mut self, text: &str, place: impl FnMut(Range<usize>) -> Range<usize>) {
        let Self {
            reader,
            history,
            scan,
            summary,
        } = self;
        reader.read(text, place, |token| step(history, scan, summary, token));
    }

    /// The judgement, once all has been read.
    #[must_use]
    pub fn finish(mut self, origin: Origin) -> Verdict {
        let inputs = self.inputs();
        let Summary {
            override_sentence,
            address_sentence,
            ..
        } = self.summary;
        let addresses = origin == Origin::Data && address_sentence.score > override_sentence.score;
        let worst = if addresses {
            address_sentence
        } else {
            override_sentence
        };
        Verdict {
            chance: if self.scan.count() == 0 {
                0.0
            } else {
                model::chance(origin, &inputs)
            },
            addresses,
            byte_span: worst.byte_span,
        }
    }

    /// The inputs of the last judgement, once all has been read.
    pub fn inputs(&mut self) -> [f32; super::summary::INPUTS] {
        let Self {
            reader,
            history,
            scan,
            summary,
        } = self;
        reader.finish(|token| step(history, scan, summary, token));
        scan.finish(|window| summary.see(&window));
        summary.inputs(scan)
    }
}

#[inline]
fn step(history: &mut History, scan: &mut Scan, summary: &mut Summary, token: &Token) {
    let contribution = model::contribution(&history.next(token));
    scan.push(
        token.starts,
        token.byte_span.clone(),
        contribution,
        |window| summary.see(&window),
    );
}
