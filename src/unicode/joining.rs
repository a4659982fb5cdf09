//! How characters join their neighbours.

use super::profile::Profile;

/// Joining_Type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum JoiningType {
    /// Non_Joining (U).
    NonJoining,
    /// Left_Joining (L).
    Left,
    /// Right_Joining (R).
    Right,
    /// Dual_Joining (D).
    Dual,
    /// Join_Causing (C).
    Causing,
    /// Transparent (T).
    Transparent,
}

/// Joining_Type. Constant time.
#[inline]
pub(crate) fn joining_type(c: char) -> JoiningType {
    Profile::of(c).joining_type()
}

/// Canonical_Combining_Class = 9 (Virama): what UAX #31 asks for before a joiner in its rules A2 and B. That has the
/// visible and the stacking viramas and the pure killers that reorder as one; Indic_Syllabic_Category, which tells them
/// apart, plays no part in those rules. Constant time.
#[inline]
pub(crate) fn is_virama(c: char) -> bool {
    Profile::of(c).is_virama()
}
