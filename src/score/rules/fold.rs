//! How letters are compared: without case, accents and vowel points. Patterns and texts go through the same fold.

/// What a character is to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Stands between words.
    Break,
    /// Is passed over, as if it were not there: joiners and soft hyphens.
    Nothing,
    /// A letter, mark or digit of a script that writes spaces between words.
    Letter,
    /// A Hangul letter: a word of its own beside a Latin one, as in a borrowed term with its particle.
    Hangul,
    /// A letter of a script without spaces: a token by itself.
    Alone,
}

/// What `c` is to the search.
pub(crate) fn kind(c: char) -> Kind {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() {
            Kind::Letter
        } else {
            Kind::Break
        };
    }
    match c {
        // SOFT HYPHEN, ZERO WIDTH NON-JOINER, ZERO WIDTH JOINER
        '\u{AD}' | '\u{200C}' | '\u{200D}' => Kind::Nothing,
        '\u{E3F}' | '\u{E4F}' | '\u{E5A}' | '\u{E5B}' | '\u{104A}' | '\u{104B}' => Kind::Break,
        // Thai, Lao, Myanmar, Khmer with their marks
        '\u{E01}'..='\u{EDF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}' => Kind::Alone,
        // kana with the length mark, ideographs
        '々' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー' => Kind::Alone,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
            Kind::Alone
        }
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Kind::Hangul,
        // marks of letters, which are not all alphabetic
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}' => Kind::Letter,
        // danda and double danda
        '\u{964}' | '\u{965}' => Kind::Break,
        '\u{900}'..='\u{DF3}' => Kind::Letter,
        _ if c.is_alphanumeric() => Kind::Letter,
        _ => Kind::Break,
    }
}

/// The letters that `c` is compared as: none for a mark that is left out, two for some that are written in one.
pub(crate) fn fold(c: char) -> impl Iterator<Item = char> {
    if c.is_ascii() {
        return [Some(c.to_ascii_lowercase()), None].into_iter().flatten();
    }
    let mut lower = c.to_lowercase();
    let first = lower.next().unwrap_or(c);
    let (first, second) = letters(first);
    [first, second].into_iter().flatten()
}

/// Of a small letter its base; the points and marks that writers leave out give nothing.
fn letters(c: char) -> (Option<char>, Option<char>) {
    let base = match c {
        '\u{300}'..='\u{36F}' // combining accents
        | '\u{591}'..='\u{5C7}' // Hebrew points
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | 'ـ' // Arabic points, TATWEEL
        | '\u{93C}' | '\u{9BC}' => return (None, None), // nukta
        'ß' => return (Some('s'), Some('s')),
        'æ' => return (Some('a'), Some('e')),
        'œ' => return (Some('o'), Some('e')),
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | '\u{1EA0}'..='\u{1EB7}' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | '\u{1EB8}'..='\u{1EC7}' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' | '\u{1EC8}'..='\u{1ECB}' => 'i',
        'ķ' => 'k',
        'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ơ' | '\u{1ECC}'..='\u{1EE3}' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | '\u{1EE4}'..='\u{1EF1}' => 'u',
        'ý' | 'ÿ' | '\u{1EF2}'..='\u{1EF9}' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и', // as it stands decomposed, without its mark
        'ї' => 'і',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ئ' => 'ي',
        other => other,
    };
    (Some(base), None)
}
