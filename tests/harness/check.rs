//! Runs one case on the core.

use std::fmt::Write as _;

use tamis::{Decoded, Encoding, Policy, Report, Sanitizer, Source, Stream};

use super::case::{Case, Dirty, Finding};

/// Runs all cases. `Err` shows every one that differs.
pub(crate) fn check_all(cases: &[Case]) -> Result<(), String> {
    let differences: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    if differences.is_empty() {
        return Ok(());
    }
    let (count, all) = (differences.len(), cases.len());
    Err(format!(
        "{count} of {all} cases differ\n\n{}",
        differences.join("\n")
    ))
}

fn check(case: &Case) -> Result<(), String> {
    let differences = run(case)?;
    if differences.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n  why: {}\n{differences}", case.name, case.why))
}

fn run(case: &Case) -> Result<String, String> {
    let wrong_name = |error: tamis::Error| format!("{}: {error}", case.name);
    let policy: Policy = case.policy.parse().map_err(wrong_name)?;
    let source: Source = case.source.parse().map_err(wrong_name)?;
    let sanitizer = Sanitizer::new(policy);
    Ok(match case.dirty()? {
        Dirty::Text(text) => {
            let report = sanitizer.sanitize_from(source, text);
            let mut stream = sanitizer.stream_from(source);
            // text has no byte-order mark
            stream.push_str("");
            differences(case, &report) + &difference_streamed(stream, text.as_bytes(), &report)
        }
        Dirty::Bytes(bytes) => {
            let decoded = Decoded::from_bytes(&bytes);
            let report = sanitizer.sanitize_decoded_from(source, &decoded);
            let mut differences = differences(case, &report);
            // UTF-16 is decoded as a whole
            if decoded.encoding() == Encoding::Utf8 {
                let stream = sanitizer.stream_from(source);
                differences += &difference_streamed(stream, &bytes, &report);
            }
            differences
        }
    })
}

/// What differs when the same comes one byte at a time.
fn difference_streamed(mut stream: Stream, bytes: &[u8], report: &Report<'_>) -> String {
    let mut clean = String::new();
    for byte in bytes.chunks(1) {
        clean += stream.push(byte);
    }
    let end = stream.finish();
    clean += end.clean();
    let mut out = String::new();
    let streamed = format!("{:?}", (&clean, end.findings(), end.risk(), end.changed()));
    let text: &str = report.clean();
    let whole = format!(
        "{:?}",
        (text, report.findings(), report.risk(), report.changed())
    );
    if streamed != whole {
        show(&mut out, "streamed", &whole, &streamed);
    }
    out
}

/// What differs, a line for each thing. Debug formatting shows invisible characters escaped.
fn differences(case: &Case, report: &Report<'_>) -> String {
    let mut out = String::new();
    if report.clean() != case.clean() {
        show(
            &mut out,
            "clean",
            &format!("{:?}", case.clean()),
            &format!("{:?}", report.clean()),
        );
    }
    let mut findings = findings_of(report);
    for (got, expected) in findings.iter_mut().zip(&case.findings) {
        // compared where the case has one
        got.skeleton = got.skeleton.take().filter(|_| expected.skeleton.is_some());
    }
    for at in 0..findings.len().max(case.findings.len()) {
        let (expected, got) = (case.findings.get(at), findings.get(at));
        if expected != got {
            show(
                &mut out,
                &format!("finding {at}"),
                &describe(expected),
                &describe(got),
            );
        }
    }
    let score = report.risk().score();
    let (min, max) = (case.risk.min.unwrap_or(0.0), case.risk.max.unwrap_or(1.0));
    if !(min..=max).contains(&score) {
        show(
            &mut out,
            "risk",
            &format!("from {min} to {max}"),
            &score.to_string(),
        );
    }
    out
}

fn show(out: &mut String, what: &str, expected: &str, got: &str) {
    // writing to a string cannot fail
    let _ = writeln!(out, "  {what}\n    expected {expected}\n    got      {got}");
}

fn describe(finding: Option<&Finding>) -> String {
    finding.map_or_else(|| "none".into(), |finding| format!("{finding:?}"))
}

fn findings_of(report: &Report<'_>) -> Vec<Finding> {
    let findings = report.findings().iter();
    findings
        .map(|finding| Finding {
            id: finding.id().into(),
            span: [finding.byte_span().start, finding.byte_span().end],
            action: finding.action().id().into(),
            reveal: finding.reveal().map(|reveal| reveal.text().into()),
            chain: finding
                .reveal()
                .map(|reveal| reveal.chain().iter().map(|&step| step.into()).collect()),
            skeleton: finding.skeleton().map(Into::into),
        })
        .collect()
}
