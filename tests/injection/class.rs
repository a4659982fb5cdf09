//! What is put into sentences.

use unicode_normalization::char::is_combining_mark;

const ANY_MARK: &[(char, char)] = &[('\u{300}', '\u{34E}')];

/// Marks that no alphabet has: signs of phonetic notation, and strokes through a letter.
const RARE_MARK: &[(char, char)] = &[
    ('\u{316}', '\u{31A}'),
    ('\u{31C}', '\u{320}'),
    ('\u{32A}', '\u{32C}'),
    ('\u{333}', '\u{33D}'),
    ('\u{346}', '\u{34E}'),
];

/// What is put in, and where it belongs to real text, so that nobody could tell it from that.
pub(super) struct Class {
    pub(super) name: &'static str,
    /// Ranges of code points to draw from.
    pub(super) from: &'static [(char, char)],
    /// How many at one place: at least, at most.
    pub(super) run: (usize, usize),
    /// How they are put in.
    pub(super) manner: Manner,
    /// Ranges that one of those at a place is drawn from; empty if all are drawn from the same.
    pub(super) one_from: &'static [(char, char)],
    /// What closes it at the end of the sentence, for controls that come in pairs.
    pub(super) close: &'static str,
    /// Whether it belongs to this character, beside which it is then not put.
    pub(super) belongs: fn(char) -> bool,
    /// Whether it belongs to sentences that have right-to-left letters, into which it is then not put.
    pub(super) sets_direction: bool,
    /// Whether real text and this can be told apart. Where they cannot, it is measured and held to nothing.
    pub(super) can_be_told: bool,
}

/// How characters of a class are put into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// At one to four places, between any two characters.
    Between,
    /// On one to four letters, whatever their word.
    OnLetters,
    /// On one to four letters of words of several letters, which are not phonetic notation.
    InWords,
    /// The same one on each letter of a word of three letters and more.
    OnEachLetter,
    /// In place of each plain space between two letters, where there are eight at the least.
    ForSpaces,
}

const fn class(name: &'static str, from: &'static [(char, char)], run: (usize, usize)) -> Class {
    Class {
        name,
        from,
        run,
        manner: Manner::Between,
        one_from: &[],
        close: "",
        belongs: |_| false,
        sets_direction: false,
        can_be_told: true,
    }
}

pub(super) const CLASSES: &[Class] = &[
    Class {
        belongs: is_not_european,
        ..class("zero-width space", &[('\u{200B}', '\u{200B}')], (1, 3))
    },
    class(
        "word joiner, no-break space",
        &[('\u{2060}', '\u{2060}'), ('\u{FEFF}', '\u{FEFF}')],
        (1, 3),
    ),
    Class {
        belongs: is_not_european,
        ..class("joiners", &[('\u{200C}', '\u{200D}')], (1, 3))
    },
    Class {
        sets_direction: true,
        ..class(
            "directional marks",
            &[('\u{200E}', '\u{200F}'), ('\u{61C}', '\u{61C}')],
            (1, 3),
        )
    },
    class("invisible operators", &[('\u{2061}', '\u{2064}')], (1, 3)),
    class(
        "invisible run",
        &[('\u{200B}', '\u{200F}'), ('\u{2060}', '\u{2064}')],
        (4, 40),
    ),
    class("soft hyphen", &[('\u{AD}', '\u{AD}')], (1, 3)),
    Class {
        belongs: is_combining_mark,
        ..class("grapheme joiner", &[('\u{34F}', '\u{34F}')], (1, 3))
    },
    class(
        "fillers",
        &[
            ('\u{115F}', '\u{1160}'),
            ('\u{3164}', '\u{3164}'),
            ('\u{FFA0}', '\u{FFA0}'),
            ('\u{2800}', '\u{2800}'),
        ],
        (1, 3),
    ),
    class("Mongolian", &[('\u{180B}', '\u{180F}')], (1, 3)),
    class("tags", &[('\u{E0020}', '\u{E007E}')], (1, 60)),
    Class {
        belongs: is_ideograph,
        ..class(
            "variation selector",
            &[('\u{FE00}', '\u{FE0F}'), ('\u{E0100}', '\u{E01EF}')],
            (1, 1),
        )
    },
    class(
        "variation selectors",
        &[('\u{FE00}', '\u{FE0F}'), ('\u{E0100}', '\u{E01EF}')],
        (2, 60),
    ),
    Class {
        close: "\u{202C}",
        ..class("overrides", &[('\u{202D}', '\u{202E}')], (1, 2))
    },
    Class {
        // balanced ones are kept in lines that mix directions
        sets_direction: true,
        close: "\u{202C}",
        ..class("embeddings", &[('\u{202A}', '\u{202B}')], (1, 2))
    },
    Class {
        close: "\u{2069}",
        sets_direction: true,
        ..class("isolates", &[('\u{2066}', '\u{2068}')], (1, 2))
    },
    class("deprecated format", &[('\u{206A}', '\u{206F}')], (1, 3)),
    class("annotation", &[('\u{FFF9}', '\u{FFFB}')], (1, 3)),
    class(
        "C0 controls",
        &[
            // a backspace takes out what it covers
            ('\u{0}', '\u{7}'),
            ('\u{E}', '\u{1A}'),
            ('\u{1C}', '\u{1F}'),
            ('\u{7F}', '\u{7F}'),
        ],
        (1, 3),
    ),
    class(
        "C1 controls",
        &[
            ('\u{80}', '\u{8F}'),
            ('\u{91}', '\u{97}'),
            ('\u{99}', '\u{9A}'),
        ],
        (1, 3),
    ),
    class(
        "noncharacters",
        &[('\u{FDD0}', '\u{FDEF}'), ('\u{FFFE}', '\u{FFFF}')],
        (1, 3),
    ),
    class(
        "reserved ignorables",
        &[('\u{2065}', '\u{2065}'), ('\u{E0080}', '\u{E00FF}')],
        (1, 3),
    ),
    Class {
        manner: Manner::OnLetters,
        ..class("marks, four and more", ANY_MARK, (4, 12))
    },
    Class {
        manner: Manner::InWords,
        one_from: RARE_MARK,
        ..class("marks, two or three", ANY_MARK, (2, 3))
    },
    Class {
        manner: Manner::InWords,
        ..class("marks, one of no alphabet", RARE_MARK, (1, 1))
    },
    Class {
        manner: Manner::OnEachLetter,
        ..class(
            "a line on each letter",
            &[('\u{332}', '\u{333}'), ('\u{335}', '\u{338}')],
            (1, 1),
        )
    },
    Class {
        manner: Manner::ForSpaces,
        ..class("spaces of many widths", &[('\u{2004}', '\u{200A}')], (1, 1))
    },
    Class {
        manner: Manner::InWords,
        can_be_told: false,
        ..class(
            "(one to three marks in use)",
            &[('\u{300}', '\u{30D}'), ('\u{323}', '\u{328}')],
            (1, 3),
        )
    },
];

/// Latin, Greek, Cyrillic, and what stands between them: no script there asks for joiners, breaks or marks.
fn is_not_european(c: char) -> bool {
    c > '\u{52F}' && !matches!(c, '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{2027}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..) || !c.is_alphabetic()
}
