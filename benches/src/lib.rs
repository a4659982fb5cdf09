//! What the benchmarks share: the texts, the contenders, and the record of a run.

pub mod contenders;
pub mod record;
pub mod table;
pub mod texts;
