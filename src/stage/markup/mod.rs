//! HTML, Markdown, data and text out of pages: what no reader is shown.
//!
//! Unlike every other stage this one may look at a whole text, because an element that hides its content spans lines. The
//! values say whether it may.

mod css;
mod data;
mod entity;
mod html;
mod link;
mod mapped;
mod markdown;
mod name;
mod order;
mod overlap;
mod words;

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::ops::Range;

use crate::{edit::Edit, rule::Rule};
pub(super) use link::is_mismatch;
use name::Like as _;
pub(crate) use order::Judge;

/// A proposed edit, and the words that were hidden there.
#[derive(Clone, Debug)]
pub(crate) struct Hidden {
    pub(crate) edit: Edit,
    /// The words, and the step that reads them. None where they stand in plain sight.
    pub(crate) words: Option<(String, &'static str)>,
}

impl Hidden {
    #[inline(never)]
    fn new(rule: Rule, byte_span: Range<usize>) -> Self {
        Self {
            edit: Edit {
                byte_span,
                replacement: Cow::Borrowed(""),
                rule: Some(rule),
            },
            words: None,
        }
    }

    /// The same in a text of which this one is a part, which begins there.
    fn moved(mut self, by: usize) -> Self {
        let span = &self.edit.byte_span;
        self.edit.byte_span = span.start + by..span.end + by;
        self
    }

    #[inline(never)]
    fn with_words(rule: Rule, byte_span: Range<usize>, words: &str, step: &'static str) -> Self {
        let words: Vec<&str> = words.split_whitespace().collect();
        Self {
            words: Some((words.join(" "), step)),
            ..Self::new(rule, byte_span)
        }
    }
}

/// Data in data, at the most: what a tool wraps up, its result, and a document in that.
const MAX_DATA_DEPTH: usize = 3;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A page, or a piece of one: it begins with markup.
    Html,
    /// Elements of no meaning here: feeds, vector graphics, data.
    Xml,
    /// Markdown, plain text, source code: markup may stand in it.
    Mixed,
}

/// Whether there can be anything here to say. Looks at each byte once.
pub(crate) fn may_begin(text: &str, whole: bool) -> bool {
    may_hold(text) || whole && (data::may_begin(text) || overlap::may_hold(text))
}

/// Whether there can be any markup at all.
fn may_hold(text: &str) -> bool {
    text.as_bytes().chunks(64).any(|chunk| {
        chunk
            .iter()
            .fold(false, |found, &b| found | (b == b'<') | (b == b'['))
    })
}

/// Proposes to take out what no reader is shown, if it gives orders to a machine; names what else is not shown. Looks at
/// the whole text, or at each line for itself. Linear.
///
/// What is taken out may end some code and begin another, so that a text could bring forth new markup round by round: in
/// the `last` one nothing counts as code.
pub(crate) fn propose(text: &str, whole: bool, last: bool, judge: Judge<'_>) -> Vec<Hidden> {
    if !may_begin(text, whole) {
        return Vec::new();
    }
    if whole {
        return in_order(text, find(text, last, MAX_DATA_DEPTH, judge));
    }
    let mut all = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if may_hold(line) {
            let line = line.trim_end_matches(['\r', '\n']);
            // a line of a page is not one: what is ordinary there is not told from here
            let found = in_order(line, find_mixed(line, &code(line, last), judge));
            all.extend(found.into_iter().map(|hidden| hidden.moved(offset)));
        }
        offset += line.len();
    }
    all
}

/// Looks into data so many texts deep: a string of JSON is a text of its own, and may be data again.
fn find(text: &str, last: bool, depth: usize, judge: Judge<'_>) -> Vec<Hidden> {
    let may_be_data = depth > 0 && data::may_begin(text);
    let find_string = |string: &str| in_order(string, find(string, last, depth - 1, judge));
    if may_be_data && let Some(found) = data::find_json(text, judge, &find_string) {
        return found;
    }
    if !may_be_data && !may_hold(text) {
        return overlap::find(text, judge);
    }
    let kind = kind(text);
    let code = match kind {
        Kind::Mixed => code(text, last),
        _ => Vec::new(),
    };
    let mut found = match kind {
        Kind::Mixed => find_mixed(text, &code, judge),
        kind => html::find(text, &[], kind, 0, judge),
    };
    if kind == Kind::Mixed {
        found.extend(overlap::find(text, judge));
    }
    if may_be_data {
        found.extend(data::find_settings(text, judge));
        if kind != Kind::Html {
            found.extend(data::find_embedded(text, &code, judge, &find_string));
        }
    }
    found
}

/// Where code stands in Markdown; in the last round nowhere.
fn code(text: &str, last: bool) -> Vec<Range<usize>> {
    if last {
        return Vec::new();
    }
    markdown::code(text)
}

fn find_mixed(text: &str, code: &[Range<usize>], judge: Judge<'_>) -> Vec<Hidden> {
    let mut found = markdown::find(text, code, judge);
    if text.contains('<') {
        found.extend(html::find(text, code, Kind::Mixed, 0, judge));
    }
    found
}

/// What a text is written in, by what it begins with.
fn kind(text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let Some(mut rest) = start.strip_prefix('<') else {
        return Kind::Mixed;
    };
    if rest.starts_with("?xml") {
        return if rest
            .get(..512.min(rest.len()))
            .is_some_and(|head| head.contains("<html"))
        {
            Kind::Html
        } else {
            Kind::Xml
        };
    }
    // comments may come first
    while let Some(comment) = rest.strip_prefix("!--") {
        let behind = comment.find("-->").and_then(|end| comment.get(end + 3..));
        let Some(next) = behind.and_then(|behind| behind.trim_start().strip_prefix('<')) else {
            return Kind::Mixed;
        };
        rest = next;
    }
    let is_doctype = rest.get(..8).is_some_and(|word| word.is_like("!doctype"));
    if is_doctype || html::begins_with_element(rest) {
        return Kind::Html;
    }
    let name = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    if name && text.trim_end().ends_with('>') {
        Kind::Xml
    } else {
        Kind::Mixed
    }
}

/// Orders what was found, and drops what lies in something that was found before it.
fn in_order(text: &str, mut found: Vec<Hidden>) -> Vec<Hidden> {
    found.retain(|hidden| !hidden.edit.byte_span.is_empty());
    found.sort_by_key(|hidden| {
        let span = &hidden.edit.byte_span;
        (span.start, core::cmp::Reverse(span.end))
    });
    let mut end = 0;
    found.retain(|hidden| {
        let span = &hidden.edit.byte_span;
        let free = span.start >= end;
        end = end.max(span.end);
        free
    });
    for hidden in &mut found {
        if would_join(text, &hidden.edit.byte_span) {
            hidden.edit.replacement = Cow::Borrowed(" ");
        }
    }
    found
}

/// Whether taking a span out would join what is around it into new markup.
fn would_join(text: &str, span: &Range<usize>) -> bool {
    let before = text
        .get(..span.start)
        .and_then(|text| text.bytes().next_back());
    let behind = text.get(span.end..).and_then(|text| text.bytes().next());
    let begins = before.is_some_and(|b| {
        matches!(
            b,
            b'<' | b'!' | b'-' | b'/' | b'&' | b'#' | b'[' | b']' | b'`' | b'\\'
        )
    });
    // brackets that hold nothing are no label
    let is_empty = before == Some(b'[') && behind == Some(b']');
    begins && !is_empty && behind.is_some_and(|b| !b.is_ascii_whitespace())
}
