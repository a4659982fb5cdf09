//! Own rules as the search reads them.

use core::{fmt, ops::Range};

use alloc::{string::String, sync::Arc, vec::Vec};

use super::{
    super::{language::Compiled, lexicon::Trie, rule::percent},
    OwnRule, OwnRules, OwnRulesError,
    compile::compile,
    examples,
};
use crate::source::Source;

/// Own rules, compiled: what [`Sanitizer::with_rules`](crate::Sanitizer::with_rules) takes. A clone shares the tables.
#[derive(Clone, PartialEq, Eq)]
pub struct CompiledRules(Arc<Tables>);

/// What the search runs on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tables {
    pub(super) rules: Vec<Facts>,
    pub(super) compiled: Compiled,
    /// The built-in classes whose words may stand at a place: each before the place's class, in order.
    pub(super) lent: Vec<[u16; 2]>,
}

/// What a signal says of a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) why: String,
    weights: [u8; 4],
    pub(super) may_be_negated: bool,
}

impl CompiledRules {
    /// Compiles rules of several authors together, which only share the limits and may not share an id.
    ///
    /// # Errors
    ///
    /// As for [`OwnRules::compile`].
    ///
    /// # Example
    ///
    /// ```
    /// use tamis::{CompiledRules, OwnRule, OwnRules};
    /// let rule = |id| OwnRule::new(id, "names it").with_pattern("{it}").with_weights(10);
    /// let ours = OwnRules::new().with_words("it", "orchid").with_rule(rule("ours/it"));
    /// let theirs = OwnRules::new().with_words("it", "tulip").with_rule(rule("theirs/it"));
    /// let rules = CompiledRules::of([&ours, &theirs])?;
    /// assert_eq!(rules.ids().collect::<Vec<_>>(), ["ours/it", "theirs/it"]);
    /// # Ok::<(), tamis::OwnRulesError>(())
    /// ```
    pub fn of<'a>(authors: impl IntoIterator<Item = &'a OwnRules>) -> Result<Self, OwnRulesError> {
        let authors: Vec<&OwnRules> = authors.into_iter().collect();
        let compiled = Self(Arc::new(compile(&authors)?));
        examples::check(&compiled, &authors)?;
        Ok(compiled)
    }

    /// The ids of the rules, in the order in which they were given.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.rules.iter().map(|rule| rule.id.as_str())
    }

    pub(super) fn tables(&self) -> &Tables {
        &self.0
    }
}

impl fmt::Debug for CompiledRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CompiledRules")
            .field(&self.ids().collect::<Vec<_>>())
            .finish()
    }
}

impl Facts {
    pub(super) fn of(rule: &OwnRule) -> Self {
        Self {
            id: rule.id.clone(),
            why: rule.why.clone(),
            weights: rule.weights,
            may_be_negated: rule.negatable,
        }
    }

    /// From 0 to 1.
    pub(super) fn weight(&self, source: Source) -> f32 {
        f32::from(percent(self.weights, source)) / 100.0
    }
}

impl Tables {
    /// The patterns whose first step is of the class.
    pub(super) fn starting(&self, class: u16) -> Range<usize> {
        let at = |class: usize| {
            let start = self.compiled.starts.get(class);
            start.copied().map_or(0, usize::from)
        };
        let class = usize::from(class);
        at(class)..at(class + 1)
    }

    /// The rule and the steps of a pattern.
    pub(super) fn pattern(&self, pattern: usize) -> Option<(usize, &[u16])> {
        let [first, rule] = *self.compiled.patterns.get(pattern)?;
        let [end, _] = *self.compiled.patterns.get(pattern + 1)?;
        let steps = self
            .compiled
            .steps
            .get(usize::from(first)..usize::from(end))?;
        Some((usize::from(rule), steps))
    }

    /// The classes that have the words of a built-in one.
    pub(super) fn borrowers(&self, built_in: u16) -> impl Iterator<Item = u16> + '_ {
        let start = self.lent.partition_point(|&[lent, _]| lent < built_in);
        let from_there = self.lent.get(start..).unwrap_or_default().iter();
        from_there
            .take_while(move |&&[lent, _]| lent == built_in)
            .map(|&[_, class]| class)
    }

    /// Whether a class has the words of a built-in one.
    pub(super) fn borrows(&self, class: u16, built_in: u16) -> bool {
        self.lent.binary_search(&[built_in, class]).is_ok()
    }
}

impl Trie for &Tables {
    fn bytes(&self) -> &[u8] {
        &self.compiled.trie.bytes
    }

    fn roots(&self) -> &[u32] {
        &self.compiled.trie.roots
    }

    fn says(&self) -> &[[u16; 2]] {
        &self.compiled.trie.says
    }
}
