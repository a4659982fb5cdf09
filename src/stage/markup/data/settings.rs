//! Settings: YAML, TOML, INI and the front matter of documents, as far as one has to know where their comments are.

use alloc::vec::Vec;
use core::ops::Range;

/// Whether the text begins as settings do.
pub(super) fn may_begin(start: &str) -> bool {
    let first = start
        .lines()
        .find(|line| is_setting(line) || !is_aside(line));
    first.is_some_and(|line| is_setting(line) || line.starts_with('['))
}

/// The comments, each with all its lines; none if the text, or its front matter, is no settings file. Linear.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let front = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.find("\n---"));
    let text = front.map_or(text, |end| text.get(..end + 4).unwrap_or_default());
    let mut comments: Vec<Range<usize>> = Vec::new();
    let (mut at, mut settings) = (0, 0);
    // lines that are further in than this belong to a block of text
    let mut block = None;
    let mut goes_on = false;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let body = line.trim_start();
        let indent = line.len() - body.len();
        if body.is_empty() || block.is_some_and(|block| indent > block) {
            goes_on = false;
            continue;
        }
        block = None;
        if body.starts_with('#') {
            let span = start + indent..start + line.len();
            match comments.last_mut().filter(|_| goes_on) {
                Some(last) => last.end = span.end,
                None => comments.push(span),
            }
            goes_on = true;
            continue;
        }
        goes_on = false;
        let is_setting = is_setting(line);
        settings += usize::from(is_setting);
        let belongs = is_setting
            || is_aside(line)
            || indent > 0
            || body.starts_with(['[', ']', '{', '}', '"']);
        if !belongs {
            return Vec::new();
        }
        if let Some(comment) = behind_value(line) {
            comments.push(start + comment..start + line.len());
        }
        let value = line.split(" #").next().unwrap_or_default().trim_end();
        let is_block = [": |", ": >", "- |", "- >"].iter().any(|mark| {
            value
                .trim_end_matches(['-', '+', '1', '2', '3', '4'])
                .ends_with(mark)
        });
        block = is_block.then_some(indent);
    }
    if settings < 2 {
        comments.clear();
    }
    comments
}

/// A line that says nothing by itself: blank, a comment, an item, the mark between two documents.
fn is_aside(line: &str) -> bool {
    let body = line.trim_start();
    body.is_empty()
        || body.starts_with('#')
        || body.starts_with("- ")
        || matches!(body, "-" | "---" | "...")
}

/// A name without spaces, or in quotes, and a colon or an equals sign.
fn is_setting(line: &str) -> bool {
    let body = line.trim_start().trim_start_matches("- ");
    let body = body.strip_prefix("export ").unwrap_or(body);
    let is_name = |c: char| c.is_alphanumeric() || "_-./$@*".contains(c);
    let behind = match body.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split_once(['"', '\'']).map(|(_, behind)| behind),
        None => body
            .find(|c| !is_name(c))
            .filter(|at| *at > 0)
            .and_then(|at| body.get(at..)),
    };
    behind.is_some_and(|behind| {
        let behind = behind.trim_start();
        behind == ":" || behind.starts_with(": ") || behind.starts_with('=')
    })
}

/// Where a comment begins behind a value: at a number sign after a space, outside quotes.
fn behind_value(line: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (c, quote) {
            ('#', None) if before == ' ' => return Some(at),
            ('"' | '\'', None) if !before.is_alphanumeric() => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{comments, may_begin};
    use alloc::vec::Vec;

    fn texts(text: &str) -> Vec<&str> {
        comments(text)
            .into_iter()
            .map(|span| text.get(span).unwrap())
            .collect()
    }

    #[test]
    fn comments_are_told_from_text() {
        let yaml = "# top\n# more\na: 1 # one\nurl: http://x/#no\nb: 'x # no'\nrun: |\n  # no\n  make\nc:\n  # yes\n  - d\n";
        assert_eq!(texts(yaml), ["# top\n# more", "# one", "# yes"]);
        assert_eq!(texts("[a]\nb = 1\n# c\nd = \"#\"\n"), ["# c"]);
        assert_eq!(
            texts("---\n# x\na: 1\nb: 2\n---\n# Heading\n\nText.\n"),
            ["# x"]
        );
    }

    #[test]
    fn other_texts_have_none() {
        for text in [
            "# Heading\n\nSome text.\n",
            "# Heading\n\n- a\n- b\n",
            "Note: this.\n# Heading\nText goes on.\n",
        ] {
            assert!(texts(text).is_empty(), "{text}");
        }
        assert!(may_begin("# a\nb: 1\n") && may_begin("---\na: 1 # x\n"));
        assert!(!may_begin("# Heading\n\nText\n") && may_begin("a: 1\n"));
    }
}
