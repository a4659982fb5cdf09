//! Where lookalikes of further scripts, signs and digits among them, are kept.

use crate::unicode::{Alphabet, Script, ScriptSet, is_letter, is_math, is_number, script, style};

use super::{
    context::Line,
    edge,
    habit::{Place, is_short_word, place},
    letter::{Part, further_script, is_stroke, is_unspaced, part, toward},
    word::Word,
};

/// What the estimated sign stands behind.
const UNITS: &[&str] = &["g", "kg", "mg", "l", "L", "cl", "dl", "ml", "mL"];

/// Whether lookalikes of further scripts are at home: in a line of that script, and in phonetic text. Signs and digits are
/// not if they make the word a frequent one.
pub(super) fn is_at_home(
    word: &Word<'_>,
    text: &str,
    main: Alphabet,
    line: &Line,
    is_known: bool,
) -> bool {
    let is_transcribed = || {
        let beside = word.beside(text);
        beside
            .iter()
            .flatten()
            .any(|c| matches!(c, '/' | '[' | ']'))
    };
    let letters = word.letters_of(main);
    let all = letters + word.foreign(main).count() as u32;
    if is_motley(word, main) {
        return line.bars > 1 && !line.is_attacked() && word.text.contains(is_bar);
    }
    let is_prose = line.is_prose_of(main);
    let is_alone = |c: char| match all {
        ..2 => true,
        _ if line.is_attacked() => false,
        // as in `Ik`
        2 if is_prose && is_stroke(c) && place(word, main) == Place::Start => false,
        2 => {
            main == Alphabet::Latin
                && (is_math(c) && !(is_number(c) && is_prose) || !is_short_word(word, line))
        }
        _ => false,
    };
    let place = place(word, main);
    let is_inside_word =
        |c| letters > 3 && place == Place::Inside || letters > 2 && is_math(c) && is_letter(c);
    let digits = word.text.chars().filter(|&c| is_number(c)).count();
    // what is looked for in the whole word, once
    let is_face = is_face(word.text);
    let is_unit = UNITS.contains(&word.text.trim_end_matches('℮'))
        && (word.is_behind_digit(text) || !is_prose);
    let has_name = word
        .text
        .contains(|c: char| c.is_uppercase() || !c.is_ascii() && c != 'ǀ');
    // no formula has letters with marks
    let has_mark = word.styled == 0
        && word
            .text
            .contains(|c| matches!(c, '\u{C0}'..='\u{17F}' | '\u{1E00}'..='\u{1EFF}'));
    // a manuscript has its letters in several words
    let own = word.text.chars().filter(|&c| is_of_manuscripts(c)).count();
    let is_modern = line.of_manuscripts as usize == own;
    let of_numerals = scripts_of_numerals(word.text);
    let mut foreign = word
        .foreign(main)
        .filter(|&(_, c)| matches!(part(c), Part::Like(_)));
    foreign.any(|(at, c)| match script(c) {
        // a click, as in the name of the language ǀXam
        Script::Latin if c == 'ǀ' => {
            !line.is_attacked()
                && !is_known
                && match place {
                    Place::Start => true,
                    Place::Inside => line.others.far > 0 || has_name,
                    // no word ends with it, but for one cited
                    Place::End => !(is_prose && all < 4 && is_behind_vowel(word.text, c)),
                }
        }
        // of manuscripts
        Script::Latin if main == Alphabet::Latin && matches!(c, 'ẝ' | 'ỿ') => {
            let is_elsewhere = line.prose.has_words() && (is_modern || line.tongue.lacks(c));
            !(is_known || line.is_attacked() || is_elsewhere)
        }
        Script::Latin => {
            main == Alphabet::Latin
                && (line.is_phonetic() || !line.is_attacked() && is_transcribed())
        }
        // mathematical letters are of no script, and no sign stands inside a word of small letters
        found if line.is_written_in(found) && !(found == Script::Common && is_inside_word(c)) => {
            true
        }
        _ if is_known && !(is_bar(c) && line.bars > 1) => false,
        _ if is_unspaced(c) => {
            !line.is_attacked()
                && match place {
                    // a ring is a bullet too
                    Place::Start => !is_prose && (line.is_east_asian() || is_ring(c)),
                    Place::Inside => is_face,
                    Place::End => {
                        let is_other = |(_, c)| !is_unspaced(c);
                        word.like > 1 && !word.foreign(main).any(is_other) || all < 3 && !is_prose
                    }
                }
        }
        // an estimated weight or volume
        _ if c == '℮' && is_unit => true,
        _ if is_bar(c) => {
            let is_inside = is_bar_inside(word, at, c)
                || is_prose && is_between_small(word.text, at, c)
                || c == '￨' && line.prose.has_words();
            !line.is_attacked() && (line.bars > 1 || !is_inside)
        }
        _ if is_number(c) => {
            // in prose a wide number may stand behind a word
            let is_wide = main == Alphabet::Latin
                && matches!(c, '\u{FF10}'..='\u{FF19}')
                && (!is_prose || place == Place::End);
            // numbers behind a name, or with a sign between them: `A۱`, `১০x১`
            is_alone(c)
                || all < 3
                    && !line.is_attacked()
                    && part(c) == Part::Like('l')
                    && word.text.starts_with(|c: char| c.is_ascii_uppercase())
                || of_numerals.contains(script(c))
                || !line.is_attacked()
                    && (place != Place::Inside && (digits > 1 || is_wide) || is_wide && letters < 4)
        }
        _ if is_letter(c) => false,
        // signs between terms
        _ if is_math(c) && main == Alphabet::Latin && !line.is_attacked() => {
            all < 5
                && !has_mark
                && match place {
                    Place::Inside => all < 4 || !is_prose,
                    _ => !edge::is_letter_of(word, text, c, line),
                }
        }
        // functions of APL
        _ if matches!(c, '\u{2336}'..='\u{237A}') && line.has_operators() => all < 4,
        _ => is_alone(c),
    })
}

/// The scripts of those numerals that look like no letter.
fn scripts_of_numerals(text: &str) -> ScriptSet {
    let numerals = text.chars().filter(|&c| is_number(c) && !c.is_ascii());
    numerals
        .filter(|&c| part(c) == Part::Through)
        .map(|c| ScriptSet::of(script(c)))
        .fold(ScriptSet::EMPTY, ScriptSet::union)
}

/// Whether a vowel stands before the last character.
fn is_behind_vowel(text: &str, last: char) -> bool {
    let before = text.strip_suffix(last);
    before.is_some_and(|before| before.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// Whether the character looks like an `O`.
fn is_ring(c: char) -> bool {
    matches!(toward(c, Alphabet::Latin), Some('o' | 'O'))
}

/// Whether three characters draw a face: `OㅇO`.
fn is_face(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, last) = (chars.next(), chars.next_back());
    first == last && chars.count() == 1
}

/// Whether letters of several kinds are put into a word, which no habit does: of two scripts at the least, or signs of
/// mathematics beside letters and digits of another script, beside letters of dialects or the estimated sign.
fn is_motley(word: &Word<'_>, main: Alphabet) -> bool {
    let kind = |c: char| match part(c) {
        Part::Styled(_) => (script(c), Some(style(c)), false),
        _ => (script(c), None, c == '℮'),
    };
    let is_sign = |c: char| script(c) == Script::Common && !is_letter(c) && c != '℮';
    let has_sign = word.foreign(main).any(|(_, c)| is_sign(c));
    // what no formula has beside its signs
    let is_of_none = |c| c == '℮' || has_sign && is_of_dialects(c);
    let mut kinds = word.foreign(main).map(|(_, c)| kind(c));
    let first = kinds.next();
    let has_further = word
        .foreign(main)
        .any(|(_, c)| further_script(c).is_some() || is_of_none(c));
    let letters = word.letters_of(main) as usize + word.foreign(main).count();
    letters > if has_further { 2 } else { 3 }
        && kinds.any(|kind| Some(kind) != first)
        && (has_further
            || !word
                .foreign(main)
                .any(|(_, c)| is_math(c) && !is_letter(c) && !is_bar(c)))
}

/// Whether a text has lookalikes of several scripts.
pub(super) fn is_of_several_scripts(text: &str) -> bool {
    let mut found = text.chars().filter_map(further_script);
    let first = found.next();
    first.is_some() && found.any(|script| Some(script) != first)
}

/// Whether three letters or more, not all taken for the same, are of several scripts, none of which the line is written in.
pub(super) fn is_medley(word: &Word<'_>, line: &Line) -> bool {
    let letter = |c| match part(c) {
        Part::Like(letter) | Part::Styled(letter) => Some(letter.to_ascii_lowercase()),
        _ => None,
    };
    let first = word.text.chars().find_map(letter);
    word.like > 2
        && is_of_several_scripts(word.text)
        && word
            .text
            .chars()
            .all(|c| letter(c).is_some_and(|letter| letter.is_ascii()))
        && word.text.chars().any(|c| letter(c) != first)
        && !word
            .text
            .chars()
            .filter_map(further_script)
            .any(|script| line.is_written_in(script))
}

/// Whether the character draws the columns of tables.
pub(super) const fn is_bar(c: char) -> bool {
    matches!(c, '│' | '┃' | '｜' | '￨')
}

/// Whether the letter is one of those that only notations of dialects have, among them of German ones.
pub(super) const fn is_of_dialects(c: char) -> bool {
    matches!(c, '\u{AB30}'..='\u{AB6F}' | '\u{1DF00}'..='\u{1DFFF}')
}

/// Whether manuscripts of the Middle Ages have the letter, and little else.
pub(super) const fn is_of_manuscripts(c: char) -> bool {
    matches!(
        c,
        'ẝ' | 'ỿ' | 'ỽ' | 'ỻ' | 'ſ' | 'ƿ' | 'þ' | 'ȝ' | '\u{A730}'..='\u{A787}'
    )
}

/// Whether the characters on both sides are small letters.
fn is_between_small(text: &str, at: usize, c: char) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or_default();
    let behind = behind.get(c.len_utf8()..).unwrap_or_default();
    before.ends_with(char::is_lowercase) && behind.starts_with(char::is_lowercase)
}

/// Whether a bar stands inside a word, rather than between two: beside it is a single letter, as in `fi│e`.
fn is_bar_inside(word: &Word<'_>, at: usize, c: char) -> bool {
    let (before, behind) = word.text.split_at_checked(at).unwrap_or_default();
    let sides = [before.chars().count(), behind.chars().count() - 1];
    word.text.chars().filter(|&other| is_bar(other)).count() == 1
        && word
            .text
            .chars()
            .all(|other| other == c || part(other) == Part::Letter(Alphabet::Latin))
        && sides.iter().all(|&side| side > 0)
        && sides.contains(&1)
}
