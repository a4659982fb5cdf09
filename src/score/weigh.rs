//! Joins what was found and what the words say into one score.

use alloc::{borrow::Cow, vec::Vec};

use super::{
    judge::{Judge, Verdict},
    risk::{Risk, Signal},
};
use crate::{finding::Finding, rule::Rule, source::Source};

/// The ids of signals that are neither of a finding's rule nor of a rule over words.
pub(super) const SIGNALS: [&str; 4] = ["hidden-message", "order", "override", "revealed-attack"];

/// Below this chance words say nothing: it is about what a text has of which no word is known.
const LEAST_CHANCE: f32 = 0.2;

/// Weighs findings and words into a risk: the chance that at least one of the signals is right, were they independent.
/// The rules that match are reasons for what the words say, and don't add to it: their weights are part of it already.
///
/// A rule of the caller's own that matches, in the words or in what was hidden, is a signal of that weight.
///
/// Signals of one rule count once, at the place of the first: a thousand zero-width characters say what three do.
pub(crate) fn weigh(findings: &[Finding], words: Judge, source: Source) -> Risk {
    let mut signals: Vec<Signal> = Vec::new();
    let mut add = |signal: Signal| match signals.iter_mut().find(|old| old.id == signal.id) {
        Some(old) if old.weight >= signal.weight => {}
        Some(old) => *old = signal,
        None if signal.weight > 0.0 => signals.push(signal),
        None => {}
    };
    for finding in findings {
        let (id, why, weight) = judge(finding);
        add(Signal {
            id: id.into(),
            why: why.into(),
            byte_span: finding.byte_span(),
            weight,
        });
        if let Some(reveal) = finding.reveal() {
            let mut hidden = words.another();
            hidden.read(reveal.text(), |span| span);
            // what a page hides is no person's request
            let verdict = hidden.finish(if finding.rule().is_of_markup() {
                Source::Document
            } else {
                Source::User
            });
            if verdict.chance >= LEAST_CHANCE {
                add(Signal {
                    id: "revealed-attack".into(),
                    why: "what was hidden reads as an attack on the model".into(),
                    byte_span: reveal.byte_span(),
                    weight: verdict.chance,
                });
            }
            for signal in own(&verdict, source) {
                let byte_span = reveal.byte_span();
                add(Signal {
                    byte_span,
                    ..signal
                });
            }
        }
    }
    let verdict = words.finish(source);
    if verdict.chance >= LEAST_CHANCE {
        add(signal(&verdict));
    }
    own(&verdict, source).for_each(&mut add);
    let none_is_right: f32 = signals.iter().map(|signal| 1.0 - signal.weight).product();
    if verdict.chance >= LEAST_CHANCE {
        signals.extend(reasons(&verdict, source));
    }
    signals.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    Risk {
        score: 1.0 - none_is_right,
        signals,
    }
}

/// What the words say.
fn signal(verdict: &Verdict) -> Signal {
    let (id, why) = if verdict.addresses {
        (
            "order",
            "an order to whoever reads it, where only data should stand",
        )
    } else {
        (
            "override",
            "words that try to change the model's rules, role, secrets or tools",
        )
    };
    Signal {
        id: id.into(),
        why: why.into(),
        byte_span: verdict.byte_span.clone(),
        weight: verdict.chance,
    }
}

/// The rules that say why. None says more than all the words do.
fn reasons(verdict: &Verdict, source: Source) -> impl Iterator<Item = Signal> {
    let rules = verdict.said.rules(source);
    rules
        .filter(|(_, weight, _)| *weight > 0.0)
        .map(|(rule, weight, byte_span)| Signal {
            id: rule.id().into(),
            why: rule.why().into(),
            byte_span,
            weight: weight.min(verdict.chance),
        })
}

/// The caller's own rules that match.
fn own(verdict: &Verdict, source: Source) -> impl Iterator<Item = Signal> {
    let found = verdict.own.iter().flat_map(move |own| own.found(source));
    found.map(|(rule, weight, byte_span)| Signal {
        id: Cow::Owned(rule.id.clone()),
        why: Cow::Owned(rule.why.clone()),
        byte_span,
        weight,
    })
}

/// The shortest message that counts as one: two letters come out of noise by chance.
const MESSAGE_CHARS: usize = 4;

/// First steps of what is shown in its own place: a link's address, a window's title, a line before it was covered, a comment.
const SEEN_ELSEWHERE: [&str; 4] = ["osc-8", "osc-title", "overwritten", "data-comment"];

fn judge(finding: &Finding) -> (&'static str, &'static str, f32) {
    if let Some(reveal) = finding.reveal()
        && reveal.share() >= 0.8
        && reveal.text().chars().count() >= MESSAGE_CHARS
        && !SEEN_ELSEWHERE.contains(&reveal.chain().first().copied().unwrap_or_default())
    {
        if finding.rule() == Rule::EncodedText {
            // in plain sight, and often honest
            return (finding.id(), finding.why(), 0.3);
        }
        if finding.rule().is_of_markup() {
            // pages hide much, and a label may be taken for an order: what it says decides
            return (finding.id(), finding.why(), 0.5);
        }
        let why = "text that no reader sees, but a model can read, decodes to language";
        return ("hidden-message", why, 0.95);
    }
    let weight = match finding.rule() {
        Rule::TagCharacters | Rule::BidiOverride => 0.6,
        Rule::InvisibleRun => 0.5,
        Rule::AnsiEscape | Rule::InterlinearAnnotation => 0.35,
        Rule::MixedScript | Rule::ConfusableHost => 0.35,
        // a question about chat templates has them as well as an attack; a disguise has no other purpose
        Rule::OverwrittenText => 0.35,
        Rule::SpecialToken => 0.35,
        Rule::SpecialTokenLookalike => 0.5,
        Rule::CallerBoundary => 0.6,
        Rule::FormulaCell => 0.15,
        // ordinary by themselves: plays, transcripts, documents that end
        Rule::AmbiguousToken | Rule::FakeTurn | Rule::FakeBoundary => 0.02,
        Rule::InputLimit | Rule::MarkupLimit | Rule::RevealLimit => 0.3,
        Rule::HiddenElement | Rule::DataLink => 0.5,
        Rule::UnrenderedElement | Rule::MarkupComment | Rule::MachineAttribute => 0.5,
        Rule::HiddenInput | Rule::CssContent | Rule::ReferenceComment => 0.5,
        Rule::LinkMismatch | Rule::DataComment => 0.15,
        // every page has them
        Rule::CollapsedElement => 0.0,
        // a fashion of names and headings more often than a disguise
        Rule::StyledLetters => 0.15,
        Rule::VariationSelectors | Rule::InvisibleOperator => 0.2,
        Rule::DeprecatedFormat | Rule::Noncharacter | Rule::DefaultIgnorable => 0.2,
        Rule::BidiEmbedding | Rule::BidiIsolate | Rule::C0Control | Rule::Filler => 0.15,
        // what a font or an encoding did, not a person
        Rule::PrivateUse | Rule::Unassigned | Rule::LineSeparator | Rule::Overstrike => 0.0,
        Rule::EncodedText | Rule::InvalidUtf8 | Rule::InvalidUtf16 | Rule::LoneSurrogate => 0.0,
        _ => 0.06,
    };
    (finding.id(), finding.why(), weight)
}
