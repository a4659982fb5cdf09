//! A report as JavaScript gets it.

use js_sys::Object;
use tamis::{Decoded, Report};
use wasm_bindgen::prelude::*;

use crate::{
    input::with_input,
    numbers::{short, span},
    offsets::Utf16Offsets,
    reveal::Reveal,
    signal::Signal,
    state::in_use,
};

#[wasm_bindgen]
extern "C" {
    /// What `Answer` in `js/answer.ts` is. Each setter sets one property of a plain object.
    #[derive(Clone, Debug)]
    #[wasm_bindgen(extends = Object)]
    pub type Answer;

    #[wasm_bindgen(method, setter)]
    fn set_clean(this: &Answer, clean: &str);

    // All numbers of all findings in one array: one crossing, whatever their number.
    #[wasm_bindgen(method, setter)]
    fn set_findings(this: &Answer, numbers: Vec<u32>);

    #[wasm_bindgen(method, setter)]
    fn set_skeletons(this: &Answer, skeletons: Vec<String>);

    #[wasm_bindgen(method, setter)]
    fn set_changes(this: &Answer, numbers: Vec<u32>);

    #[wasm_bindgen(method, setter)]
    fn set_reveals(this: &Answer, reveals: Vec<Reveal>);

    #[wasm_bindgen(method, setter)]
    fn set_score(this: &Answer, score: f64);

    #[wasm_bindgen(method, setter)]
    fn set_level(this: &Answer, level: &str);

    #[wasm_bindgen(method, setter)]
    fn set_signals(this: &Answer, signals: Vec<Signal>);
}

/// Cleans the first `len` bytes of the input buffer. `None` if there is nothing to say about them.
#[wasm_bindgen]
#[must_use]
pub fn sanitize(len: usize) -> Option<Answer> {
    let (sanitizer, source) = in_use();
    with_input(len, |bytes| match str::from_utf8(bytes) {
        Ok(dirty) => answer(&sanitizer.sanitize_from(source, dirty)),
        // not what an encoder writes, but no reason to fail
        Err(_) => {
            let decoded = Decoded::from_bytes(bytes);
            answer(&sanitizer.sanitize_decoded_from(source, &decoded))
        }
    })
}

/// Cleans a string that has lone surrogates, which UTF-8 can't hold.
#[wasm_bindgen]
#[must_use]
pub fn sanitize_utf16(units: &[u16]) -> Option<Answer> {
    let (sanitizer, source) = in_use();
    let decoded = Decoded::from_utf16(units);
    answer(&sanitizer.sanitize_decoded_from(source, &decoded))
}

fn answer(report: &Report<'_>) -> Option<Answer> {
    let risk = report.risk();
    if report.findings().is_empty()
        && risk.signals().is_empty()
        && risk.score() == 0.0
        && !report.changed()
    {
        return None;
    }
    let offsets = offsets_of(report);
    let answer: Answer = Object::new().unchecked_into();
    if report.changed() {
        answer.set_clean(report.clean());
    }
    answer.set_findings(findings_of(report, &offsets));
    answer.set_skeletons(skeletons_of(report));
    answer.set_changes(changes_of(report));
    answer.set_reveals(Reveal::all_of(report, &offsets));
    answer.set_score(short(risk.score()));
    answer.set_level(risk.level().id());
    answer.set_signals(Signal::all_of(report, &offsets));
    Some(answer)
}

/// The UTF-16 offsets of every span that the answer names.
fn offsets_of(report: &Report<'_>) -> Utf16Offsets {
    let findings = report.findings().iter().map(|finding| finding.byte_span());
    let reveals = report.reveals().map(|reveal| reveal.byte_span());
    let signals = report.risk().signals().iter();
    let signals = signals.map(|signal| signal.byte_span());
    Utf16Offsets::new(report.dirty(), findings.chain(reveals).chain(signals))
}

/// Of each finding: the place of its rule in [`tamis::Rule::ALL`], the number of its action, start and end.
fn findings_of(report: &Report<'_>, offsets: &Utf16Offsets) -> Vec<u32> {
    let findings = report.findings().iter();
    findings
        .flat_map(|finding| {
            let [start, end] = offsets.span(&finding.byte_span());
            [finding.rule() as u32, finding.action() as u32, start, end]
        })
        .collect()
}

/// Of each finding its skeleton, empty where it has none; nothing at all if none has one.
fn skeletons_of(report: &Report<'_>) -> Vec<String> {
    let skeletons = report.findings().iter().map(|finding| finding.skeleton());
    match skeletons.clone().all(|skeleton| skeleton.is_none()) {
        true => Vec::new(),
        false => skeletons
            .map(|skeleton| skeleton.unwrap_or_default().to_owned())
            .collect(),
    }
}

/// Of each changed stretch: start and end in dirty, start and end in clean.
fn changes_of(report: &Report<'_>) -> Vec<u32> {
    let changes = report.map().changes_utf16();
    changes
        .flat_map(|(dirty, clean)| [span(&dirty), span(&clean)])
        .flatten()
        .collect()
}
