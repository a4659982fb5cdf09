//! How much speaks against a Latin letter that passes for another being one of its line's language, in bits.

use crate::{
    lexicon::is_known,
    unicode::{Alphabet, alphabet},
};

use super::{
    affinity::{Affinity, Kin},
    context::Line,
    harmony::Harmony,
    reading,
    signs::Others,
};

/// What a line says against a letter at the most: in other languages words with it are quoted, most of all in those in which
/// much is written about others, and names are everywhere.
const MOST: i32 = 13;
const MOST_TEACHING: i32 = 10;
const MOST_TEACHING_VOLTA: i32 = 8;
const MOST_NAME: i32 = 6;

/// What a word says with the letter in it at the most.
const MOST_WORD: i32 = 16;

/// What each letter of such a language says for it, and how many count.
const SIGN: i32 = 8;
const MAX_SIGNS: u32 = 4;

/// What is enough where the line has other words that deceive, and where the word has, or the line may have.
const ATTACKED: i32 = 2;
const TAMPERED: i32 = 3;

/// What the pairs of letters say at the least where a word is one of some language, in bits: letters that a cipher has put there
/// say less.
const MIN_LANGUAGE: f32 = -7.0;

/// Words of Turkish that are short enough to be others: a particle, and what stands behind an apostrophe.
const PARTICLES: &[&str] = &["mı", "ın", "nın", "nıñ"];

/// A word with doubtful letters of Latin, and its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence<'a> {
    pub(super) text: &'a str,
    pub(super) line: &'a Line,
    /// The doubtful letters of the word alone.
    pub(super) own: &'a Others,
    pub(super) harmony: Harmony,
    /// Whether there are letters in it that are taken for others beyond doubt.
    pub(super) is_spoofed: bool,
    /// Whether it has a capital inside a sentence.
    pub(super) is_name: bool,
    /// Whether the line begins with it.
    pub(super) is_first: bool,
}

impl Evidence<'_> {
    /// Whether the letters of the word and of its line are of no language that has this one.
    ///
    /// Linear in the word.
    pub(super) fn is_alien(&self, c: char, kin: Kin) -> bool {
        let is_attacked = self.line.is_attacked();
        let is_short = self.text.chars().nth(1).is_none() || PARTICLES.contains(&self.text);
        let is_again = self.line.others.of(c) > self.own.of(c);
        // words of several languages are a list of such
        let is_list = self.line.others.kinds() > self.own.kinds() && !self.line.is_tampered();
        if is_short || (is_again || is_list) && !is_attacked {
            return false;
        }
        if kin == Kin::Turkic {
            // in no native word; a compound may have it
            if self.is_spoofed && self.harmony.is_behind_front && self.has_letters() {
                return true;
            }
            let is_said = self.line.prose.has_words() || self.is_frequent() || self.is_spoofed;
            if !is_said {
                return false;
            }
        }
        let enough = match kin {
            _ if is_attacked => ATTACKED,
            _ if self.line.is_tampered() || self.is_spoofed => TAMPERED,
            Kin::Turkic => 14,
            Kin::Norse => 13,
            Kin::Berber => 10,
            Kin::Volta => 9,
        };
        let mut bits = self.of_pairs(c, kin);
        if c == 'ɣ' {
            // languages of West Africa have it too, and others with it
            bits = bits.min(self.of_pairs(c, Kin::Volta) + SIGN);
        }
        if enough > TAMPERED {
            bits -= self.of_quotes(c);
        }
        bits + self.of_words(c) - self.of_signs(c) >= enough
            && (is_attacked || reading::word_bits_as_read(self.text) > MIN_LANGUAGE)
    }

    /// What the pairs of letters say.
    fn of_pairs(&self, c: char, kin: Kin) -> i32 {
        let tongue = &self.line.tongue;
        let most = match kin {
            _ if self.is_name && !self.is_spoofed => MOST_NAME,
            Kin::Volta if tongue.is_teaching() => MOST_TEACHING_VOLTA,
            _ if tongue.is_teaching() => MOST_TEACHING,
            _ => MOST,
        };
        let word = -Affinity::word(self.text, kin);
        let is_counted = self
            .text
            .char_indices()
            .all(|(at, c)| !c.is_uppercase() || at == 0 && self.is_first);
        let own = if is_counted { word } else { 0 };
        let line = -tongue.affinity.of(kin) - own + tongue.affinity.length(kin);
        let vowels = match kin {
            Kin::Volta if has_mixed_vowels(self.text, c) => 6,
            _ => 0,
        };
        line.min(most) + word.min(MOST_WORD) + vowels
    }

    /// What says that the word is quoted from such a language: it has the letter again, or begins with one that their words do.
    fn of_quotes(&self, c: char) -> i32 {
        let again = self.own.of(c).saturating_sub(1).min(MAX_SIGNS) as i32;
        let is_initial = matches!(c, 'þ' | 'ƿ' | 'ʋ' | 'ƒ' | 'ɣ') && self.text.starts_with(c);
        SIGN * again + if is_initial { 2 } else { 0 }
    }

    /// What the words say, and the vowels of this one.
    fn of_words(&self, c: char) -> i32 {
        let tongue = &self.line.tongue;
        let mut bits = if tongue.lacks(c) { 6 } else { 0 };
        if self.is_frequent() && !is_known(self.text) {
            bits += if self.text.chars().nth(2).is_none() {
                4
            } else {
                6
            };
        }
        match c {
            'ı' => {
                bits -= if tongue.is_turkish() { 4 } else { 0 };
                bits += match (self.harmony.has_turkish_i, self.harmony.is_called_for) {
                    (true, true) if tongue.is_teaching() => -6,
                    (true, true) => -12,
                    (false, _) if self.harmony.is_behind_front => 4,
                    _ => 0,
                };
            }
            // Old English alone has it
            'ƿ' => bits += 4,
            _ => {}
        }
        bits
    }

    /// What other letters say for such a language.
    fn of_signs(&self, c: char) -> i32 {
        let others = &self.line.others;
        // of a language with it a line would have it again, and others
        let is_only = self.line.is_attacked() && others.has_only(self.own, c);
        // letters that none of them has outweigh those that one has
        let signs = match self.line.tongue.has_marks() {
            true => self.own.signs(c),
            false => others.signs(c),
        };
        SIGN * signs.min(MAX_SIGNS) as i32 - if is_only { 4 } else { 0 }
    }

    /// Whether the word, read as it looks, is a frequent one.
    fn is_frequent(&self) -> bool {
        reading::is_read_frequent(self.text)
    }

    /// Whether there are small letters of Latin, other than doubtful ones.
    fn has_letters(&self) -> bool {
        let is_latin = |c| alphabet(c) == Some(Alphabet::Latin) && Affinity::kin(c).is_none();
        self.text
            .contains(|c: char| c.is_lowercase() && is_latin(c))
    }
}

/// Whether a word has close vowels of two kinds, which those of West Africa have not: an iota, or a v with hook that is no
/// consonant, as Ewe has it before vowels, beside an i or u.
fn has_mixed_vowels(text: &str, c: char) -> bool {
    let behind = text.chars().skip(1).map(Some).chain([None]);
    let mut pairs = text.chars().zip(behind);
    text.contains(['i', 'u'])
        && pairs.any(|(letter, next)| {
            let is_consonant = next.is_some_and(|next| "aeiou".contains(next));
            letter == c && (c == 'ɩ' || c == 'ʋ' && !is_consonant)
        })
}
