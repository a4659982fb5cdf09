//! What can be found: one rule per class of character or shape, each with a stable id.

use core::{fmt, str::FromStr};

use crate::error::Error;

/// What was found, by a name that never changes meaning and is never reused.
///
/// The [`id`](Rule::id) is the same string in Rust, in JavaScript, in the CLI's JSON and in a policy.
///
/// # Example
///
/// ```
/// use tamis::Rule;
/// assert_eq!(Rule::TagCharacters.id(), "tag-characters");
/// assert_eq!("tag-characters".parse(), Ok(Rule::TagCharacters));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// `tag-characters`: Unicode tag characters draw nothing and spell out ASCII; only the three registered subdivision flags use them.
    TagCharacters,
    /// `variation-selectors`: a variation selector after a character that has no such registered variation draws nothing and can carry a byte.
    VariationSelectors,
    /// `zero-width`: a zero-width character outside the scripts that break lines with it draws nothing and can split or carry words.
    ZeroWidth,
    /// `joiner`: a zero-width joiner or non-joiner where neither the script nor an emoji sequence asks for one.
    Joiner,
    /// `invisible-operator`: an invisible mathematical operator outside mathematics; a pair of them can carry bits.
    InvisibleOperator,
    /// `invisible-run`: a run of invisible characters, of the kinds that spell bits, belongs to no real text.
    InvisibleRun,
    /// `bidi-mark`: a directional mark in a line that does not mix directions.
    BidiMark,
    /// `bidi-embedding`: an embedding control changes the order in which text is shown.
    BidiEmbedding,
    /// `bidi-override`: an override control shows text in another order than a machine reads it.
    BidiOverride,
    /// `bidi-isolate`: an isolate that is not balanced, or in a line that does not mix directions.
    BidiIsolate,
    /// `deprecated-format`: a format character that Unicode has deprecated.
    DeprecatedFormat,
    /// `interlinear-annotation`: interlinear annotation characters hide one text behind another.
    InterlinearAnnotation,
    /// `soft-hyphen`: a soft hyphen draws nothing inside a line and splits words for a machine.
    SoftHyphen,
    /// `grapheme-joiner`: a combining grapheme joiner that joins no marks.
    GraphemeJoiner,
    /// `filler`: a blank that counts as a letter or a symbol, outside the script it belongs to.
    Filler,
    /// `mongolian-format`: a Mongolian selector or vowel separator outside Mongolian.
    MongolianFormat,
    /// `musical-format`: a musical format control outside musical notation.
    MusicalFormat,
    /// `shorthand-format`: a shorthand format control outside Duployan shorthand.
    ShorthandFormat,
    /// `hieroglyph-format`: a hieroglyph format control outside Egyptian hieroglyphs.
    HieroglyphFormat,
    /// `format-character`: a format character that draws nothing.
    FormatCharacter,
    /// `default-ignorable`: an unassigned code point that Unicode reserves for invisible characters.
    DefaultIgnorable,
    /// `c0-control`: a C0 control character has no meaning in text.
    C0Control,
    /// `c1-control`: a C1 control character has no meaning in text.
    C1Control,
    /// `ansi-escape`: an escape sequence tells a terminal what to do and draws nothing itself.
    AnsiEscape,
    /// `line-separator`: a line or paragraph separator breaks lines for some programs and for others draws nothing.
    LineSeparator,
    /// `noncharacter`: a noncharacter is reserved for a program's own use and never stands in text.
    Noncharacter,
    /// `private-use`: a private-use character has no agreed meaning.
    PrivateUse,
    /// `unassigned`: a code point that this version of Unicode has not assigned.
    Unassigned,
    /// `combining-stack`: more combining marks on a letter than any writing uses: they cover the text around them.
    CombiningStack,
    /// `mixed-script`: a word mixes scripts in letters that look alike.
    MixedScript,
    /// `confusable-host`: a host name or an address mixes scripts in letters that look alike.
    ConfusableHost,
    /// `invalid-utf8`: bytes that are not UTF-8 were decoded as U+FFFD.
    InvalidUtf8,
    /// `invalid-utf16`: an odd byte at the end of UTF-16 was decoded as U+FFFD.
    InvalidUtf16,
    /// `lone-surrogate`: half of a UTF-16 surrogate pair stands alone and was decoded as U+FFFD.
    LoneSurrogate,
    /// `input-limit`: the text is longer than the limit; the rest was not looked at.
    InputLimit,
}

impl Rule {
    /// Every rule, in the order of the enum.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(tamis::Rule::ALL.iter().all(|rule| !rule.why().is_empty()));
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::TagCharacters,
        Self::VariationSelectors,
        Self::ZeroWidth,
        Self::Joiner,
        Self::InvisibleOperator,
        Self::InvisibleRun,
        Self::BidiMark,
        Self::BidiEmbedding,
        Self::BidiOverride,
        Self::BidiIsolate,
        Self::DeprecatedFormat,
        Self::InterlinearAnnotation,
        Self::SoftHyphen,
        Self::GraphemeJoiner,
        Self::Filler,
        Self::MongolianFormat,
        Self::MusicalFormat,
        Self::ShorthandFormat,
        Self::HieroglyphFormat,
        Self::FormatCharacter,
        Self::DefaultIgnorable,
        Self::C0Control,
        Self::C1Control,
        Self::AnsiEscape,
        Self::LineSeparator,
        Self::Noncharacter,
        Self::PrivateUse,
        Self::Unassigned,
        Self::CombiningStack,
        Self::MixedScript,
        Self::ConfusableHost,
        Self::InvalidUtf8,
        Self::InvalidUtf16,
        Self::LoneSurrogate,
        Self::InputLimit,
    ];

    /// The stable kebab-case id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TagCharacters => "tag-characters",
            Self::VariationSelectors => "variation-selectors",
            Self::ZeroWidth => "zero-width",
            Self::Joiner => "joiner",
            Self::InvisibleOperator => "invisible-operator",
            Self::InvisibleRun => "invisible-run",
            Self::BidiMark => "bidi-mark",
            Self::BidiEmbedding => "bidi-embedding",
            Self::BidiOverride => "bidi-override",
            Self::BidiIsolate => "bidi-isolate",
            Self::DeprecatedFormat => "deprecated-format",
            Self::InterlinearAnnotation => "interlinear-annotation",
            Self::SoftHyphen => "soft-hyphen",
            Self::GraphemeJoiner => "grapheme-joiner",
            Self::Filler => "filler",
            Self::MongolianFormat => "mongolian-format",
            Self::MusicalFormat => "musical-format",
            Self::ShorthandFormat => "shorthand-format",
            Self::HieroglyphFormat => "hieroglyph-format",
            Self::FormatCharacter => "format-character",
            Self::DefaultIgnorable => "default-ignorable",
            Self::C0Control => "c0-control",
            Self::C1Control => "c1-control",
            Self::AnsiEscape => "ansi-escape",
            Self::LineSeparator => "line-separator",
            Self::Noncharacter => "noncharacter",
            Self::PrivateUse => "private-use",
            Self::Unassigned => "unassigned",
            Self::CombiningStack => "combining-stack",
            Self::MixedScript => "mixed-script",
            Self::ConfusableHost => "confusable-host",
            Self::InvalidUtf8 => "invalid-utf8",
            Self::InvalidUtf16 => "invalid-utf16",
            Self::LoneSurrogate => "lone-surrogate",
            Self::InputLimit => "input-limit",
        }
    }

    /// Why this is worth a finding, in one sentence for a person.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::TagCharacters => {
                "Unicode tag characters draw nothing and spell out ASCII; only the three registered subdivision flags use them"
            }
            Self::VariationSelectors => {
                "a variation selector after a character that has no such registered variation draws nothing and can carry a byte"
            }
            Self::ZeroWidth => {
                "a zero-width character outside the scripts that break lines with it draws nothing and can split or carry words"
            }
            Self::Joiner => {
                "a zero-width joiner or non-joiner where neither the script nor an emoji sequence asks for one"
            }
            Self::InvisibleOperator => {
                "an invisible mathematical operator outside mathematics; a pair of them can carry bits"
            }
            Self::InvisibleRun => {
                "a run of invisible characters, of the kinds that spell bits, belongs to no real text"
            }
            Self::BidiMark => "a directional mark in a line that does not mix directions",
            Self::BidiEmbedding => "an embedding control changes the order in which text is shown",
            Self::BidiOverride => {
                "an override control shows text in another order than a machine reads it"
            }
            Self::BidiIsolate => {
                "an isolate that is not balanced, or in a line that does not mix directions"
            }
            Self::DeprecatedFormat => "a format character that Unicode has deprecated",
            Self::InterlinearAnnotation => {
                "interlinear annotation characters hide one text behind another"
            }
            Self::SoftHyphen => {
                "a soft hyphen draws nothing inside a line and splits words for a machine"
            }
            Self::GraphemeJoiner => "a combining grapheme joiner that joins no marks",
            Self::Filler => {
                "a blank that counts as a letter or a symbol, outside the script it belongs to"
            }
            Self::MongolianFormat => "a Mongolian selector or vowel separator outside Mongolian",
            Self::MusicalFormat => "a musical format control outside musical notation",
            Self::ShorthandFormat => "a shorthand format control outside Duployan shorthand",
            Self::HieroglyphFormat => "a hieroglyph format control outside Egyptian hieroglyphs",
            Self::FormatCharacter => "a format character that draws nothing",
            Self::DefaultIgnorable => {
                "an unassigned code point that Unicode reserves for invisible characters"
            }
            Self::C0Control => "a C0 control character has no meaning in text",
            Self::C1Control => "a C1 control character has no meaning in text",
            Self::AnsiEscape => {
                "an escape sequence tells a terminal what to do and draws nothing itself"
            }
            Self::LineSeparator => {
                "a line or paragraph separator breaks lines for some programs and for others draws nothing"
            }
            Self::Noncharacter => {
                "a noncharacter is reserved for a program's own use and never stands in text"
            }
            Self::PrivateUse => "a private-use character has no agreed meaning",
            Self::Unassigned => "a code point that this version of Unicode has not assigned",
            Self::CombiningStack => {
                "more combining marks on a letter than any writing uses: they cover the text around them"
            }
            Self::MixedScript => "a word mixes scripts in letters that look alike",
            Self::ConfusableHost => {
                "a host name or an address mixes scripts in letters that look alike"
            }
            Self::InvalidUtf8 => "bytes that are not UTF-8 were decoded as U+FFFD",
            Self::InvalidUtf16 => "an odd byte at the end of UTF-16 was decoded as U+FFFD",
            Self::LoneSurrogate => {
                "half of a UTF-16 surrogate pair stands alone and was decoded as U+FFFD"
            }
            Self::InputLimit => "the text is longer than the limit; the rest was not looked at",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Rule {
    type Err = Error;

    fn from_str(id: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().copied().find(|rule| rule.id() == id);
        found.ok_or_else(|| Error::unknown_name("rule", id, "an id such as tag-characters"))
    }
}
