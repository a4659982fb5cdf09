//! The elements and texts that a reader is not shown, each with its words.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{
    super::entity,
    element::traits,
    look::{Look, is_blank},
    style::Means,
    tree::{Content, Node, Tree},
};

/// What is hidden together.
#[derive(Debug)]
pub(super) struct Group {
    /// All of it: an element with its tags, or a text.
    pub(super) span: Range<usize>,
    /// The start tag that hides it; the text itself if that lies among others that are shown.
    pub(super) open: Range<usize>,
    pub(super) means: Means,
    pub(super) words: String,
    /// How many places where something is shown come before it.
    pub(super) shown_before: usize,
}

/// Gathers what is hidden: the outermost elements that show nothing, and texts beside others that are shown. Ordered,
/// disjoint. Linear.
#[inline(never)]
pub(super) fn groups(tree: &Tree<'_>, look: &Look) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut covered = 0;
    for (at, node) in tree.nodes.iter().enumerate() {
        if node.open.start < covered || node.goes_on {
            continue;
        }
        let Some(means) = look.means.get(at).copied().flatten() else {
            continue;
        };
        let span = match node.content {
            Content::Element(_) => {
                let outside = look.means.get(node.parent).copied().flatten();
                let span = node.open.start..node.end;
                if outside.is_some() || is_program(tree, node, at) || shows_within(look, &span) {
                    continue;
                }
                span
            }
            Content::Text | Content::Raw => {
                let is_program = tree
                    .get(node.parent)
                    .is_some_and(|parent| is_program(tree, parent, node.parent));
                if is_blank(tree.str(&node.open)) || is_program {
                    continue;
                }
                node.open.clone()
            }
            _ => continue,
        };
        covered = span.end;
        let words = words(tree, look, at, span.end);
        if words.trim().is_empty() {
            continue;
        }
        groups.push(Group {
            shown_before: look.shown.partition_point(|&place| place < span.start),
            open: node.open.clone(),
            span,
            means,
            words,
        });
    }
    groups
}

/// Whether something is shown inside the span.
fn shows_within(look: &Look, span: &Range<usize>) -> bool {
    let first = look.shown.partition_point(|&place| place < span.start);
    look.shown.get(first).is_some_and(|&place| place < span.end)
}

/// Whether an element holds a program, data or a style sheet and no words, or a title that a browser shows elsewhere.
#[inline(never)]
fn is_program(tree: &Tree<'_>, node: &Node, at: usize) -> bool {
    match tree.standard_name(at) {
        "style" => true,
        // in a picture it is a description
        "title" => tree
            .get(at + 1)
            .is_none_or(|next| !matches!(next.content, Content::Text) || next.parent != at),
        "script" => tree.attribute(node, "type").is_none_or(|kind| {
            let kind = kind.trim().to_ascii_lowercase();
            const PROGRAMS: [&str; 4] = ["module", "importmap", "speculationrules", ""];
            PROGRAMS.contains(&&*kind)
                || kind.contains("javascript")
                || kind.contains("ecmascript")
                || kind.contains("json")
        }),
        _ => false,
    }
}

/// The words from a node up to a place, a line for each block.
#[inline(never)]
fn words(tree: &Tree<'_>, look: &Look, from: usize, end: usize) -> String {
    let mut words = String::new();
    let mut last = None;
    let nodes = tree.nodes.iter().enumerate().skip(from);
    for (at, node) in nodes.take_while(|(_, node)| node.open.start < end) {
        let text = match node.content {
            Content::Raw
                if tree
                    .get(node.parent)
                    .is_some_and(|parent| is_program(tree, parent, node.parent)) =>
            {
                continue;
            }
            Content::Text | Content::Raw => tree.str(&node.open),
            Content::Element(Some(element)) if element.name == "img" => {
                tree.attribute(node, "alt").unwrap_or_default()
            }
            Content::Element(Some(element)) if element.is(traits::VOID) => "\n",
            _ => continue,
        };
        let block = look.block.get(at).copied();
        if last.is_some_and(|last| last != block) {
            words.push('\n');
        }
        last = Some(block);
        // line feeds of the source are spaces on a page
        words.extend(
            entity::decode(text)
                .chars()
                .map(|c| if c == '\n' && text.len() > 1 { ' ' } else { c }),
        );
    }
    words
}
