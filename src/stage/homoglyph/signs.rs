//! Signs of a language or a notation that single letters of a line give.

/// Letters that not every language of an alphabet has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Others {
    /// Of Latin, those of Europe and Vietnam that pass for no other.
    pub(super) marked: u32,
    /// Of Latin, those of Africa and further ones that pass for no other.
    pub(super) far: u32,
    /// Of Latin, those that stand beside thorn and wynn.
    runic: u32,
    /// Of Latin, those of Turkish and Azerbaijani that the west of Europe has not.
    turkic: u32,
    /// Of Cyrillic, those that Abkhaz has beside its own che.
    pub(super) abkhaz: u32,
    /// Of Cyrillic, those that it has not.
    not_abkhaz: u32,
    /// Of Cyrillic, those that it shares with few others.
    of_caucasus: u32,
    /// Of Cyrillic, those of old texts, but for the yat.
    old: u32,
    pub(super) yats: u32,
    /// Of Cyrillic, those that old texts have not.
    not_old: u32,
    /// Of Cyrillic, those that Kurdish has not.
    not_kurdish: u32,
    /// Of Latin, the schwas.
    pub(super) schwas: u32,
    /// Of Cyrillic, those of Turkic and Mongolian languages and of Kurdish.
    pub(super) steppe: u32,
    /// Of Cyrillic, those of such Turkic languages alone.
    pub(super) turkic_cyrillic: u32,
    pub(super) has_barred_o: bool,
    /// Of Cyrillic, those that Lingua Franca Nova has not.
    not_franca: u32,
    /// Those that pass for others of their alphabet, each for itself.
    doubtful: [u32; DOUBTFUL.len()],
}

/// Letters that pass for others of their alphabet and that real text has.
const DOUBTFUL: [char; 12] = ['ı', 'þ', 'ſ', 'ƿ', 'ƒ', 'ɣ', 'ɩ', 'ʋ', 'ҽ', 'ү', 'ԝ', 'ѡ'];

impl Others {
    pub(super) fn count(&mut self, c: char) {
        if c.is_ascii() {
            return;
        }
        if let Some((_, count)) = DOUBTFUL
            .iter()
            .zip(&mut self.doubtful)
            .find(|&(&doubtful, _)| doubtful == c)
        {
            *count += 1;
            return;
        }
        match c {
            'ð' | 'Þ' | 'Ð' | 'ȝ' | 'æ' | 'ǣ' | 'ā' | 'ē' | 'ī' | 'ō' | 'ū' | 'ġ' | 'ċ' =>
            {
                self.runic += 1;
            }
            'ş' | 'ğ' | 'ə' | 'ǵ' | 'İ' | 'Ş' | 'Ğ' | 'Ə' | 'Ǵ' => self.turkic += 1,
            'ҩ' | 'ӡ' | 'ҵ' | 'ԥ' | 'ҧ' | 'ҭ' | 'ҟ' | 'ҿ' => self.abkhaz += 1,
            'ё' | 'й' | 'щ' | 'ъ' | 'э' | 'ю' | 'я' | 'є' | 'і' | 'ї' | 'ў' | 'ј' | 'љ' | 'њ'
            | 'ђ' | 'ћ' | 'ѓ' | 'ќ' | 'ң' | 'ө' => self.not_abkhaz += 1,
            'қ' | 'ҳ' | 'ә' | 'ҷ' | 'ӷ' | 'ҕ' | 'џ' => self.of_caucasus += 1,
            _ => {}
        }
        self.old += u32::from(matches!(c, 'ѧ' | 'ѫ' | 'ѥ' | 'ѩ' | 'ѭ' | 'ѹ' | 'ѿ'));
        self.yats += u32::from(c == 'ѣ');
        self.not_old += u32::from(matches!(c, 'й' | 'э' | 'ё' | 'ў' | 'ї' | 'я'));
        self.schwas += u32::from(matches!(c, 'ə' | 'Ə'));
        self.not_kurdish += u32::from("ңөұҗғқыяюёцъ".contains(c));
        self.steppe += u32::from("әөңұҗғқһҥӘӨҰҖҒҚҺ".contains(c));
        self.not_franca += u32::from(
            matches!(c, 'ц' | 'ч' | 'щ'..='я' | '\u{450}'..='\u{52F}') && c.is_lowercase(),
        );
        self.has_barred_o |= matches!(c, 'ө' | 'Ө');
        self.turkic_cyrillic += u32::from(matches!(c, 'ә' | 'ң' | 'ұ' | 'җ' | 'Ә' | 'Ұ' | 'Җ'));
        match c {
            // with a caron, a comma and others of Europe too
            '\u{C0}'..='\u{17F}'
            | '\u{1A0}'
            | '\u{1A1}'
            | '\u{1AF}'
            | '\u{1B0}'
            | '\u{1CD}'..='\u{1DC}'
            | '\u{1E6}'..='\u{21B}'
            | '\u{1E00}'..='\u{1EFF}' => {
                self.marked += 1;
            }
            '\u{180}'..='\u{2AF}' => self.far += 1,
            _ => {}
        }
    }

    pub(super) fn of(&self, c: char) -> u32 {
        let mut counts = DOUBTFUL.iter().zip(self.doubtful);
        counts
            .find(|&(&doubtful, _)| doubtful == c)
            .map_or(0, |(_, count)| count)
    }

    /// How many kinds of letters there are that pass for others, each of languages that have none of another kind.
    pub(super) fn kinds(&self) -> u32 {
        let [
            dotless,
            thorn,
            long_s,
            wynn,
            florin,
            gamma,
            iota,
            v,
            che,
            u,
            we,
            omega,
        ] = self.doubtful;
        let kinds = [
            dotless,
            thorn + wynn,
            long_s,
            florin + gamma + iota + v,
            che,
            u,
            we,
            omega,
        ];
        kinds.iter().map(|&count| u32::from(count > 0)).sum()
    }

    /// Whether a letter that passes for another is the only sign of a language that has it.
    pub(super) fn is_alone(&self) -> bool {
        self.doubtful.iter().sum::<u32>() == 1 && self.marked + self.far + self.runic == 0
    }

    /// Whether nothing but the letters of a word, of which this is one, is a sign of a language that has it.
    pub(super) fn has_only(&self, word: &Self, c: char) -> bool {
        self.signs(c) == 0 && self.of(c) <= word.of(c)
    }

    /// How many other letters there are of a language that has this one.
    pub(super) fn signs(&self, c: char) -> u32 {
        match c {
            'ı' => self.turkic,
            'þ' => self.runic + self.of('ƿ'),
            'ƿ' => self.runic + self.of('þ'),
            'ҽ' => self.abkhaz,
            'ү' | 'ԝ' => self.steppe,
            'ѡ' => self.old + self.yats,
            // Azerbaijani has it too
            'ɩ' | 'ʋ' | 'ƒ' | 'ɣ' => self.far - self.schwas,
            _ => self.far,
        }
    }

    /// Whether the line has letters that Lingua Franca Nova has not, which is written with a Greek lambda.
    pub(super) const fn is_not_franca(&self) -> bool {
        self.not_franca > 0
    }

    /// Whether the line has letters of old texts, or the dotless i that they have.
    pub(super) fn is_old(&self) -> bool {
        self.old + self.yats > 0 || self.of('ı') > 0 && !self.is_not_old()
    }

    /// Whether the line has letters that Kurdish has not, which is written with a w.
    pub(super) const fn is_not_kurdish(&self) -> bool {
        self.not_kurdish > 0
    }

    /// Whether the line has letters that no old text has.
    pub(super) const fn is_not_old(&self) -> bool {
        self.old + self.yats == 0 && self.not_old + self.steppe > 0
    }

    /// Whether the line has one Abkhaz che, and letters that Abkhaz has not, or it is so long that others of it would be there.
    pub(super) fn is_not_abkhaz(&self, is_long: bool) -> bool {
        self.of('ҽ') == 1
            && self.abkhaz == 0
            && (self.not_abkhaz > 0 || is_long && self.of_caucasus == 0)
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

/// Words of English, German, French and Spanish, in which most formulas are spoken of; nought where a letter is missing.
const WESTERN: [[u8; 3]; 18] = [
    *b"the", *b"and", *b"are", *b"\0of", *b"\0is", *b"der", *b"die", *b"das", *b"und", *b"ist",
    *b"les", *b"des", *b"est", *b"une", *b"los", *b"las", *b"del", *b"una",
];

/// How many words there are, and whether they are of a language in which most formulas are spoken of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prose {
    words: u32,
    pub(super) is_western: bool,
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
        if let [0, word @ ..] = self.last.to_be_bytes() {
            self.is_western |= WESTERN.contains(&word);
        }
        self.last = 0;
    }

    pub(super) const fn has_words(self) -> bool {
        self.words >= Self::MIN_WORDS
    }

    pub(super) const fn is_foreign(self) -> bool {
        self.has_words() && !self.is_western
    }
}

/// How a line of a Berber language is typed: those who have no key for Latin gamma and epsilon take the Greek ones, of which
/// the gammas are counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Berber {
    pub(super) is_used: bool,
    pub(super) has_gamma: bool,
    pub(super) greek_gammas: u32,
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
