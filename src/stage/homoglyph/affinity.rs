//! How well the letters of a line fit the languages that have a letter which passes for another.

use crate::unicode::Alphabet;

use super::letter::toward;

/// Languages that have the same letters of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kin {
    /// With a dotless i: Turkish, Azerbaijani, Crimean Tatar.
    Turkic,
    /// With thorn or wynn: Icelandic, Old English.
    Norse,
    /// With a gamma: Kabyle and other Berber languages.
    Berber,
    /// With an iota, a v with hook or a florin: Ewe, Mooré, Kabiye and others of West Africa.
    Volta,
}

const KINS: usize = 4;

/// What pairs are made of: the edge of a word, the letters of ASCII, one of the kin's own, all others.
const CLASSES: usize = 29;
const EDGE: u8 = 0;
const ITSELF: u8 = 27;
const OTHER: u8 = 28;

/// For each kin, and each class before each behind, a byte: how much more often such languages have the pair than all others,
/// as bits, and what stands for nought. `cargo run --release -p train -- kin` makes it; MODEL.md says from what.
static TABLES: &[u8; KINS * CLASSES * CLASSES] = include_bytes!("affinity.bin");
const NOUGHT: i32 = b'h' as i32;

/// The pairs of letters in the words of a line but names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Affinity {
    bits: [i32; KINS],
    /// Those of the word that is read, and the last class in it.
    word: [i32; KINS],
    last: [u8; KINS],
    /// The letters of the word, and whether it is a name or has letters of other scripts.
    letters: u32,
    is_odd: bool,
    /// The letters of the words that count.
    counted: u32,
    has_words: bool,
}

impl Affinity {
    /// The languages that have a letter which passes for one of ASCII.
    pub(super) const fn kin(c: char) -> Option<Kin> {
        match c {
            'ı' => Some(Kin::Turkic),
            'þ' | 'ƿ' => Some(Kin::Norse),
            'ɣ' => Some(Kin::Berber),
            'ɩ' | 'ʋ' | 'ƒ' => Some(Kin::Volta),
            _ => None,
        }
    }

    /// Reads the next letter.
    pub(super) fn add(&mut self, c: char) {
        let class = class(c);
        let is_capital = c.is_uppercase() && (self.letters > 0 || self.has_words);
        self.is_odd |= is_capital || class.is_none();
        self.pair(class.unwrap_or(OTHER), Self::kin(c));
        self.letters += 1;
    }

    /// Ends a word.
    pub(super) fn end(&mut self) {
        if self.letters == 0 {
            return;
        }
        self.pair(EDGE, None);
        if !self.is_odd {
            self.counted += self.letters;
            for (bits, word) in self.bits.iter_mut().zip(self.word) {
                *bits += word;
            }
        }
        self.word = [0; KINS];
        self.has_words = true;
        (self.letters, self.is_odd) = (0, false);
    }

    fn pair(&mut self, class: u8, own: Option<Kin>) {
        for (nth, (word, last)) in self.word.iter_mut().zip(&mut self.last).enumerate() {
            let is_own = own.is_some_and(|kin| kin as usize == nth);
            let class = if is_own { ITSELF } else { class };
            *word += bits(nth, *last, class);
            *last = class;
        }
    }

    /// How much more the line is of such languages than of all others, as bits.
    pub(super) fn of(&self, kin: Kin) -> i32 {
        self.bits.get(kin as usize).copied().unwrap_or_default()
    }

    /// What the length of the line says against a letter that stands in it once, as bits: in a language that has it, it would
    /// stand there again, or others of it.
    pub(super) fn length(&self, kin: Kin) -> i32 {
        let (letters, most) = match kin {
            Kin::Volta => (6, 8),
            _ => (8, 6),
        };
        (self.counted / letters).min(most) as i32
    }

    /// The same for one word.
    pub(super) fn word(text: &str, kin: Kin) -> i32 {
        let pairs = pairs(text, move |c| Self::kin(c) == Some(kin));
        pairs
            .map(|(before, behind)| bits(kin as usize, before, behind))
            .sum()
    }
}

/// The classes of each two letters of a word, its edges among them, given which letters are the kin's own.
fn pairs(word: &str, is_own: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = (u8, u8)> {
    let classes = move || {
        word.chars().map(move |c| match is_own(c) {
            true => ITSELF,
            false => class(c).unwrap_or(OTHER),
        })
    };
    let before = [EDGE].into_iter().chain(classes());
    before.zip(classes().chain([EDGE]))
}

fn bits(kin: usize, before: u8, behind: u8) -> i32 {
    let place = (kin * CLASSES + usize::from(before)) * CLASSES + usize::from(behind);
    TABLES
        .get(place)
        .map_or(0, |&bits| i32::from(bits) - NOUGHT)
}

/// The class of a letter of Latin, or of one that is taken for such.
fn class(c: char) -> Option<u8> {
    let of = |c: char| match c.to_ascii_lowercase() {
        small @ 'a'..='z' => Some(small as u8 - b'a' + 1),
        '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' => Some(OTHER),
        _ => None,
    };
    of(c).or_else(|| of(toward(c, Alphabet::Latin)?))
}

/// The places of the pairs of a line in the table of a kin whose own letters are given, as many times as they are there. For
/// the trainer.
pub fn letter_pairs(line: &str, own: &str) -> impl Iterator<Item = (u8, u8)> {
    let words = line
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let counted = words.enumerate().filter(|(nth, word)| {
        let is_name = word
            .char_indices()
            .any(|(at, c)| c.is_uppercase() && (at > 0 || *nth > 0));
        !is_name && word.chars().all(|c| class(c).is_some())
    });
    counted.flat_map(move |(_, word)| pairs(word, |c| own.contains(c)))
}
