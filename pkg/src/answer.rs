//! A report as JavaScript gets it.

use js_sys::Uint32Array;
use serde::Serialize;
use tamis::{Decoded, Report, Rule};
use wasm_bindgen::prelude::*;

use crate::{input::with_input, offsets::Utf16Offsets, state::in_use};

/// Cleans the first `len` bytes of the input buffer. `undefined` if there is nothing to say about them.
///
/// # Errors
///
/// Never in practice: the error is that of the conversion.
#[wasm_bindgen]
pub fn sanitize(len: usize) -> Result<JsValue, JsValue> {
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
///
/// # Errors
///
/// Never in practice: the error is that of the conversion.
#[wasm_bindgen]
pub fn sanitize_utf16(units: &[u16]) -> Result<JsValue, JsValue> {
    let (sanitizer, source) = in_use();
    let decoded = Decoded::from_utf16(units);
    answer(&sanitizer.sanitize_decoded_from(source, &decoded))
}

/// What `Answer` in `js/answer.ts` is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    /// Left out if the caller has the same text already.
    #[serde(skip_serializing_if = "Option::is_none")]
    clean: Option<&'a str>,
    /// For each finding the number of its rule, the number of its action, the start and the end of its span.
    /// All in one array: one crossing, whatever their number.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    findings: Uint32Array,
    /// For each changed stretch its span in dirty and its span in clean.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    changes: Uint32Array,
    reveals: Vec<Reveal<'a>>,
    score: f64,
    level: &'static str,
    signals: Vec<Signal>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reveal<'a> {
    /// Which finding it belongs to.
    finding: u32,
    text: &'a str,
    chain: &'a [&'static str],
    share: f64,
    utf16_span: [u32; 2],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signal {
    id: &'static str,
    why: &'static str,
    utf16_span: [u32; 2],
    weight: f64,
}

fn answer(report: &Report<'_>) -> Result<JsValue, JsValue> {
    let risk = report.risk();
    if report.findings().is_empty()
        && risk.signals().is_empty()
        && risk.score() == 0.0
        && !report.changed()
    {
        return Ok(JsValue::UNDEFINED);
    }
    let findings = report.findings().iter().map(|finding| finding.byte_span());
    let reveals = report.reveals().map(|reveal| reveal.byte_span());
    let signals = risk.signals().iter().map(|signal| signal.byte_span());
    let offsets = Utf16Offsets::new(report.dirty(), findings.chain(reveals).chain(signals));
    let answer = Answer {
        clean: report.changed().then(|| report.clean().as_ref()),
        findings: findings_of(report, &offsets),
        changes: changes_of(report),
        reveals: reveals_of(report, &offsets),
        score: short(risk.score()),
        level: risk.level().id(),
        signals: signals_of(report, &offsets),
    };
    Ok(serde_wasm_bindgen::to_value(&answer)?)
}

fn findings_of(report: &Report<'_>, offsets: &Utf16Offsets) -> Uint32Array {
    let numbers: Vec<u32> = report
        .findings()
        .iter()
        .flat_map(|finding| {
            let [start, end] = offsets.span(&finding.byte_span());
            [
                rule_number(finding.rule()),
                finding.action() as u32,
                start,
                end,
            ]
        })
        .collect();
    Uint32Array::from(numbers.as_slice())
}

fn changes_of(report: &Report<'_>) -> Uint32Array {
    let numbers: Vec<u32> = report
        .map()
        .changes_utf16()
        .flat_map(|(dirty, clean)| [dirty.start, dirty.end, clean.start, clean.end])
        .map(|offset| offset as u32)
        .collect();
    Uint32Array::from(numbers.as_slice())
}

fn reveals_of<'a>(report: &'a Report<'_>, offsets: &Utf16Offsets) -> Vec<Reveal<'a>> {
    let numbered = (0..).zip(report.findings());
    numbered
        .filter_map(|(finding, found)| {
            let reveal = found.reveal()?;
            Some(Reveal {
                finding,
                text: reveal.text(),
                chain: reveal.chain(),
                share: short(reveal.share()),
                utf16_span: offsets.span(&reveal.byte_span()),
            })
        })
        .collect()
}

fn signals_of(report: &Report<'_>, offsets: &Utf16Offsets) -> Vec<Signal> {
    let signals = report.risk().signals().iter();
    signals
        .map(|signal| Signal {
            id: signal.id(),
            why: signal.why(),
            utf16_span: offsets.span(&signal.byte_span()),
            weight: short(signal.weight()),
        })
        .collect()
}

/// The place of a rule in [`Rule::ALL`], which [`rules`](crate::rules) keeps too.
fn rule_number(rule: Rule) -> u32 {
    rule as u32
}

/// The number a person would write: 0.95 and not 0.949999988079071, which is what a wider float makes of it.
fn short(number: f32) -> f64 {
    (f64::from(number) * 1e6).round() / 1e6
}
