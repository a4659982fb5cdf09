//! Looks at one text and keeps what is worth saying about it, so that the text itself can go.

use std::ops::Range;

use tamis::{Decoded, Explanation, Finding, Report, Reveal, Rule, Sanitizer, Source};

use super::{
    characters::Characters,
    excerpt::Excerpt,
    places::{Place, Places},
    shape::{FindingShape, RevealShape, RiskShape, SignalShape, span},
};

/// Longer words are shown by themselves.
const MAX_EXCERPT_CHARS: usize = 48;

/// How much is said about each finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Detail {
    /// What the core says.
    Spans,
    /// Lines, columns and the names of characters too.
    Places,
    /// The words of signals too.
    Words,
    /// The surroundings of the first so many groups too, for a person.
    Excerpts(usize),
}

/// What there is to say about one text.
#[derive(Debug)]
pub(crate) struct Inspection {
    pub(crate) findings: Vec<FindingShape>,
    pub(crate) risk: RiskShape,
}

impl Inspection {
    /// Decodes `bytes` and looks at them.
    pub(crate) fn of_bytes(
        bytes: &[u8],
        sanitizer: &Sanitizer,
        source: Source,
        detail: Detail,
    ) -> Self {
        let decoded = Decoded::from_bytes(bytes);
        let report = sanitizer.sanitize_decoded_from(source, &decoded);
        let mut inspection = Self::new(&report, detail);
        for finding in &mut inspection.findings {
            let origin = finding
                .origin_span
                .and_then(|[start, end]| bytes.get(start..end));
            finding.origin_bytes = origin.unwrap_or_default().to_vec();
        }
        inspection
    }

    pub(crate) fn new(report: &Report<'_>, detail: Detail) -> Self {
        let is_empty = report.findings().is_empty() && report.risk().signals().is_empty();
        let text = if is_empty { "" } else { report.dirty() };
        let inspector = Inspector {
            places: Places::new(text),
            found: report.findings().iter().map(Finding::byte_span).collect(),
            detail,
        };
        let findings = report
            .findings()
            .iter()
            .map(|finding| inspector.finding(finding));
        let mut findings: Vec<FindingShape> = findings.collect();
        if let Detail::Excerpts(max) = detail {
            // the first of each group only: its line is shown once
            for group in findings.chunk_by_mut(FindingShape::goes_with).take(max) {
                if let [first, ..] = group {
                    first.excerpt = Some(inspector.excerpt(first));
                }
            }
        }
        Self {
            findings,
            risk: RiskShape {
                score: report.risk().score(),
                level: report.risk().level(),
                signals: report.explain().map(|one| inspector.signal(one)).collect(),
            },
        }
    }

    /// The findings at which a message begins, each with it.
    pub(crate) fn reveals(&self) -> impl Iterator<Item = (&FindingShape, &RevealShape)> {
        self.findings
            .iter()
            .filter_map(|finding| Some((finding, finding.reveal.as_ref()?)))
    }
}

#[derive(Debug)]
struct Inspector<'a> {
    places: Places<'a>,
    found: Vec<Range<usize>>,
    detail: Detail,
}

impl Inspector<'_> {
    fn finding(&self, finding: &Finding) -> FindingShape {
        let byte_span = finding.byte_span();
        FindingShape {
            id: finding.id(),
            place: self.place(byte_span.start),
            byte_span: span(&byte_span),
            utf16_span: self.places.utf16_span(&byte_span),
            action: finding.action().id(),
            why: finding.why(),
            characters: self.characters(finding),
            reveal: finding.reveal().map(|reveal| self.reveal(reveal)),
            skeleton: finding.skeleton().map(Into::into),
            origin_span: finding.origin_span().as_ref().map(span),
            origin_bytes: Vec::new(),
            excerpt: None,
        }
    }

    fn reveal(&self, reveal: &Reveal) -> RevealShape {
        RevealShape {
            text: reveal.text().into(),
            chain: reveal.chain().to_vec(),
            share: reveal.share(),
            byte_span: span(&reveal.byte_span()),
            utf16_span: self.places.utf16_span(&reveal.byte_span()),
        }
    }

    fn signal(&self, explanation: Explanation<'_>) -> SignalShape {
        let signal = explanation.signal();
        let byte_span = signal.byte_span();
        let explained = self.detail == Detail::Words;
        let words = explanation.words();
        // an excerpt is of one line; in it, what is hidden takes up little room
        let is_short = words.chars().nth(MAX_EXCERPT_CHARS).is_none();
        let fits = !words.contains('\n') && (is_short || explanation.reads().is_some());
        SignalShape {
            id: signal.id().into(),
            place: self.place(byte_span.start),
            byte_span: span(&byte_span),
            utf16_span: self.places.utf16_span(&byte_span),
            weight: signal.weight(),
            why: signal.why().into(),
            words: explained.then(|| words.into()),
            reads: explanation.reads().filter(|_| explained).map(Into::into),
            excerpt: (explained && fits)
                .then(|| Excerpt::new(&self.places, byte_span.start, &[byte_span])),
        }
    }

    fn excerpt(&self, finding: &FindingShape) -> Excerpt {
        Excerpt::new(&self.places, finding.byte_span[0], &self.found)
    }

    fn place(&self, byte: usize) -> Option<Place> {
        (self.detail >= Detail::Places).then(|| self.places.place(byte))
    }

    fn characters(&self, finding: &Finding) -> Option<Characters> {
        let found = match finding.rule() {
            Rule::InputLimit => "", // all that was not looked at: megabytes perhaps, and nothing is known of them
            _ => self.places.text().get(finding.byte_span())?,
        };
        (self.detail >= Detail::Places).then(|| Characters::of(found))
    }
}
