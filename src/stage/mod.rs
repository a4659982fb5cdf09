//! Floor 2: rewriting stages. Each proposes edits to the text it is handed; none knows of policies or scores.

mod character;
mod homoglyph;

use alloc::vec::Vec;

use crate::edit::Edit;

/// The stages in the order in which they run. The only place where that order is written down.
///
/// Invisible characters go first: what they split is one word again when scripts are compared.
pub(crate) const ORDER: [fn(&str) -> Vec<Edit>; 2] = [character::propose, homoglyph::propose];
