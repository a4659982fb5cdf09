//! What can be found: one rule per class of character or shape, each with a stable id.

use core::{fmt, str::FromStr};

use crate::error::Error;

/// The enum, the list, the ids and the reasons, all from one row each.
macro_rules! rules {
    ($($variant:ident $id:literal: $why:literal;)*) => {
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
            $(#[doc = concat!("`", $id, "`: ", $why, ".")] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the enum.
            ///
            /// # Example
            ///
            /// ```
            /// assert!(tamis::Rule::ALL.iter().all(|rule| !rule.why().is_empty()));
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable kebab-case id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// Why this is worth a finding, in one sentence for a person.
            #[must_use]
            pub const fn why(self) -> &'static str {
                match self { $(Self::$variant => $why,)* }
            }
        }
    };
}

rules! {
    TagCharacters "tag-characters":
        "Unicode tag characters draw nothing and spell out ASCII; only the three registered subdivision flags use them";
    VariationSelectors "variation-selectors":
        "a variation selector after a character that has no such registered variation draws nothing and can carry a byte";
    ZeroWidth "zero-width":
        "a zero-width character outside the scripts that break lines with it draws nothing and can split or carry words";
    Joiner "joiner":
        "a zero-width joiner or non-joiner where neither the script nor an emoji sequence asks for one";
    InvisibleOperator "invisible-operator":
        "an invisible mathematical operator outside mathematics; a pair of them can carry bits";
    InvisibleRun "invisible-run":
        "a run of invisible characters, of the kinds that spell bits, belongs to no real text";
    BidiMark "bidi-mark":
        "a directional mark in a line that does not mix directions";
    BidiEmbedding "bidi-embedding":
        "an embedding control changes the order in which text is shown";
    BidiOverride "bidi-override":
        "an override control shows text in another order than a machine reads it";
    BidiIsolate "bidi-isolate":
        "an isolate that is not balanced, or in a line that does not mix directions";
    DeprecatedFormat "deprecated-format":
        "a format character that Unicode has deprecated";
    InterlinearAnnotation "interlinear-annotation":
        "interlinear annotation characters hide one text behind another";
    SoftHyphen "soft-hyphen":
        "a soft hyphen draws nothing inside a line and splits words for a machine";
    GraphemeJoiner "grapheme-joiner":
        "a combining grapheme joiner that joins no marks";
    Filler "filler":
        "a blank that counts as a letter or a symbol, outside the script it belongs to";
    MongolianFormat "mongolian-format":
        "a Mongolian selector or vowel separator outside Mongolian";
    MusicalFormat "musical-format":
        "a musical format control outside musical notation";
    ShorthandFormat "shorthand-format":
        "a shorthand format control outside Duployan shorthand";
    HieroglyphFormat "hieroglyph-format":
        "a hieroglyph format control outside Egyptian hieroglyphs";
    FormatCharacter "format-character":
        "a format character that draws nothing";
    DefaultIgnorable "default-ignorable":
        "an unassigned code point that Unicode reserves for invisible characters";
    C0Control "c0-control":
        "a C0 control character has no meaning in text";
    C1Control "c1-control":
        "a C1 control character has no meaning in text";
    AnsiEscape "ansi-escape":
        "an escape sequence tells a terminal what to do and draws nothing itself";
    OverwrittenText "overwritten-text":
        "text that a terminal shows only until what follows is written over it";
    Overstrike "overstrike":
        "a character typed over itself or over a low line, which is how printers make it bold or underlined";
    LineSeparator "line-separator":
        "a line or paragraph separator breaks lines for some programs and for others draws nothing";
    Noncharacter "noncharacter":
        "a noncharacter is reserved for a program's own use and never stands in text";
    PrivateUse "private-use":
        "a private-use character has no agreed meaning";
    Unassigned "unassigned":
        "a code point that this version of Unicode has not assigned";
    CombiningStack "combining-stack":
        "combining marks that no writing sets on these letters: in stacks, strewn over a word, or struck through it";
    OddSpace "odd-space":
        "spaces other than the plain one change their kind where no writing does, or part the letters of a word";
    MixedScript "mixed-script":
        "a word mixes scripts in letters that look alike";
    StyledLetters "styled-letters":
        "a word is spelled in styled letters, such as mathematical or circled ones";
    ConfusableHost "confusable-host":
        "a host name or an address mixes scripts in letters that look alike";
    WholeScriptConfusable "whole-script-confusable":
        "a word of another script that looks like a Latin word, in a line of Latin";
    SpecialToken "special-token":
        "a special token of a chat template: a tokenizer reads it as structure, not as text";
    SpecialTokenLookalike "special-token-lookalike":
        "what looks like a special token of a chat template, in other characters, entities or spaces";
    AmbiguousToken "ambiguous-token":
        "a tag that some models read as structure and other programs write too";
    FakeTurn "fake-turn":
        "a line begins like the turn of another speaker in a conversation with a model";
    FakeBoundary "fake-boundary":
        "a line or a tag claims that a part of the prompt begins or ends here";
    CallerBoundary "caller-boundary":
        "what looks like a boundary that the caller puts around untrusted text";
    FormulaCell "formula-cell":
        "a cell of a table begins a formula that fetches, sends or runs something";
    HiddenElement "hidden-element":
        "an element that no reader is shown holds words for whoever reads the markup";
    CollapsedElement "collapsed-element":
        "an element is not shown at first, or only to screen readers, as menus, tabs and labels are";
    UnrenderedElement "unrendered-element":
        "an element that browsers never draw gives orders to a machine";
    MarkupComment "markup-comment":
        "a comment in markup or a style sheet gives orders to a machine";
    MachineAttribute "machine-attribute":
        "an attribute that few readers meet, such as an alternative text, gives orders to a machine";
    HiddenInput "hidden-input":
        "a hidden form field gives orders to a machine";
    CssContent "css-content":
        "a string in a style sheet gives orders to a machine";
    ReferenceComment "reference-comment":
        "a link definition that nothing uses is not shown, and gives orders to a machine";
    DataComment "data-comment":
        "a comment in JSON or a settings file gives orders to a machine";
    DuplicateKey "duplicate-key":
        "an object has a key twice: programs take the last one, a model reads both";
    RepeatedLine "repeated-line":
        "a line gives an order and comes again, as where text lies over text";
    LinkMismatch "link-mismatch":
        "the text of a link names another host than the one it leads to";
    DataLink "data-link":
        "an address would carry words of the conversation to another host";
    MarkupLimit "markup-limit":
        "the markup asks for too much work; from here on not all of it was applied";
    InvalidUtf8 "invalid-utf8":
        "bytes that are not UTF-8 were decoded as U+FFFD";
    InvalidUtf16 "invalid-utf16":
        "an odd byte at the end of UTF-16 was decoded as U+FFFD";
    LoneSurrogate "lone-surrogate":
        "half of a UTF-16 surrogate pair stands alone and was decoded as U+FFFD";
    EncodedText "encoded-text":
        "text that is written so that a reader does not see what it says decodes to language";
    RevealLimit "reveal-limit":
        "more is encoded here than the limits allow to decode; the rest was not looked at";
    InputLimit "input-limit":
        "the text is longer than the limit; the rest was not looked at";
}

impl Rule {
    /// Whether it finds letters that are taken for others.
    pub(crate) const fn is_of_letters(self) -> bool {
        matches!(
            self,
            Self::MixedScript
                | Self::StyledLetters
                | Self::ConfusableHost
                | Self::WholeScriptConfusable
        )
    }

    /// Whether it finds words that a page hides from its readers.
    pub(crate) const fn is_of_markup(self) -> bool {
        matches!(
            self,
            Self::HiddenElement
                | Self::UnrenderedElement
                | Self::MarkupComment
                | Self::MachineAttribute
                | Self::HiddenInput
                | Self::CssContent
                | Self::ReferenceComment
        )
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
