//! Characters that are taken for several letters of ASCII.

/// The small letters of ASCII that one character is taken for (UTS #39, the skeleton, or the compatibility decomposition of a
/// unit or numeral), where a frequent word has them; `None` for all else. Constant time.
///
/// Not here, since real words have them: typeset ligatures such as U+FB01, and the digraphs of alphabets, æ, œ, ĳ, ǆ, Cyrillic
/// yeru, yu and uk.
pub(crate) const fn several(c: char) -> Option<&'static str> {
    Some(match c {
        // signs of two strokes: a click, parallels, a Yiddish ligature, the double dandas of India and Myanmar
        '\u{1C1}' | '\u{2016}' | '\u{2225}' | '\u{5F0}' | '\u{965}' | '\u{104B}' | '\u{A8CF}'
        | '\u{11048}' | '\u{110C1}' | '\u{11142}' | '\u{111C6}' | '\u{1144C}' | '\u{11642}'
        | '\u{11C42}' => "ll",
        // two rings: infinity, ligatures of manuscripts in Latin and Cyrillic, parts of Hangul
        '\u{221E}' | '\u{A74E}' | '\u{A74F}' | '\u{A698}' | '\u{A699}' | '\u{1147}'
        | '\u{11EE}' | '\u{3180}' => "oo",
        // digraphs of phonetic text, an old coin
        '\u{2A6}' => "ts",
        '\u{2AA}' => "ls",
        '\u{1D6B}' => "ue",
        '\u{AB63}' => "uo",
        '\u{AB43}' => "co",
        '\u{20B6}' => "lt",
        // vowels and consonants tied together
        '\u{1DF5D}' => "ie",
        '\u{1DF5E}' => "oi",
        '\u{1DF5F}' => "ou",
        '\u{1DF64}' => "th",
        '\u{1DF65}' => "wh",
        '\u{1EE64}' => "ol",
        // ligatures of manuscripts
        '\u{A732}' | '\u{A733}' => "aa",
        '\u{A736}' | '\u{A737}' => "au",
        '\u{A738}'..='\u{A73B}' => "av",
        '\u{A73C}' | '\u{A73D}' => "ay",
        // numerals
        '\u{2163}' | '\u{2173}' => "iv",
        '\u{2165}' | '\u{2175}' => "vi",
        '\u{2168}' | '\u{2178}' => "ix",
        // units and abbreviations in one square
        '\u{3372}' => "da",
        '\u{3374}' => "bar",
        '\u{3388}' => "cal",
        '\u{3386}' | '\u{33D4}' => "mb",
        '\u{32CD}' => "erg",
        '\u{338B}' => "nf",
        '\u{3396}' => "ml",
        '\u{3398}' => "kl",
        '\u{33CF}' => "kt",
        '\u{33D6}' => "mol",
        '\u{33DB}' => "sr",
        '\u{3397}' => "dl",
        '\u{339C}' => "mm",
        '\u{33AD}' => "rad",
        '\u{33B0}' => "ps",
        '\u{33B1}' => "ns",
        '\u{33B3}' => "ms",
        '\u{33C4}' => "cc",
        '\u{33CA}' => "ha",
        '\u{33CC}' => "in",
        '\u{33D5}' => "mil",
        '\u{33D7}' => "ph",
        '\u{33DA}' => "pr",
        '\u{2121}' => "tel",
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use alloc::string::String;

    use unicode_normalization::UnicodeNormalization as _;

    use super::several;
    use crate::unicode::skeleton;

    /// What the files of Unicode have is what the list says, but for case.
    #[test]
    fn each_is_taken_for_its_letters() {
        let mut count = 0;
        for c in '\0'..=char::MAX {
            let Some(letters) = several(c) else {
                continue;
            };
            count += 1;
            let text: String = [c].into_iter().collect();
            let folded: String = text.nfkc().collect();
            let is_taken = folded.eq_ignore_ascii_case(letters)
                || skeleton(&text).eq_ignore_ascii_case(letters);
            assert!(is_taken, "{c:?} {letters}");
        }
        assert!(count > 60, "{count}");
    }
}
