//! Hyperlinks of terminals (OSC 8) whose text names another host than the one they lead to.
//!
//! The sequences are taken out as any escape sequence is; where the link would have led is known only before.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{Values, markup};
use crate::{
    edit::Edit,
    rule::Rule,
    util::{ansi, scan},
};

/// Names the text of each such link. Linear; allocates only where there is a link.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if scan::position(text.as_bytes(), |byte| (byte == 0x1B) | (byte == 0x9D)).is_none() {
        return edits;
    }
    // the escape character, the second byte of the C1 control that stands for it and a bracket, and the end of the line
    let is_sign = |byte| (byte == 0x1B) | (byte == 0x9D) | (byte == b'\n');
    let mut open: Option<Link<'_>> = None;
    let mut at = 0;
    while let Some(offset) = scan::position(text.as_bytes().get(at..).unwrap_or_default(), is_sign)
    {
        let start = text.floor_char_boundary(at + offset);
        let rest = text.get(start..).unwrap_or_default();
        let bytes = ansi::sequence_bytes(rest);
        let is_line_feed = rest.starts_with('\n');
        if bytes.is_none() && !is_line_feed {
            at += offset + 1;
            continue;
        }
        let bytes = bytes.unwrap_or(1);
        let target = ansi::control_string(rest, bytes).and_then(|said| target(said));
        if let Some(link) = &mut open {
            link.said
                .push_str(text.get(link.read..start).unwrap_or_default());
            link.read = start + bytes;
        }
        if is_line_feed || target.is_some() {
            let done = open.take();
            edits.extend(done.and_then(|link| link.judge(start)));
        }
        if let Some(target) = target.filter(|target| !target.is_empty()) {
            open = Some(Link {
                target,
                start: start + bytes,
                read: start + bytes,
                said: String::new(),
            });
        }
        at = start + bytes;
    }
    if let Some(mut link) = open {
        link.said
            .push_str(text.get(link.read..).unwrap_or_default());
        edits.extend(link.judge(text.len()));
    }
    edits
}

/// A link that has begun.
struct Link<'t> {
    target: &'t str,
    /// Where its text begins, and how far that has been read.
    start: usize,
    read: usize,
    /// Its text so far, without sequences.
    said: String,
}

impl Link<'_> {
    /// The finding, if the text that ends there names another host.
    fn judge(&self, end: usize) -> Option<Edit> {
        markup::is_mismatch(&self.said, self.target).then_some(Edit {
            byte_span: self.start..end,
            replacement: Cow::Borrowed(""),
            rule: Some(Rule::LinkMismatch),
        })
    }
}

/// The address in a control string that begins or ends a link: `8;parameters;address`, empty at its end.
fn target((opener, body): (char, &str)) -> Option<&str> {
    let link = body.strip_prefix("8;").filter(|_| opener == ']')?;
    Some(link.split_once(';')?.1)
}
