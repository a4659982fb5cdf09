//! From the core's reports to what a person or a program reads.

pub(crate) mod characters;
pub(crate) mod excerpt;
pub(crate) mod human;
pub(crate) mod inspect;
pub(crate) mod json;
pub(crate) mod places;
pub(crate) mod shape;
pub(crate) mod summary;
