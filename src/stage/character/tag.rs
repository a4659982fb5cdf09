//! Tag characters (UTS #51, ED-14a): only the three registered subdivision flags use them.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{Class, class},
};

/// The flag that a tag sequence hangs on.
const BLACK_FLAG: char = '\u{1F3F4}';

/// England, Scotland, Wales: the only sequences in emoji-sequences.txt. No others, or every flag could carry a message.
const SUBDIVISIONS: [&str; 3] = ["gbeng", "gbsct", "gbwls"];

/// U+E007F CANCEL TAG, which ends a sequence.
const CANCEL_TAG: char = '\u{E007F}';

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    if here.text_before().ends_with(BLACK_FLAG)
        && let Some(bytes) = SUBDIVISIONS
            .iter()
            .find_map(|name| spelled(here.text_from(), name))
    {
        return Verdict::keep(bytes);
    }
    let run = here
        .text_from()
        .chars()
        .take_while(|&c| class(c) == Class::Tag);
    Verdict::remove(run.map(char::len_utf8).sum(), Rule::TagCharacters)
}

/// How many bytes `name` takes in tag characters with the cancel tag, if `text` begins with that.
fn spelled(text: &str, name: &str) -> Option<usize> {
    let mut tags = text.chars();
    let wanted = name
        .chars()
        .filter_map(|c| char::from_u32(0xE0000 + u32::from(c)))
        .chain([CANCEL_TAG]);
    let mut bytes = 0;
    for tag in wanted {
        if tags.next() != Some(tag) {
            return None;
        }
        bytes += tag.len_utf8();
    }
    Some(bytes)
}
