//! Generated from lists that are kept by hand: `tools/tablegen/tokens.toml` and `roles.toml`.

pub(super) mod roles;
pub(super) mod tokens;
