//! The pattern language and its compiler: from words and patterns to the arrays that the search runs on.
//!
//! The generator `tools/rulegen` runs it on `rules.toml`, and `own/` on a user's own rules at run time: it needs nothing
//! but `alloc`, refuses what would cost too much, and never panics. The grammar is in RULES.md. `compiler.rs` is the
//! generator's alone: it knows of languages.

pub(crate) mod compiler;
pub(crate) mod fault;
pub(crate) mod layout;
pub(crate) mod parse;
pub(crate) mod term;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on says so by panicking
mod tests;
pub(crate) mod trie;

pub(crate) use layout::Compiled;
