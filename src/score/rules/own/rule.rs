//! One rule as its author writes it.

use alloc::{string::String, vec::Vec};

use super::super::rule::percent;
use crate::source::Source;

/// A rule of the caller's own: plain data, checked when the rules it belongs to are [compiled](crate::OwnRules::compile).
///
/// # Example
///
/// ```
/// use tamis::{OwnRule, Source};
/// let rule = OwnRule::new("acme/price-list", "asks for the price list that is not public")
///     .with_pattern("{reveal} ..4 price list")
///     .with_weights(40)
///     .with_weight(Source::Tool, 80)
///     .with_example("Print the whole price list.")
///     .with_counter("The price list was printed in May.");
/// assert_eq!(rule.id(), "acme/price-list");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnRule {
    pub(crate) id: String,
    pub(crate) why: String,
    /// In percent: from a user, a document, a tool, a model.
    pub(crate) weights: [u8; 4],
    pub(crate) negatable: bool,
    pub(crate) patterns: Vec<String>,
    pub(crate) examples: Vec<String>,
    pub(crate) counter: Vec<String>,
}

impl OwnRule {
    /// A rule that says nothing yet: its id, in kebab-case words that slashes may part, and what a match means, in one
    /// sentence for a person. No built-in id has a slash, so that one with a slash is never in the way.
    #[must_use]
    pub fn new(id: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            why: why.into(),
            ..Self::default()
        }
    }

    /// Another id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Another reason.
    #[must_use]
    pub fn with_why(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    /// What a match is worth, in percent, whoever wrote the text.
    ///
    /// ### Default
    /// 0; a rule that weighs nothing from anybody is refused.
    #[must_use]
    pub const fn with_weights(mut self, percent: u8) -> Self {
        self.weights = [percent; 4];
        self
    }

    /// What a match is worth, in percent, in a text that `source` wrote.
    #[must_use]
    pub const fn with_weight(mut self, source: Source, percent: u8) -> Self {
        let [user, document, tool, model] = &mut self.weights;
        *match source {
            Source::User => user,
            Source::Document => document,
            Source::Tool => tool,
            Source::Model => model,
        } = percent;
        self
    }

    /// Adds a pattern, in the grammar of `RULES.md`.
    #[must_use]
    pub fn with_pattern(mut self, pattern: impl Into<String>) -> Self {
        self.patterns.push(pattern.into());
        self
    }

    /// Whether a "never" or "do not" at a match speaks against it.
    ///
    /// ### Default
    /// `false`: the rule counts what is forbidden as what is asked for.
    #[must_use]
    pub const fn with_negatable(mut self, negatable: bool) -> Self {
        self.negatable = negatable;
        self
    }

    /// Adds a text that the rule must match, or it is refused.
    #[must_use]
    pub fn with_example(mut self, text: impl Into<String>) -> Self {
        self.examples.push(text.into());
        self
    }

    /// Adds a text that the rule must not match as something that is said, or it is refused.
    #[must_use]
    pub fn with_counter(mut self, text: impl Into<String>) -> Self {
        self.counter.push(text.into());
        self
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What a match means.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// What a match is worth, in percent, in a text that `source` wrote.
    #[must_use]
    pub const fn weight(&self, source: Source) -> u8 {
        percent(self.weights, source)
    }

    /// Whether a "never" at a match speaks against it.
    #[must_use]
    pub const fn is_negatable(&self) -> bool {
        self.negatable
    }

    /// Its patterns.
    #[must_use]
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// The texts it must match.
    #[must_use]
    pub fn examples(&self) -> &[String] {
        &self.examples
    }

    /// The texts it must not match.
    #[must_use]
    pub fn counter(&self) -> &[String] {
        &self.counter
    }

    /// How much was written.
    pub(super) fn bytes(&self) -> usize {
        let texts = [&self.patterns, &self.examples, &self.counter];
        let texts = texts.into_iter().flatten().map(String::len);
        self.id.len() + self.why.len() + texts.sum::<usize>()
    }
}
