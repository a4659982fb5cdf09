//! Which characters a finding is made of, by name.

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use crate::show::{code_point, is_hidden};

/// How many different characters are listed. A message in tag characters has a few dozen.
const MAX_LISTED: usize = 64;

/// The characters of a finding that deserve a name: the hidden ones, and letters of foreign scripts.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Characters {
    /// Each kind once, in the order of its first appearance.
    characters: Vec<Kind>,
    /// How many there are in all, those not listed included.
    character_count: usize,
}

#[derive(Debug)]
struct Kind {
    c: char,
    count: usize,
}

impl Characters {
    /// Lists the characters of `found`, the text of one finding.
    pub(crate) fn of(found: &str) -> Self {
        let mut list = Self::default();
        for c in found.chars().filter(|&c| is_hidden(c) || !c.is_ascii()) {
            list.character_count += 1;
            list.add(c, 1);
        }
        list
    }

    /// One list for many findings.
    pub(crate) fn joined<'a>(lists: impl Iterator<Item = &'a Self>) -> Self {
        let mut joined = Self::default();
        for list in lists {
            joined.character_count += list.character_count;
            for kind in &list.characters {
                joined.add(kind.c, kind.count);
            }
        }
        joined
    }

    fn add(&mut self, c: char, count: usize) {
        if let Some(kind) = self.characters.iter_mut().find(|kind| kind.c == c) {
            kind.count += count;
        } else if self.characters.len() < MAX_LISTED {
            self.characters.push(Kind { c, count });
        }
    }

    /// In one line: up to three by name, more as a range.
    pub(crate) fn summary(&self) -> Option<String> {
        if self.characters.len() <= 3 {
            let shown: Vec<String> = self.characters.iter().map(Kind::shown).collect();
            return (!shown.is_empty()).then(|| shown.join(", "));
        }
        let first = self.characters.iter().min_by_key(|kind| kind.c)?;
        let last = self.characters.iter().max_by_key(|kind| kind.c)?;
        Some(format!(
            "{} characters {} … {}",
            self.character_count,
            first.title(),
            last.title()
        ))
    }
}

impl Kind {
    fn shown(&self) -> String {
        match self.count {
            1 => self.title(),
            count => format!("{count} × {}", self.title()),
        }
    }

    /// `U+200B ZERO WIDTH SPACE`, or for a visible character without a name here `U+0430 ‘а’`.
    fn title(&self) -> String {
        let code_point = code_point(self.c);
        match tamis::unicode::name(self.c) {
            Some(name) => format!("{code_point} {name}"),
            None if is_hidden(self.c) => code_point,
            None => format!("{code_point} ‘{}’", self.c),
        }
    }
}

/// `{"codePoint":"U+200B","name":"ZERO WIDTH SPACE","count":1}`; the name is null for a visible character.
impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut kind = to.serialize_struct("Kind", 3)?;
        kind.serialize_field("codePoint", &code_point(self.c))?;
        kind.serialize_field("name", &tamis::unicode::name(self.c))?;
        kind.serialize_field("count", &self.count)?;
        kind.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Characters;

    #[test]
    fn few_kinds_are_named_and_counted() {
        let list = Characters::of("a\u{200B}b\u{200B}"); // ZERO WIDTH SPACE, twice
        assert_eq!(list.summary().unwrap(), "2 × U+200B ZERO WIDTH SPACE");
    }

    #[test]
    fn visible_letters_are_shown() {
        assert_eq!(Characters::of("pаy").summary().unwrap(), "U+0430 ‘а’"); // CYRILLIC SMALL LETTER A
    }

    #[test]
    fn many_kinds_are_a_range() {
        let tags: String = ('\u{E0061}'..='\u{E0066}').chain(['\u{E0061}']).collect();
        let summary = Characters::of(&tags).summary().unwrap();
        assert!(
            summary.starts_with("7 characters U+E0061"),
            "it is {summary}"
        );
        assert!(summary.contains("U+E0066"), "it is {summary}");
    }

    #[test]
    fn plain_ascii_has_nothing_to_name() {
        assert_eq!(Characters::of("[31m").summary(), None);
    }
}
