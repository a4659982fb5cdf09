//! Generated from lists that are kept by hand: `tools/tablegen/tokens.toml` and `roles.toml`.

#[rustfmt::skip]
pub(super) mod roles;
#[rustfmt::skip]
pub(super) mod tokens;
