//! A word with its marks, and whether they are noise.

use super::{
    is_generic,
    mark::{Place, is_line, is_rare, is_stroke, place},
};
use crate::unicode::{Alphabet, alphabet, combining_class, compose, is_letter, is_mark, is_number};

/// Marks on one letter, at the most. The deepest stacks of real text are three: a phonetic letter with its tone, length and
/// voicing, or a Greek one with length, breathing and accent, written decomposed.
const MAX_MARKS: usize = 3;

/// Of these above the letter: a vowel's quality and its tone. Greek alone has three.
const MAX_ABOVE: usize = 2;

/// Of these below.
const MAX_BELOW: usize = 2;

/// Letters of a word all of which carry a mark that does not compose with them. Three letters may be a product of vectors.
const ALL_MARKED: usize = 4;

/// The same if the mark is a line under, over, through or around each letter.
const ALL_LINED: usize = 3;

/// Consonants of a word with marks that do not compose, and how many different ones these are at the least.
const STREWN: usize = 3;

/// What a word's marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noise {
    None,
    /// A mark here and there is none that its letter could carry.
    Letters,
    /// All of them are noise.
    Word,
}

/// A run of letters, digits and marks, with what stands before it if that is neither.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    text: &'a str,
    is_phonetic: bool,
}

/// The words of a line with their offsets: all of its text.
pub(super) fn words(line: &str) -> impl Iterator<Item = (usize, Word<'_>)> {
    let mut done = 0;
    let chunks = line.split_inclusive(char::is_whitespace);
    chunks.flat_map(move |chunk| {
        let mut at = done;
        done += chunk.len();
        let is_phonetic = is_phonetic(chunk);
        core::iter::from_fn(move || {
            let rest = chunk.get(at + chunk.len() - done..)?;
            let end = rest
                .char_indices()
                .skip(1)
                .find(|&(_, c)| !is_part(c))
                .map_or(rest.len(), |(end, _)| end);
            let text = rest.get(..end).filter(|text| !text.is_empty())?;
            let word = (at, Word { text, is_phonetic });
            at += end;
            Some(word)
        })
    })
}

fn is_part(c: char) -> bool {
    is_letter(c) || is_number(c) || is_mark(c)
}

/// Whether what stands between two blanks is phonetic notation: by its letters, or between brackets or strokes.
fn is_phonetic(chunk: &str) -> bool {
    let chunk = chunk.trim_end();
    chunk.starts_with(['[', '/'])
        || chunk.ends_with([']', '/'])
        || chunk.contains(|c| matches!(c, '\u{250}'..='\u{2FF}' | '\u{1D00}'..='\u{1DBF}'))
}

/// A character and the marks on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster<'a> {
    base: char,
    /// Of no script in particular.
    pub(super) marks: &'a str,
    /// Where they begin in the word, in bytes.
    pub(super) marks_at: usize,
}

impl Cluster<'_> {
    /// Whether one of its marks is of no alphabet.
    pub(super) fn has_rare_mark(&self) -> bool {
        self.marks
            .chars()
            .any(|mark| is_rare(mark, self.base) && compose(self.base, mark).is_none())
    }

    /// Whether some mark is left over when the letter takes what it can.
    fn is_left_marked(&self) -> bool {
        let mut letter = self.base;
        self.marks.chars().any(|mark| {
            let composed = compose(letter, mark);
            letter = composed.unwrap_or(letter);
            composed.is_none()
        })
    }

    /// Whether a mark stands on it twice.
    fn repeats(&self) -> bool {
        let mut rest = self.marks.chars();
        let mut count = 0;
        // a deeper stack is noise as it is
        while let Some(mark) = rest.next().filter(|_| count <= MAX_MARKS) {
            if rest
                .as_str()
                .chars()
                .take(MAX_MARKS)
                .any(|other| other == mark)
            {
                return true;
            }
            count += 1;
        }
        false
    }

    /// Whether more marks sit above or below it than a letter of its alphabet has.
    fn is_crowded(&self) -> bool {
        let at = |wanted: Place| {
            let marks = self.marks.chars().take(MAX_MARKS + 1);
            marks
                .filter(|&mark| place(combining_class(mark)) == wanted)
                .count()
        };
        let is_greek = alphabet(self.base) == Some(Alphabet::Greek);
        at(Place::Above) > MAX_ABOVE && !is_greek || at(Place::Below) > MAX_BELOW
    }

    fn is_deep(&self) -> bool {
        self.marks.chars().nth(MAX_MARKS).is_some()
    }

    fn is_stack(&self) -> bool {
        self.marks.chars().nth(1).is_some()
    }
}

impl<'a> Word<'a> {
    pub(super) const fn is_phonetic(&self) -> bool {
        self.is_phonetic
    }

    /// Its characters, each with its marks. Marks without a character stand on a space.
    pub(super) fn clusters(&self) -> impl Iterator<Item = Cluster<'a>> + use<'a> {
        let text = self.text;
        let mut done = 0;
        core::iter::from_fn(move || {
            let rest = text.get(done..)?;
            let base = rest.chars().next()?;
            let marks_at = if is_generic(base) { 0 } else { base.len_utf8() };
            let behind = rest.get(marks_at..)?;
            let end = behind.find(|c| !is_generic(c)).unwrap_or(behind.len());
            let cluster = Cluster {
                base: if marks_at == 0 { ' ' } else { base },
                marks: behind.get(..end)?,
                marks_at: done + marks_at,
            };
            done += marks_at + end;
            Some(cluster)
        })
    }

    /// Whether its marks are noise. Linear.
    pub(super) fn noise(&self) -> Noise {
        let mut count = Count::default();
        let mut is_noise = false;
        for cluster in self.clusters() {
            is_noise |= cluster.is_deep() || cluster.repeats();
            count.add(&cluster);
        }
        if is_noise || count.parts > 1 && self.is_strewn(&count) {
            Noise::Word
        } else if count.parts > 1 && !self.is_phonetic && count.rare > 0 {
            Noise::Letters
        } else {
            Noise::None
        }
    }

    fn is_strewn(&self, count: &Count) -> bool {
        if self.is_phonetic {
            return count.strokes > 1;
        }
        count.crowded
            || count.marked == count.letters
                && (count.letters >= ALL_MARKED || count.lined && count.letters >= ALL_LINED)
            || count.marked_consonants >= STREWN && count.kinds.iter().all(Option::is_some)
    }
}

/// What the letters of a word carry.
#[derive(Debug, Default)]
struct Count {
    /// Letters and marks of their own script: a symbol is one letter.
    parts: usize,
    letters: usize,
    /// Letters whose marks do not all compose with them.
    marked: usize,
    marked_consonants: usize,
    /// Letters with a stroke through them.
    strokes: usize,
    /// Clusters that have a mark of no alphabet.
    rare: usize,
    /// Whether a letter has more marks than its alphabet sets, or several one of which is of no alphabet.
    crowded: bool,
    /// Whether a letter has a line under, over, through or around it, but for Roman numerals, which are written so.
    lined: bool,
    /// The first different marks on consonants.
    kinds: [Option<char>; STREWN],
}

impl Count {
    fn add(&mut self, cluster: &Cluster<'_>) {
        let is_letter = is_letter(cluster.base);
        self.letters += usize::from(is_letter);
        self.parts += usize::from(is_letter || is_mark(cluster.base));
        if cluster.marks.is_empty() || !is_part(cluster.base) {
            return;
        }
        let is_rare = cluster.has_rare_mark();
        self.rare += usize::from(is_rare);
        self.crowded |= cluster.is_stack() && is_rare || cluster.is_crowded();
        self.strokes += usize::from(cluster.marks.contains(is_stroke));
        if !is_letter || !cluster.is_left_marked() {
            return;
        }
        self.marked += 1;
        self.lined |= cluster.marks.contains(is_line) && !is_numeral(cluster.base);
        if is_consonant(cluster.base) {
            self.marked_consonants += 1;
            for mark in cluster.marks.chars().take(MAX_MARKS) {
                let free = self
                    .kinds
                    .iter_mut()
                    .find(|kind| kind.is_none_or(|k| k == mark));
                if let Some(kind) = free {
                    *kind = Some(mark);
                }
            }
        }
    }
}

const fn is_numeral(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')
}

/// Of ASCII. Vowels of many languages carry marks that do not compose.
const fn is_consonant(c: char) -> bool {
    c.is_ascii_alphabetic() && !matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
