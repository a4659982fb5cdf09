//! Judges what was found, and what the words say. Never changes text.

mod judge;
mod risk;
pub mod rules;
mod said;
#[cfg(test)]
mod tests;
mod weigh;
pub(crate) mod words;

pub(crate) use judge::{Judge, is_hidden_order};
pub use risk::{Level, Risk, Signal};
pub(crate) use weigh::weigh;
