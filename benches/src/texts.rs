//! The texts that every contender reads: `data/texts.json`, each repeated to three sizes.

use serde::Deserialize;

/// Sizes in bytes, with the name they have in an id. `tiny` is the text itself, once.
pub const SIZES: [(&str, usize); 3] = [("tiny", 0), ("4k", 4 << 10), ("1m", 1 << 20)];

/// One text of `data/texts.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// `clean/…` must come through untouched; `hostile/…` has something to find.
    pub id: String,
    /// What it is and what its escapes are, for a person.
    pub about: String,
    /// The text, once.
    pub text: String,
}

impl Text {
    /// Whether nothing is to be found in it.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.id.starts_with("clean/")
    }

    /// The text as often as it takes to reach `bytes`, at least once.
    #[must_use]
    pub fn repeated(&self, bytes: usize) -> String {
        self.text.repeat(bytes.div_ceil(self.text.len()).max(1))
    }
}

/// Every text, in the order of the file.
///
/// # Panics
/// If the file does not hold what [`Text`] says.
#[must_use]
pub fn all() -> Vec<Text> {
    serde_json::from_str(include_str!("../data/texts.json")).expect("data/texts.json holds texts")
}
