//! Which letters the language of a line has not, by its other letters and its frequent words.

use super::{affinity::Affinity, harmony::is_vowel};
use crate::lexicon::{
    ENGLISH, FRENCH, GERMAN, Hash, IBERIAN, LANGUAGES, NORDIC, TURKISH, languages,
};

/// Marked letters of languages that have some letter which passes for another: of Turkish, Icelandic, old English, Berber and
/// Spanish, of manuscripts, and of those of Africa with hooked letters. Others say that the line is of none of them.
const SHARED: &str = "àáâãäæçèéêëìíîïðñòóôõöùúûüýþÿāēğīıĩōşũūǣġċḍḥṛṣṭẓẽẏẛẝỻỽỿ";

/// Languages in which much is written about others: their words are no evidence.
const TEACHING: u32 = ENGLISH | FRENCH | GERMAN;

/// The fewest letters of a word that says something.
const MIN_LETTERS: u32 = 3;

/// The fewest words, and how many of all there must be one for.
const MIN_WORDS: u32 = 2;
const SHARE: u32 = 4;

/// The fewest letters of a line in which a letter that its language has would stand more than once, or others of it.
const LONG: u32 = 28;

/// What the words of a line say of its language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tongue {
    /// The word that is read, and its letters.
    hash: Option<Hash>,
    letters: u32,
    /// Letters of Europe and Vietnam that no language has which is asked for here.
    marked: u32,
    /// Those of them that Berber languages have.
    berber: u32,
    /// Vowels with an acute.
    acutes: u32,
    /// Letters of Greek with the accents of old.
    polytonic: u32,
    /// Vowels of Cyrillic written twice, as in Mongolian; an e, which no Slavic word has so, counts for two.
    long: u32,
    /// Its e behind a consonant, where few others have it.
    open_e: u32,
    last: Option<char>,
    /// Letters of Slavic languages alone.
    slavic: u32,
    /// Whether there are small letters of ASCII.
    has_small: bool,
    all_letters: u32,
    /// How well its letters fit the languages that have such a letter.
    pub(super) affinity: Affinity,
    /// Words of several letters.
    words: u32,
    /// How many of them are frequent in each language.
    spoken: [u32; LANGUAGES],
}

impl Tongue {
    /// Reads the next character of the line; anything but a letter ends a word.
    pub(super) fn add(&mut self, c: char) {
        if !c.is_alphabetic() {
            return self.end();
        }
        self.hash = Some(self.hash.unwrap_or(Hash::new()).with_char(c));
        self.letters += 1;
        self.affinity.add(c);
        self.has_small |= c.is_ascii_lowercase();
        self.all_letters += 1;
        let small = c.to_lowercase().next().unwrap_or(c);
        self.long += match small {
            'а' | 'о' | 'у' if self.last == Some(small) => 1,
            'э' if self.last == Some(small) => 2,
            _ => 0,
        };
        self.open_e += u32::from(small == 'э' && self.last.is_some_and(|last| !is_vowel(last)));
        self.last = Some(small);
        match c {
            'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' => self.acutes += 1,
            '\u{C0}'..='\u{17F}' | '\u{1E00}'..='\u{1EFF}' => {
                let is_shared = c.to_lowercase().all(|small| SHARED.contains(small));
                self.marked += u32::from(!is_shared);
                self.berber += u32::from(matches!(c, 'č' | 'Č'));
            }
            'ș' | 'ț' | 'Ș' | 'Ț' => self.marked += 1,
            '\u{1F00}'..='\u{1FFF}' => self.polytonic += 1,
            'ї' | 'є' | 'ў' | 'ј' | 'љ' | 'њ' | 'ђ' | 'ћ' | 'ѓ' | 'ќ' => self.slavic += 1,
            _ => {}
        }
    }

    /// Ends the last word.
    pub(super) fn end(&mut self) {
        if let Some(hash) = self.hash.take().filter(|_| self.letters >= MIN_LETTERS) {
            self.words += 1;
            let spoken = languages(hash);
            for (nth, count) in self.spoken.iter_mut().enumerate() {
                *count += spoken >> nth & 1;
            }
        }
        self.affinity.end();
        self.letters = 0;
        self.last = None;
    }

    /// How many words there are of the language that has most, but for some.
    fn most_but(&self, those: u32) -> u32 {
        let others = self.spoken.iter().enumerate();
        let counts = others.filter(|&(nth, _)| those >> nth & 1 == 0);
        counts.map(|(_, &count)| count).max().unwrap_or_default()
    }

    /// Whether the line is of a language that has not this letter, which passes for another of its alphabet.
    pub(super) fn lacks(&self, c: char) -> bool {
        let (signs, those) = match c {
            'ı' => (self.marked, TURKISH | TEACHING),
            'þ' => (self.marked, NORDIC | TEACHING),
            '¡' => (self.marked, IBERIAN | ENGLISH),
            'ү' | 'ԝ' | 'ѡ' | 'ҽ' => (self.slavic, 0),
            'ɣ' => (self.marked - self.berber, TEACHING),
            _ => (self.marked, TEACHING),
        };
        let (words, of_those) = (self.most_but(those), self.most_but(!those));
        // short words of Berber are words of others too
        let least = MIN_WORDS + u32::from(c == 'ɣ');
        signs > 0 || words >= least && words > of_those && words * SHARE >= self.words
    }

    /// Whether a letter that the language of the line has would stand there more than once, or others of it.
    pub(super) const fn is_long(&self) -> bool {
        self.all_letters >= LONG
    }

    /// Whether there are several long vowels of Cyrillic, or several times the e of Mongolian behind a consonant.
    pub(super) const fn is_mongolian(&self) -> bool {
        self.long > 1 || self.open_e > 1
    }

    /// Whether it has no small letters of ASCII.
    pub(super) const fn is_capital(&self) -> bool {
        !self.has_small
    }

    pub(super) const fn is_polytonic(&self) -> bool {
        self.polytonic > 0
    }

    /// Whether the line has letters of Europe or Vietnam that no language has which is asked for here.
    pub(super) const fn has_marks(&self) -> bool {
        self.marked > 0
    }

    /// Whether most words that are known are of languages in which much is written about others.
    pub(super) fn is_teaching(&self) -> bool {
        let teaching = self.most_but(!TEACHING);
        teaching > 0 && teaching >= self.most_but(TEACHING)
    }

    /// Whether a word is of Turkish.
    pub(super) fn is_turkish(&self) -> bool {
        self.most_but(!TURKISH) > 0
    }

    /// Whether nothing says that the writer has a key for inverted exclamation marks.
    pub(super) fn is_not_spanish(&self) -> bool {
        self.acutes == 0 && self.most_but(!(IBERIAN | ENGLISH)) == 0
    }
}
