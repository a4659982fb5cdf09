//! One special token, and how it is looked up.

/// A string that some tokenizer reads as structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What is compared: small letters, `i` as `l`, plain bars and underscores, one nought for a number.
    pub(super) key: &'static str,
    pub(super) text: &'static str,
    pub(super) usage: Use,
}

/// Whether a token is also ordinary text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// No ordinary text has it.
    Special,
    /// Other programs write such tags.
    Reported,
    /// Markup or prose has it every day.
    Beside,
}

impl Token {
    pub(crate) const fn new(key: &'static str, text: &'static str, usage: Use) -> Self {
        Self { key, text, usage }
    }

    /// Of tokens whose keys are the same up to `at`, those that have this byte there.
    pub(super) fn going_on(tokens: &'static [Self], at: usize, byte: u8) -> &'static [Self] {
        let here = |token: &Self| token.key.as_bytes().get(at).copied();
        let start = tokens.partition_point(|token| here(token) < Some(byte));
        let rest = tokens.get(start..).unwrap_or_default();
        let count = rest.partition_point(|token| here(token) == Some(byte));
        rest.get(..count).unwrap_or_default()
    }

    /// Whether its name is one that no word or tag has by chance, so that case and spaces don't count.
    pub(super) fn is_distinct(&self) -> bool {
        self.key.contains(['|', '_', ':', '~'])
    }

    /// Whether `found` is the token itself, but for its number.
    pub(super) fn is(&self, found: &str) -> bool {
        numberless(found).eq(numberless(self.text))
    }
}

/// The characters of a text, with one nought for each number.
fn numberless(text: &str) -> impl Iterator<Item = char> {
    let mut in_number = false;
    text.chars().filter_map(move |c| {
        let after_digit = core::mem::replace(&mut in_number, c.is_ascii_digit());
        match c {
            '0'..='9' if after_digit => None,
            '0'..='9' => Some('0'),
            c => Some(c),
        }
    })
}
