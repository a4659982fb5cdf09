//! Floor 2: rewriting stages. Each proposes edits to the text it is handed; none knows of policies or scores.

mod character;
mod homoglyph;
pub(crate) mod markup;
mod normalize;
mod stacked_marks;

use alloc::vec::Vec;

use crate::{edit::Edit, normalization::NormalizationForm};

/// What stages are told: values, never the policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values {
    pub(crate) normalization: Option<NormalizationForm>,
}

/// Proposes edits to the text it is handed: ordered, disjoint, on character boundaries.
type Stage = fn(&str, &Values) -> Vec<Edit>;

/// The stages in the order in which they run. The only place where that order is written down.
///
/// Invisible characters go first: what they split is one word again when scripts are compared, and a letter and its mark
/// are one when the text is normalized. Stacked marks go before any of them composes with its letter.
pub(crate) const ORDER: [Stage; 4] = [
    character::propose,
    stacked_marks::propose,
    normalize::propose,
    homoglyph::propose,
];
