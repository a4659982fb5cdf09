//! The caller's own rules: written in the same language, compiled when they are given, and searched in the same pass.
//!
//! The built-in rules stay in tables that are made beforehand, and cost what they did. Own ones have tables of the same
//! kind, which are looked at beside them if there are any: the text is parted into words once, and what is around a match
//! is told by the built-in words.

mod compile;
mod compiled;
mod error;
mod examples;
mod limit;
mod places;
mod rule;
mod rules;
mod search;

#[cfg(feature = "packs")]
pub(crate) use compile::is_id;
pub use compiled::CompiledRules;
pub use error::OwnRulesError;
pub use rule::OwnRule;
pub use rules::OwnRules;
pub(crate) use search::OwnSearch;
