//! C0 and C1 control characters.

use super::{here::Here, verdict::Verdict};
use crate::{rule::Rule, util::ansi};

const FORM_FEED: char = '\u{C}';
const LINE_TABULATION: char = '\u{B}';

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    if let Some(bytes) = ansi::sequence_bytes(here.text_from()) {
        return Verdict::remove(bytes, Rule::AnsiEscape);
    }
    match here.c {
        // plain-text documents part their pages with a form feed on a line's edge
        FORM_FEED if is_page_break(here) => here.keep(),
        // both are white space: words stay apart
        FORM_FEED | LINE_TABULATION => Verdict::replace(here.c.len_utf8(), Rule::C0Control, "\n"),
        c if c < '\u{80}' => here.remove(Rule::C0Control),
        _ => here.remove(Rule::C1Control),
    }
}

fn is_page_break(here: &Here<'_>) -> bool {
    let at_edge = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r'));
    at_edge(here.text_before().chars().next_back()) || at_edge(here.text_after().chars().next())
}
