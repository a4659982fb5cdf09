//! All terms in one row of bytes: a trie whose nodes hold as many letters as lie on one way.
//!
//! A node is a head, then, if a sibling stands behind its children, how many bytes those take, then its letters as `alphabet.rs` writes them,
//! then what it says, if it says something, then its children. Siblings are in order of their first byte.

use core::cmp::Reverse;

use alloc::{
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use super::{
    super::{alphabet, node},
    layout::sorted,
    term::Term,
};

/// A node while terms are put in: of one byte. The lists are in order and have nothing twice.
#[derive(Clone, Debug, Default)]
struct Node {
    edges: Vec<(u8, usize)>,
    /// Classes of the terms that end here, and of the stems.
    says: [Vec<u16>; 2],
}

/// Terms with their classes.
#[derive(Clone, Debug)]
pub(crate) struct Builder {
    nodes: Vec<Node>,
}

/// The trie as the search reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trie {
    pub(crate) bytes: Vec<u8>,
    /// Where the node is that begins with each byte, and one more: 0 is none.
    pub(crate) roots: Vec<u32>,
    /// What a node can say: the set of a word that ends here, and that of one that goes on; 0 is none.
    pub(crate) says: Vec<[u16; 2]>,
    /// The sets: each begins with how many classes it has.
    pub(crate) sets: Vec<u16>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![Node::default()],
        }
    }

    pub(crate) fn add(&mut self, term: &Term, class: u16) {
        let mut at = 0;
        let mut window = 0;
        for letter in term.letters.chars() {
            for byte in alphabet::bytes(letter, &mut window) {
                let fresh = self.nodes.len();
                let Some(Node { edges, .. }) = self.nodes.get_mut(at) else {
                    return;
                };
                let place = edges.binary_search_by_key(&byte, |&(byte, _)| byte);
                at = match place {
                    Ok(known) => edges.get(known).map_or(0, |&(_, child)| child),
                    Err(place) => {
                        edges.insert(place, (byte, fresh));
                        self.nodes.push(Node::default());
                        fresh
                    }
                };
            }
        }
        let node = self.nodes.get_mut(at);
        if let Some(set) = node.and_then(|node| node.says.get_mut(usize::from(term.is_stem)))
            && let Err(place) = set.binary_search(&class)
        {
            set.insert(place, class);
        }
    }

    /// Lays the nodes out.
    pub(crate) fn finish(self) -> Result<Trie, String> {
        let (says, sets, of_node) = self.outputs()?;
        let mut trie = Trie {
            bytes: Vec::new(),
            roots: vec![0; 256],
            says,
            sets,
        };
        let edges = self.nodes.first().map(|root| &root.edges);
        for &(byte, child) in edges.into_iter().flatten() {
            if let Some(root) = trie.roots.get_mut(usize::from(byte)) {
                *root = trie.bytes.len() as u32 + 1;
            }
            self.lay(child, byte, false, &of_node, &mut trie.bytes)?;
        }
        Ok(trie)
    }

    /// Appends the node behind an edge and all below it. Terms are bounded in length, and so is the depth.
    fn lay(
        &self,
        mut number: usize,
        byte: u8,
        has_sibling: bool,
        says: &[usize],
        bytes: &mut Vec<u8>,
    ) -> Result<(), String> {
        let mut letters = vec![byte];
        let lost = || "a node is lost".to_string();
        let mut place = self.nodes.get(number).ok_or_else(lost)?;
        while place.edges.len() == 1
            && says.get(number) == Some(&0)
            && letters.len() < node::MAX_LETTERS
            && let Some(&(byte, child)) = place.edges.first()
        {
            letters.push(byte);
            number = child;
            place = self.nodes.get(number).ok_or_else(lost)?;
        }
        let says_at = says.get(number).copied().unwrap_or_default();
        let mut below = Vec::new();
        let last = place.edges.last().map(|&(byte, _)| byte);
        for &(byte, child) in &place.edges {
            self.lay(child, byte, Some(byte) != last, says, &mut below)?;
        }
        let mut head = letters.len() as u8 - 1;
        for (is_set, flag) in [
            (says_at > 0, node::SAYS),
            (!below.is_empty(), node::CHILDREN),
            (has_sibling, node::SIBLING),
        ] {
            head |= if is_set { flag } else { 0 };
        }
        bytes.push(head);
        if has_sibling && !below.is_empty() {
            number_of(below.len(), bytes);
        }
        bytes.extend(letters);
        if says_at > 0 {
            number_of(says_at - 1, bytes);
        }
        bytes.append(&mut below);
        Ok(())
    }

    /// What nodes say, the most frequent first, so that most numbers take one byte; and of each node its number from 1.
    #[allow(clippy::type_complexity)] // taken apart at the one place that calls it
    fn outputs(&self) -> Result<(Vec<[u16; 2]>, Vec<u16>, Vec<usize>), String> {
        let is_empty = |says: &[Vec<u16>; 2]| says.iter().all(Vec::is_empty);
        let says = self.nodes.iter().map(|node| &node.says);
        let all = sorted(says.filter(|says| !is_empty(says)));
        let kinds = all.chunk_by(|a, b| a == b);
        let kinds = kinds.filter_map(|same| Some((Reverse(same.len()), *same.first()?)));
        let mut sets = vec![0];
        let mut places: Vec<(&[u16], u16)> = vec![(&[], 0)];
        let mut says = Vec::new();
        let mut numbers: Vec<(&[Vec<u16>; 2], usize)> = Vec::new();
        for (_, kind) in sorted(kinds) {
            let of_kind = kind.each_ref().map(|classes| {
                let known = places.binary_search_by_key(&classes.as_slice(), |&(set, _)| set);
                match known {
                    Ok(known) => places.get(known).map_or(0, |&(_, place)| place),
                    Err(fresh) => {
                        let place = sets.len() as u16;
                        sets.push(classes.len() as u16);
                        sets.extend(classes);
                        places.insert(fresh, (classes, place));
                        place
                    }
                }
            });
            says.push(of_kind);
            numbers.push((kind, says.len()));
        }
        if sets.len() > usize::from(u16::MAX) {
            return Err("more sets of classes than sixteen bits can number".to_string());
        }
        let numbers = sorted(numbers.into_iter());
        let of_node = |node: &Node| {
            let known = numbers.binary_search_by_key(&&node.says, |&(kind, _)| kind);
            known.ok().and_then(|known| numbers.get(known))
        };
        let of_nodes = self
            .nodes
            .iter()
            .map(|node| of_node(node).map_or(0, |&(_, number)| number));
        Ok((says, sets, of_nodes.collect()))
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more come.
fn number_of(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
