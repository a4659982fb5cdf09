//! Whether a terminal gives a character a column.

use super::{
    class::{Class, class},
    profile::is_mark,
};

/// Whether a character is drawn in a column of its own, or is white space. Wide characters count once.
pub(crate) fn takes_column(c: char) -> bool {
    matches!(
        class(c),
        Class::Ordinary | Class::Space | Class::PrivateUse | Class::Unassigned
    ) && !is_mark(c)
        && !matches!(c, '\n' | '\r')
}
