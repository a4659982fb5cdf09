//! Which way a character runs.

use super::profile::Profile;

/// Bidi_Class, as coarse as is needed to tell left-to-right from right-to-left text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// Bidi_Class L.
    Left,
    /// Bidi_Class R or AL.
    Right,
    /// Bidi_Class EN or AN.
    Number,
    /// Every other Bidi_Class.
    Neutral,
}

/// The direction of a character, from Bidi_Class; an unassigned one has that of its block, as the UCD says.
/// Constant time.
#[inline]
pub(crate) fn direction(c: char) -> Direction {
    Profile::of(c).direction()
}
