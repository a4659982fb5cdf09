//! Runs the built program as a person or a script would.

// a test fails by panicking, in its helpers too
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod clean;
mod eval;
mod jsonl;
mod program;
mod reveal;
mod rules;
mod samples;
mod scan;
mod score;
mod spotlight;
mod terminal;
