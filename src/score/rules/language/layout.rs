//! Patterns laid out as the search reads them.

use alloc::{collections::BinaryHeap, format, string::String, vec::Vec};

use super::{
    super::step::{MAX_STEPS, Step},
    trie::Trie,
};

/// How many letters of an unspaced script stand for a word in a gap.
pub(crate) const LETTERS_PER_WORD: usize = 3;

/// Puts values in order. The library's own sorts are faster, and ten times as large for each kind of value: 10 KB of a
/// download.
pub(crate) fn sorted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.collect::<BinaryHeap<T>>().into_sorted_vec()
}

/// What the search runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Compiled {
    pub(crate) trie: Trie,
    /// The steps of all patterns, one after the other.
    pub(crate) steps: Vec<u16>,
    /// Each pattern: its first step, and its rule; a last one that says where the steps end.
    pub(crate) patterns: Vec<[u16; 2]>,
    /// The first pattern that begins with each class, and one past the last.
    pub(crate) starts: Vec<u16>,
}

/// The steps of a gap of so many tokens.
pub(crate) fn gap(tokens: usize, flags: u16) -> impl Iterator<Item = Step> {
    core::iter::repeat_n(Step(Step::ANY | Step::OPTIONAL | flags), tokens)
}

/// Whether the steps can be searched for.
pub(crate) fn check(steps: &[Step]) -> Result<(), String> {
    if steps.len() > MAX_STEPS {
        return Err(format!("more than {MAX_STEPS} places"));
    }
    match steps.first() {
        Some(first) if !first.has(Step::OPTIONAL) && first.class() != Step::ANY => Ok(()),
        _ => Err("a pattern begins with a word that must be there".into()),
    }
}

/// Lays patterns out, each the steps and the number of its rule, over so many classes.
pub(crate) fn lay_out(
    of_rules: Vec<(Vec<Step>, u8)>,
    classes: u16,
    trie: Trie,
) -> Result<Compiled, String> {
    let first = |steps: &[Step]| steps.first().map_or(0, |step| step.class());
    let keyed = of_rules
        .into_iter()
        .map(|(steps, rule)| (first(&steps), rule, steps));
    let mut of_rules = sorted(keyed);
    of_rules.dedup();
    let (mut steps, mut patterns, mut starts) = (Vec::new(), Vec::new(), Vec::new());
    for class in 0..=classes {
        let before = of_rules.partition_point(|&(first, ..)| first < class);
        starts.push(before as u16);
    }
    for (_, rule, of_pattern) in &of_rules {
        patterns.push([steps.len() as u16, u16::from(*rule)]);
        steps.extend(of_pattern.iter().map(|step| step.0));
    }
    if steps.len() > usize::from(u16::MAX) {
        return Err("more places than sixteen bits can number".into());
    }
    patterns.push([steps.len() as u16, 0]);
    Ok(Compiled {
        trie,
        steps,
        patterns,
        starts,
    })
}
