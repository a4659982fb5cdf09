//! Frequent words and letter pairs of many languages: evidence of what letters spell.

mod order;
mod pairs;
mod segment;
mod words;

pub(crate) use order::order_bits;
pub(crate) use pairs::{joined_bits, run_bits, word_bits};
pub(crate) use segment::segment;
pub(crate) use words::{
    ENGLISH, FRENCH, GERMAN, Hash, IBERIAN, LANGUAGES, NORDIC, TURKISH, is_known, is_known_hash,
    languages,
};
