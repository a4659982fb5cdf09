//! Generated tables: plain data, which knows nothing of the code that reads it. `../format.md` describes the layouts.

#[rustfmt::skip]
pub(crate) mod case;
#[rustfmt::skip]
pub(crate) mod confusable;
#[rustfmt::skip]
pub(crate) mod emoji;
#[rustfmt::skip]
pub(crate) mod identifier;
#[rustfmt::skip]
pub(crate) mod name;
#[rustfmt::skip]
pub(crate) mod normalization;
#[rustfmt::skip]
pub(crate) mod profile;
#[rustfmt::skip]
pub(crate) mod script;
#[rustfmt::skip]
pub(crate) mod script_extensions;
#[rustfmt::skip]
pub(crate) mod sets;
#[rustfmt::skip]
pub(crate) mod skeleton;
#[rustfmt::skip]
pub(crate) mod twin;
#[rustfmt::skip]
pub(crate) mod variation;
#[rustfmt::skip]
pub(crate) mod version;
