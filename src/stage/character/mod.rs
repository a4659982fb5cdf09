//! Characters that draw nothing, or that have no meaning in text: kept where a script, an emoji or a notation asks
//! for them, proposed for removal elsewhere.
//!
//! One scan looks at each character's class; one small file for each family of classes judges those that are not
//! ordinary. Every judge looks at a bounded neighbourhood, so that the scan is linear, and skips over invisible
//! neighbours, so that what it keeps does not depend on what else is about to be removed.

mod bidi;
mod control;
mod embedding;
mod filler;
mod here;
mod joiner;
mod notation;
mod tag;
mod variation;
mod verdict;
mod zero_width;

use alloc::{borrow::Cow, vec::Vec};

use super::Values;
use crate::{
    edit::Edit,
    rule::Rule,
    unicode::{Class, ORDINARY, class},
};
use bidi::Line;
use here::Here;
use verdict::Verdict;

/// Proposes to take out every character that belongs to no real text where it stands.
///
/// Linear; allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut line = Line::default();
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        at += ORDINARY.prefix(rest);
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            return edits;
        };
        let class = class(c);
        if class == Class::Ordinary {
            at += c.len_utf8();
            continue;
        }
        let verdict = judge(&Here { text, at, c, class }, &mut line);
        let byte_span = at..at + verdict.bytes;
        at = byte_span.end;
        if let Some((rule, replacement)) = verdict.edit {
            let replacement = Cow::Borrowed(replacement);
            push(
                &mut edits,
                Edit {
                    byte_span,
                    replacement,
                    rule: Some(rule),
                },
            );
        }
    }
}

/// Appends an edit, or lengthens the last one if it says the same of the characters just before.
fn push(edits: &mut Vec<Edit>, edit: Edit) {
    match edits.last_mut() {
        Some(last)
            if last.byte_span.end == edit.byte_span.start
                && last.rule == edit.rule
                && last.replacement.is_empty()
                && edit.replacement.is_empty() =>
        {
            last.byte_span.end = edit.byte_span.end;
        }
        _ => edits.push(edit),
    }
}

/// Which file judges which class.
fn judge(here: &Here<'_>, line: &mut Line) -> Verdict {
    if let Some(bytes) = here.message_bytes() {
        return Verdict::remove(bytes, Rule::InvisibleRun);
    }
    match here.class {
        Class::Ordinary | Class::Space => here.keep(),
        Class::LineSeparator => Verdict::replace(here.c.len_utf8(), Rule::LineSeparator, "\n"),
        Class::Control => control::judge(here),
        Class::ZeroWidth => zero_width::judge(here),
        Class::Joiner => joiner::judge(here),
        Class::BidiMark | Class::BidiEmbedding | Class::BidiOverride | Class::BidiIsolate => {
            bidi::judge(here, line)
        }
        Class::HangulFiller | Class::KhmerVowel | Class::BrailleBlank => filler::judge(here),
        Class::GraphemeJoiner => joiner::judge_grapheme_joiner(here),
        Class::MongolianFormat
        | Class::MusicalFormat
        | Class::ShorthandFormat
        | Class::HieroglyphFormat
        | Class::InvisibleOperator => notation::judge(here),
        Class::VariationSelector | Class::VariationSelectorSupplement => variation::judge(here),
        Class::Tag => tag::judge(here),
        // no script asks for these
        Class::SoftHyphen => here.remove(Rule::SoftHyphen),
        Class::DeprecatedFormat => here.remove(Rule::DeprecatedFormat),
        Class::InterlinearAnnotation => here.remove(Rule::InterlinearAnnotation),
        Class::Format => here.remove(Rule::FormatCharacter),
        Class::DefaultIgnorable => here.remove(Rule::DefaultIgnorable),
        Class::Noncharacter => here.remove(Rule::Noncharacter),
        // these draw something: the policy says whether that is enough
        Class::PrivateUse => here.remove(Rule::PrivateUse),
        Class::Unassigned => here.remove(Rule::Unassigned),
    }
}
