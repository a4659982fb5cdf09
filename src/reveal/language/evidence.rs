//! What known words say together: an encoded text is of one language.

use alloc::vec::Vec;

use super::word::Word;
use crate::lexicon::{Hash, LANGUAGES, languages};

/// The known words of the one language that has most of them, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::reveal) struct Evidence {
    /// How unlikely it is that letters drawn at random are these words, in bits.
    pub(in crate::reveal) bits: f32,
    /// How many words of three letters and more.
    pub(in crate::reveal) words: usize,
    /// How many of four letters and more.
    pub(in crate::reveal) long: usize,
    /// How many letters all of them have.
    pub(in crate::reveal) letters: usize,
}

impl Evidence {
    /// Whether so many words are hardly ever there by chance; the shortest are, wherever names are short.
    pub(in crate::reveal) fn is_telling(&self) -> bool {
        self.bits >= 14.0 && self.words >= 2 && (self.long >= 1 || self.words >= 5)
    }
}

/// Chance gives known words too, but of one language here and of another there. Linear but for the sorting of the words.
pub(in crate::reveal) fn evidence<'t>(words: impl Iterator<Item = &'t str>) -> Evidence {
    let mut known: Vec<(Hash, usize)> = words
        .map(|word| (Hash::lower(word), word))
        .filter(|&(hash, _)| languages(hash) != 0)
        .map(|(hash, word)| (hash, word.chars().count()))
        .collect();
    known.sort_unstable();
    known.dedup();
    let mut of_each = [Evidence::default(); LANGUAGES];
    for (hash, letters) in known {
        let mut spoken = languages(hash);
        let bits = match letters {
            0 | 1 => continue,
            2 => 1.0,
            3 => 5.0,
            4 => 9.0,
            _ => 13.0,
        };
        while spoken != 0 {
            if let Some(all) = of_each.get_mut(spoken.trailing_zeros() as usize) {
                all.bits += bits;
                all.words += usize::from(letters > 2);
                all.long += usize::from(letters > 3);
                all.letters += letters;
            }
            spoken &= spoken - 1;
        }
    }
    let best = |a: Evidence, b: Evidence| if b.bits > a.bits { b } else { a };
    of_each.into_iter().fold(Evidence::default(), best)
}

/// Whether words stand beside each other as in writing: mostly parted by a space alone, now and then by a mark that ends a
/// clause or by a line break. In lists, tables and code, marks or columns part them, or one begins as the last one did.
pub(in crate::reveal) fn is_written(text: &str, words: &[Word<'_>]) -> bool {
    let (mut plain, mut breaks, mut odd, mut alike, mut all) = (0, 0, 0, 0, 0);
    for two in words.windows(2) {
        let [a, b] = two else { continue };
        let gap = text.get(a.end()..b.start).unwrap_or_default();
        all += 1;
        alike += usize::from(begin_alike(a.text, b.text));
        let marks = gap.trim();
        if !marks.is_empty() {
            let is_clause = marks.len() <= 4 && marks.chars().all(is_mark_of_clauses);
            odd += usize::from(!is_clause || marks.len() == gap.len() && marks != "-");
        } else if gap.contains('\n') {
            breaks += 1;
        } else if gap.len() <= 2 {
            plain += 1;
        } else {
            odd += 1;
        }
    }
    let is_list = alike >= 2 && alike * 5 >= all * 2;
    !is_list && plain * 5 >= all * 3 && breaks * 3 <= all && odd * 6 <= all
}

fn begin_alike(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    a.next() == b.next() && a.next() == b.next()
}

const fn is_mark_of_clauses(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | '!'
            | '?'
            | '\''
            | '-'
            | '('
            | ')'
            | '\u{2013}'
            | '\u{2014}'
            | '\u{2026}'
            | '\u{BF}'
            | '\u{A1}'
    )
}
