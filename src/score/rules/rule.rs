//! A rule, as the search reports it.

use crate::source::Source;

/// A rule over words: what is said, and what it weighs from whom.
#[derive(Debug, PartialEq)]
pub struct TextRule {
    pub(super) id: &'static str,
    pub(super) category: &'static str,
    pub(super) why: &'static str,
    /// In percent: from a user, a document, a tool, a model.
    pub(super) weights: [u8; 4],
    pub(super) may_be_negated: bool,
}

impl TextRule {
    /// A stable kebab-case id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The family of attacks it belongs to, in kebab-case.
    #[must_use]
    pub const fn category(&self) -> &'static str {
        self.category
    }

    /// What it means, in one sentence for a person.
    #[must_use]
    pub const fn why(&self) -> &'static str {
        self.why
    }

    /// What a match is worth, from 0 to 1, of a text that the source wrote.
    #[must_use]
    pub fn weight(&self, source: Source) -> f32 {
        f32::from(percent(self.weights, source)) / 100.0
    }
}

/// Of four weights, that of a text which the source wrote.
pub(super) const fn percent([user, document, tool, model]: [u8; 4], source: Source) -> u8 {
    match source {
        Source::User => user,
        Source::Document => document,
        Source::Tool => tool,
        Source::Model => model,
    }
}
