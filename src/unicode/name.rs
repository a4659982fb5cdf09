//! Names of characters that cannot be seen.

use alloc::{borrow::Cow, format, string::String};

use super::{
    class::{Class, class},
    tables::name::{NAMED_BMP, NAMED_REST, ONE_BYTE, RECORDS, WORDS},
};

/// The name of an invisible, control or otherwise odd character, for showing it; `None` for ordinary characters.
///
/// A control has the name that NameAliases.txt gives it, such as `ESCAPE`. A code point without a character has its
/// label: `<noncharacter-FFFE>`, `<private-use-E000>`, `<reserved-0378>`. A walk through some two kilobytes at most.
///
/// # Example
///
/// ```
/// assert_eq!(tamis::unicode::name('\u{200B}').as_deref(), Some("ZERO WIDTH SPACE"));
/// assert_eq!(tamis::unicode::name('\u{1B}').as_deref(), Some("ESCAPE"));
/// assert_eq!(tamis::unicode::name('\u{E000}').as_deref(), Some("<private-use-E000>"));
/// assert_eq!(tamis::unicode::name('a'), None);
/// ```
#[must_use]
pub fn name(c: char) -> Option<Cow<'static, str>> {
    let point = u32::from(c);
    let name = match class(c) {
        Class::Ordinary => return None,
        Class::Noncharacter => format!("<noncharacter-{point:04X}>"),
        Class::PrivateUse => format!("<private-use-{point:04X}>"),
        Class::Unassigned | Class::DefaultIgnorable => format!("<reserved-{point:04X}>"),
        Class::VariationSelector => {
            format!("VARIATION SELECTOR-{}", point.saturating_sub(0xFE00) + 1)
        }
        Class::VariationSelectorSupplement => {
            format!("VARIATION SELECTOR-{}", point.saturating_sub(0xE_0100) + 17)
        }
        _ => spell(record(point)?),
    };
    Some(Cow::Owned(name))
}

/// The word numbers of a name.
fn record(point: u32) -> Option<&'static [u8]> {
    let bmp = NAMED_BMP.iter().map(|range| range.map(u32::from));
    let mut before = 0;
    for [first, last] in bmp.chain(NAMED_REST) {
        if (first..=last).contains(&point) {
            return records().nth((before + point - first) as usize);
        }
        before += last + 1 - first;
    }
    None
}

fn records() -> impl Iterator<Item = &'static [u8]> {
    let mut rest = RECORDS.as_slice();
    core::iter::from_fn(move || {
        let (&length, after) = rest.split_first()?;
        let (record, after) = after.split_at_checked(usize::from(length))?;
        rest = after;
        Some(record)
    })
}

fn spell(record: &[u8]) -> String {
    let mut name = String::new();
    let mut bytes = record.iter().copied();
    while let Some(byte) = bytes.next() {
        let number = match byte.checked_sub(ONE_BYTE) {
            None => usize::from(byte),
            Some(high) => {
                let low = bytes.next().unwrap_or_default();
                usize::from(ONE_BYTE) + (usize::from(high) << 8) + usize::from(low)
            }
        };
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(WORDS.split(' ').nth(number).unwrap_or_default());
    }
    name
}
