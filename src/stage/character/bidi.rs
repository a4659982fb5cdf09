//! Directional controls (UAX #9): kept in lines that mix directions, where they set something right.

use super::{
    embedding::{Embeddings, POP, bit},
    here::Here,
    verdict::Verdict,
};
use crate::{
    rule::Rule,
    unicode::{Class, Direction, class, direction},
};

const POP_ISOLATE: char = '\u{2069}';

/// How deep isolates may stand in each other: what UAX #9 (BD2) asks of an implementation.
const MAX_DEPTH: usize = 125;

pub(super) fn judge(here: &Here<'_>, line: &mut Line) -> Verdict {
    line.reach(here);
    match here.class {
        Class::BidiMark => here.keep_if(
            line.has_right && here.is_first_of_class() && !is_between_like(here),
            Rule::BidiMark,
        ),
        Class::BidiIsolate => {
            let kept = line.next_isolate_is_matched()
                && line.has_right
                && (line.has_left || line.has_number);
            here.keep_if(kept, Rule::BidiIsolate)
        }
        _ => {
            let is_kept = line.next_embedding_is_kept() && line.has_right;
            let rule = match here.class {
                _ if here.c == POP => line.close(),
                Class::BidiOverride => line.open(Rule::BidiOverride),
                _ => line.open(Rule::BidiEmbedding),
            };
            here.keep_if(is_kept, rule)
        }
    }
}

/// Whether letters of one direction stand on both sides: a mark between them changes nothing.
fn is_between_like(here: &Here<'_>) -> bool {
    let strong = |c: Option<char>| {
        c.map(direction)
            .filter(|d| matches!(d, Direction::Left | Direction::Right))
    };
    let before = strong(here.before());
    before.is_some() && before == strong(here.after())
}

/// What a line holds, looked up once when its first directional control is met.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Where the line ends; nothing is known of what lies behind.
    end: usize,
    has_left: bool,
    has_right: bool,
    has_number: bool,
    /// A bit for each isolate control, in order: whether it has its partner in the line.
    matched: u128,
    /// How many isolate controls were judged.
    judged: u32,
    /// A bit for each embedding, override and pop, in order: whether it is kept.
    embeddings: u128,
    /// How many of those were judged.
    embeddings_judged: u32,
    /// The embeddings and overrides that are open, the last one in the lowest bit: whether it is an override.
    opened: u128,
}

impl Line {
    /// Looks at the line that `here` stands in, unless it is the one already known.
    fn reach(&mut self, here: &Here<'_>) {
        if here.at < self.end {
            return;
        }
        // a control met later in the line must not make the scan begin in its middle: all were judged from its start on
        let start = here
            .text_before()
            .rfind(is_break)
            .map_or(self.end, |at| self.end.max(at));
        let rest = here.text.get(start..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start_matches(is_break).len();
        let line = rest.get(skipped..).unwrap_or_default();
        let line = line
            .get(..line.find(is_break).unwrap_or(line.len()))
            .unwrap_or_default();
        *self = Self {
            end: start + skipped + line.len(),
            ..Self::look(line)
        };
    }

    fn look(line: &str) -> Self {
        let mut seen = Self::default();
        let mut open = [0_u32; MAX_DEPTH];
        let mut depth = 0;
        let mut count = 0;
        for c in line.chars().filter(|c| !c.is_ascii_punctuation()) {
            if class(c) == Class::BidiIsolate {
                if c == POP_ISOLATE {
                    depth = usize::saturating_sub(depth, 1);
                    if let Some(opener) = open
                        .get_mut(depth)
                        .map(core::mem::take)
                        .filter(|&opener| opener > 0)
                    {
                        seen.matched |= bit(opener - 1) | bit(count);
                    }
                } else {
                    // stored one up, so that nought says that none is open
                    if let Some(slot) = open.get_mut(depth) {
                        *slot = count + 1;
                    }
                    depth += 1;
                }
                count += 1;
                continue;
            }
            // a mark has a direction of its own, but is not a letter that needs one
            if class(c) == Class::BidiMark {
                continue;
            }
            match direction(c) {
                Direction::Left => seen.has_left = true,
                Direction::Right => seen.has_right = true,
                Direction::Number => seen.has_number = true,
                Direction::Neutral => {}
            }
        }
        seen.embeddings = Embeddings::kept(line);
        seen
    }

    fn open(&mut self, rule: Rule) -> Rule {
        self.opened = self.opened << 1 | u128::from(rule == Rule::BidiOverride);
        rule
    }

    /// The rule of what a pop closes, so that both ends of a pair are found by one rule.
    fn close(&mut self) -> Rule {
        let is_override = self.opened & 1 == 1;
        self.opened >>= 1;
        if is_override {
            Rule::BidiOverride
        } else {
            Rule::BidiEmbedding
        }
    }

    fn next_embedding_is_kept(&mut self) -> bool {
        let kept = self.embeddings & bit(self.embeddings_judged) != 0;
        self.embeddings_judged = self.embeddings_judged.saturating_add(1);
        kept
    }

    fn next_isolate_is_matched(&mut self) -> bool {
        let matched = self.matched & bit(self.judged) != 0;
        self.judged = self.judged.saturating_add(1);
        matched
    }
}

/// Where a paragraph ends for UAX #9.
const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2029}')
}
