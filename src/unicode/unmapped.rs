//! Which confusables cleaning leaves as they are.

use alloc::string::String;

use super::{
    alphabet::{Alphabet, alphabet, resembling, twin},
    class::{Class, class},
    confusable::{counterpart, doubtful, lookalike, other_form, styled},
    several::several,
    skeleton::{has_prototype, skeleton},
};

/// The characters of confusables.txt that cleaning never writes as the letter they are taken for, in the order of their
/// code points, each with its [`skeleton`].
///
/// They are kept wherever they stand: marks, symbols, letters and digraphs of real alphabets, typeset ligatures, those whose
/// prototype is of another script than Latin, Greek or Cyrillic or of letters that no frequent word has, and those that real
/// text cannot do without. The others are put right in words that mix scripts. Walks over all code points; a look-up for
/// each.
///
/// # Example
///
/// ```
/// let mut unmapped = tamis::unicode::unmapped_confusables();
/// assert!(unmapped.any(|(c, skeleton)| c == '\u{133}' && skeleton == "ij")); // LATIN SMALL LIGATURE IJ
/// assert!(unmapped.all(|(c, _)| c != 'а')); // Cyrillic, which cleaning restores
/// ```
pub fn unmapped_confusables() -> impl Iterator<Item = (char, String)> {
    let all = '\0'..=char::MAX;
    all.filter(|&c| is_source(c) && !is_restored(c))
        .map(|c| (c, skeleton(c.encode_utf8(&mut [0; 4]))))
}

/// Whether the character is listed in confusables.txt. Those that cleaning takes out do not count.
fn is_source(c: char) -> bool {
    matches!(class(c), Class::Ordinary | Class::Space) && has_prototype(c)
}

/// Whether there is a word in which cleaning writes the character as a letter of ASCII or of one of the alphabets.
fn is_restored(c: char) -> bool {
    let of = alphabet(c);
    let has_twin = |&wanted: &Alphabet| {
        of.is_some_and(|of| of != wanted)
            && twin(c, wanted).or_else(|| resembling(c, wanted)).is_some()
    };
    let of_ascii = styled(c).or_else(|| lookalike(c)).or_else(|| doubtful(c));
    let other = of_ascii
        .or_else(|| counterpart(c))
        .or_else(|| other_form(c));
    // inside words and at their start; Cyrillic in Greek
    let is_of_stage = matches!(c, '¡' | '×' | '∏' | '∑' | 'Ө' | 'ө');
    other.is_some() || several(c).is_some() || is_of_stage || Alphabet::ALL.iter().any(has_twin)
}
