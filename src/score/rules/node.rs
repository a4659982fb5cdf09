//! How the head of a node of the trie is packed. `language/trie.rs` says what stands behind it.

/// How many letters a node holds at most, in bytes. The head has one less in its low bits.
pub(crate) const MAX_LETTERS: usize = 32;

/// The node says something.
pub(crate) const SAYS: u8 = 0x20;

/// Children follow.
pub(crate) const CHILDREN: u8 = 0x40;

/// A sibling follows, behind the children.
pub(crate) const SIBLING: u8 = 0x80;
