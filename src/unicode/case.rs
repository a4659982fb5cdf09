//! Full case folding (The Unicode Standard, 3.13).

use super::{
    range::{Row, find},
    tables::case::{DOUBLED, FOLDED_BMP, FOLDED_REST},
};

/// The full case folding of a character that decomposes in no form, part by part; the character itself if it has none.
/// Binary search.
pub(crate) fn case_fold(c: char, mut each: impl FnMut(char)) {
    if c.is_ascii() {
        return each(c.to_ascii_lowercase());
    }
    let point = u32::from(c);
    if let Some(&[_, first, second]) = DOUBLED.iter().find(|&&[of, _, _]| u32::from(of) == point) {
        for part in [first, second] {
            char::from_u32(part.into()).into_iter().for_each(&mut each);
        }
        return;
    }
    let (first, into) = match find(&FOLDED_BMP, &FOLDED_REST, c) {
        Some(Row::Bmp(&[first, _, into])) => (u32::from(first), u32::from(into)),
        Some(Row::Rest(&[first, _, into])) => (first, into),
        None => return each(c),
    };
    let step = point - first;
    // capitals before their small letters are every second one
    let folded = match into == first + 1 && step % 2 == 1 {
        true => point,
        false => into + step,
    };
    each(char::from_u32(folded).unwrap_or(c));
}

/// A capital that [folds](case_fold) to the letter, of the Basic Multilingual Plane; `None` if there is none. A walk over the
/// table.
pub(crate) fn capital(c: char) -> Option<char> {
    let point = u16::try_from(u32::from(c)).ok()?;
    FOLDED_BMP.iter().find_map(|&[first, last, into]| {
        let step = point.checked_sub(into)?;
        let is_within = step <= last - first && !(into == first + 1 && step % 2 == 1);
        is_within
            .then(|| char::from_u32(u32::from(first + step)))
            .flatten()
    })
}
