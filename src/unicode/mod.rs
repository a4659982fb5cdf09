//! Unicode properties, by table. Knows nothing of policy.

mod alphabet;
mod class;
mod column;
mod confusable;
mod direction;
mod emoji;
mod joining;
mod lead;
mod name;
mod normalization;
mod profile;
mod range;
// Restriction levels (UTS #39, 5.2) will ask for sets of scripts; until then only tests hold them to the oracles.
#[allow(dead_code)]
mod script;
#[allow(dead_code)]
mod script_set;
#[allow(dead_code)] // the tables of the two, as above
mod tables;
#[cfg(test)]
mod tests;
mod trie;
mod variation;

pub(crate) use alphabet::{Alphabet, alphabet, resembling, twin};
pub(crate) use class::{Class, class};
pub(crate) use column::takes_column;
pub(crate) use confusable::{Style, is_flag, lookalike, style, styled};
pub(crate) use direction::{Direction, direction};
pub(crate) use emoji::{
    is_emoji, is_emoji_modifier, is_extended_pictographic, is_regional_indicator,
};
pub(crate) use joining::{JoiningType, is_virama, joining_type};
pub(crate) use lead::{INERT, ORDINARY, UNCHANGED};
pub use name::name;
pub(crate) use normalization::{Form, Normalizer};
pub(crate) use profile::{is_inert, is_letter, is_mark, is_number};
pub(crate) use range::{is_math, is_unified_ideograph};
pub(crate) use script::{Script, script};
pub(crate) use script_set::ScriptSet;
#[cfg(test)]
pub(crate) use script_set::script_extensions;
pub(crate) use variation::is_registered_variation;

/// The version of the Unicode Standard that the tables are made from.
///
/// # Example
///
/// ```
/// assert_eq!(tamis::unicode::UNICODE_VERSION, (18, 0, 0));
/// ```
pub const UNICODE_VERSION: (u8, u8, u8) = tables::version::UNICODE_VERSION;
