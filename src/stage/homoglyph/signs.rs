//! Signs of a language or a notation that single letters of a line give.

use crate::unicode::doubtful;

/// Letters that not every language of an alphabet has, and that pass for no other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Others {
    /// Of Latin, those of Europe and Vietnam.
    pub(super) marked: u32,
    /// Of Latin, those of Africa and further ones.
    pub(super) far: u32,
    /// Of Latin, those that stand beside wynn.
    pub(super) runic: u32,
    /// Dotless i.
    pub(super) dotless: u32,
    /// Those that pass for others.
    pub(super) doubtful: u32,
    /// Of Cyrillic beyond its Slavic languages.
    pub(super) cyrillic: u32,
}

impl Others {
    pub(super) fn count(&mut self, c: char) {
        // one is a disguise, several are Turkish or Azerbaijani
        self.dotless += u32::from(c == 'ı');
        self.runic += u32::from(matches!(c, 'þ' | 'ð' | 'Þ' | 'Ð' | 'ȝ' | 'æ' | 'ǣ' | 'ē'));
        if c.is_ascii() {
            return;
        }
        if doubtful(c).is_some() {
            self.doubtful += 1;
            return;
        }
        match c {
            '\u{C0}'..='\u{17F}' | '\u{1E00}'..='\u{1EFF}' => self.marked += 1,
            '\u{180}'..='\u{2AF}' => self.far += 1,
            'ҽ' => {}
            '\u{460}'..='\u{52F}' => self.cyrillic += 1,
            _ => {}
        }
    }

    /// Whether a letter that passes for another is the only sign of a language that has it.
    pub(super) fn is_alone(&self, c: char) -> bool {
        self.doubtful == 1
            && match c {
                'ı' | 'þ' => self.marked == 0,
                'ƿ' => self.runic == 0 && self.marked == 0,
                // print of old has it for an s
                'ſ' => false,
                _ => self.far == 0 && self.marked == 0,
            }
    }
}

/// What phonetic text has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phonetics {
    /// Letters that no alphabet in wide use has, or stress and length marks.
    pub(super) is_certain: bool,
    /// Letters that alphabets have too.
    has_vowels: bool,
    /// Letters with marks, which only alphabets have.
    has_diacritics: bool,
}

/// How many words there are, and whether they are English.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prose {
    words: u32,
    is_english: bool,
    /// The last letters of the word that is read, a byte each.
    last: u32,
}

impl Prose {
    /// The fewest words of prose.
    const MIN_WORDS: u32 = 4;

    pub(super) fn add(&mut self, c: char) {
        if c.is_alphabetic() {
            let letter = u8::try_from(c).map_or(0x80, |c| c.to_ascii_lowercase());
            self.last = self.last << 8 | u32::from(letter);
            return;
        }
        self.words += u32::from(self.last > 0xFF);
        let [.., a, b, c] = self.last.to_be_bytes();
        self.is_english |= self.last >> 24 == 0
            && matches!(&[a, b, c], b"the" | b"and" | b"are" | b"\0of" | b"\0is");
        self.last = 0;
    }

    pub(super) const fn is_foreign(self) -> bool {
        self.words >= Self::MIN_WORDS && !self.is_english
    }
}

/// How a line of a Berber language is typed: those who have no key for Latin gamma and epsilon take the Greek ones.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Berber {
    pub(super) is_used: bool,
    pub(super) has_gamma: bool,
}

impl Phonetics {
    pub(super) const fn is_found(self) -> bool {
        self.is_certain || self.has_vowels && !self.has_diacritics
    }

    pub(super) fn add(&mut self, letter: char) {
        match letter {
            'ə' | 'ɛ' | 'ɔ' => self.has_vowels = true,
            // hooked letters and others of African alphabets
            'ɓ' | 'ɖ' | 'ɗ' | 'ɣ' | 'ɩ' | 'ɲ' | 'ʋ' => {}
            '\u{250}'..='\u{2AF}' => self.is_certain = true,
            'æ' | 'ç' | 'ð' | 'ø' | 'ħ' | 'ŋ' | 'œ' => {}
            '\u{C0}'..='\u{17F}' | '\u{1E00}'..='\u{1EFF}' => self.has_diacritics = true,
            _ => {}
        }
    }
}

impl Berber {
    pub(super) const fn takes_greek_gamma(self) -> bool {
        self.is_used && !self.has_gamma
    }
}
