//! Looks at a page as a reader does: which of its texts are shown, and by which means the others are not.

use alloc::{borrow::Cow, vec::Vec};

use super::{
    super::{
        css::{
            declaration::{Declaration, declarations},
            media,
            sheet::{self, Sheet},
            token::{Lexeme, tokens},
        },
        entity,
    },
    cascade::Cascade,
    element::traits,
    style::{Means, Style},
    tree::{Content, NONE, Tree},
};

/// What is seen of a page.
#[derive(Debug)]
pub(super) struct Look {
    /// For each node that is a text or shows something itself: by which means it is hidden. For each element: by which
    /// means a text right inside it would be.
    pub(super) means: Vec<Option<Means>>,
    /// Where something is shown, in order.
    pub(super) shown: Vec<usize>,
    /// The element that each node's line belongs to.
    pub(super) block: Vec<usize>,
    /// The first element whose style sheets were not looked up, because that was too much work.
    pub(super) limit: Option<usize>,
}

/// The style sheets of a page, each with the place of its text.
#[inline(never)]
pub(super) fn sheets<'a>(tree: &Tree<'a>) -> Vec<(usize, Sheet<'a>)> {
    let styles = tree
        .nodes
        .iter()
        .enumerate()
        .filter(|(at, _)| tree.standard_name(*at) == "style");
    styles
        .filter_map(|(at, style)| {
            let holds = tree
                .attribute(style, "media")
                .is_none_or(|queries| media::holds(&tokens(queries).0));
            let content = tree.get(at + 1)?;
            let raw =
                content.parent == at && matches!(content.content, Content::Raw | Content::Text);
            (holds && raw).then(|| (content.open.start, sheet::read(tree.str(&content.open))))
        })
        .collect()
}

/// The style attributes, each with its element.
fn inline_styles<'a>(tree: &Tree<'a>) -> Vec<(usize, Cow<'a, str>)> {
    let nodes = tree.nodes.iter().enumerate();
    let elements = nodes.filter(|(_, node)| matches!(node.content, Content::Element(_)));
    let styles = elements.filter_map(|(at, node)| Some((at, tree.attribute(node, "style")?)));
    // in a template nobody knows what it will be
    let known = styles.filter(|(_, style)| !style.starts_with('{'));
    known
        .map(|(at, style)| (at, entity::decode(style)))
        .collect()
}

/// Looks at every node. Linear, but for the matching of selectors, which is bounded.
#[inline(never)]
pub(super) fn look<'a>(tree: &Tree<'a>, sheets: &[Sheet<'a>]) -> Look {
    let texts: Vec<(usize, Cow<'a, str>)> = inline_styles(tree);
    let inline: Vec<(usize, Vec<Lexeme<'_>>, Vec<Declaration>)> = texts
        .iter()
        .map(|(at, text)| {
            let (tokens, _) = tokens(text);
            let mut declared = Vec::new();
            declarations(&tokens, 0, &mut declared);
            (*at, tokens, declared)
        })
        .collect();
    let mut next = 0;
    let mut cascade = Cascade::new(tree, sheets);
    let mut styles: Vec<Style> = Vec::with_capacity(tree.nodes.len());
    let mut look = Look {
        means: Vec::with_capacity(tree.nodes.len()),
        shown: Vec::new(),
        block: Vec::with_capacity(tree.nodes.len()),
        limit: None,
    };
    for (at, node) in tree.nodes.iter().enumerate() {
        let parent = styles.get(node.parent).copied().unwrap_or(Style::INITIAL);
        let block = look.block.get(node.parent).copied().unwrap_or(NONE);
        let Content::Element(known) = node.content else {
            let means = match node.content {
                Content::Text | Content::Raw => {
                    let text = tree.str(&node.open);
                    let means = parent
                        .hides_inside()
                        .or_else(|| parent.hides_text(text.trim().len()));
                    if means.is_none() && !is_blank(text) {
                        look.shown.push(node.open.start);
                    }
                    means
                }
                _ => None,
            };
            styles.push(parent);
            look.means.push(means);
            look.block.push(block);
            continue;
        };
        let own = inline.get(next).filter(|(node, ..)| *node == at);
        next += usize::from(own.is_some());
        let own = own.map_or((&[][..], &[][..]), |(_, tokens, declared)| {
            (tokens, declared)
        });
        let (slots, scope) = cascade.slots(at, own, parent.scope());
        if cascade.is_exhausted() && look.limit.is_none() {
            look.limit = Some(at);
        }
        let style = parent.of(tree, node, known, &slots, scope, &mut cascade);
        if known.is_some_and(|e| e.is(traits::SHOWS))
            && !node.goes_on
            && style.hides_all().is_none()
        {
            look.shown.push(node.open.start);
        }
        look.means.push(style.hides_text(0));
        let inside = known.is_some_and(|e| e.is(traits::INLINE));
        look.block.push(if inside { block } else { at });
        styles.push(style);
    }
    look
}

/// Whether nothing of a text would be drawn in any case.
#[inline(never)]
pub(super) fn is_blank(text: &str) -> bool {
    entity::decode(text).chars().all(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{34F}' | '\u{FEFF}'
            )
    })
}
