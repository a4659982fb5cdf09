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
    heard: Heard,
}

/// What has been read so far, as a reader spells it.
#[derive(Clone, Debug, Default)]
struct Heard {
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
            spelling: Spelling::default(),
            heard: Heard {
                search: Search::with_own(rules),
                ..Heard::default()
            },
        }
    }

    /// One of another text, with the same rules.
    pub(crate) fn another(&self) -> Self {
        Self::new(self.heard.search.own_rules())
    }

    /// Reads the next piece of clean text. `place` gives the bytes of dirty that became these bytes of the piece; it is
    /// asked from left to right. Linear; pieces may end anywhere.
    pub(crate) fn read(&mut self, text: &str, mut place: impl FnMut(Range<usize>) -> Range<usize>) {
        let Self { spelling, heard } = self;
        for (at, c) in text.char_indices() {
            let span = place(at..at + c.len_utf8());
            spelling.char(c, span, |c, span| heard.char(c, span));
        }
    }

    /// Where stands what the judgement rests on so far.
    pub(crate) fn places(&self, each: &mut dyn FnMut(Range<usize>)) {
        let summary = &self.heard.summary;
        each(summary.override_sentence.byte_span.clone());
        each(summary.address_sentence.byte_span.clone());
        self.heard.said.places(each);
        if let Some(own) = self.heard.search.own() {
            own.places(each);
        }
    }

    /// The judgement of a text that came from there, once all has been read.
    #[must_use]
    pub(crate) fn finish(mut self, source: Source) -> Verdict {
        self.spelling.finish(|c, span| self.heard.char(c, span));
        let Heard {
            mut reader,
            mut history,
            mut scan,
            mut summary,
            search,
            mut said,
        } = self.heard;
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

impl Heard {
    /// Takes the next character, which stands there.
    #[inline]
    fn char(&mut self, c: char, span: Range<usize>) {
        let Self {
            reader,
            history,
            scan,
            summary,
            search,
            said,
        } = self;
        search.char(c, span.clone(), said);
        reader.char(c, span, |token| step(history, scan, summary, token));
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
