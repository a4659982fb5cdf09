//! Reads the corpus and runs it on the core, natively and in wasm.

pub(crate) mod case;
pub(crate) mod check;
