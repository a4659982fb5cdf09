//! Markdown, as CommonMark reads it: what is not shown of it, and where its links lead.

mod block;
mod inline;

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::{
    Hidden, link,
    name::{Places, hash},
    order::{Judge, is_order},
};
use crate::rule::Rule;
use inline::Link;

/// Where code stands, in which nothing is markup: fences, indented lines, spans. Ordered. Linear.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    if !text.contains('`')
        && !text.contains("~~~")
        && !text.contains("    ")
        && !text.contains('\t')
    {
        return Vec::new();
    }
    block::code(text)
}

/// The fences among the code: what they say that they hold, and where it stands. Linear.
pub(super) fn fences<'t>(
    text: &'t str,
    code: &[Range<usize>],
) -> impl Iterator<Item = (&'t str, Range<usize>)> {
    block::fences(text, code)
}

/// Finds what is hidden in Markdown: definitions that nobody uses, titles and alternative texts with orders, links that
/// lead elsewhere or carry data. Linear.
pub(super) fn find(text: &str, code: &[Range<usize>], judge: Judge<'_>) -> Vec<Hidden> {
    let mut found = Vec::new();
    if !text.contains("](") && !text.contains("]:") {
        return found;
    }
    let (links, labels) = inline::links(text, code);
    for link in &links {
        links_found(text, link, &mut found, judge);
    }
    let mut used = Places::new();
    for label in &labels {
        used.entry(folded(text, label)).or_default();
    }
    for definition in block::definitions(text, code) {
        let url = text.get(definition.url.clone()).unwrap_or_default();
        let title = definition.title.clone().unwrap_or(0..0);
        let words = text.get(title.clone()).unwrap_or_default();
        let label = text.get(definition.label.clone()).unwrap_or_default();
        if used.contains_key(&folded(text, &definition.label)) {
            if is_order(words, judge) {
                found.push(Hidden::with_words(
                    Rule::MachineAttribute,
                    title,
                    words,
                    "markdown-title",
                ));
            } else if link::carries_data(url, true) {
                found.push(Hidden::new(Rule::DataLink, definition.url.clone()));
            }
        } else if is_order(words, judge)
            || is_order(label, judge)
            || is_order(&url.replace(['-', '_', '/', '+'], " "), judge)
        {
            let all = [label, url, words]
                .into_iter()
                .filter(|part| is_order(part, judge))
                .collect::<Vec<_>>();
            let said = if all.is_empty() {
                String::from(url)
            } else {
                all.join(" ")
            };
            found.push(Hidden::with_words(
                Rule::ReferenceComment,
                definition.span,
                &said,
                "markdown-reference",
            ));
        }
    }
    found
}

#[inline(never)]
fn links_found(text: &str, link: &Link, found: &mut Vec<Hidden>, judge: Judge<'_>) {
    let said = text.get(link.text.clone()).unwrap_or_default();
    let url = text.get(link.url.clone()).unwrap_or_default();
    if let Some(title) = &link.title {
        let words = text.get(title.clone()).unwrap_or_default();
        if is_order(words, judge) {
            found.push(Hidden::with_words(
                Rule::MachineAttribute,
                title.clone(),
                words,
                "markdown-title",
            ));
        }
    }
    if link.is_image && is_order(said, judge) {
        found.push(Hidden::with_words(
            Rule::MachineAttribute,
            link.text.clone(),
            said,
            "markdown-alt",
        ));
    }
    if link::carries_data(url, link.is_image) {
        found.push(Hidden::new(Rule::DataLink, link.url.clone()));
    } else if !link.is_image && link::is_mismatch(said.trim_matches(['`', '*', '_']), url) {
        found.push(Hidden::new(Rule::LinkMismatch, link.url.clone()));
    }
}

/// A label as labels are compared: by its words.
#[inline(never)]
fn folded(text: &str, label: &Range<usize>) -> u64 {
    let label = text.get(label.clone()).unwrap_or_default();
    let words: Vec<&str> = label.split_whitespace().collect();
    hash(&words.join(" "))
}
