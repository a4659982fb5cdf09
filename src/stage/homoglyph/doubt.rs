//! Letters that real alphabets have, and what says that they are a disguise all the same.

use crate::unicode::{Alphabet, alphabet, doubtful, other_form};

use super::{
    affinity::Affinity,
    context::Line,
    evidence::Evidence,
    harmony::{Harmony, small},
    old, reading,
    signs::Others,
    word::Word,
};

/// What a word and its line say of the doubtful letters in it, each thing found once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubt<'a> {
    text: &'a str,
    main: Alphabet,
    line: &'a Line,
    /// The doubtful letters of the word alone.
    own: Others,
    harmony: Harmony,
    /// Whether the word is a frequent one of Latin.
    is_known: bool,
    /// Whether there are letters in it that are taken for others beyond doubt.
    is_spoofed: bool,
    /// Whether the line begins with it.
    is_line_first: bool,
    /// Whether it is frequent words, parted by signs.
    is_parted: bool,
    /// Whether it is no name: in small letters, or the first of a sentence.
    is_common: bool,
    /// Whether it has back vowels, and neither the Mongolian ending that means without nor the Turkic word for a house.
    is_back: bool,
}

impl<'a> Doubt<'a> {
    pub(super) fn new(
        word: &Word<'a>,
        main: Alphabet,
        line: &'a Line,
        harmony: Harmony,
        is_known: bool,
        is_first: bool,
        is_line_first: bool,
    ) -> Self {
        let mut own = Others::default();
        word.text.chars().for_each(|c| own.count(c));
        Self {
            text: word.text,
            main,
            line,
            own,
            harmony,
            is_known,
            is_spoofed: word.foreign(main).next().is_some(),
            is_line_first,
            is_parted: reading::is_parted(word.text),
            is_back: harmony.has_back
                && !has_without(word.text)
                && !(line.others.steppe > 0 && word.text.contains("үй")),
            is_common: !word
                .text
                .char_indices()
                .any(|(at, c)| c.is_uppercase() && !(at == 0 && is_first)),
        }
    }

    /// The letter that a doubtful character stands for, given what is beside it in the word, if the word or the line has
    /// too much else to deceive and no other sign of an alphabet that has it.
    pub(super) fn letter(&self, c: char, beside: (Option<char>, Option<char>)) -> Option<char> {
        let (line, others) = (self.line, &self.line.others);
        let is_attacked = line.is_attacked();
        if c == '¡' {
            return self.dotted(beside);
        }
        if c == 'µ' {
            let is_greek = line.has_greek_mu && !line.has_formula();
            let is_evident = self.is_spoofed || is_attacked || is_greek;
            return (self.main == Alphabet::Greek && is_evident).then_some('μ');
        }
        if old::is_one(c) {
            return (self.main == Alphabet::Cyrillic)
                .then(|| old::letter(c, beside, line, self.is_spoofed))?;
        }
        if self.is_against_line(c) {
            return other_form(c);
        }
        if self.is_known && others.is_alone() && c != 'ſ' {
            return doubtful(c);
        }
        if let Some(kin) = Affinity::kin(c).filter(|_| self.main == Alphabet::Latin) {
            return doubtful(c).filter(|_| self.evidence().is_alien(c, kin));
        }
        // what Abkhaz words begin with
        let is_long = line.prose.has_words() && line.tongue.is_long();
        let is_foreign_che =
            c == 'ҽ' && others.is_not_abkhaz(is_long) && !self.text.starts_with(['а', 'ҽ']);
        let is_only = others.has_only(&self.own, c);
        let other = other_form(c).filter(|&other| alphabet(other) == Some(self.main));
        if self.is_of_another_language(c, is_only) {
            return match self.main {
                Alphabet::Latin => doubtful(c),
                _ => other,
            };
        }
        if !self.is_spoofed && !is_attacked && !is_foreign_che {
            return None;
        }
        match (self.main, c) {
            (Alphabet::Cyrillic, 'ү') if !self.is_back => None,
            (Alphabet::Cyrillic, 'ѡ') if self.text.ends_with('ъ') => None,
            (Alphabet::Cyrillic, _) if is_only => other,
            (Alphabet::Greek, _) => other,
            // print of old has it for each small s but the last
            (Alphabet::Latin, 'ſ')
                if line.has_round_s
                    || self.is_spoofed && is_only
                    || others.marked == 0 && is_attacked =>
            {
                doubtful(c)
            }
            (Alphabet::Latin, 'ſ') => None,
            (Alphabet::Latin, _) if is_only => doubtful(c),
            _ => None,
        }
    }

    /// What is known of a word of Latin.
    const fn evidence(&self) -> Evidence<'_> {
        Evidence {
            text: self.text,
            line: self.line,
            own: &self.own,
            harmony: self.harmony,
            is_spoofed: self.is_spoofed,
            is_name: !self.is_common,
            is_first: self.is_line_first,
        }
    }

    /// Whether a letter that others of the line's language have is not in this word of it: the u of the front vowels beside back
    /// ones, the w of Kurdish in a line with letters that it has not.
    fn is_against_line(&self, c: char) -> bool {
        (self.is_spoofed || self.line.is_attacked())
            && match c {
                'ү' => self.is_back && !self.harmony.is_mixed() && !self.text.contains("ия"),
                'ԝ' => self.line.others.is_not_kurdish(),
                _ => false,
            }
    }

    /// Whether the letter is of another language than its line: one that deceives, or prose in which it stands alone and in
    /// no name.
    fn is_of_another_language(&self, c: char, is_only: bool) -> bool {
        let (line, tongue) = (self.line, &self.line.tongue);
        if line.others.signs(c) > 0 {
            return false;
        }
        let is_prose = self.is_common && line.prose.has_words();
        // what words begin with that are quoted from the languages which have it
        let is_quoted = c == 'ҽ' && !line.is_tampered() && self.text.starts_with(['а', 'ҽ']);
        let is_evident = line.is_attacked() || is_only && (is_prose || line.is_tampered());
        match c {
            // half the languages of Europe were printed with it
            'ſ' => false,
            _ if is_quoted => false,
            'ү' if line.is_attacked() => self.is_back,
            'ѡ' if self.text.ends_with('ъ') => false,
            'ı' | 'ԝ' | 'ѡ' | 'ҽ' if line.is_attacked() || is_only && line.is_tampered() => {
                true
            }
            // three letters with it may be a number
            'ϛ' => is_prose && self.is_modern_greek(4),
            'ϖ' | 'ϰ' | 'ϱ' | 'ϵ' | 'ϸ' => is_prose && self.is_modern_greek(3),
            _ => is_evident && tongue.lacks(c),
        }
    }

    /// Whether a word of several letters, in a line without formulas, is of Greek without the accents of old.
    fn is_modern_greek(&self, letters: usize) -> bool {
        let line = self.line;
        !(line.has_formula() || line.tongue.is_polytonic())
            && self.text.chars().nth(letters - 1).is_some()
    }

    /// The letter that an inverted exclamation mark stands for: between letters that are no words, or in a frequent or
    /// spoofed word, in a line where nothing is exclaimed; and in Greek and Cyrillic, which have no such mark.
    fn dotted(&self, (before, behind): (Option<char>, Option<char>)) -> Option<char> {
        let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
        // `Ã¡` is what a wrong encoding makes of an a with acute
        let is_first = |c: char| c.is_ascii_uppercase() && self.text.starts_with(c);
        let is_inside = is_small(before) || before.is_some_and(is_first);
        // what is exclaimed is a word without the mark
        let is_word = before.is_none()
            && is_small(behind)
            && match reading::is_read_frequent(self.text) {
                true => !reading::is_read_frequent(self.text.trim_start_matches('¡')),
                false => self.is_not_spanish() && self.line.tongue.lacks('¡'),
            };
        let is_evident = self.is_known
            || is_word
            || is_inside && !self.is_parted
            || self.is_last(before, behind)
            || self.is_spoofed
            || self.line.is_attacked();
        match self.main {
            Alphabet::Latin if before.is_some() && self.is_spoofed => Some('i'),
            Alphabet::Latin => {
                let is_beside = is_small(behind) || self.is_last(before, behind);
                (!self.line.has_exclamation && is_beside && is_evident).then_some('i')
            }
            _ if !(is_small(before) || is_small(behind)) => None,
            Alphabet::Greek => Some('ι'),
            Alphabet::Cyrillic => Some('і'),
        }
    }

    /// Whether a mark ends a word, in prose of a language that has no such mark.
    fn is_last(&self, before: Option<char>, behind: Option<char>) -> bool {
        behind.is_none()
            && before.is_some_and(char::is_lowercase)
            && (reading::is_read_frequent(self.text)
                || self.line.tongue.lacks('¡')
                || self.is_not_spanish())
    }

    fn is_not_spanish(&self) -> bool {
        (self.line.prose.has_words() || self.line.is_tampered())
            && self.line.tongue.is_not_spanish()
    }
}

/// Whether a word of Cyrillic has the Mongolian ending that means without.
fn has_without(text: &str) -> bool {
    let letters = || text.chars().map(|c| small(c, Alphabet::Cyrillic));
    let behind = letters().skip(1).zip(letters().skip(2));
    letters()
        .zip(behind)
        .any(|(a, (b, c))| (a, b, c) == (Some('г'), Some('ү'), Some('й')))
}
