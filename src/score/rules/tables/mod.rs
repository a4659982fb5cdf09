//! What `cargo xtask regen` makes of `rules.toml` and `words/`. Nothing in the other files is edited by hand.

pub(super) mod patterns;
pub(super) mod rules;
pub(super) mod trie;
