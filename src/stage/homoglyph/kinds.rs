//! How many kinds of lookalikes stand beside letters in the words of a line.
//!
//! One kind may be a notation, two a notation and a slip. Formulas have signs and letters of mathematics, phonetic text has
//! letters of far Latin, a word may be quoted in a script; no writer has all of them.

use crate::unicode::{Alphabet, Script, ScriptSet, is_letter, is_number, script};

use super::{
    further::{is_bar, is_of_dialects},
    letter::{Part, further_script, is_foreign, is_unspaced, part},
    typeface::{Face, face, has_unusual, is_of_no_formula},
};

/// The fewest words, and how much their kinds weigh.
const MIN_WORDS: u32 = 2;
const MIN_WEIGHT: u32 = 3;

/// What a letter of another script weighs.
const SCRIPT: u32 = 2;

/// Kinds that are no scripts.
const SIGN: u8 = 1;
const NUMBER: u8 = 2;
const LATIN: u8 = 4;
const DIALECTS: u8 = 8;
const ESTIMATED: u8 = 16;

/// The kinds in a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kinds {
    scripts: Option<ScriptSet>,
    /// How many scripts there are.
    count: u32,
    others: u8,
    /// Words with some of them.
    words: u32,
    is_counted: bool,
    /// The typefaces in words of several other letters, and how many such words there are.
    faces: Face,
    set: u32,
    /// Those of the word that is read, and its other letters.
    own: Face,
    letters: u32,
    last: Option<(char, Part)>,
}

impl Kinds {
    /// Reads the next character of the line.
    pub(super) fn add(&mut self, c: char, part: Part) {
        match part {
            Part::Apart => return self.end(),
            Part::Letter(_) => self.letters += 1,
            _ => {}
        }
        match (self.last.replace((c, part)), part) {
            (Some((_, Part::Letter(of))), Part::Like(_) | Part::Styled(_)) => self.count(c, of),
            (Some((c, Part::Like(_) | Part::Styled(_))), Part::Letter(of)) => self.count(c, of),
            _ => {}
        }
    }

    /// Ends the last word.
    pub(super) fn end(&mut self) {
        if self.letters > 1 && self.own != 0 {
            self.faces |= self.own;
            self.set += 1;
        }
        (self.is_counted, self.own, self.letters, self.last) = (false, 0, 0, None);
    }

    /// Counts a character beside a letter of an alphabet.
    fn count(&mut self, c: char, of: Alphabet) {
        if let Some(face) = face(c) {
            self.own |= face;
            return;
        }
        let is_like = matches!(part(c), Part::Like(_)) && is_foreign(c, of);
        if !is_like || is_bar(c) || is_unspaced(c) {
            return;
        }
        match (script(c), further_script(c)) {
            _ if c == '℮' => self.others |= ESTIMATED,
            _ if is_number(c) => self.others |= NUMBER,
            _ if is_of_dialects(c) => self.others |= DIALECTS,
            (_, Some(found)) => {
                let known = self.scripts.unwrap_or(ScriptSet::EMPTY);
                self.count += u32::from(!known.contains(found));
                self.scripts = Some(known.union(ScriptSet::of(found)));
            }
            (Script::Latin, _) => self.others |= LATIN,
            (Script::Common | Script::Inherited, _) if !is_letter(c) => self.others |= SIGN,
            _ => return,
        }
        self.words += u32::from(!self.is_counted);
        self.is_counted = true;
    }

    /// Whether no writer has all of them: letters of two scripts, or of one and something else; outside formulas and phonetic
    /// text three others; outside formulas letters of as many typefaces as they have.
    pub(super) fn are_too_many(&self, has_formula: bool, is_phonetic: bool) -> bool {
        let others = self.others.count_ones();
        let is_plain = !(has_formula || is_phonetic);
        self.count > 0 && self.words >= MIN_WORDS && SCRIPT * self.count + others >= MIN_WEIGHT
            || is_plain && self.words > MIN_WORDS && others >= MIN_WEIGHT
            || !has_formula && self.set > MIN_WORDS && is_of_no_formula(self.faces)
    }

    /// Whether they make a line with one word that nobody writes one with two: words of two typefaces, one of which no formula
    /// has.
    pub(super) fn are_evidence(&self, has_formula: bool) -> bool {
        !has_formula
            && self.set >= MIN_WORDS
            && self.faces.count_ones() > 1
            && has_unusual(self.faces)
    }
}
