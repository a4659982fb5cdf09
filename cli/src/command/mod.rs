//! The commands, one file each.

pub(crate) mod clean;
pub(crate) mod eval;
pub(crate) mod pack;
pub(crate) mod reveal;
pub(crate) mod scan;
pub(crate) mod score;
pub(crate) mod spotlight;
