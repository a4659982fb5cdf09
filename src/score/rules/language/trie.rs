//! All terms in one row of bytes: a trie whose nodes hold as many letters as lie on one way.
//!
//! A node is a head, then, if a sibling stands behind its children, how many bytes those take, then its letters as `alphabet.rs` writes them,
//! then what it says, if it says something, then its children. Siblings are in order of their first byte.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use super::{
    super::{alphabet, node},
    term::Term,
};

/// A node while terms are put in: of one byte.
#[derive(Clone, Debug, Default)]
struct Node {
    edges: BTreeMap<u8, usize>,
    /// Classes of the terms that end here.
    whole: BTreeSet<u16>,
    /// Classes of the stems that end here.
    stem: BTreeSet<u16>,
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
        let letters = term.letters.chars();
        for byte in
            letters.flat_map(|letter| alphabet::bytes(letter, &mut window).collect::<Vec<_>>())
        {
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else {
                return;
            };
            at = *node.edges.entry(byte).or_insert(fresh);
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            let set = if term.is_stem {
                &mut node.stem
            } else {
                &mut node.whole
            };
            set.insert(class);
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
        for (&byte, &child) in edges.into_iter().flatten() {
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
            && let Some((&byte, &child)) = place.edges.first_key_value()
        {
            letters.push(byte);
            number = child;
            place = self.nodes.get(number).ok_or_else(lost)?;
        }
        let says_at = says.get(number).copied().unwrap_or_default();
        let mut below = Vec::new();
        let last = place.edges.last_key_value().map(|(&byte, _)| byte);
        for (&byte, &child) in &place.edges {
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
        let mut counts: BTreeMap<(&BTreeSet<u16>, &BTreeSet<u16>), usize> = BTreeMap::new();
        for node in &self.nodes {
            if !(node.whole.is_empty() && node.stem.is_empty()) {
                *counts.entry((&node.whole, &node.stem)).or_default() += 1;
            }
        }
        let mut by_count: Vec<_> = counts.into_iter().collect();
        by_count.sort_by(|(a, count_a), (b, count_b)| (count_b, a).cmp(&(count_a, b)));
        let mut sets = vec![0];
        let mut places = BTreeMap::from([(BTreeSet::new(), 0)]);
        let mut says = Vec::new();
        let mut numbers = BTreeMap::new();
        for ((whole, stem), _) in by_count {
            let mut place = |classes: &BTreeSet<u16>| {
                *places.entry(classes.clone()).or_insert_with(|| {
                    let place = sets.len() as u16;
                    sets.push(classes.len() as u16);
                    sets.extend(classes);
                    place
                })
            };
            says.push([place(whole), place(stem)]);
            numbers.insert((whole, stem), says.len());
        }
        if sets.len() > usize::from(u16::MAX) {
            return Err("more sets of classes than sixteen bits can number".to_string());
        }
        let of_node = |node: &Node| numbers.get(&(&node.whole, &node.stem)).copied();
        let of_nodes = self.nodes.iter().map(|node| of_node(node).unwrap_or(0));
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
