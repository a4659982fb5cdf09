//! Keys that an object or a mapping has twice.

use alloc::{borrow::Cow, vec::Vec};
use core::ops::Range;

use super::{super::name::Places, literal};

/// A key, and the number of the object that has it.
#[derive(Debug)]
pub(super) struct Key {
    object: usize,
    /// What stands between its quotes.
    pub(super) span: Range<usize>,
}

impl Key {
    pub(super) const fn new(object: usize, span: Range<usize>) -> Self {
        Self { object, span }
    }

    /// With its escapes read.
    pub(super) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let name = text.get(self.span.clone()).unwrap_or_default();
        if name.contains('\\') {
            Cow::Owned(literal::decode_mapped(name).0)
        } else {
            Cow::Borrowed(name)
        }
    }
}

/// Keys of one hash that are compared, at the most: so many are not met by chance.
const MAX_COMPARED: usize = 8;

/// For each key that its object had before, the place of the first and its own. Linear, but for a search tree.
#[inline(never)]
pub(super) fn repeated(text: &str, keys: &[Key]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut seen = Places::new();
    for (at, key) in keys.iter().enumerate() {
        let name = key.name(text);
        let places = seen.entry(hash(key.object, &name)).or_default();
        let is_same = |&&first: &&usize| {
            let first = keys.get(first);
            first.is_some_and(|first| first.object == key.object && first.name(text) == name)
        };
        match places.iter().find(is_same) {
            Some(&first) => found.push((first, at)),
            None if places.len() < MAX_COMPARED => places.push(at),
            None => {}
        }
    }
    found
}

/// FNV-1a over the object's number and the key.
fn hash(object: usize, name: &str) -> u64 {
    let bytes = (object as u64)
        .to_le_bytes()
        .into_iter()
        .chain(name.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}
