//! What to say about a page: the verdicts.

use super::super::name::Like as _;
use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{
    super::{
        Hidden, Kind,
        css::{declaration::Property, sheet::Sheet, token::Token},
        entity, link,
        name::is_word,
        order::{Judge, is_certain_order, is_order, is_order_in_blocks},
    },
    hidden::{Group, groups},
    look::{Look, look, sheets},
    style::Means,
    tree::{Content, NONE, Node, Tree, build},
};
use crate::rule::Rule;

/// Pages inside pages, at the most.
const MAX_DEPTH: usize = 3;

/// How long the line may be that a mail shows beside its subject and hides from its page.
const MAX_PREHEADER_CHARS: usize = 300;

pub(super) fn find(
    text: &str,
    code: &[Range<usize>],
    kind: Kind,
    depth: usize,
    judge: Judge<'_>,
) -> Vec<Hidden> {
    let tree = build(text, code, kind == Kind::Mixed);
    let mut found = Vec::new();
    comments(&tree, &mut found, judge);
    if kind == Kind::Xml {
        return found;
    }
    let sheets = sheets(&tree);
    for (offset, sheet) in &sheets {
        contents(text, *offset, sheet, &mut found, judge);
    }
    let sheets: Vec<Sheet<'_>> = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    let look = look(&tree, &sheets);
    let matching = look.limit.and_then(|at| tree.get(at));
    let matching = matching.map(|node| node.open.start);
    if let Some(start) = tree.limit.into_iter().chain(matching).min() {
        let first = text.get(start..).and_then(|rest| rest.chars().next());
        let end = start + first.map_or(0, char::len_utf8);
        found.push(Hidden::new(Rule::MarkupLimit, start..end));
    }
    attributes(&tree, &mut found, depth, judge);
    elements(&tree, &look, kind, &mut found, judge);
    links(&tree, &mut found);
    found
}

/// Comments with orders, and what stands in a tag that never ends.
#[inline(never)]
fn comments(tree: &Tree<'_>, found: &mut Vec<Hidden>, judge: Judge<'_>) {
    for node in &tree.nodes {
        let (words, step) = match &node.content {
            Content::Comment(words) => (tree.str(words), "html-comment"),
            Content::Unfinished => (tree.str(&node.open), "html-unrendered"),
            _ => continue,
        };
        let said = without_tags(words);
        if is_certain_order(&entity::decode(&said), judge) {
            found.push(Hidden::with_words(
                Rule::MarkupComment,
                node.open.clone(),
                words,
                step,
            ));
        }
    }
}

/// A note with the tags taken out that it may hold.
#[inline(never)]
fn without_tags(note: &str) -> Cow<'_, str> {
    if !note.contains('>') {
        return Cow::Borrowed(note);
    }
    let mut out = String::with_capacity(note.len());
    let mut rest = note;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        out.push_str(before);
        out.push('\n');
        let Some(end) = tag.find('>') else {
            rest = tag.get(1..).unwrap_or_default();
            break;
        };
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Orders that a style sheet draws, and those in its comments.
#[inline(never)]
fn contents(
    text: &str,
    offset: usize,
    sheet: &Sheet<'_>,
    found: &mut Vec<Hidden>,
    judge: Judge<'_>,
) {
    let strings = sheet
        .declarations
        .iter()
        .filter(|declaration| matches!(declaration.property, Property::Content | Property::Custom))
        .flat_map(|declaration| {
            sheet
                .tokens
                .get(declaration.value.clone())
                .unwrap_or_default()
        });
    for lexeme in strings {
        if let Token::String(words) = &lexeme.token
            && is_order(words, judge)
        {
            let (start, mut end) = (offset + lexeme.span.start + 1, offset + lexeme.span.end);
            // the quote at its end, unless the line ended first
            if text
                .get(start..end)
                .is_some_and(|inside| inside.ends_with(['"', '\'']))
            {
                end -= 1;
            }
            found.push(Hidden::with_words(
                Rule::CssContent,
                start..end,
                words,
                "css-content",
            ));
        }
    }
    for comment in &sheet.comments {
        let span = offset + comment.start..offset + comment.end;
        let words = text.get(span.clone()).unwrap_or_default();
        if is_certain_order(words, judge) {
            found.push(Hidden::with_words(
                Rule::MarkupComment,
                span,
                words,
                "css-comment",
            ));
        }
    }
}

/// Attributes whose words speak to machines, or to few readers.
fn speaks(name: &str) -> bool {
    const NAMES: [&str; 9] = [
        "alt",
        "title",
        "placeholder",
        "summary",
        "label",
        "abbr",
        "longdesc",
        "content",
        "value",
    ];
    let starts = |prefix: &str| {
        name.get(..prefix.len())
            .is_some_and(|start| start.is_like(prefix))
    };
    NAMES.iter().any(|known| name.is_like(known)) || starts("aria-") || starts("data-")
}

#[inline(never)]
fn attributes(tree: &Tree<'_>, found: &mut Vec<Hidden>, depth: usize, judge: Judge<'_>) {
    for (at, node) in tree.nodes.iter().enumerate() {
        let Content::Element(_) = node.content else {
            continue;
        };
        if node.goes_on {
            continue;
        }
        let element = tree.standard_name(at);
        for attribute in tree.attributes(node) {
            let (name, value) = (tree.str(&attribute.name), tree.str(&attribute.value));
            if element == "iframe" && name.is_like("srcdoc") && depth < MAX_DEPTH {
                page_within(value, attribute.value.start, depth, found, judge);
                continue;
            }
            // data of programs is no text
            if !speaks(name) || value.starts_with(['{', '[']) {
                continue;
            }
            let words = entity::decode(value);
            if !is_order(&words, judge) {
                continue;
            }
            let typed = |kind: &str| {
                tree.attribute(node, "type")
                    .is_some_and(|t| t.is_like(kind))
            };
            let is_value = name.is_like("value");
            let rule = match element {
                "input" if is_value && typed("hidden") => Rule::HiddenInput,
                // what stands in a field or on a button is shown
                "input" | "button" | "option" | "li" | "param" if is_value => continue,
                _ => Rule::MachineAttribute,
            };
            found.push(Hidden::with_words(
                rule,
                attribute.value.clone(),
                &words,
                "html-attribute",
            ));
        }
    }
}

/// A page in an attribute: what is found there, at its places here.
fn page_within(
    value: &str,
    offset: usize,
    depth: usize,
    found: &mut Vec<Hidden>,
    judge: Judge<'_>,
) {
    let (page, places) = entity::decode_mapped(value);
    let inside = super::find(&page, &[], Kind::Html, depth + 1, judge);
    found.extend(inside.into_iter().filter_map(|mut hidden| {
        let place = |at: usize| Some(offset + places.get(at)?);
        let span = &hidden.edit.byte_span;
        hidden.edit.byte_span = place(span.start)?..place(span.end)?;
        Some(hidden)
    }));
}

#[inline(never)]
fn elements(tree: &Tree<'_>, look: &Look, kind: Kind, found: &mut Vec<Hidden>, judge: Judge<'_>) {
    let mut groups = groups(tree, look);
    if kind == Kind::Mixed {
        groups.retain(|group| !is_type_name(tree.str(&group.span)));
    }
    let mut rest = groups.as_slice();
    while let [first, ..] = rest {
        // words may be spread over elements with nothing to see between them
        let together = rest
            .iter()
            .take_while(|group| group.shown_before == first.shown_before)
            .count();
        let (neighbours, behind) = rest.split_at(together);
        rest = behind;
        let alone: Vec<bool> = neighbours
            .iter()
            .map(|group| is_order_in_blocks(&group.words, judge))
            .collect();
        let together =
            neighbours.len() > 1 && !alone.contains(&true) && is_order_in_parts(neighbours, judge);
        for (group, alone) in neighbours.iter().zip(alone) {
            let is_hostile = together || alone || kind == Kind::Html && is_disguised(group, look);
            found.extend(verdict(group, kind, is_hostile));
        }
    }
}

/// Whether words that are hidden in parts give an order together. Labels in a row are no sentence: either the parts are few, or
/// they are scraps that say nothing by themselves.
#[inline(never)]
fn is_order_in_parts(groups: &[Group], judge: Judge<'_>) -> bool {
    const MAX_PARTS: usize = 4;
    const SCRAP_WORDS: usize = 3;
    let parts: Vec<&str> = groups.iter().map(|group| group.words.trim()).collect();
    let words: usize = parts.iter().map(|part| part.split(' ').count()).sum();
    let nobody: Judge<'_> = &|_| false;
    let judge = if words < SCRAP_WORDS * parts.len() {
        judge
    } else if parts.len() <= MAX_PARTS {
        nobody
    } else {
        return false;
    };
    is_order_in_blocks(&parts.join(" "), judge) || is_order_in_blocks(&parts.concat(), judge)
}

/// Whether what begins like an element is a name between angle brackets, as in source code: `Vec<Template>`, `Promise<Dialog>`.
/// It has no attributes and is never closed.
fn is_type_name(element: &str) -> bool {
    let name = element
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'));
    let Some((name, inside)) = name.filter(|(name, _)| name.chars().all(char::is_alphanumeric))
    else {
        return false;
    };
    let end = inside.rfind("</").and_then(|at| inside.get(at + 2..));
    !end.is_some_and(|end| end.get(..name.len()).is_some_and(|end| end.is_like(name)))
}

#[inline(never)]
fn verdict(group: &Group, kind: Kind, is_hostile: bool) -> Option<Hidden> {
    let (rule, step) = match group.means {
        Means::Unrendered => (Rule::UnrenderedElement, "html-unrendered"),
        _ => (Rule::HiddenElement, "html-hidden"),
    };
    if is_hostile {
        return Some(Hidden::with_words(
            rule,
            group.span.clone(),
            &group.words,
            step,
        ));
    }
    let is_ordinary = matches!(group.means, Means::Unrendered | Means::Closed);
    (!is_ordinary && kind == Kind::Html && group.words.chars().any(is_word))
        .then(|| Hidden::new(Rule::CollapsedElement, group.open.clone()))
}

/// Whether words are hidden by a means that no page needs: in a font or a colour that cannot be seen. The line that a mail
/// shows beside its subject is hidden in every way there is, before all else.
fn is_disguised(group: &Group, look: &Look) -> bool {
    let by_means = matches!(group.means, Means::Tiny | Means::SameColor(true));
    let is_preheader = !look.shown.is_empty()
        && group.shown_before == 0
        && group.words.chars().count() <= MAX_PREHEADER_CHARS;
    let letters = group.words.chars().filter(|c| is_word(*c)).count();
    by_means && !is_preheader && letters > 1
}

/// Links that lead elsewhere than they say, and addresses that carry data.
#[inline(never)]
fn links(tree: &Tree<'_>, found: &mut Vec<Hidden>) {
    for (at, node) in tree.nodes.iter().enumerate() {
        let element = tree.standard_name(at);
        let (name, loads) = match element {
            "a" => ("href", false),
            "img" | "iframe" | "embed" | "source" | "video" | "audio" | "input" => ("src", true),
            "link" => ("href", true),
            _ => continue,
        };
        let Some(span) = tree.attribute_span(node, name).filter(|_| !node.goes_on) else {
            continue;
        };
        let url = entity::decode(tree.str(&span));
        if link::carries_data(&url, loads) {
            found.push(Hidden::new(Rule::DataLink, span));
        } else if element == "a" && link::is_mismatch(&text_of(tree, node, at), &url) {
            found.push(Hidden::new(Rule::LinkMismatch, span));
        }
    }
}

/// The text of a link, as far as a host name may reach.
#[inline(never)]
fn text_of(tree: &Tree<'_>, link: &Node, at: usize) -> String {
    const MAX_NODES: usize = 8;
    let inside = tree.nodes.iter().skip(at + 1).take(MAX_NODES);
    let texts = inside.take_while(|node| node.open.start < link.end && node.parent != NONE);
    texts
        .filter(|node| matches!(node.content, Content::Text))
        .map(|node| entity::decode(tree.str(&node.open)))
        .collect()
}
