//! Marks of no script in particular: which of them alphabets use, and where they sit.

use crate::unicode::{Alphabet, Script, alphabet, script};

/// The blocks of combining marks that belong to no script: Combining Diacritical Marks, its Extended, Supplement and
/// for Symbols, and Combining Half Marks. The grapheme joiner in the first is judged elsewhere.
pub(super) const fn is_generic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether no alphabet sets this mark on this letter: the signs of phonetic notation, strokes through a letter, what only
/// Greek or Cyrillic has on a letter of others.
pub(super) fn is_rare(mark: char, base: char) -> bool {
    match mark {
        '\u{342}' | '\u{343}' | '\u{345}' => alphabet(base) != Some(Alphabet::Greek),
        '\u{33E}' => alphabet(base) != Some(Alphabet::Cyrillic),
        '\u{30E}'
        | '\u{316}'..='\u{31A}'
        | '\u{31C}'..='\u{322}'
        | '\u{32A}'..='\u{32C}'
        | '\u{333}'..='\u{33D}'
        | '\u{33F}'
        | '\u{346}'..='\u{34E}'
        | '\u{350}'..='\u{357}'
        | '\u{359}'..='\u{35B}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{20D2}'..='\u{20D3}'
        | '\u{20E5}'..='\u{20E6}'
        | '\u{20EA}'..='\u{20EB}' => !borrows_marks(script(base)),
        _ => false,
    }
}

/// A stroke through the letter, which strikes it out.
pub(super) const fn is_stroke(mark: char) -> bool {
    matches!(mark, '\u{335}'..='\u{338}')
}

/// Lines under, over and through letters, and shapes around them: set on each letter of a word they are a fashion.
pub(super) const fn is_line(mark: char) -> bool {
    matches!(mark, '\u{305}' | '\u{332}' | '\u{333}' | '\u{335}'..='\u{338}' | '\u{33F}'
        | '\u{20DD}'..='\u{20E0}' | '\u{20E2}'..='\u{20E4}')
}

/// Scripts, other than Latin, Greek and Cyrillic, whose own writing sets these marks freely.
const fn borrows_marks(script: Script) -> bool {
    matches!(
        script,
        Script::Syriac
            | Script::Coptic
            | Script::Glagolitic
            | Script::OldPermic
            | Script::Duployan
            | Script::Georgian
            | Script::Armenian
    )
}

/// Where a mark sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Above,
    Below,
    /// Attached, beside, through, around, or over two letters.
    Other,
}

/// By Canonical_Combining_Class.
pub(super) const fn place(class: u8) -> Place {
    match class {
        230 => Place::Above,
        220 => Place::Below,
        _ => Place::Other,
    }
}
