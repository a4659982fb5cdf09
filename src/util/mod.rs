//! Floor 0: text without meaning. Knows nothing of Unicode properties, rules or policies.

pub(crate) mod ansi;
pub(crate) mod ascii;
pub(crate) mod base64;
pub(crate) mod escape;
pub(crate) mod offsets;
pub(crate) mod rot13;
pub(crate) mod scan;
pub(crate) mod screen;
pub(crate) mod work;
