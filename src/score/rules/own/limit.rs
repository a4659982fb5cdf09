//! Bounds on what own rules may cost.

use super::{
    super::{lexicon::MAX_OPEN, token::Hits},
    OwnRules,
};

/// Bounds on cost, over all rules that are compiled together. Beyond one of them nothing is compiled, and the error names it.
///
/// What `RULES.md` says of each pattern holds too: 64 sequences of 63 places, brackets 4 deep, gaps of 12, terms of 64 letters.
impl OwnRules {
    /// Rules.
    pub const MAX_RULES: usize = 256;

    /// Patterns as they are written.
    pub const MAX_PATTERNS: usize = 1024;

    /// Bytes of a pattern.
    pub const MAX_PATTERN_BYTES: usize = 512;

    /// Places that the sequences of all patterns come to; a gap has as many as words.
    pub const MAX_PLACES: usize = 16_384;

    /// Places of all sequences that may begin with one term. Each costs a step for each word of a match at worst, so that
    /// this is what bounds the work for a word of a text.
    pub const MAX_PLACES_AT_A_TERM: usize = 1024;

    /// Terms of all places, where two places that have the same choice count once.
    pub const MAX_TERMS: usize = 32_768;

    /// Words of a term; of an unspaced script, letters.
    pub const MAX_TERM_WORDS: usize = MAX_OPEN;

    /// Terms that begin alike and would all be found at one word, as `a*`, `ab*` and `abc*` are.
    pub const MAX_TERMS_AT_A_WORD: usize = Hits::MAX;

    /// Bytes of all that is written: ids, reasons, words, patterns, examples.
    pub const MAX_BYTES: usize = 256 << 10;

    /// Bytes of an id.
    pub const MAX_ID_BYTES: usize = 64;

    /// Bytes of a reason.
    pub const MAX_WHY_BYTES: usize = 256;
}
