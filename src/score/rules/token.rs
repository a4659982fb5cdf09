//! Words of a text as the patterns see them, and the last few of them.

/// What stands before a token: a set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Before(u8);

impl Before {
    /// Anything at all.
    pub(crate) const BREAK: Self = Self(1);
    /// A sentence ends, a paragraph ends, or the text begins.
    pub(crate) const STOP: Self = Self(2);
    /// A line feed.
    pub(crate) const LINE: Self = Self(4);
    /// A comma or semicolon, which no term crosses.
    pub(crate) const COMMA: Self = Self(8);
    /// A colon.
    pub(crate) const COLON: Self = Self(16);
    /// A sign of markup: `#`, brackets, `|`, `=`, `*`.
    pub(crate) const MARKUP: Self = Self(32);
    /// A quotation mark.
    pub(crate) const QUOTE: Self = Self(64);
    /// A dash, a round bracket or a bullet.
    pub(crate) const DASH: Self = Self(128);

    pub(crate) const fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A term of the lexicon that begins at a token: which set of classes it has, and over how many tokens it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) set: u16,
    pub(crate) tokens: u8,
}

/// The terms that begin at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hits {
    hits: [Hit; Self::MAX],
    count: u8,
}

impl Hits {
    /// How many terms may begin at a token; there are never so many but by design.
    pub(crate) const MAX: usize = 8;

    pub(crate) const NONE: Self = Self {
        hits: [Hit { set: 0, tokens: 0 }; Self::MAX],
        count: 0,
    };

    pub(crate) fn all(&self) -> &[Hit] {
        self.hits.get(..usize::from(self.count)).unwrap_or_default()
    }

    pub(crate) fn add(&mut self, hit: Hit) {
        if self.all().contains(&hit) {
            return;
        }
        if let Some(free) = self.hits.get_mut(usize::from(self.count)) {
            *free = hit;
            self.count += 1;
        }
    }
}

/// A word, or a letter of a script without spaces.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) before: Before,
    hits: Hits,
}

impl Token {
    pub(crate) fn new(start: usize, before: Before) -> Self {
        Self {
            start,
            end: start,
            before,
            ..Self::default()
        }
    }

    /// The terms of the built-in rules that begin here.
    pub(crate) fn hits(&self) -> &[Hit] {
        self.hits.all()
    }
}

/// The last tokens, by their number in the text.
#[derive(Clone, Debug)]
pub(crate) struct Ring {
    tokens: [Token; Self::LEN],
    /// How many tokens there have been.
    pub(crate) count: usize,
}

impl Ring {
    /// A power of two, so that a number is brought within by a mask.
    pub(crate) const LEN: usize = 128;

    pub(crate) const fn new() -> Self {
        const NONE: Token = Token {
            start: 0,
            end: 0,
            before: Before(0),
            hits: Hits::NONE,
        };
        Self {
            tokens: [NONE; Self::LEN],
            count: 0,
        }
    }

    /// The token of that number, if it has come and is still held.
    pub(crate) fn get(&self, number: usize) -> Option<&Token> {
        if number >= self.count || number + Self::LEN < self.count {
            return None;
        }
        self.tokens.get(number % Self::LEN)
    }

    pub(crate) fn get_mut(&mut self, number: usize) -> Option<&mut Token> {
        if number >= self.count || number + Self::LEN < self.count {
            return None;
        }
        self.tokens.get_mut(number % Self::LEN)
    }

    /// A term of the built-in rules begins at that token.
    pub(crate) fn add(&mut self, number: usize, hit: Hit) {
        if let Some(token) = self.get_mut(number) {
            token.hits.add(hit);
        }
    }

    pub(crate) fn push(&mut self, token: Token) {
        if let Some(place) = self.tokens.get_mut(self.count % Self::LEN) {
            *place = token;
            self.count += 1;
        }
    }
}
