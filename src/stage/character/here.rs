//! The character being judged, and its neighbourhood.

use super::verdict::Verdict;
use crate::{
    rule::Rule,
    unicode::{Class, JoiningType, class, is_mark, joining_type},
};

/// How many invisible neighbours are looked past, to each side. Real text never has two; the bound keeps the scan linear.
const MAX_LOOK: usize = 16;

/// Invisible characters in a row, of the kinds that are used to spell bits, that are taken for a message: then none of
/// them is kept, so that the message comes out whole. Real text has two at the most.
const MESSAGE: usize = 4;

/// The character being judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Here<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) c: char,
    pub(super) class: Class,
}

/// The text around it.
impl<'a> Here<'a> {
    pub(super) fn text_before(&self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The text from this character on.
    pub(super) fn text_from(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn text_after(&self) -> &'a str {
        self.text
            .get(self.at + self.c.len_utf8()..)
            .unwrap_or_default()
    }
}

/// Visible neighbours.
impl Here<'_> {
    /// The nearest visible character before.
    pub(super) fn before(&self) -> Option<char> {
        visible(self.text_before().chars().rev())
    }

    /// The nearest visible character after.
    pub(super) fn after(&self) -> Option<char> {
        visible(self.text_after().chars())
    }

    /// The nearest character before that is no combining mark either: the letter that a mark sits on.
    pub(super) fn letter_before(&self) -> Option<char> {
        let mut letters = self
            .text_before()
            .chars()
            .rev()
            .filter(|&c| is_visible(c))
            .take(MAX_LOOK);
        letters.find(|&c| !is_mark(c))
    }

    /// How the nearest characters that take part in cursive joining join: before and after.
    pub(super) fn joining(&self) -> (JoiningType, JoiningType) {
        let join = |c: Option<char>| c.map_or(JoiningType::NonJoining, joining_type);
        let joins = |&c: &char| is_visible(c) && joining_type(c) != JoiningType::Transparent;
        (
            join(self.text_before().chars().rev().take(MAX_LOOK).find(joins)),
            join(self.text_after().chars().take(MAX_LOOK).find(joins)),
        )
    }

    /// Whether a visible neighbour, before or after, is such a character.
    pub(super) fn beside(&self, is: impl Fn(char) -> bool) -> bool {
        self.before().is_some_and(&is) || self.after().is_some_and(is)
    }
}

/// Invisible neighbours.
impl Here<'_> {
    /// Whether no character of the same class stands before it in the same run of invisible characters.
    pub(super) fn is_first_of_class(&self) -> bool {
        !self.hidden_before().any(|c| class(c) == self.class)
    }

    /// Whether fewer than `count` of the same character stand before it in the same run: others of
    /// its class may, which are not kept.
    pub(super) fn is_among_the_first(&self, count: usize) -> bool {
        self.hidden_before().filter(|&c| c == self.c).count() < count
    }

    /// The run of invisible characters before, backwards.
    pub(super) fn hidden_before(&self) -> impl Iterator<Item = char> {
        self.text_before()
            .chars()
            .rev()
            .take(MAX_LOOK)
            .take_while(|&c| !is_visible(c))
    }

    /// How many bytes the run of invisible characters takes that begins here, if it looks like a message.
    pub(super) fn message_bytes(&self) -> Option<usize> {
        let run = self
            .text_from()
            .chars()
            .take_while(|&c| class(c).spells_bits());
        let (count, bytes) = run.fold((0, 0), |(count, bytes), c| {
            (count + 1, bytes + c.len_utf8())
        });
        (count >= MESSAGE).then_some(bytes)
    }
}

/// Verdicts on this one character.
impl Here<'_> {
    pub(super) const fn keep(&self) -> Verdict {
        Verdict::keep(self.c.len_utf8())
    }

    pub(super) const fn remove(&self, rule: Rule) -> Verdict {
        Verdict::remove(self.c.len_utf8(), rule)
    }

    pub(super) const fn keep_if(&self, kept: bool, rule: Rule) -> Verdict {
        if kept { self.keep() } else { self.remove(rule) }
    }
}

fn visible(mut chars: impl Iterator<Item = char>) -> Option<char> {
    // not `take(MAX_LOOK).find`: the character behind the last one looked past still counts
    let mut looked = 0;
    chars
        .find(|&c| {
            looked += 1;
            is_visible(c) || looked > MAX_LOOK
        })
        .filter(|&c| is_visible(c))
}

fn is_visible(c: char) -> bool {
    class(c).is_visible()
}
