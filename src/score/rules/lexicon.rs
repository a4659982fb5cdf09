//! Finds the terms of all rules: a walk down a trie of folded letters, begun at every token.

use super::{
    alphabet,
    node::{CHILDREN, MAX_LETTERS, SAYS as SAYS_SOMETHING, SIBLING},
    tables::trie::{BYTES, ROOTS, SAYS, SETS},
    token::Hit,
};

/// How many terms may be open at a time: no term goes over more tokens, or it would be lost where it repeats.
pub(crate) const MAX_OPEN: usize = 16;

/// A trie of terms, as `language/trie.rs` lays it out. A type each, so that the search for the built-in ones reads
/// tables of a known length.
pub(crate) trait Trie: Copy {
    fn bytes(&self) -> &[u8];
    fn roots(&self) -> &[u32];
    fn says(&self) -> &[[u16; 2]];
}

/// The terms of the rules that are built in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BuiltIn;

impl Trie for BuiltIn {
    fn bytes(&self) -> &[u8] {
        &BYTES
    }

    fn roots(&self) -> &[u32] {
        &ROOTS
    }

    fn says(&self) -> &[[u16; 2]] {
        &SAYS
    }
}

/// A place in the trie: a node, and how many of its letters were met. At the start there is no node yet.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Where the node's letters begin.
    letters: u32,
    met: u8,
    head: u8,
    /// The window of the last letter.
    window: u8,
}

/// A term that has begun.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    /// The number of its first token.
    token: usize,
    place: Place,
    /// How many tokens it goes over, this one included.
    tokens: u8,
}

/// The terms that are open at this place of the text.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    open: [Open; MAX_OPEN],
    count: usize,
}

impl Terms {
    pub(crate) const fn new() -> Self {
        const NONE: Open = Open {
            token: 0,
            place: Place {
                letters: 0,
                met: 0,
                head: 0,
                window: 0,
            },
            tokens: 0,
        };
        Self {
            open: [NONE; MAX_OPEN],
            count: 0,
        }
    }

    /// A token begins, behind a space or not.
    pub(crate) fn begin(&mut self, trie: impl Trie, token: usize, space: bool) {
        self.keep(|open| {
            open.tokens += 1;
            if space {
                open.place.step(trie, b' ')
            } else {
                Some(open.place)
            }
        });
        if let Some(free) = self.open.get_mut(self.count) {
            *free = Open {
                token,
                place: Place::default(),
                tokens: 1,
            };
            self.count += 1;
        }
    }

    /// Nothing goes on over what comes now.
    pub(crate) const fn close(&mut self) {
        self.count = 0;
    }

    /// Whether a letter can lead on.
    pub(crate) const fn is_open(&self) -> bool {
        self.count > 0
    }

    /// The next folded letter of the token. Stems that it completes are noted, at the token that they begin with.
    pub(crate) fn letter(
        &mut self,
        trie: impl Trie,
        letter: char,
        mut note: impl FnMut(usize, Hit),
    ) {
        self.keep(|open| {
            let mut place = open.place;
            if letter.is_ascii() {
                place = place.step(trie, letter as u8)?;
            } else {
                let mut window = place.window;
                for byte in alphabet::bytes(letter, &mut window) {
                    place = place.step(trie, byte)?;
                }
                place.window = window;
            }
            if place.head & SAYS_SOMETHING != 0 {
                open.note(place.says(trie)[1], &mut note);
            }
            Some(place)
        });
    }

    /// The token ends. Terms that end with it are noted.
    pub(crate) fn end(&self, trie: impl Trie, mut note: impl FnMut(usize, Hit)) {
        for open in self.open.iter().take(self.count) {
            open.note(open.place.says(trie)[0], &mut note);
        }
    }

    /// Moves each open term on, and drops those that lead nowhere. Their order means nothing.
    fn keep(&mut self, mut next: impl FnMut(&mut Open) -> Option<Place>) {
        let mut at = 0;
        while at < self.count
            && let Some(open) = self.open.get_mut(at)
        {
            if let Some(place) = next(open) {
                open.place = place;
                at += 1;
            } else {
                self.count -= 1;
                self.open.swap(at, self.count);
            }
        }
    }
}

impl Open {
    fn note(&self, set: u16, note: &mut impl FnMut(usize, Hit)) {
        if set > 0 {
            let tokens = self.tokens;
            note(self.token, Hit { set, tokens });
        }
    }
}

impl Place {
    fn step(self, trie: impl Trie, byte: u8) -> Option<Self> {
        if self.met == 0 {
            let root = trie
                .roots()
                .get(usize::from(byte))
                .copied()?
                .checked_sub(1)?;
            let (letters, head, _) = node(trie, root as usize)?;
            return Some(Self {
                window: self.window,
                ..Self::at(letters, head)
            });
        }
        if self.met < self.count() {
            let letter = trie
                .bytes()
                .get(self.letters as usize + usize::from(self.met))?;
            let met = self.met + 1;
            return (*letter == byte).then_some(Self { met, ..self });
        }
        if self.head & CHILDREN == 0 {
            return None;
        }
        let (_, mut at) = self.said(trie);
        loop {
            let (letters, head, below) = node(trie, at)?;
            match *trie.bytes().get(letters)? {
                first if first == byte => {
                    return Some(Self {
                        window: self.window,
                        ..Self::at(letters, head)
                    });
                }
                first if first > byte || head & SIBLING == 0 => return None,
                _ => {}
            }
            (_, at) = Self::at(letters, head).said(trie);
            at += below;
        }
    }

    /// The place behind the first letter of a node.
    const fn at(letters: usize, head: u8) -> Self {
        let letters = letters as u32;
        Self {
            letters,
            met: 1,
            head,
            window: 0,
        }
    }

    /// How many letters the node has.
    const fn count(self) -> u8 {
        self.head % MAX_LETTERS as u8 + 1
    }

    /// What the node says, and where its children begin.
    fn said(self, trie: impl Trie) -> (usize, usize) {
        let end = self.letters as usize + usize::from(self.count());
        if self.head & SAYS_SOMETHING == 0 {
            return (usize::MAX, end);
        }
        number(trie, end).unwrap_or((usize::MAX, end))
    }

    /// The set of a word that ends here, and of one that goes on.
    fn says(self, trie: impl Trie) -> [u16; 2] {
        if self.head & SAYS_SOMETHING == 0 || self.met < self.count() {
            return [0, 0];
        }
        let says = trie.says().get(self.said(trie).0);
        says.copied().unwrap_or_default()
    }
}

/// Of the node that begins there: where its letters begin, its head, and how many bytes its children take.
fn node(trie: impl Trie, at: usize) -> Option<(usize, u8, usize)> {
    let head = *trie.bytes().get(at)?;
    if head & (CHILDREN | SIBLING) == CHILDREN | SIBLING {
        let (below, letters) = number(trie, at + 1)?;
        return Some((letters, head, below));
    }
    Some((at + 1, head, 0))
}

/// The number that begins there, and what is behind it.
fn number(trie: impl Trie, mut at: usize) -> Option<(usize, usize)> {
    let mut number = 0;
    for shift in [0, 7, 14] {
        let byte = *trie.bytes().get(at)?;
        at += 1;
        number |= usize::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            break;
        }
    }
    Some((number, at))
}

/// The classes of a set of the built-in ones.
pub(crate) fn classes(set: u16) -> &'static [u16] {
    set_of(&SETS, set)
}

/// The classes of a set: each set stands behind its length.
pub(crate) fn set_of(sets: &[u16], set: u16) -> &[u16] {
    let start = usize::from(set);
    let count = sets.get(start).copied().map_or(0, usize::from);
    sets.get(start + 1..start + 1 + count).unwrap_or_default()
}

/// All sets of the built-in ones.
pub(crate) fn built_in_sets() -> impl Iterator<Item = &'static [u16]> {
    sets(&SETS)
}

/// All sets there are. The first place is of the empty one.
pub(crate) fn sets(sets: &[u16]) -> impl Iterator<Item = &[u16]> {
    let mut at = 1_u16;
    core::iter::from_fn(move || {
        let set = set_of(sets, at);
        at = at.checked_add(set.len() as u16 + 1)?;
        (!set.is_empty()).then_some(set)
    })
}
