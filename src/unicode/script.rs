//! The Script property.

pub(crate) use super::tables::script::Script;
use super::{
    class::Class,
    profile::Profile,
    tables::script::{LEAF_BITS, LEAVES, MIDDLE, MIDDLE_BITS, NAMES, SCRIPTS, UPPER},
    trie::{find, slot},
};

impl Script {
    /// The long name as the UCD writes it, such as `Old_Persian`. A walk through the names, meant for messages.
    pub(crate) fn name(self) -> &'static str {
        let mut names = NAMES.split(' ');
        names.nth(usize::from(self as u8)).unwrap_or_default()
    }

    /// The script with this number, Unknown if there is none.
    pub(super) fn from_number(number: u8) -> Self {
        let script = SCRIPTS.get(usize::from(number));
        script.copied().unwrap_or(Self::Unknown)
    }
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
