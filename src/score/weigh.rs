//! Joins what was found and what the words say into one score.

use alloc::vec::Vec;

use super::{
    risk::{Risk, Signal},
    words::{Judge, Origin, Verdict},
};
use crate::{finding::Finding, rule::Rule};

/// Below this chance words say nothing: it is about what a text has of which no word is known.
const LEAST_CHANCE: f32 = 0.2;

/// Weighs findings and words into a risk: the chance that at least one of the signals is right, were they independent.
/// Orders count for less in a text whose writer `gives_orders`.
///
/// Signals of one rule count once, at the place of the first: a thousand zero-width characters say what three do.
pub(crate) fn weigh(findings: &[Finding], words: Judge, gives_orders: bool) -> Risk {
    let origin = if gives_orders {
        Origin::Person
    } else {
        Origin::Data
    };
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
            id,
            why,
            byte_span: finding.byte_span(),
            weight,
        });
        if let Some(reveal) = finding.reveal() {
            let mut words = Judge::default();
            words.read(reveal.text(), |span| span);
            let verdict = words.finish(Origin::Person);
            if verdict.chance >= LEAST_CHANCE {
                add(Signal {
                    id: "revealed-attack",
                    why: "what was hidden reads as an attack on the model",
                    byte_span: reveal.byte_span(),
                    weight: verdict.chance,
                });
            }
        }
    }
    if let Some(signal) = signal(&words.finish(origin)) {
        add(signal);
    }
    signals.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let none_is_right: f32 = signals.iter().map(|signal| 1.0 - signal.weight).product();
    Risk {
        score: 1.0 - none_is_right,
        signals,
    }
}

/// What the words say, if it is worth a reason.
fn signal(verdict: &Verdict) -> Option<Signal> {
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
    (verdict.chance >= LEAST_CHANCE).then(|| Signal {
        id,
        why,
        byte_span: verdict.byte_span.clone(),
        weight: verdict.chance,
    })
}

/// The shortest message that counts as one: two letters come out of noise by chance.
const MESSAGE_CHARS: usize = 4;

fn judge(finding: &Finding) -> (&'static str, &'static str, f32) {
    if let Some(reveal) = finding.reveal()
        && reveal.share() >= 0.8
        && reveal.text().chars().count() >= MESSAGE_CHARS
    {
        let why = "text that no reader sees, but a model can read, decodes to language";
        return ("hidden-message", why, 0.95);
    }
    let weight = match finding.rule() {
        Rule::TagCharacters | Rule::BidiOverride => 0.6,
        Rule::InvisibleRun => 0.5,
        Rule::AnsiEscape | Rule::InterlinearAnnotation => 0.35,
        Rule::MixedScript | Rule::ConfusableHost => 0.35,
        Rule::InputLimit => 0.3,
        // a fashion of names and headings more often than a disguise
        Rule::StyledLetters => 0.15,
        Rule::VariationSelectors | Rule::InvisibleOperator => 0.2,
        Rule::DeprecatedFormat | Rule::Noncharacter | Rule::DefaultIgnorable => 0.2,
        Rule::BidiEmbedding | Rule::BidiIsolate | Rule::C0Control | Rule::Filler => 0.15,
        // what a font or an encoding did, not a person
        Rule::PrivateUse | Rule::Unassigned | Rule::LineSeparator => 0.0,
        Rule::InvalidUtf8 | Rule::InvalidUtf16 | Rule::LoneSurrogate => 0.0,
        _ => 0.06,
    };
    (finding.id(), finding.why(), weight)
}
