//! Restriction levels, mixed scripts and mixed numbers (UTS #39, 5).

use core::fmt;

use super::{
    identifier::{is_allowed, zero},
    script::Script,
    script_set::{ScriptSet, resolved, script_extensions},
};

/// How freely an identifier mixes scripts (UTS #39, 5.2), from the strictest level to the laxest.
///
/// # Example
///
/// ```
/// use tamis::unicode::{RestrictionLevel, restriction_level};
/// assert!(restriction_level("paypal") < restriction_level("pаypal")); // with a Cyrillic a
/// assert_eq!(RestrictionLevel::SingleScript.id(), "single-script");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RestrictionLevel {
    /// All characters are ASCII.
    AsciiOnly,
    /// All are of one script or writing system.
    SingleScript,
    /// Latin beside what Chinese, Japanese or Korean is written in.
    HighlyRestrictive,
    /// Latin beside one other script in wide use, but neither Cyrillic nor Greek.
    ModeratelyRestrictive,
    /// Any mixture of characters of the General Security Profile.
    MinimallyRestrictive,
    /// There are others, such as spaces and symbols.
    Unrestricted,
}

impl RestrictionLevel {
    /// The name used in JavaScript: `ascii-only`, `single-script`, `highly-restrictive`, `moderately-restrictive`,
    /// `minimally-restrictive`, `unrestricted`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AsciiOnly => "ascii-only",
            Self::SingleScript => "single-script",
            Self::HighlyRestrictive => "highly-restrictive",
            Self::ModeratelyRestrictive => "moderately-restrictive",
            Self::MinimallyRestrictive => "minimally-restrictive",
            Self::Unrestricted => "unrestricted",
        }
    }
}

impl fmt::Display for RestrictionLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// Recommended Scripts (UAX #31, table 5) that may stand beside Latin: all of them but Cyrillic and Greek.
const BESIDE_LATIN: [Script; 26] = [
    Script::Arabic,
    Script::Armenian,
    Script::Bengali,
    Script::Bopomofo,
    Script::Devanagari,
    Script::Ethiopic,
    Script::Georgian,
    Script::Gujarati,
    Script::Gurmukhi,
    Script::Han,
    Script::Hangul,
    Script::Hebrew,
    Script::Hiragana,
    Script::Kannada,
    Script::Katakana,
    Script::Khmer,
    Script::Lao,
    Script::Malayalam,
    Script::Myanmar,
    Script::Oriya,
    Script::Sinhala,
    Script::Tamil,
    Script::Telugu,
    Script::Thaana,
    Script::Thai,
    Script::Tibetan,
];

/// The restriction level of one identifier, such as a user name or a label of a host name (UTS #39, 5.2). Linear.
///
/// A space is no character of identifiers: a text of several words is [`RestrictionLevel::Unrestricted`].
///
/// # Example
///
/// ```
/// use tamis::unicode::{RestrictionLevel, restriction_level};
/// assert_eq!(restriction_level("user1"), RestrictionLevel::AsciiOnly);
/// assert_eq!(restriction_level("жук"), RestrictionLevel::SingleScript);
/// assert_eq!(restriction_level("abc日本"), RestrictionLevel::HighlyRestrictive);
/// assert_eq!(restriction_level("abcжук"), RestrictionLevel::MinimallyRestrictive);
/// assert_eq!(restriction_level("I♥NY"), RestrictionLevel::Unrestricted);
/// ```
#[must_use]
pub fn restriction_level(identifier: &str) -> RestrictionLevel {
    let mut all = ScriptSet::ALL;
    let mut beside_latin = ScriptSet::ALL;
    for c in identifier.chars() {
        if !is_allowed(c) {
            return RestrictionLevel::Unrestricted;
        }
        let set = script_extensions(c).augmented();
        all = all.intersect(set);
        if !set.contains(Script::Latin) {
            beside_latin = beside_latin.intersect(set);
        }
    }
    if identifier.is_ascii() {
        RestrictionLevel::AsciiOnly
    } else if !all.is_empty() {
        RestrictionLevel::SingleScript
    } else if beside_latin.has_hanb() || beside_latin.has_jpan() || beside_latin.has_kore() {
        RestrictionLevel::HighlyRestrictive
    } else if BESIDE_LATIN
        .iter()
        .any(|&script| beside_latin.contains(script))
    {
        RestrictionLevel::ModeratelyRestrictive
    } else {
        RestrictionLevel::MinimallyRestrictive
    }
}

/// Whether no single script or writing system covers the text (UTS #39, 5.1): its resolved script set is empty. Linear.
///
/// # Example
///
/// ```
/// use tamis::unicode::is_mixed_script;
/// assert!(is_mixed_script("pаypal")); // with a Cyrillic a
/// assert!(!is_mixed_script("日本のサッカー")); // Japanese is written in three scripts
/// ```
#[must_use]
pub fn is_mixed_script(text: &str) -> bool {
    resolved(text).is_empty()
}

/// Whether the decimal digits of the text are of more than one system (UTS #39, 5.3). Linear.
///
/// # Example
///
/// ```
/// use tamis::unicode::has_mixed_numbers;
/// assert!(has_mixed_numbers("1৪")); // a Bengali four, which looks like an 8
/// assert!(!has_mixed_numbers("৪২"));
/// ```
#[must_use]
pub fn has_mixed_numbers(text: &str) -> bool {
    let mut zeros = text.chars().filter_map(zero);
    zeros
        .next()
        .is_some_and(|first| zeros.any(|zero| zero != first))
}
