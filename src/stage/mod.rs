//! Floor 2: rewriting stages. Each proposes edits to the text it is handed; none knows of policies or scores.

mod caller_boundary;
mod character;
mod fake_turn;
mod folded;
mod formula_cell;
pub(crate) mod homoglyph;
pub(crate) mod markup;
mod normalize;
mod odd_space;
mod overwrite;
mod special_token;
mod stacked_marks;
mod tables;
mod terminal_link;
mod whole_script;

use alloc::vec::Vec;

use crate::{edit::Edit, normalization::NormalizationForm, util::ascii};

pub(crate) use caller_boundary::Boundaries;

/// What stages are told: values, never the policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values {
    pub(crate) normalization: Option<NormalizationForm>,
}

/// Proposes edits to the text it is handed: ordered, disjoint, on character boundaries.
type Stage = fn(&str, &Values) -> Vec<Edit>;

/// The stages in the order in which they run. The only place where that order is written down.
///
/// What a terminal covers goes before the controls that say so, and where a link of it leads before its sequences are taken
/// out. Invisible characters go next: what they split is one word
/// again when scripts are compared, and a letter and its mark are one when the text is normalized. Odd spaces keep words
/// apart, so they come before all that looks at words. Stacked marks go before any of them composes with its letter. Special
/// tokens go before homoglyphs: a letter swapped inside one is the token's disguise, not a word's. What is upside-down is
/// turned before its letters are taken for others as they stand, and a multiplication sign is read while other letters of its
/// line still deceive. A word is wholly in another script only if no alphabet was put right in it.
pub(crate) const ORDER: [Stage; 14] = [
    overwrite::propose,
    terminal_link::propose,
    character::propose,
    odd_space::propose,
    stacked_marks::propose,
    normalize::propose,
    special_token::propose,
    homoglyph::upside_down::propose,
    homoglyph::several::propose,
    homoglyph::times::propose,
    homoglyph::propose,
    whole_script::propose,
    fake_turn::propose,
    formula_cell::propose,
];

/// Those among them that find something in plain ASCII.
const IN_ASCII: [Stage; 4] = [
    overwrite::propose,
    special_token::propose,
    fake_turn::propose,
    formula_cell::propose,
];

/// Whether no stage has anything to propose: what the first look can tell of nearly every text in ASCII.
pub(crate) fn is_clean_ascii(text: &str, values: &Values) -> bool {
    ascii::is_plain(text.as_bytes()) && IN_ASCII.iter().all(|stage| stage(text, values).is_empty())
}
