//! Judges what was found, and what the words say. Never changes text.

mod risk;
pub mod rules;
mod weigh;
pub(crate) mod words;

pub use risk::{Level, Risk, Signal};
pub(crate) use weigh::weigh;
pub(crate) use words::Judge as Words;
