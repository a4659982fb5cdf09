//! Where styled letters are kept, and where they spell words.

use crate::unicode::{Alphabet, Style, is_flag, is_number, style};

use super::{
    context::Line,
    habit::{FUNCTIONS, is_short_word},
    letter::{Part, part},
    word::Word,
};

/// The fewest letters that spell a word.
const MIN_WORD: u32 = 3;

/// The fewest for italics, in which products such as nRT are set.
const MIN_ITALIC_WORD: u32 = 4;

/// How many mathematical letters beside each other make a line one that is set in them.
const SET_LINE: u32 = 6;

fn styles<'a>(word: &Word<'a>) -> impl Iterator<Item = (char, Style)> + 'a {
    let letters = word.text.chars();
    letters
        .filter(|&c| matches!(part(c), Part::Styled(_)))
        .map(|c| (c, style(c)))
}

/// Whether a run of styled letters, with no other letters in it, spells a word.
pub(super) fn is_word(word: &Word<'_>, line: &Line) -> bool {
    if word.like > word.styled || word.text.chars().any(is_number) {
        return false;
    }
    let all = |wanted| styles(word).all(|(_, style)| style == wanted);
    if all(Style::Numeral) || all(Style::Fullwidth) && line.is_east_asian() {
        return false;
    }
    if all(Style::RegionalIndicator) {
        return word.styled >= MIN_WORD && !is_flags(word);
    }
    if all(Style::SmallCapital) && line.is_phonetic() {
        return false;
    }
    let is_set = line.mathematical_runs >= SET_LINE && !line.has_operators();
    let is_mathematical = all(Style::Mathematical);
    word.styled
        >= match is_mathematical {
            // in a line set in such letters the short words are too
            true if is_set => 2,
            true if is_italic(word) => MIN_ITALIC_WORD,
            _ => MIN_WORD,
        }
}

fn is_italic(word: &Word<'_>) -> bool {
    styles(word).all(|(c, _)| matches!(c, '\u{1D434}'..='\u{1D49B}' | '\u{210E}'))
}

/// Whether regional indicators are flags two by two.
fn is_flags(word: &Word<'_>) -> bool {
    let mut rest = word.text.chars();
    while let Some(first) = rest.next() {
        if !rest.next().is_some_and(|second| is_flag(first, second)) {
            return false;
        }
    }
    true
}

/// Whether one of the styled letters is at home in a word with other letters.
pub(super) fn is_at_home(word: &Word<'_>, main: Alphabet, line: &Line) -> bool {
    let at_edge = word.styled == 1 && {
        let is_styled = |c: Option<char>| c.is_some_and(|c| matches!(part(c), Part::Styled(_)));
        is_styled(word.text.chars().next()) || is_styled(word.text.chars().next_back())
    };
    let others = word.letters_of(main);
    let is_variable = FUNCTIONS
        .iter()
        .any(|name| word.text.starts_with(name) && others as usize == name.len());
    let is_phonetic = |c| matches!(c, '\u{250}'..='\u{2AF}') && part(c) == Part::Letter(main);
    let has_phonetic = word.text.chars().any(is_phonetic);
    // phonetic text has no letters in another style
    let is_motley = styles(word).any(|(_, style)| style != Style::SmallCapital);
    let has_diphthong = ["aɪ", "eɪ", "oɪ"].iter().any(|two| word.text.contains(two));
    styles(word).any(|(c, style)| match style {
        // variables beside a function; a radical, an ordinal, an aspirated consonant
        Style::Mathematical => {
            let is_variable_style = matches!(c, '\u{1D400}'..='\u{1D49B}' | '\u{210E}');
            let is_formula = match (word.styled + word.like, others) {
                (1, 1) => {
                    let is_word = is_short_word(word, line) || line.is_foreign_prose();
                    main == Alphabet::Latin && !is_word
                }
                (1, _) => others == 0,
                (styled, _) => styled + others < MIN_WORD && !is_short_word(word, line),
            };
            is_formula
                || main == Alphabet::Latin
                    && line.spoofed == 0
                    && at_edge
                    && is_variable_style
                    && (others < 3 && line.has_operators() || is_variable)
        }
        Style::Raised => true,
        // who types one letter of a word so types the first
        Style::Fullwidth => {
            line.is_east_asian() && (word.styled > 1 || at_edge || others < MIN_WORD)
        }
        Style::SmallCapital => {
            !is_motley && (line.is_phonetic() || has_phonetic && !line.is_attacked())
                || c == 'ɪ' && !(line.is_attacked() || line.is_foreign_prose()) && has_diphthong
        }
        // a number behind a name, which in prose a word of small letters is not unless it is a frequent one
        Style::Numeral => {
            at_edge
                && !line.is_attacked()
                && word.text.ends_with(['Ⅰ', 'Ⅴ', 'Ⅹ', 'ⅰ', 'ⅴ', 'ⅹ'])
                && !(line.is_prose_of(main) && word.text.chars().all(char::is_lowercase))
        }
        Style::RegionalIndicator => word.styled > 1,
        Style::Enclosed => others < 2,
    })
}
