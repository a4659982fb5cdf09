//! Judges what was found. Never changes text.

mod risk;
mod weigh;
pub(crate) mod words;

pub use risk::{Level, Risk, Signal};
pub(crate) use weigh::weigh;
