//! Skeletons: what a text is taken for at a glance (UTS #39, 4).

use alloc::string::String;

use super::{
    class::is_default_ignorable,
    normalization::{Form, Normalizer, compatibility},
    range::contains,
    script_set::resolved,
    tables::skeleton::{KEPT_BMP, KEPT_REST, LENGTHS, PAGES, STEPS, TEXT_HIGH, TEXT_LOW},
};

/// The skeleton of a text (UTS #39, 4): two texts are confusable if they have the same.
///
/// In NFD, without default-ignorable characters, each character written as its prototype of `confusables.txt`. It is
/// meant to be compared, not shown: `m` becomes `rn`, and `I` and `1` become `l`. Linear.
///
/// # Example
///
/// ```
/// use tamis::unicode::skeleton;
/// assert_eq!(skeleton("раураӏ"), "paypal"); // in Cyrillic
/// assert_eq!(skeleton("I'm"), "l'rn");
/// ```
#[must_use]
pub fn skeleton(text: &str) -> String {
    let mut prototypes = String::new();
    for_each_in_nfd(text, |c| {
        if !is_default_ignorable(c) {
            for_each_of_prototype(c, |part| prototypes.push(part));
        }
    });
    let mut skeleton = String::with_capacity(prototypes.len());
    for_each_in_nfd(&prototypes, |c| skeleton.push(c));
    skeleton
}

/// Whether two texts have the same [`skeleton`]. Equal texts do. Linear.
///
/// # Example
///
/// ```
/// use tamis::unicode::is_confusable;
/// assert!(is_confusable("ехаmрlе", "example")); // partly in Cyrillic
/// assert!(is_confusable("modern", "modem"));
/// assert!(!is_confusable("example", "sample"));
/// ```
#[must_use]
pub fn is_confusable(a: &str, b: &str) -> bool {
    skeleton(a) == skeleton(b)
}

/// In what way two texts are confusable (UTS #39, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Confusability {
    /// Some script is common to both: `modern` and `modem`.
    SingleScript,
    /// No script is common to both, and one of them mixes scripts.
    MixedScript,
    /// No script is common to both, and each is of one: `scope` in Latin and in Cyrillic.
    WholeScript,
}

/// In what way two texts are confusable; `None` if they are not. Linear.
///
/// # Example
///
/// ```
/// use tamis::unicode::{Confusability, confusability};
/// assert_eq!(confusability("scope", "ѕсоре"), Some(Confusability::WholeScript)); // in Cyrillic
/// assert_eq!(confusability("scope", "sсope"), Some(Confusability::MixedScript)); // with a Cyrillic es
/// assert_eq!(confusability("scope", "scales"), None);
/// ```
#[must_use]
pub fn confusability(a: &str, b: &str) -> Option<Confusability> {
    if !is_confusable(a, b) {
        return None;
    }
    let (a, b) = (resolved(a), resolved(b));
    Some(match a.intersect(b).is_empty() {
        false => Confusability::SingleScript,
        true if a.is_empty() || b.is_empty() => Confusability::MixedScript,
        true => Confusability::WholeScript,
    })
}

/// Whether the character has a prototype other than itself. A binary search, and a walk over at most 256 bytes.
pub(super) fn has_prototype(c: char) -> bool {
    let mut count = 0;
    let mut is_same = false;
    for_each_of_prototype(c, |part| {
        count += 1;
        is_same = part == c;
    });
    !(is_same && count == 1)
}

/// The prototype of a character that stands in NFD, character by character; the character itself if it has none. A binary
/// search, and a walk over at most 256 bytes.
fn for_each_of_prototype(c: char, mut each: impl FnMut(char)) {
    if let Some(prototype) = listed(c) {
        prototype.for_each(each);
    } else if let Some(parts) = compatibility(c).filter(|_| !contains(&KEPT_BMP, &KEPT_REST, c)) {
        for part in parts {
            match listed(part) {
                Some(prototype) => prototype.for_each(&mut each),
                None => each(part),
            }
        }
    } else {
        each(c);
    }
}

/// The prototype in the table.
fn listed(c: char) -> Option<impl Iterator<Item = char>> {
    let point = u32::from(c);
    let at = PAGES
        .binary_search_by_key(&(point >> 8), |&[page, _, _]| u32::from(page))
        .ok()?;
    let (&[_, start, text], &[_, end, _]) = (PAGES.get(at)?, PAGES.get(at + 1)?);
    let (start, end) = (usize::from(start), usize::from(end));
    let mut low = 0;
    let nth = STEPS.get(start..end)?.iter().position(|&step| {
        low += u32::from(step);
        low >= point & 0xFF
    })?;
    if low != point & 0xFF {
        return None;
    }
    let (length, before) = LENGTHS.get(start..=start + nth)?.split_last()?;
    let from = usize::from(text)
        + before
            .iter()
            .map(|&length| usize::from(length))
            .sum::<usize>();
    let to = from + usize::from(*length);
    let (high, low) = (TEXT_HIGH.get(from..to)?, TEXT_LOW.get(from..to)?);
    let units = high.iter().zip(low);
    let units = units.map(|(&high, &low)| u16::from_be_bytes([high, low]));
    // the generator writes no lone surrogate
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)))
}

fn for_each_in_nfd(text: &str, each: impl FnMut(char)) {
    match Normalizer::new(Form::NFD).change(text) {
        Some(normalized) => normalized.for_each(each),
        None => text.chars().for_each(each),
    }
}
