//! The single integration binary.

// a test that cannot go on says so by panicking
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod allocation;
mod corpus;
mod dice;
mod floors;
mod harness;
mod hidden_words;
mod house;
mod injection;
mod laws;
mod markup;
mod normalization;
mod own_rules;
#[cfg(feature = "packs")]
mod packs;
mod real_text;
mod record;
mod recovery;
mod reveal;
mod rules;
mod sequences;
mod spotlight;
mod streaming;
mod tables;
mod text;
mod tokens;
mod tricks;
mod trojan_source;
mod unmapped;
