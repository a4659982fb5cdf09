//! Texts that hide nothing.
