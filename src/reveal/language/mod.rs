//! Whether a decoded text is language, of whatever script, and which of two readings is more so.

mod evidence;
mod prose;
mod sentence;
mod share;
mod word;

pub(super) use crate::lexicon::{
    Hash, is_known_hash, joined_bits, order_bits, run_bits, segment, word_bits,
};
pub(super) use evidence::{evidence, is_written};
pub(super) use prose::judge;
pub(super) use sentence::is_sentence;
pub(super) use share::{
    ascii_share, common_share, is_coherent, is_varied, printable_share, word_share,
};
pub(super) use word::{Word, Worth, strange_stretches, stretches, words, worth};
