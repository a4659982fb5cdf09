//! Runs the built program as a person or a script would.

mod clean;
mod jsonl;
mod program;
mod reveal;
mod samples;
mod scan;
mod score;
mod terminal;
