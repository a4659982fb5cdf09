//! Matches one pattern against the tokens from one place on.

use super::{
    lexicon::{BuiltIn, classes},
    step::{MAX_STEPS, Step},
    token::{Before, Ring, Token},
};

/// All that a step may ask of what stands before its token.
const ASKS: u16 = Step::BEGINS | Step::COLON | Step::MARKUP;

/// How many tokens a match spans at most.
pub(crate) const SPAN: usize = 48;

/// What may stand at a step of a pattern: the words of the classes.
pub(crate) trait Classes {
    /// Goes over the terms of the class that begin at the token of this number, by how many tokens they have.
    fn each(&self, token: &Token, number: usize, class: u16, go: &mut impl FnMut(u8));
}

impl Classes for BuiltIn {
    fn each(&self, token: &Token, _: usize, class: u16, go: &mut impl FnMut(u8)) {
        for hit in token.hits() {
            if classes(hit.set).contains(&class) {
                go(hit.tokens);
            }
        }
    }
}

/// How many tokens the pattern takes from token `start` on, whose first step is taken by a term of `first` tokens.
///
/// All ways through the pattern are followed at once, a bit for each step that may come next, so that a text can't make it
/// try them one after the other. The first end that is reached counts.
pub(crate) fn matched(
    ring: &Ring,
    of_class: &impl Classes,
    start: usize,
    first: usize,
    steps: &[u16],
) -> Option<usize> {
    debug_assert!(steps.len() <= MAX_STEPS, "the compiler refuses longer ones");
    let accepts = 1_u64 << steps.len().min(MAX_STEPS);
    let mut next_at = [0_u64; SPAN + 1];
    *next_at.get_mut(first)? = reachable(steps, 1);
    let mut last = first;
    for taken in first..=SPAN {
        let bits = next_at.get(taken).copied().unwrap_or_default();
        if bits & accepts != 0 {
            return Some(taken);
        }
        if bits == 0 {
            if taken >= last {
                return None;
            }
            continue;
        }
        let token = ring.get(start + taken)?;
        let mut rest = bits;
        while rest != 0 {
            let at = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let step = Step(*steps.get(at)?);
            if !may_stand(step, token.before) {
                continue;
            }
            let mut go = |tokens: usize| {
                if let Some(bits) = next_at.get_mut(taken + tokens) {
                    *bits |= reachable(steps, at + 1);
                    last = last.max(taken + tokens);
                }
            };
            if step.class() == Step::ANY {
                go(1);
                continue;
            }
            of_class.each(token, start + taken, step.class(), &mut |tokens| {
                go(usize::from(tokens));
            });
        }
    }
    None
}

/// Whether a pattern may begin at a token with that before it.
pub(crate) fn may_begin(steps: &[u16], before: Before) -> bool {
    let first = steps.first().map(|&step| Step(step));
    first.is_some_and(|step| !step.has(ASKS) || may_stand(step, before))
}

/// Whether what is asked of the place before a token is there. Within a sentence nothing is asked.
fn may_stand(step: Step, before: Before) -> bool {
    const BEGINNINGS: Before = Before::STOP
        .and(Before::LINE)
        .and(Before::COLON)
        .and(Before::QUOTE)
        .and(Before::MARKUP)
        .and(Before::DASH);
    if !step.has(ASKS) {
        return !before.has(Before::STOP);
    }
    let stands = |flag: u16, signs: Before| !step.has(flag) || before.has(signs);
    stands(Step::BEGINS, BEGINNINGS)
        && stands(Step::COLON, Before::COLON)
        && stands(Step::MARKUP, Before::MARKUP)
}

/// The steps that may come next once those before `at` are taken: the first of them, and what stands behind optional ones.
fn reachable(steps: &[u16], at: usize) -> u64 {
    let mut bits = 0;
    for (at, &step) in steps.iter().enumerate().skip(at) {
        bits |= 1 << at;
        if !Step(step).has(Step::OPTIONAL) {
            return bits;
        }
    }
    bits | 1 << steps.len().min(MAX_STEPS)
}
