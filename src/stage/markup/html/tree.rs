//! The tree that a browser builds (HTML standard, 13.2.6), as far as it decides what is shown: which element each piece of
//! text belongs to.
//!
//! Nodes are in the order of the text and know their parents. Nothing here recurses, so nothing is too deep.

use super::super::name::{Like as _, Places, hash};
use core::ops::Range;

use alloc::vec::Vec;

use super::{
    element::{Element, element, traits},
    token::{Attribute, Kind, Tag, Tokenizer},
};

/// No node: the parent of those at the top.
pub(super) const NONE: usize = usize::MAX;

/// How many formatting elements go on behind the end of a paragraph, and how many elements are opened again behind an end
/// tag that stands wrong. A browser knows no such bound; with it, work is linear.
const MAX_REOPENED: usize = 12;

/// How many elements are opened again in one text.
const MAX_REOPENED_EVER: usize = 1 << 16;

/// How many nodes a tree has. A page of forty megabytes has fewer.
const MAX_NODES: usize = 1 << 20;

#[derive(Clone, Debug)]
pub(super) enum Content {
    Element(Option<&'static Element>),
    /// Ordinary text.
    Text,
    /// The text of an element that holds nothing else, such as a script.
    Raw,
    /// With the words between its marks.
    Comment(Range<usize>),
    /// A tag that the text ends in.
    Unfinished,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) content: Content,
    pub(super) parent: usize,
    /// The element before it with the same parent.
    pub(super) previous: usize,
    pub(super) name: Range<usize>,
    pub(super) attributes: Range<usize>,
    /// The start tag, or all of what has no tags.
    pub(super) open: Range<usize>,
    /// Where it ends, its end tag included.
    pub(super) end: usize,
    /// Whether it is an earlier element that goes on here: it has no tag of its own.
    pub(super) goes_on: bool,
    is_open: bool,
}

#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) text: &'a str,
    pub(super) nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// Where the text begins for which there was no room.
    pub(super) limit: Option<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn get(&self, node: usize) -> Option<&Node> {
        self.nodes.get(node)
    }

    pub(super) fn str(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn element(&self, node: usize) -> Option<&'static Element> {
        match self.get(node)?.content {
            Content::Element(element) => element,
            _ => None,
        }
    }

    /// The standard's name of an element, or nothing for any other node.
    pub(super) fn standard_name(&self, node: usize) -> &'static str {
        self.element(node).map_or("", |element| element.name)
    }

    pub(super) fn attributes(&self, node: &Node) -> &[Attribute] {
        self.attributes
            .get(node.attributes.clone())
            .unwrap_or_default()
    }

    /// Where the value of an attribute stands. The first of that name counts.
    #[inline(never)]
    pub(super) fn attribute_span(&self, node: &Node, name: &str) -> Option<Range<usize>> {
        let mut attributes = self.attributes(node).iter();
        let found = attributes.find(|a| self.str(&a.name).is_like(name))?;
        Some(found.value.clone())
    }

    #[inline(never)]
    pub(super) fn attribute(&self, node: &Node, name: &str) -> Option<&'a str> {
        Some(self.str(&self.attribute_span(node, name)?))
    }
}

/// Builds the tree. Linear, but for the look-up of open elements by name.
pub(super) fn build<'a>(text: &'a str, code: &[Range<usize>], inline: bool) -> Tree<'a> {
    let mut tokenizer = Tokenizer::new(text, code, inline);
    let mut builder = Builder {
        tree: Tree {
            text,
            nodes: Vec::new(),
            attributes: Vec::new(),
            limit: None,
        },
        reopened: 0,
        open: Vec::new(),
        by_name: Places::new(),
        special: Vec::new(),
        scope: Vec::new(),
        list: Vec::new(),
        foreign: Vec::new(),
        formatting: Vec::new(),
        last_child: Vec::new(),
    };
    loop {
        let foreign = builder.is_foreign();
        let Some(token) = tokenizer.next(&mut builder.tree.attributes, foreign) else {
            break;
        };
        if builder.tree.nodes.len() >= MAX_NODES {
            builder.tree.limit = Some(token.span.start);
            builder.text(token.span.start..text.len());
            break;
        }
        match token.kind {
            Kind::Text => builder.text(token.span),
            Kind::Comment(words) => builder.leaf(Content::Comment(words), token.span),
            Kind::Unfinished => builder.leaf(Content::Unfinished, token.span),
            Kind::Doctype => {}
            Kind::End(tag) => builder.end(&tag, token.span),
            Kind::Start(tag) => {
                if let Some(raw) = builder.start(&tag, token.span) {
                    let name = text.get(raw.clone()).unwrap_or_default();
                    let span = tokenizer.raw_text(name.as_bytes());
                    if !span.is_empty() {
                        builder.leaf(Content::Raw, span);
                    }
                }
            }
        }
    }
    builder.pop_to(0, text.len());
    builder.tree
}

#[derive(Debug)]
struct Builder<'a> {
    tree: Tree<'a>,
    reopened: usize,
    /// The stack of open elements.
    open: Vec<usize>,
    /// Places in that stack, by the hash of the name: the last is the innermost.
    by_name: Places,
    /// Places in the stack of those that bound the reach of end tags, of scopes, of list items.
    special: Vec<usize>,
    scope: Vec<usize>,
    list: Vec<usize>,
    /// Places in the stack where SVG or MathML begins (`true`), and where HTML goes on inside it.
    foreign: Vec<(usize, bool)>,
    /// Formatting elements that go on.
    formatting: Vec<usize>,
    /// The last element so far in each parent; the first place is for those at the top.
    last_child: Vec<usize>,
}

impl Builder<'_> {
    fn is_foreign(&self) -> bool {
        self.foreign.last().is_some_and(|&(_, foreign)| foreign)
    }

    #[inline(never)]
    fn key(&self, name: &Range<usize>) -> u64 {
        hash(self.tree.str(name))
    }

    /// Where in the stack the innermost open element of that name is.
    #[inline(never)]
    fn innermost(&self, key: u64) -> Option<usize> {
        self.by_name.get(&key)?.last().copied()
    }

    fn current(&self) -> usize {
        self.open.last().copied().unwrap_or(NONE)
    }

    /// The parent of what comes next. What has no place in a table stands before it.
    fn parent(&self, fits_table: bool) -> usize {
        let current = self.current();
        let in_table = self
            .tree
            .element(current)
            .is_some_and(|e| e.is(traits::TABLE) && e.name != "caption");
        if !in_table || fits_table {
            return current;
        }
        let table = self.innermost(hash("table"));
        match table.and_then(|at| at.checked_sub(1)) {
            Some(before) => self.open.get(before).copied().unwrap_or(NONE),
            None if table.is_some() => NONE,
            None => current,
        }
    }

    fn text(&mut self, span: Range<usize>) {
        let blank = self.tree.str(&span).trim_ascii().is_empty();
        if !blank {
            self.leave_head(None);
            self.go_on(span.start);
        }
        let parent = self.parent(blank);
        self.push_node(Content::Text, parent, span);
    }

    fn leaf(&mut self, content: Content, span: Range<usize>) {
        let parent = self.current();
        self.push_node(content, parent, span);
    }

    #[inline(never)]
    fn push_node(&mut self, content: Content, parent: usize, span: Range<usize>) {
        self.tree.nodes.push(Node {
            content,
            parent,
            previous: NONE,
            name: 0..0,
            attributes: 0..0,
            end: span.end,
            open: span,
            goes_on: false,
            is_open: false,
        });
    }

    /// Takes a start tag. If the element holds no markup: its name.
    fn start(&mut self, tag: &Tag, span: Range<usize>) -> Option<Range<usize>> {
        let known = element(self.tree.str(&tag.name));
        if self.is_foreign() && known.is_some_and(|e| e.is(traits::BREAKS_OUT)) {
            while let Some(&(at, _)) = self.foreign.last().filter(|(_, foreign)| *foreign) {
                self.pop_to(at, span.start);
            }
        }
        let foreign = self.is_foreign();
        if !foreign {
            self.end_implied(known, span.start);
            if known.is_none_or(|e| !e.is(traits::SPECIAL)) {
                self.go_on(span.start);
            }
        }
        let fits = known.is_some_and(|e| e.is(traits::TABLE | traits::HEAD))
            || matches!(known.map(|e| e.name), Some("td" | "th" | "form" | "input"));
        let parent = self.parent(fits);
        let node = self.push_element(tag, known, parent, span, false);
        let void = known.is_some_and(|e| e.is(traits::VOID)) && !foreign;
        if void || tag.self_closing && (foreign || known.is_some_and(|e| e.is(traits::FOREIGN))) {
            return None;
        }
        self.push_open(node, known, &tag.name);
        if foreign {
            return None;
        }
        if known.is_some_and(|e| e.is(traits::FORMAT)) {
            self.push_formatting(node);
        }
        known
            .is_some_and(|e| e.is(traits::RAW))
            .then(|| tag.name.clone())
    }

    /// A formatting element goes on from here. Of those written alike, the last three do (13.2.4.3).
    fn push_formatting(&mut self, node: usize) {
        const ALIKE: usize = 3;
        let written = |node: &usize| self.tree.get(*node).map(|node| self.tree.str(&node.open));
        let alike = |other: &&usize| written(other) == written(&node);
        if self.formatting.iter().filter(alike).count() >= ALIKE {
            if let Some(first) = self.formatting.iter().position(|other| alike(&other)) {
                self.formatting.remove(first);
            }
        } else if self.formatting.len() >= MAX_REOPENED {
            self.formatting.remove(0);
        }
        self.formatting.push(node);
    }

    fn push_element(
        &mut self,
        tag: &Tag,
        known: Option<&'static Element>,
        parent: usize,
        span: Range<usize>,
        goes_on: bool,
    ) -> usize {
        let node = self.tree.nodes.len();
        // behind the top, which is no node
        self.last_child.resize(node + 2, NONE);
        let last = self.last_child.get_mut(parent.wrapping_add(1));
        let previous = last.map_or(NONE, |last| core::mem::replace(last, node));
        self.tree.nodes.push(Node {
            content: Content::Element(known),
            parent,
            previous,
            name: tag.name.clone(),
            attributes: tag.attributes.clone(),
            end: span.end,
            open: span,
            goes_on,
            is_open: false,
        });
        node
    }

    fn push_open(&mut self, node: usize, known: Option<&'static Element>, name: &Range<usize>) {
        let at = self.open.len();
        self.open.push(node);
        if let Some(opened) = self.tree.nodes.get_mut(node) {
            opened.is_open = true;
        }
        let key = self.key(name);
        self.by_name.entry(key).or_default().push(at);
        let inside = self.is_foreign();
        let Some(known) = known else {
            return;
        };
        if known.is(traits::FOREIGN) {
            self.foreign.push((at, true));
        } else if inside && known.is(traits::INTEGRATES) {
            self.foreign.push((at, false));
        }
        if known.is(traits::SPECIAL) {
            self.special.push(at);
            if !matches!(known.name, "address" | "div" | "p") {
                self.list.push(at);
            }
        }
        if known.is(traits::SCOPE) {
            self.scope.push(at);
        }
    }

    /// Closes all open elements from that place of the stack on.
    #[inline(never)]
    fn pop_to(&mut self, place: usize, end: usize) {
        while self.open.len() > place {
            let Some(node) = self.open.pop() else {
                return;
            };
            let at = self.open.len();
            if let Some(name) = self.tree.nodes.get_mut(node).map(|found| {
                found.end = end;
                found.is_open = false;
                found.name.clone()
            }) {
                let key = self.key(&name);
                if let Some(places) = self.by_name.get_mut(&key) {
                    places.pop();
                }
            }
            self.special.pop_if(|last| *last >= at);
            self.scope.pop_if(|last| *last >= at);
            self.list.pop_if(|last| *last >= at);
            self.foreign.pop_if(|(last, _)| *last >= at);
        }
    }

    /// Closes what the start of this element ends without an end tag.
    fn end_implied(&mut self, known: Option<&'static Element>, end: usize) {
        self.leave_head(known);
        let Some(known) = known else {
            return;
        };
        if known.is(traits::ENDS_P) {
            self.close_within("p", &["p"], end);
        }
        match known.name {
            "li" => self.close_item(&["li"], end),
            "dd" | "dt" => self.close_item(&["dd", "dt"], end),
            "td" | "th" => self.close_within("table", &["td", "th", "caption"], end),
            "tr" => self.close_within("table", &["tr", "caption", "colgroup"], end),
            "tbody" | "thead" | "tfoot" => self.close_within(
                "table",
                &["tbody", "thead", "tfoot", "caption", "colgroup"],
                end,
            ),
            "option" => self.close_within("select", &["option"], end),
            "optgroup" => self.close_within("select", &["option", "optgroup"], end),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
                if self
                    .tree
                    .standard_name(self.current())
                    .strip_prefix('h')
                    .is_some_and(|level| matches!(level, "1" | "2" | "3" | "4" | "5" | "6")) =>
            {
                self.pop_to(self.open.len() - 1, end);
            }
            _ => {}
        }
    }

    /// Leaves the head for an element that does not belong there, or for text.
    fn leave_head(&mut self, known: Option<&'static Element>) {
        let is_head = self.tree.standard_name(self.current()) == "head";
        if is_head && known.is_none_or(|e| !e.is(traits::HEAD)) {
            let end = self.tree.nodes.last().map_or(0, |node| node.end);
            self.pop_to(self.open.len() - 1, end);
        }
    }

    /// Closes the outermost open element of these inside the innermost element that bounds them: of that name, or of
    /// any scope.
    #[inline(never)]
    fn close_within(&mut self, bound: &str, names: &[&str], end: usize) {
        let bound = if bound == "p" {
            self.scope.last().copied()
        } else {
            self.innermost(hash(bound))
        };
        let places = names.iter().filter_map(|name| {
            let place = self.innermost(hash(name))?;
            bound.is_none_or(|bound| bound < place).then_some(place)
        });
        if let Some(place) = places.min() {
            self.pop_to(place, end);
        }
    }

    /// Closes the list item that is open in the same list.
    #[inline(never)]
    fn close_item(&mut self, names: &[&str], end: usize) {
        let bound = self.list.last().copied();
        let places = names.iter().filter_map(|name| self.innermost(hash(name)));
        if let Some(place) = places
            .max()
            .filter(|place| bound.is_none_or(|b| b <= *place))
        {
            self.pop_to(place, end);
        }
    }

    fn end(&mut self, tag: &Tag, span: Range<usize>) {
        let name = self.tree.str(&tag.name);
        let known = element(name);
        // what follows still belongs to the body
        if known.is_some_and(|e| matches!(e.name, "body" | "html")) {
            return;
        }
        if known.is_some_and(|e| e.is(traits::FORMAT)) {
            let last = self
                .formatting
                .iter()
                .rposition(|&node| self.tree.standard_name(node).is_like(name));
            if let Some(at) = last {
                self.formatting.remove(at);
            }
        }
        let Some(place) = self.innermost(self.key(&tag.name)) else {
            return;
        };
        let is_special = known.is_some_and(|e| e.is(traits::SPECIAL));
        let is_table = known.is_some_and(|e| e.is(traits::TABLE | traits::SCOPE));
        let bound = if is_table {
            None
        } else if is_special {
            self.scope.last().copied()
        } else {
            self.special.last().copied()
        };
        if bound.is_none_or(|bound| bound <= place) {
            self.pop_to(place, span.end);
        } else if known.is_some_and(|e| e.is(traits::FORMAT)) {
            self.end_misnested(place, &span);
        }
    }

    /// An end tag of a formatting element across blocks: it ends, the blocks go on.
    fn end_misnested(&mut self, place: usize, span: &Range<usize>) {
        let within = self.open.get(place + 1..).unwrap_or_default();
        let skipped = within.len().saturating_sub(MAX_REOPENED);
        let again: Vec<usize> = within.get(skipped..).unwrap_or_default().to_vec();
        self.pop_to(place, span.start);
        for node in again {
            self.open_again(node, span.end);
        }
    }

    /// Opens the formatting elements again that the end of a block closed.
    fn go_on(&mut self, at: usize) {
        if self.formatting.is_empty() || self.is_foreign() {
            return;
        }
        let is_open = |&node: &usize| self.tree.get(node).is_some_and(|node| node.is_open);
        let closed = self.formatting.iter().rposition(is_open);
        let from = closed.map_or(0, |at| at + 1);
        for index in from..self.formatting.len() {
            let Some(&node) = self.formatting.get(index) else {
                return;
            };
            let again = self.open_again(node, at);
            if let (Some(place), Some(again)) = (self.formatting.get_mut(index), again) {
                *place = again;
            }
        }
    }

    #[inline(never)]
    fn open_again(&mut self, node: usize, at: usize) -> Option<usize> {
        let found = self.tree.nodes.get(node)?;
        let Content::Element(known) = found.content else {
            return None;
        };
        if self.reopened >= MAX_REOPENED_EVER {
            self.tree.limit = self.tree.limit.or(Some(at));
            return None;
        }
        self.reopened += 1;
        let tag = Tag {
            name: found.name.clone(),
            attributes: found.attributes.clone(),
            self_closing: false,
        };
        let parent = self.parent(false);
        let again = self.push_element(&tag, known, parent, at..at, true);
        self.push_open(again, known, &tag.name);
        Some(again)
    }
}
