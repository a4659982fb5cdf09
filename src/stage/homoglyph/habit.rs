//! Words that mix alphabets in real text.

use crate::unicode::{Alphabet, twin};

use super::{
    context::Line,
    harmony::is_vowel,
    letter::{Part, part, toward},
    reading,
    word::Word,
};

/// Whether the word is one that people write: with letters of Latin, Greek and Cyrillic only where each is at home.
pub(super) fn is_kept(word: &Word<'_>, main: Alphabet, line: &Line) -> bool {
    match main {
        Alphabet::Latin => {
            is_berber(word, line)
                || is_formula(word, line)
                || !line.is_attacked() && (is_inflected(word, line) || is_slip(word))
        }
        _ => {
            is_acronym(word, main)
                || is_lambda(word, main, line)
                || is_quantity(word, main, line)
                || !is_of_line(word, main, line)
        }
    }
}

/// Where the foreign letters of a word stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    End,
    Inside,
}

pub(super) fn place(word: &Word<'_>, main: Alphabet) -> Place {
    let length: usize = word.foreign(main).map(|(_, c)| c.len_utf8()).sum();
    let first = word.foreign(main).next().map_or(0, |(at, _)| at);
    let end = word
        .foreign(main)
        .next_back()
        .map_or(0, |(at, c)| at + c.len_utf8());
    match (first, end) {
        _ if end - first != length => Place::Inside,
        (0, _) => Place::Start,
        (_, end) if end == word.text.len() => Place::End,
        _ => Place::Inside,
    }
}

/// A Latin word in a line of another alphabet, with an ending of that: `в Photoshopе`. Or with a word of one letter before
/// it that lacks its space: `уGoogle`.
fn is_inflected(word: &Word<'_>, line: &Line) -> bool {
    let main = Alphabet::Latin;
    let at_home = |(_, c): (usize, char)| matches!(part(c), Part::Letter(of) if c.is_lowercase() && line.distinctive(of) > 0);
    if word.foreign(main).next().is_none() || !word.foreign(main).all(at_home) {
        return false;
    }
    match place(word, main) {
        Place::End => word.letters_of(main) > 1,
        Place::Start => {
            let behind = word.text.chars().find(|&c| part(c) == Part::Letter(main));
            behind.is_some_and(char::is_uppercase)
        }
        Place::Inside => false,
    }
}

/// What a variable follows without a space.
pub(super) const FUNCTIONS: &[&str] = &[
    "sin", "cos", "tan", "cot", "log", "exp", "max", "min", "arg", "sinh", "cosh", "tanh",
];

/// A Greek letter of a shape of its own at the edge: `sinα`, `TNFα`, `hν`.
fn is_formula(word: &Word<'_>, line: &Line) -> bool {
    let main = Alphabet::Latin;
    let mut foreign = word.foreign(main);
    let (Some((at, c)), None) = (foreign.next(), foreign.next()) else {
        return false;
    };
    let is_greek = match part(c) {
        Part::Letter(Alphabet::Greek) => c.is_lowercase() && twin(c, main).is_none(),
        // the small letters of the mathematical styles of Greek
        Part::Like(letter) => {
            matches!(c, '\u{1D6A8}'..='\u{1D7CB}')
                && letter.is_ascii_lowercase()
                && !c.is_uppercase()
        }
        _ => false,
    };
    if !is_greek || place(word, main) == Place::Inside {
        return false;
    }
    // iota and upsilon name no quantity
    let is_quantity = !matches!(toward(c, main), Some('i' | 'u'));
    // as in TNF; one capital at the start is only a name or a sentence
    let capitals = || {
        word.text
            .char_indices()
            .filter(|(_, c)| c.is_ascii_uppercase())
    };
    // in a line that is attacked only a name in capitals is one
    let is_plain = |c: char| c.is_ascii_lowercase() && line.is_attacked();
    let has_other = !word.text.contains(is_plain)
        && (word.text.chars().any(|c| c.is_ascii_digit())
            || capitals().any(|(at, _)| at > 0) && capitals().count() > 1);
    let is_variable = word
        .text
        .get(..at)
        .is_some_and(|name| FUNCTIONS.contains(&name));
    let is_short = match word.letters_of(main) {
        0 => true,
        1 => !is_short_word(word, line) || is_differential(word, line) && is_quantity,
        2 | 3 if line.is_attacked() => false,
        2 | 3 => is_quantity && (line.has_operators() || line.has_equations && !has_vowel(word)),
        _ => false,
    };
    is_variable && !line.is_attacked()
        || has_other
        || line.distinctive(Alphabet::Greek) > 0
        || is_short
}

/// The most letters of an index, and those that one alone is of: axes, and the first letters of what is meant, as in `σв`.
const MAX_INDEX: u32 = 3;
const INDICES: &[char] = &['х', 'у', 'в', 'к', 'н', 'п', 'р', 'с', 'т', 'ц'];

/// A Greek letter of a shape of its own with a Cyrillic index, as engineers name a stress: `σх`, `τху`. In a line without a formula
/// it is one with an index of one letter, if that is no frequent word.
fn is_quantity(word: &Word<'_>, main: Alphabet, line: &Line) -> bool {
    let mut foreign = word.foreign(main);
    let (Some((0, c)), None) = (foreign.next(), foreign.next()) else {
        return false;
    };
    let is_symbol = part(c) == Part::Letter(Alphabet::Greek)
        && c.is_lowercase()
        && twin(c, main).is_none()
        && main == Alphabet::Cyrillic;
    let has_formula = line.has_formula();
    is_symbol
        && !line.is_tampered()
        && match word.letters_of(main) {
            1 => {
                has_formula
                    || matches!(c, 'α' | 'ε' | 'η' | 'ρ' | 'σ' | 'τ' | 'φ')
                        && word.text.ends_with(INDICES)
                        && !reading::is_frequent(word, main)
            }
            2..=MAX_INDEX => has_formula,
            _ => false,
        }
}

/// A Greek lambda before an index, which is no word: `Λмакс`.
fn is_lambda(word: &Word<'_>, main: Alphabet, line: &Line) -> bool {
    let has_formula = line.has_formula();
    let is_syllable = |c: &char| is_vowel(*c) || matches!(c, 'ѣ' | 'ѥ' | 'ъ' | 'ь');
    let syllables = word.text.chars().filter(is_syllable).count();
    main == Alphabet::Cyrillic
        && word.text.starts_with('Λ')
        && !line.is_tampered()
        && (has_formula || syllables < 2)
}

/// As in `dα`, also where it would spell a word.
fn is_differential(word: &Word<'_>, line: &Line) -> bool {
    word.text.starts_with('d') && line.spoofed == 0 && !line.is_foreign_prose()
}

/// Capitals that name atoms, lines of a spectrum and proteins together with alpha, beta and gamma; first those that do so in
/// any prose.
const NAMED_WITH_GREEK: [&str; 2] = ["CGHK", "FILMNORS"];

/// Whether two letters are a word in a line of words, rather than a formula: one is a vowel, as in `na`, `to`, `el`.
/// Differentials such as `dα` are kept before this is asked.
pub(super) fn is_short_word(word: &Word<'_>, line: &Line) -> bool {
    if line.spoofed > 0 {
        return true;
    }
    let [always, elsewhere] = NAMED_WITH_GREEK;
    let is_prose = line.is_foreign_prose();
    let is_named = |c| always.contains(c) || !is_prose && elsewhere.contains(c);
    let is_name = word.text.starts_with(is_named) && word.text.ends_with(['α', 'β', 'γ']);
    // the coupling of the strong force
    let is_coupling = word.text == "αs" && !is_prose;
    !is_name
        && !is_coupling
        && !line.has_formula()
        && has_vowel(word)
        && !word.text.chars().any(|c| c.is_ascii_digit())
}

/// Whether one of the letters is a vowel, as a reader of Latin takes them.
pub(super) fn has_vowel(word: &Word<'_>) -> bool {
    let is_vowel = |c: char| "aeiouwy".contains(c.to_ascii_lowercase()) || !c.is_ascii();
    let mut letters = word.text.chars().filter_map(|c| toward(c, Alphabet::Latin));
    letters.any(is_vowel)
}

/// A Greek gamma where Berber has its own: `aγrum`. In a line that is attacked it is a habit only if there are more of them
/// than words that nobody writes.
fn is_berber(word: &Word<'_>, line: &Line) -> bool {
    line.berber.takes_greek_gamma()
        && (!line.is_attacked() || line.berber.greek_gammas > line.spoofed)
        && word
            .foreign(Alphabet::Latin)
            .all(|(_, c)| matches!(c, 'γ' | 'ε'))
}

/// Words that real Portuguese and Lingua Franca Nova are found to have with a Cyrillic `а` at the end, left by those who
/// type two alphabets. Nothing else in their lines tells them from an attack; leaving every short word alone that ends so
/// was tried, and cost four of a hundred attacks.
const SLIPS: &[&str] = &["tu", "me", "est"];

/// Whether the word is a slip of the keyboard that real text has.
fn is_slip(word: &Word<'_>) -> bool {
    let stem = word.text.strip_suffix('а');
    stem.is_some_and(|stem| SLIPS.iter().any(|slip| slip.eq_ignore_ascii_case(stem)))
}

/// Capitals of Latin with an ending: `SMSка`, `PHPшник`.
fn is_acronym(word: &Word<'_>, main: Alphabet) -> bool {
    let mut foreign = word.foreign(main);
    let behind = word.text.chars().find(|&c| part(c) == Part::Letter(main));
    place(word, main) == Place::Start
        && word.foreign(main).count() > 1
        && foreign.all(|(_, c)| c.is_ascii_uppercase())
        && behind.is_some_and(char::is_lowercase)
}

/// Whether the line makes it likely that a word is Greek or Cyrillic: in another it has to be so for the most part.
fn is_of_line(word: &Word<'_>, main: Alphabet, line: &Line) -> bool {
    let foreign = word.foreign(main).count();
    let of_main = word.letters_of(main);
    let [greek, cyrillic] = [Alphabet::Greek, Alphabet::Cyrillic].map(|of| line.distinctive(of));
    // a quantity with an index
    if main == Alphabet::Greek && cyrillic > greek {
        return false;
    }
    let at_home = line.distinctive(main) > of_main + line.distinctive(Alphabet::Latin);
    if of_main as usize + foreign < 3 {
        // units, such as a Greek letter and an A
        let letters = || word.text.chars().filter(|c| c.is_alphabetic());
        let mut pairs = letters().zip(letters().skip(1));
        return at_home && !pairs.any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    }
    at_home
        || of_main as usize > foreign
        || line.distinctive(Alphabet::Latin) == 0 && foreign <= of_main as usize + 2
}
