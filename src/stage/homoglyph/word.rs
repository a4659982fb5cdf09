//! One word: what it is made of, and how it is written in one alphabet.

use alloc::borrow::Cow;

use crate::{edit::Edit, rule::Rule, unicode::Alphabet};

use super::{
    address,
    affinity::{Affinity, Kin},
    context::Line,
    further, habit,
    harmony::Harmony,
    letter::{Part, is_doubtful, is_foreign, part, toward},
    reading, seam,
    spelling::Spelling,
    style, typeface,
};

/// A run of letters, digits and marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
    /// How many letters there are of each alphabet.
    letters: [u32; Alphabet::ALL.len()],
    /// Letters of ASCII.
    pub(super) ascii: u32,
    /// Lookalikes beyond the alphabets.
    pub(super) like: u32,
    pub(super) styled: u32,
    /// Letters that pass for others of their own alphabet, inverted exclamation and micro signs.
    doubtful: u32,
}

impl<'a> Word<'a> {
    /// The word at a place; the one character there if it is of no word.
    pub(super) fn read(text: &'a str, start: usize) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        let mut word = Self {
            text: "",
            start,
            letters: [0; 3],
            ascii: 0,
            like: 0,
            styled: 0,
            doubtful: 0,
        };
        let mut length = 0;
        for c in rest.chars() {
            match part(c) {
                Part::Letter(of) => {
                    word.ascii += u32::from(c.is_ascii());
                    word.doubtful += u32::from(!c.is_ascii() && is_doubtful(c));
                    if let Some(count) = word.letters.get_mut(of as usize) {
                        *count += 1;
                    }
                }
                Part::Like(_) => word.like += 1,
                Part::Styled(_) => word.styled += 1,
                Part::Through => word.doubtful += u32::from(matches!(c, '¡' | 'µ')),
                Part::Apart => break,
            }
            length += c.len_utf8();
        }
        if length == 0 {
            length = rest.chars().next().map_or(0, char::len_utf8);
        }
        word.text = rest.get(..length).unwrap_or_default();
        word
    }

    pub(super) const fn start(&self) -> usize {
        self.start
    }

    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether there are letters of two kinds, or styled ones only.
    pub(super) fn is_suspect(&self) -> bool {
        let alphabets = self.letters.iter().filter(|&&count| count > 0).count() as u32;
        alphabets + u32::from(self.like > 0) + u32::from(self.styled > 0) > 1
            || self.styled > 1
            || self.like > 2 && alphabets == 0 && further::is_of_several_scripts(self.text)
            || self.doubtful > 0
                && (self.ascii > 0 || self.letters.iter().any(|&count| count > self.doubtful))
    }

    /// Whether there is an alphabet that it can be written in at all.
    pub(super) fn is_restorable(&self) -> bool {
        let can = |&main: &Alphabet| {
            self.letters_of(main) > 0
                && (self.doubtful > 0 || self.foreign(main).next().is_some())
                && self.foreign(main).all(|(_, c)| toward(c, main).is_some())
        };
        self.letters == [0; 3] || Alphabet::ALL.iter().any(can)
    }

    /// Whether it is put right.
    pub(super) fn is_spoofed(&self, text: &str, line: &Line) -> bool {
        self.is_suspect() && self.is_restorable() && self.restored(text, line).is_some()
    }

    /// Whether nothing in the word passes for another letter but each dotless i, where Turkish words have it: most words
    /// looked at in Turkish text, and its lines need not be read for them.
    pub(super) fn is_turkish(&self) -> bool {
        let is_other = |c| c != 'ı' && (matches!(c, '¡' | 'µ') || is_doubtful(c));
        self.doubtful > 0
            && self.like + self.styled == 0
            && self.letters_of(Alphabet::Greek) + self.letters_of(Alphabet::Cyrillic) == 0
            && !self.text.chars().any(is_other)
            && Harmony::read(self.text, Alphabet::Latin).has_turkish_i
    }

    /// Whether its pairs of letters are rather of Turkish and its like than of others.
    pub(super) fn fits_turkish(&self) -> bool {
        Affinity::word(self.text, Kin::Turkic) >= 0
    }

    pub(super) fn letters_of(&self, of: Alphabet) -> u32 {
        self.letters.get(of as usize).copied().unwrap_or_default()
    }

    /// The characters that are taken for letters of `main`, each with where it begins in the word.
    pub(super) fn foreign(
        &self,
        main: Alphabet,
    ) -> impl DoubleEndedIterator<Item = (usize, char)> + 'a {
        self.text
            .char_indices()
            .filter(move |&(_, c)| is_foreign(c, main))
    }

    /// The characters directly before and behind the word.
    pub(super) fn beside(&self, text: &str) -> [Option<char>; 2] {
        let before = text
            .get(..self.start)
            .and_then(|before| before.chars().next_back());
        let after = text
            .get(self.end()..)
            .and_then(|after| after.chars().next());
        [before, after]
    }

    /// Whether a spacing accent stands beside a dotless i, as programs write an i with acute that read it from a page: `D´ıaz`.
    fn is_accented(&self, text: &str) -> bool {
        let [before, behind] = self
            .beside(text)
            .map(|c| c.is_some_and(|c| "´`¨ˆ˜^~".contains(c)));
        before && self.text.starts_with('ı') || behind && self.text.ends_with('ı')
    }

    /// The text before the word.
    pub(super) fn before<'t>(&self, text: &'t str) -> &'t str {
        text.get(..self.start).unwrap_or_default()
    }

    /// Whether a number stands before the word.
    pub(super) fn is_behind_digit(&self, text: &str) -> bool {
        let before = self.before(text).trim_end_matches(is_blank);
        before.ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a number or a single letter stands before the word.
    pub(super) fn is_behind_term(&self, text: &str) -> bool {
        let before = self.before(text).trim_end_matches(is_blank);
        let mut before = before.chars().rev();
        let last = before.next();
        self.is_behind_digit(text)
            || last.is_some_and(char::is_alphabetic)
                && !before.next().is_some_and(char::is_alphabetic)
    }

    /// Whether it stands between blanks and marks of a sentence alone.
    pub(super) fn is_apart(&self, text: &str) -> bool {
        let is_of_sentence = |c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '.' | ',' | '?' | '!' | '"' | '“' | '”' | '«' | '»' | '\''
                )
        };
        self.beside(text).into_iter().flatten().all(is_of_sentence)
    }

    /// The edit that writes the word in its main alphabet, if it is one that mixes to deceive.
    pub(super) fn restored(&self, text: &str, line: &Line) -> Option<Edit> {
        let is_bare = self.letters.iter().all(|&count| count == 0);
        let main = match is_bare {
            true => Alphabet::Latin,
            false => self.main(line)?,
        };
        let is_known = main == Alphabet::Latin && reading::is_known(self);
        let is_kept = match is_bare {
            _ if typeface::is_motley(self, line) => false,
            true => !(style::is_word(self, line) || further::is_medley(self, line)),
            false => {
                habit::is_kept(self, main, line)
                    || !is_known && seam::is_kept(self, text, main)
                    || self.like + self.styled > 0
                        && (style::is_at_home(self, main, line)
                            || further::is_at_home(self, text, main, line, is_known))
            }
        };
        if is_kept {
            return None;
        }
        if self.is_accented(text) {
            return None;
        }
        let before = self.before(text);
        let (first, end, replacement) =
            Spelling::new(self, before, main, line, is_known).spelled()?;
        let span = self.start + first..self.start + end;
        let is_style = |(_, c)| matches!(part(c), Part::Styled(_));
        let rule = match address::rule(text, self.start..self.end()) {
            Rule::MixedScript if self.styled > 0 && self.foreign(main).all(is_style) => {
                Rule::StyledLetters
            }
            rule => rule,
        };
        Some(Edit {
            byte_span: span,
            replacement: Cow::Owned(replacement),
            rule: Some(rule),
        })
    }

    /// The alphabet that the word can be written in; of two, the one of the line, then that of more letters, then Latin.
    fn main(&self, line: &Line) -> Option<Alphabet> {
        let can = |&main: &Alphabet| {
            // typed where the key is missing
            let is_typed = |c: char, letter| line.is_typed(c, letter);
            self.letters_of(main) > 0
                && self.foreign(main).all(|(_, c)| {
                    // beside others that give the word away
                    let is_widespread =
                        |letter| matches!(letter, 'і' | 'І' | 'ј' | 'Ј' | 'ә' | 'Ә');
                    toward(c, main)
                        .is_some_and(|letter| is_widespread(letter) || !is_typed(c, letter))
                })
                && (self.doubtful > 0 && self.foreign(main).next().is_none()
                    || self
                        .foreign(main)
                        .any(|(_, c)| toward(c, main).is_some_and(|letter| !is_typed(c, letter))))
        };
        let weight = |&main: &Alphabet| {
            let others = Alphabet::ALL
                .into_iter()
                .filter(|&other| other != main && can(&other));
            let most = others
                .map(|other| line.distinctive(other))
                .max()
                .unwrap_or_default();
            (line.distinctive(main) > 4 * most, self.letters_of(main))
        };
        // as it is typed, it is no word of Latin
        let is_typed =
            |c| toward(c, Alphabet::Cyrillic).is_some_and(|letter| line.lacks_key(letter));
        let cyrillic = Alphabet::Cyrillic;
        let is_of_line = line.distinctive(cyrillic) > 4 * line.distinctive(Alphabet::Latin);
        if is_of_line
            && self.letters_of(cyrillic) > 0
            && self.foreign(cyrillic).next().is_some()
            && self
                .foreign(cyrillic)
                .all(|(_, c)| c.is_ascii() && is_typed(c))
        {
            return None;
        }
        Alphabet::ALL
            .into_iter()
            .filter(can)
            .rev()
            .max_by_key(weight)
    }
}

/// Whether it is white space inside a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

/// Where the word begins that a place is in.
pub(super) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default().chars().rev();
    let inside = before.take_while(|&c| part(c) != Part::Apart);
    at - inside.map(char::len_utf8).sum::<usize>()
}
