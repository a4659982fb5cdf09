//! The pattern language and its compiler: from words and patterns to the arrays that the search runs on.
//!
//! The generator `tools/rulegen` runs it on `rules.toml`. It needs nothing but `alloc`, refuses what would cost too much,
//! and never panics, so that it can read a user's own rules at run time. The grammar is in RULES.md.

mod compiler;
mod parse;
mod term;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on says so by panicking
mod tests;
mod trie;

pub(crate) use compiler::{Compiled, Compiler};
