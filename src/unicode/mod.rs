//! Unicode properties, by table. Knows nothing of policy.

mod alphabet;
mod case;
mod class;
mod column;
mod confusable;
mod direction;
mod emoji;
mod identifier;
mod joining;
mod lead;
mod name;
mod normalization;
mod profile;
mod range;
mod restriction;
mod script;
mod script_set;
#[cfg(test)]
mod security;
mod several;
mod skeleton;
mod tables;
#[cfg(test)]
mod tests;
mod trie;
mod turned;
mod unmapped;
mod variation;

pub(crate) use alphabet::{Alphabet, alphabet, resembling, twin};
pub(crate) use case::{capital, case_fold};
pub(crate) use class::{Class, class, is_default_ignorable};
pub(crate) use column::takes_column;
pub(crate) use confusable::{
    Style, counterpart, counterpart_in, doubtful, is_flag, lookalike, other_form, style, styled,
};
pub(crate) use direction::{Direction, direction};
pub(crate) use emoji::{
    is_emoji, is_emoji_modifier, is_extended_pictographic, is_regional_indicator,
};
pub(crate) use joining::{JoiningType, is_virama, joining_type};
pub(crate) use lead::{INERT, ORDINARY, UNCHANGED};
pub use name::name;
pub(crate) use normalization::{
    Form, Normalizer, combining_class, compatibility, compose, decomposed,
};
pub(crate) use profile::{is_inert, is_letter, is_mark, is_number};
pub(crate) use range::{is_math, is_unified_ideograph};
pub use restriction::{RestrictionLevel, has_mixed_numbers, is_mixed_script, restriction_level};
pub use script::script_name;
pub(crate) use script::{Script, script};
pub(crate) use script_set::{ScriptSet, script_extensions};
pub(crate) use several::several;
pub use skeleton::{Confusability, confusability, is_confusable, skeleton};
pub(crate) use turned::{MIN_SORTS, is_turned, sort, turned};
pub use unmapped::unmapped_confusables;
pub(crate) use variation::is_registered_variation;

/// The version of the Unicode Standard that the tables are made from.
///
/// # Example
///
/// ```
/// assert_eq!(tamis::unicode::UNICODE_VERSION, (18, 0, 0));
/// ```
pub const UNICODE_VERSION: (u8, u8, u8) = tables::version::UNICODE_VERSION;
