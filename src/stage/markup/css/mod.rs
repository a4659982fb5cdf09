//! CSS, as far as it decides whether a reader sees a text.

pub(super) mod color;
pub(super) mod declaration;
pub(super) mod media;
pub(super) mod selector;
pub(super) mod sheet;
pub(super) mod token;
pub(super) mod value;
