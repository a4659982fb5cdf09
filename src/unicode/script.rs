//! The Script property.

pub(crate) use super::tables::script::Script;
use super::{
    class::Class,
    profile::Profile,
    tables::script::{LEAF_BITS, LEAVES, MIDDLE, MIDDLE_BITS, NAMES, SCRIPTS, UPPER},
    trie::{find, slot},
};

impl Script {
    pub(super) fn name(self) -> &'static str {
        let mut names = NAMES.split(' ');
        names.nth(usize::from(self as u8)).unwrap_or_default()
    }

    /// The script with this number, Unknown if there is none.
    pub(super) fn from_number(number: u8) -> Self {
        let script = SCRIPTS.get(usize::from(number));
        script.copied().unwrap_or(Self::Unknown)
    }
}

/// The Script property of a character by its long name, such as `Old_Persian`, for showing it: `Common` for what many scripts
/// use, `Inherited` for marks that go with any, `Unknown` for what is not assigned. A walk through the names.
///
/// # Example
///
/// ```
/// assert_eq!(tamis::unicode::script_name('\u{430}'), "Cyrillic"); // CYRILLIC SMALL LETTER A
/// assert_eq!(tamis::unicode::script_name('1'), "Common");
/// ```
#[must_use]
pub fn script_name(c: char) -> &'static str {
    script(c).name()
}

/// Script. Constant time: two trie look-ups, as the table of scripts is smaller where it need not know what is assigned.
#[inline]
pub(crate) fn script(c: char) -> Script {
    match Profile::of(c).class() {
        Class::Unassigned | Class::DefaultIgnorable | Class::PrivateUse | Class::Noncharacter => {
            Script::Unknown
        }
        _ => slot(u32::from(c)).map_or(Script::Unknown, |slot| {
            let bits = (MIDDLE_BITS, LEAF_BITS);
            Script::from_number(find(&UPPER, &MIDDLE, &LEAVES, bits, slot))
        }),
    }
}
