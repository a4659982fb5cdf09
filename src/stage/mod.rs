//! Floor 2: rewriting stages. Each proposes edits to the text it is handed; none knows of policies or scores.

mod character;
mod homoglyph;
mod normalize;
mod odd_space;
mod stacked_marks;
mod whole_script;

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
/// are one when the text is normalized. Odd spaces keep words apart, so they come before all that looks at words. Stacked
/// marks go before any of them composes with its letter. A word is wholly in another script only if no alphabet was put
/// right in it.
pub(crate) const ORDER: [Stage; 6] = [
    character::propose,
    odd_space::propose,
    stacked_marks::propose,
    normalize::propose,
    homoglyph::propose,
    whole_script::propose,
];
