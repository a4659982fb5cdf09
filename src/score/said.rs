//! Which rules match a text, and where each is said most plainly.

use core::ops::Range;

use super::rules::{self, Found, RuleMatch, TextRule, Use};
use crate::source::Source;

/// The best match of each rule: a state of fixed size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    best: [Option<(Use, Range<usize>)>; rules::COUNT],
}

impl Default for Said {
    fn default() -> Self {
        Self {
            best: [const { None }; rules::COUNT],
        }
    }
}

impl Found for Said {
    /// Takes the next match. Of two that are meant alike the first is kept.
    fn see(&mut self, found: RuleMatch) {
        let Some(best) = self.best.get_mut(found.number()) else {
            return;
        };
        let is_better = best
            .as_ref()
            .is_none_or(|(used, _)| used.factor() < found.used().factor());
        if is_better {
            *best = Some((found.used(), found.byte_span()));
        }
    }
}

impl Said {
    /// Where the best matches stand.
    pub(crate) fn places(&self, each: &mut dyn FnMut(Range<usize>)) {
        self.best
            .iter()
            .flatten()
            .for_each(|(_, byte_span)| each(byte_span.clone()));
    }

    /// Each rule that matches, what it weighs in a text from there, and its words.
    pub(crate) fn rules(
        &self,
        source: Source,
    ) -> impl Iterator<Item = (&'static TextRule, f32, Range<usize>)> {
        let all = rules::all().iter().zip(&self.best);
        all.filter_map(move |(rule, best)| {
            let (used, byte_span) = best.as_ref()?;
            Some((rule, rule.weight(source) * used.factor(), byte_span.clone()))
        })
    }

    /// The weight of the heaviest, from 0 to 1.
    pub(crate) fn heaviest(&self, source: Source) -> f32 {
        self.rules(source)
            .fold(0.0, |heaviest, (_, weight, _)| heaviest.max(weight))
    }
}
