//! Judges a text by what it says, piece by piece: by its words, and by the rules that know how attacks are worded.

use core::ops::Range;

use alloc::boxed::Box;

use super::{
    risk::Level,
    rules::{CompiledRules, OwnSearch, Search},
    said::Said,
    spelling::Spelling,
    words::{History, Reader, Scan, Summary, Token, chance, contribution},
};
use crate::source::Source;

/// A judgement in progress. Its size is fixed, however long the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judge {
    spelling: Spelling,
    reader: Reader,
    history: History,
    scan: Scan,
    summary: Summary,
    search: Search,
    said: Said,
}

/// What the text comes to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    /// The chance that this is an attack, from 0 to 1.
    pub(crate) chance: f32,
    /// Whether it is an order where none belongs, rather than an override.
    pub(crate) addresses: bool,
    /// The sentence that says it most plainly.
    pub(crate) byte_span: Range<usize>,
    /// How many words it has, or characters of a script without spaces.
    pub(crate) tokens: usize,
    /// The rules that match.
    pub(crate) said: Said,
    /// What the caller's own rules found, if there are such rules.
    pub(crate) own: Option<Box<OwnSearch>>,
}

impl Judge {
    /// A judgement with the caller's own rules, if there are such rules.
    pub(crate) fn new(rules: Option<&CompiledRules>) -> Self {
        Self {
            search: Search::with_own(rules),
            ..Self::default()
        }
    }

    /// One of another text, with the same rules.
    pub(crate) fn another(&self) -> Self {
        Self::new(self.search.own_rules())
    }

    /// Reads the next piece of clean text. `place` gives the bytes of dirty that became these bytes of the piece; it is
    /// asked from left to right. Linear; pieces may end anywhere.
    pub(crate) fn read(&mut self, text: &str, mut place: impl FnMut(Range<usize>) -> Range<usize>) {
        let Self {
            spelling,
            reader,
            history,
            scan,
            summary,
            search,
            said,
        } = self;
        let mut each = |c: char, span: Range<usize>| {
            search.char(c, span.clone(), said);
            reader.char(c, span, |token| step(history, scan, summary, token));
        };
        for (at, c) in text.char_indices() {
            spelling.char(c, place(at..at + c.len_utf8()), &mut each);
        }
    }

    /// Where stands what the judgement rests on so far.
    pub(crate) fn places(&self, each: &mut dyn FnMut(Range<usize>)) {
        each(self.summary.override_sentence.byte_span.clone());
        each(self.summary.address_sentence.byte_span.clone());
        self.said.places(each);
        if let Some(own) = self.search.own() {
            own.places(each);
        }
    }

    /// The judgement of a text that came from there, once all has been read.
    #[must_use]
    pub(crate) fn finish(self, source: Source) -> Verdict {
        let Self {
            mut spelling,
            mut reader,
            mut history,
            mut scan,
            mut summary,
            mut search,
            mut said,
        } = self;
        spelling.finish(|c, span: Range<usize>| {
            search.char(c, span.clone(), &mut said);
            reader.char(c, span, |token| {
                step(&mut history, &mut scan, &mut summary, token)
            });
        });
        let own = search.finish(&mut said);
        reader.finish(|token| step(&mut history, &mut scan, &mut summary, token));
        scan.finish(|window| summary.see(&window));
        let heaviest = said.heaviest(source);
        let chance = if scan.count() == 0 {
            0.0
        } else {
            chance(source.into(), &summary.inputs(&scan, heaviest))
        };
        let Summary {
            override_sentence,
            address_sentence,
            ..
        } = summary;
        let addresses = !source.gives_orders() && address_sentence.score > override_sentence.score;
        let worst = if addresses {
            address_sentence
        } else {
            override_sentence
        };
        Verdict {
            chance,
            addresses,
            byte_span: worst.byte_span,
            tokens: scan.count(),
            said,
            own,
        }
    }
}

/// Words that are fewer are a label of a page more often than an order: they must say it more plainly.
const FEW_TOKENS: usize = 6;

/// Whether words that no reader of a document sees give an order to whoever reads them all the same. Linear.
pub(crate) fn is_hidden_order(words: &str) -> bool {
    let mut judge = Judge::default();
    judge.read(words, |span| span);
    let verdict = judge.finish(Source::Document);
    let least = if verdict.tokens < FEW_TOKENS {
        Level::Critical
    } else {
        Level::High
    };
    Level::of(verdict.chance) >= least
}

#[inline]
fn step(history: &mut History, scan: &mut Scan, summary: &mut Summary, token: &Token) {
    let contribution = contribution(&history.next(token));
    scan.push(
        token.starts,
        token.byte_span.clone(),
        contribution,
        |window| summary.see(&window),
    );
}
