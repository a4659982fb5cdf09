//! What the line around a word says of its writer.

use core::ops::Range;

use crate::unicode::{
    Alphabet, Script, ScriptSet, Style, alphabet, is_letter, is_math, is_number, script, style,
};

use super::{
    further::{is_bar, is_of_manuscripts},
    kinds::Kinds,
    letter::{Part, further_script, is_distinctive, is_foreign, is_unspaced, part, toward},
    signs::{Berber, Others, Phonetics, Prose},
    tongue::Tongue,
};

/// The longest stretch of a line that is looked at together, in bytes.
const STRETCH: usize = 4096;

/// Letters of Cyrillic that few languages have: a Latin letter is put right to one only where the writer has its key.
/// Where it is missing people type the Latin one, as in Kazakh, Ukrainian and Chechen. Small and capital in pairs.
const RARE: &str = "әӘіІѕЅјЈһҺӀӏүҮѵѴԁԀԛԚԝԜԌԍҽѡ";

/// How often Latin letters for rare ones may stand beside Cyrillic in a line that is attacked: about two in its words.
const MAX_TYPED: u32 = 4;

/// In how many words letters of ASCII that no key is missing for stand beside Cyrillic ones, where one of them is a word that
/// nobody writes: more than slips.
const MIN_TYPED: u32 = 3;

/// What a stretch of a line has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// Letters that are of an alphabet beyond doubt.
    distinctive: [u32; Alphabet::ALL.len()],
    /// Scripts other than the alphabets, by letters that are no lookalikes.
    scripts: Option<ScriptSet>,
    /// How often Latin letters for rare ones stand beside Cyrillic.
    pub(super) typed_rare: u32,
    /// In how many words other letters of ASCII do that pass for Cyrillic ones.
    typed_common: u32,
    /// A bit for each pair of `RARE`.
    rare: u32,
    phonetics: Phonetics,
    pub(super) others: Others,
    /// Letters of manuscripts.
    pub(super) of_manuscripts: u32,
    /// Bars and lines that draw tables.
    pub(super) bars: u32,
    /// Mathematical letters beside others of their kind.
    pub(super) mathematical_runs: u32,
    /// Mathematical signs that are no letters.
    pub(super) operators: u32,
    pub(super) has_digits: bool,
    /// The same of ASCII.
    pub(super) has_equations: bool,
    pub(super) has_exclamation: bool,
    /// The letter of Greek, not the sign.
    pub(super) has_greek_mu: bool,
    /// Strokes between what is divided.
    pub(super) has_slash: bool,
    pub(super) prose: Prose,
    pub(super) tongue: Tongue,
    /// A small s before another letter, where print of old has the long one.
    pub(super) has_round_s: bool,
    /// Words that nobody writes: with a letter of another kind between two small ones of one alphabet.
    pub(super) spoofed: u32,
    /// Further words, with a letter of another script beside one of an alphabet; in a line of that script people write so.
    aliens: u32,
    /// Words with lookalikes of two kinds beside a letter of an alphabet.
    medleys: u32,
    /// How many further kinds of letters there are, beside one, that pass for others and that no language has together.
    motley: u32,
    kinds: Kinds,
    /// Letters that Berber languages have, and their own gamma.
    pub(super) berber: Berber,
}

impl Line {
    fn read(text: &str) -> Self {
        let mut line = Self::default();
        let mut was_mathematical = false;
        let (mut before, mut last) = (' ', ' ');
        let (mut is_counted, mut has_typed) = (false, false);
        let mut medley = Medley::default();
        for c in text.chars() {
            let part = part(c);
            is_counted &= part != Part::Apart;
            has_typed &= part != Part::Apart;
            line.medleys += u32::from(medley.ends_with(c, part));
            // most of most lines is plain
            if !(c.is_ascii() && last.is_ascii() && before.is_ascii()) {
                line.typed_rare += u32::from(is_rare_beside(last, c));
                if !has_typed && (is_common_beside(c, last) || is_common_beside(last, c)) {
                    line.typed_common += 1;
                    has_typed = true;
                }
                if !is_counted && is_between(before, last, c) {
                    line.spoofed += 1;
                    is_counted = true;
                }
                if !is_counted && (is_alien(last, c) || is_alien(c, last)) {
                    line.aliens += 1;
                    is_counted = true;
                }
            }
            line.has_round_s |= last == 's' && c.is_lowercase();
            line.of_manuscripts += u32::from(is_of_manuscripts(c));
            line.prose.add(c);
            line.kinds.add(c, part);
            line.tongue.add(c);
            (before, last) = (last, c);
            match c {
                'ḍ' | 'ḥ' | 'ṛ' | 'ṣ' | 'ṭ' | 'ẓ' | 'ǧ' | 'ɛ' | 'ε' => {
                    line.berber.is_used = true
                }
                'ɣ' => line.berber.has_gamma = true,
                'γ' => line.berber.greek_gammas += 1,
                '\u{2500}'..='\u{257F}' => line.bars += 1,
                _ if is_bar(c) => line.bars += 1,
                '=' | '<' | '>' | '+' | '^' => line.has_equations = true,
                '!' => line.has_exclamation = true,
                'μ' => line.has_greek_mu = true,
                '/' => line.has_slash = true,
                '0'..='9' => line.has_digits = true,
                _ => {}
            }
            let mathematical = matches!(part, Part::Styled(_)) && style(c) == Style::Mathematical;
            line.mathematical_runs += u32::from(mathematical && was_mathematical);
            was_mathematical = mathematical;
            match part {
                Part::Letter(of) => {
                    if let Some(count) = line.distinctive.get_mut(of as usize) {
                        *count += u32::from(is_distinctive(c, of));
                    }
                    line.rare |= rare_bit(match c {
                        // their keyboards have this one too
                        'ї' | 'ў' | 'Ї' | 'Ў' => 'і',
                        'љ' | 'њ' | 'ђ' | 'ћ' | 'ѓ' | 'ќ' => 'ј',
                        _ => c,
                    });
                    line.phonetics.add(c);
                    line.others.count(c);
                }
                Part::Apart if is_letter(c) && !matches!(c, '\u{2B0}'..='\u{2FF}') => {
                    let found = script(c);
                    if !matches!(
                        found,
                        Script::Common | Script::Latin | Script::Greek | Script::Cyrillic
                    ) {
                        let known = line.scripts.unwrap_or(ScriptSet::EMPTY);
                        line.scripts = Some(known.union(ScriptSet::of(found)));
                    }
                }
                Part::Apart => {
                    line.phonetics.is_certain |=
                        matches!(c, '\u{2C8}' | '\u{2CC}' | '\u{2D0}' | '\u{2D1}');
                    line.operators += u32::from(!c.is_ascii() && is_math(c));
                }
                Part::Like(_) | Part::Styled(_) | Part::Through => {}
            }
        }
        line.medleys += u32::from(medley.ends_with(' ', Part::Apart));
        line.tongue.end();
        line.kinds.end();
        line.motley = line.others.kinds().saturating_sub(1);
        line
    }

    /// How many letters are of the alphabet beyond doubt.
    pub(super) fn distinctive(&self, of: Alphabet) -> u32 {
        self.distinctive
            .get(of as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Whether the line is written in that script too; for signs of no script, in any other than the alphabets.
    pub(super) fn is_written_in(&self, wanted: Script) -> bool {
        self.scripts.is_some_and(|scripts| {
            scripts.contains(wanted) || matches!(wanted, Script::Common | Script::Inherited)
        })
    }

    /// Whether the line has phonetic text.
    pub(super) fn is_phonetic(&self) -> bool {
        self.phonetics.is_certain || self.phonetics.is_found() && !self.is_attacked()
    }

    /// Whether the line is prose of Latin letters without a formula, and in none of the languages in which most are spoken of.
    pub(super) fn is_foreign_prose(&self) -> bool {
        let [_, greek, cyrillic] = Alphabet::ALL.map(|of| self.distinctive(of));
        self.prose.is_foreign()
            && !(self.has_formula() || self.has_slash)
            && (greek, cyrillic, self.scripts) == (0, 0, None)
    }

    /// Whether the line is such prose, or prose of one alphabet other than Latin.
    pub(super) fn is_prose_of(&self, main: Alphabet) -> bool {
        match main {
            Alphabet::Latin => self.is_foreign_prose(),
            _ => self.prose.has_words() && self.scripts.is_none() && self.distinctive(main) > 0,
        }
    }

    /// Whether the line has been tampered with beyond doubt: one word that nobody writes may be a slip, and letters that no
    /// language has together may be a list.
    pub(super) fn is_attacked(&self) -> bool {
        let unwritten = self.unwritten();
        unwritten > 1
            || unwritten > 0
                && (self.motley > 0
                    || self.typed_common >= MIN_TYPED
                    || self.kinds.are_evidence(self.has_formula()))
            || self.is_motley()
    }

    pub(super) const fn has_operators(&self) -> bool {
        self.operators > 0
    }

    /// Whether there are signs of mathematics, those of ASCII among them.
    pub(super) const fn has_formula(&self) -> bool {
        self.has_operators() || self.has_equations
    }

    /// Whether there are more kinds of lookalikes beside letters than any writer has.
    fn is_motley(&self) -> bool {
        self.scripts.is_none()
            && self
                .kinds
                .are_too_many(self.has_formula(), self.phonetics.is_found())
    }

    /// Whether the line has one word at least that nobody writes.
    pub(super) const fn is_tampered(&self) -> bool {
        self.unwritten() > 0
    }

    /// How many words there are that nobody writes.
    const fn unwritten(&self) -> u32 {
        self.spoofed
            + 2 * self.medleys
            + if self.scripts.is_none() {
                self.aliens
            } else {
                0
            }
    }

    /// Whether ideographs, kana or Hangul stand in the line, beside which fullwidth letters are at home.
    pub(super) fn is_east_asian(&self) -> bool {
        let scripts = [
            Script::Han,
            Script::Hiragana,
            Script::Katakana,
            Script::Hangul,
        ];
        self.scripts
            .is_some_and(|known| scripts.iter().any(|&script| known.contains(script)))
    }

    /// Whether the writer may have typed another letter for want of this one. Where a line is attacked it is not for that, if
    /// few letters are typed so.
    pub(super) fn lacks_key(&self, c: char) -> bool {
        let is_restored = match c {
            'ј' | 'Ј' => self.is_attacked(),
            'і' | 'І' => {
                self.is_attacked() && self.typed_rare <= MAX_TYPED && self.has_typed_common()
            }
            _ => false,
        };
        !is_restored && !self.has_key(c)
    }

    /// Whether letters of ASCII stand in Cyrillic words that no key is missing for: who disguises words with letters of other
    /// kinds alone has not typed the rare ones.
    pub(super) const fn has_typed_common(&self) -> bool {
        self.typed_common > 0
    }

    /// Whether a letter of Latin may be typed for this one, for want of its key; a dotless i where old texts have it.
    pub(super) fn is_typed(&self, c: char, letter: char) -> bool {
        match c {
            'ı' => !(self.has_key(letter) || self.others.is_not_old()),
            // who lacks the schwa lacks the h beside it
            'H' if self.others.schwas > 0 => !self.has_key('һ'),
            _ => (c.is_ascii() || matches!(c, 'ə' | 'Ə')) && self.lacks_key(letter),
        }
    }

    /// Whether a letter that few languages have is one that the writer uses.
    pub(super) fn has_key(&self, c: char) -> bool {
        let bit = rare_bit(c);
        bit == 0 || self.rare & bit != 0
    }
}

/// Of the word that is read: whether it has a letter of an alphabet, and lookalikes of two kinds, one of them of a further script.
#[derive(Clone, Copy, Debug, Default)]
struct Medley {
    has_letter: bool,
    first: Option<Script>,
    has_two: bool,
    has_further: bool,
}

impl Medley {
    /// Whether a word ends here that has all of them.
    fn ends_with(&mut self, c: char, part: Part) -> bool {
        match part {
            Part::Apart => {
                let word = core::mem::take(self);
                return word.has_letter && word.has_two && word.has_further;
            }
            Part::Letter(_) => self.has_letter = true,
            Part::Like(_) => {
                if !is_unspaced(c) {
                    let found = script(c);
                    self.has_two |= *self.first.get_or_insert(found) != found;
                    self.has_further |= further_script(c).is_some();
                }
            }
            Part::Styled(_) | Part::Through => {}
        }
        false
    }
}

/// How often Latin letters for rare ones of Cyrillic stand beside Cyrillic.
pub(super) fn rare_beside(text: &str) -> u32 {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.map(|(a, b)| u32::from(is_rare_beside(a, b))).sum()
}

fn is_rare_beside(a: char, b: char) -> bool {
    let is =
        |ascii, cyrillic| is_typed(ascii, true) && alphabet(cyrillic) == Some(Alphabet::Cyrillic);
    is(a, b) || is(b, a)
}

fn is_common_beside(ascii: char, cyrillic: char) -> bool {
    is_typed_common(ascii) && alphabet(cyrillic) == Some(Alphabet::Cyrillic)
}

/// Whether a letter of ASCII passes for a Cyrillic one that no key is missing for.
pub(super) fn is_typed_common(ascii: char) -> bool {
    is_typed(ascii, false)
}

/// Whether a letter of ASCII passes for a Cyrillic one, a rare one or not.
fn is_typed(ascii: char, is_rare: bool) -> bool {
    ascii.is_ascii_alphabetic()
        && toward(ascii, Alphabet::Cyrillic)
            .is_some_and(|letter| (rare_bit(letter) != 0) == is_rare)
}

fn rare_bit(c: char) -> u32 {
    let nth = (c >= '\u{400}')
        .then(|| RARE.chars().position(|rare| rare == c))
        .flatten();
    nth.map_or(0, |nth| 1 << (nth / 2))
}

/// Whether the second of three letters is one that nobody types between the others.
fn is_between(before: char, c: char, behind: char) -> bool {
    if alphabet(c).is_some() && alphabet(c) == alphabet(before) {
        return false;
    }
    let (Part::Letter(of), Part::Letter(other)) = (part(before), part(behind)) else {
        return false;
    };
    // Africa and phonetic text have letters beyond these
    let is_typed = |c| {
        let is_western = matches!(c, '\0'..='\u{17F}' | '\u{1E00}'..='\u{1EFF}');
        of != Alphabet::Latin || is_western
    };
    let is_letter = match part(c) {
        Part::Letter(_) => c != 'γ' && c.is_lowercase() == before.is_lowercase(),
        Part::Like(_) if of == Alphabet::Cyrillic && is_number(c) => true,
        Part::Like(_) => is_letter(c) && script(c) != Script::Latin,
        Part::Styled(_) => matches!(style(c), Style::Mathematical | Style::Enclosed),
        _ => false,
    };
    let is_near = of != Alphabet::Latin || before.is_ascii() || behind.is_ascii();
    is_letter
        && is_near
        && of == other
        && before.is_lowercase() == behind.is_lowercase()
        && is_typed(before)
        && is_typed(behind)
        && is_foreign(c, of)
        && toward(c, of).is_some_and(|letter| rare_bit(letter) == 0)
}

/// Whether a letter of another script stands beside one of ASCII, and is taken for one, or beside one of Greek or Cyrillic.
fn is_alien(beside: char, c: char) -> bool {
    let Part::Like(letter) = part(c) else {
        return false;
    };
    is_letter(c)
        && match beside {
            '\0'..='\x7F' => {
                beside.is_ascii_alphabetic()
                    && letter.is_ascii()
                    && !matches!(script(c), Script::Latin | Script::Common)
            }
            '\u{370}'..='\u{52F}' => {
                further_script(c).is_some()
                    && alphabet(beside)
                        .is_some_and(|of| is_foreign(c, of) && toward(c, of).is_some())
            }
            _ => false,
        }
}

/// The stretch last looked at, kept because its other words are looked at next.
#[derive(Debug, Default)]
pub(super) struct Context {
    stretch: Range<usize>,
    line: Line,
    turkish: (Range<usize>, bool),
}

impl Context {
    /// The line around a place, or the stretch of it that the place is in, and where it is. Each stretch is read once.
    pub(super) fn around(&mut self, text: &str, at: usize) -> (&Line, Range<usize>) {
        if !self.stretch.contains(&at) {
            self.stretch = stretch(text, at, self.stretch.end);
            let line = text.get(self.stretch.clone());
            self.line = line.map(Line::read).unwrap_or_default();
        }
        (&self.line, self.stretch.clone())
    }

    /// Whether the stretch has letters of Turkish or Azerbaijani alone: cheaper than to read it. Each stretch is looked at once.
    pub(super) fn is_turkish(&mut self, text: &str, at: usize) -> bool {
        let (known, is_turkish) = &mut self.turkish;
        if !known.contains(&at) {
            *known = stretch(text, at, known.end);
            let line = text.get(known.clone()).unwrap_or_default();
            *is_turkish = line.contains(['ş', 'ğ', 'ə', 'Ş', 'Ğ', 'İ']);
        }
        *is_turkish
    }
}

/// The line around a place, or the stretch of it that the place is in, and begins behind what is done.
fn stretch(text: &str, at: usize, done: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let first = at.saturating_sub(STRETCH / 2).max(done);
    let start = text.floor_char_boundary(first);
    let line_start = before
        .get(start..)
        .and_then(|near| near.rfind('\n'))
        .map_or(start, |to| start + to + 1);
    let near = after
        .get(..after.floor_char_boundary(STRETCH))
        .unwrap_or(after);
    let end = at + near.find('\n').map_or(near.len(), |to| to + 1);
    line_start..end.max(at + 1)
}
