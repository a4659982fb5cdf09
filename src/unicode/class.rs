//! What the stages dispatch on.

use super::profile::Profile;

/// What kind of unseen or otherwise odd character one is. Every character has exactly one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Class {
    /// Anything that is seen, U+0020 SPACE, and TAB, LF and CR. Prepended concatenation marks are seen.
    Ordinary = 0,
    /// General_Category Cc but for TAB, LF and CR: C0, DELETE, C1 with NEXT LINE.
    Control,
    /// U+200B ZERO WIDTH SPACE, U+2060 WORD JOINER, U+FEFF ZERO WIDTH NO-BREAK SPACE.
    ZeroWidth,
    /// Join_Control: U+200C ZERO WIDTH NON-JOINER, U+200D ZERO WIDTH JOINER.
    Joiner,
    /// U+200E, U+200F, U+061C: the implicit directional marks.
    BidiMark,
    /// U+202A, U+202B, and U+202C POP DIRECTIONAL FORMATTING, which ends overrides too.
    BidiEmbedding,
    /// U+202D LEFT-TO-RIGHT OVERRIDE, U+202E RIGHT-TO-LEFT OVERRIDE.
    BidiOverride,
    /// U+2066..U+2069: the isolates and what ends them.
    BidiIsolate,
    /// U+206A..U+206F: deprecated switches of shaping and digits.
    DeprecatedFormat,
    /// U+FFF9..U+FFFB.
    InterlinearAnnotation,
    /// U+115F, U+1160, U+3164, U+FFA0: letters without a shape.
    HangulFiller,
    /// U+17B4, U+17B5: inherent vowels, which are not written.
    KhmerVowel,
    /// U+2800 BRAILLE PATTERN BLANK.
    BrailleBlank,
    /// U+00AD SOFT HYPHEN.
    SoftHyphen,
    /// U+034F COMBINING GRAPHEME JOINER.
    GraphemeJoiner,
    /// U+180B..U+180F: the free variation selectors and the vowel separator.
    MongolianFormat,
    /// U+1D173..U+1D17A: beams, ties, slurs, phrases.
    MusicalFormat,
    /// U+1BCA0..U+1BCA3.
    ShorthandFormat,
    /// U+13430..U+1343F: how hieroglyphs are joined. Not default-ignorable, but gc=Cf.
    HieroglyphFormat,
    /// U+2061..U+2064: unseen function application, times, separator and plus.
    InvisibleOperator,
    /// U+FE00..U+FE0F.
    VariationSelector,
    /// U+E0100..U+E01EF.
    VariationSelectorSupplement,
    /// U+E0001 and U+E0020..U+E007F.
    Tag,
    /// Unassigned, yet Default_Ignorable_Code_Point: shown as nothing already today.
    DefaultIgnorable,
    /// Any other gc=Cf that is not seen. Empty in Unicode 18.0: it is where a new one would come.
    Format,
    /// Noncharacter_Code_Point.
    Noncharacter,
    /// General_Category Co.
    PrivateUse,
    /// General_Category Cn, and neither a noncharacter nor default-ignorable.
    Unassigned,
    /// U+2028 LINE SEPARATOR, U+2029 PARAGRAPH SEPARATOR.
    LineSeparator,
    /// General_Category Zs but for U+0020.
    Space,
}

impl Class {
    /// Whether characters of this class are drawn, or are white space: what a reader can tell is there.
    pub(crate) const fn is_visible(self) -> bool {
        matches!(
            self,
            Self::Ordinary
                | Self::Space
                | Self::LineSeparator
                | Self::PrivateUse
                | Self::Unassigned
        )
    }

    /// Whether characters of this class, which draw nothing at all, are in use as digits of hidden messages.
    pub(crate) const fn spells_bits(self) -> bool {
        matches!(
            self,
            Self::ZeroWidth
                | Self::Joiner
                | Self::BidiMark
                | Self::InvisibleOperator
                | Self::SoftHyphen
                | Self::GraphemeJoiner
                | Self::MongolianFormat
        )
    }
}

/// Default_Ignorable_Code_Point: shown as nothing by a font that does not know it. Constant time.
pub(crate) fn is_default_ignorable(c: char) -> bool {
    // every class that has one has no others; a test says so for each character
    matches!(
        class(c),
        Class::ZeroWidth
            | Class::Joiner
            | Class::BidiMark
            | Class::BidiEmbedding
            | Class::BidiOverride
            | Class::BidiIsolate
            | Class::DeprecatedFormat
            | Class::HangulFiller
            | Class::KhmerVowel
            | Class::SoftHyphen
            | Class::GraphemeJoiner
            | Class::MongolianFormat
            | Class::MusicalFormat
            | Class::ShorthandFormat
            | Class::InvisibleOperator
            | Class::VariationSelector
            | Class::VariationSelectorSupplement
            | Class::Tag
            | Class::DefaultIgnorable
    )
}

/// The classes by their number in the table. Two numbers are not used.
pub(super) const CLASSES: [Class; 32] = [
    Class::Ordinary,
    Class::Control,
    Class::ZeroWidth,
    Class::Joiner,
    Class::BidiMark,
    Class::BidiEmbedding,
    Class::BidiOverride,
    Class::BidiIsolate,
    Class::DeprecatedFormat,
    Class::InterlinearAnnotation,
    Class::HangulFiller,
    Class::KhmerVowel,
    Class::BrailleBlank,
    Class::SoftHyphen,
    Class::GraphemeJoiner,
    Class::MongolianFormat,
    Class::MusicalFormat,
    Class::ShorthandFormat,
    Class::HieroglyphFormat,
    Class::InvisibleOperator,
    Class::VariationSelector,
    Class::VariationSelectorSupplement,
    Class::Tag,
    Class::DefaultIgnorable,
    Class::Format,
    Class::Noncharacter,
    Class::PrivateUse,
    Class::Unassigned,
    Class::LineSeparator,
    Class::Space,
    Class::Ordinary,
    Class::Ordinary,
];

/// The class of a character. Constant time.
#[inline]
pub(crate) fn class(c: char) -> Class {
    Profile::of(c).class()
}
