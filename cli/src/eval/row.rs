//! One labelled row.

use std::str::FromStr as _;

use serde::Deserialize;
use tamis::{Decoded, Sanitizer, Source};

use crate::jsonl::field::{Field, explain};

/// The text stands here.
const TEXT: &str = "text";

/// One row that was judged.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) attack: bool,
    pub(crate) score: f32,
    /// Who wrote it.
    pub(crate) source: Source,
    pub(crate) lang: Option<String>,
    pub(crate) kind: Option<String>,
    /// Its beginning, as it came.
    pub(crate) start: String,
}

/// What a row says beside its text.
#[derive(Deserialize)]
struct Labels {
    label: Option<String>,
    lang: Option<String>,
    kind: Option<String>,
    source: Option<String>,
    score: Option<f32>,
}

/// Reads rows and judges their texts.
#[derive(Debug)]
pub(crate) struct Judge {
    sanitizer: Sanitizer,
    /// Who wrote the rows that do not say it.
    source: Source,
    /// Whether the rows have their scores already.
    scored: bool,
    field: Field,
}

/// How many characters of a text are kept to show it.
const START_CHARS: usize = 160;

impl Judge {
    pub(crate) fn new(sanitizer: Sanitizer, source: Source, scored: bool) -> Self {
        let Ok(field) = Field::from_str(TEXT);
        Self {
            sanitizer,
            source,
            scored,
            field,
        }
    }

    /// The row on one line of JSON, judged; or why it is none.
    pub(crate) fn row(&self, line: &[u8]) -> Result<Row, String> {
        let labels: Labels = serde_json::from_slice(line)
            .map_err(|error| format!("not a labelled row: {}", explain(&error)))?;
        let attack = match labels.label.as_deref() {
            Some("attack") => true,
            Some("benign") => false,
            Some(other) => return Err(format!("label {other:?} is neither attack nor benign")),
            None => return Err("label is missing: attack or benign".into()),
        };
        // the rows of some sets name the place they were taken from
        let written_by = labels.source.as_deref().map(Source::from_str);
        let source = written_by.and_then(Result::ok).unwrap_or(self.source);
        let text = self.field.find(line);
        let (score, text) = if self.scored {
            (given(labels.score)?, text.unwrap_or_default())
        } else {
            let text = text?;
            let report = Decoded::from_wtf8(&text);
            let report = self.sanitizer.sanitize_decoded_from(source, &report);
            (report.risk().score(), text)
        };
        let start = String::from_utf8_lossy(&text);
        Ok(Row {
            attack,
            score,
            source,
            lang: labels.lang,
            kind: labels.kind,
            start: start.chars().take(START_CHARS + 1).collect(),
        })
    }
}

/// The start of a text on one line, cut where it goes on.
pub(crate) fn shortened(start: &str) -> String {
    let shown: String = start.chars().take(START_CHARS).collect();
    let more = if shown.len() < start.len() { "…" } else { "" };
    crate::show::escape(&shown) + more
}

/// The score that a row says.
fn given(score: Option<f32>) -> Result<f32, String> {
    match score {
        Some(score) if (0.0..=1.0).contains(&score) => Ok(score),
        Some(score) => Err(format!("score {score} is not from 0 to 1")),
        None => Err("score is missing: --scored reads it from each row".into()),
    }
}

#[cfg(test)]
mod tests {
    use tamis::{Sanitizer, Source};

    use super::{Judge, shortened};

    fn judge(scored: bool) -> Judge {
        Judge::new(Sanitizer::default(), Source::Document, scored)
    }

    #[test]
    fn a_row_is_judged_as_written_by_whom_it_names() {
        let row = judge(false)
            .row(br#"{"text": "hi", "label": "benign", "source": "tool", "lang": null}"#)
            .unwrap();
        assert_eq!((row.source, row.score, row.lang), (Source::Tool, 0.0, None));
        let row = judge(false)
            .row(br#"{"text": "\ud800", "label": "attack", "source": "some/where.csv"}"#)
            .unwrap();
        assert_eq!(row.source, Source::Document);
    }

    #[test]
    fn a_score_may_be_in_the_row() {
        let row = judge(true).row(br#"{"label": "attack", "score": 0.93}"#);
        assert_eq!(row.unwrap().score, 0.93);
        // and is read only if it is asked for
        let row = judge(false).row(br#"{"text": "hi", "label": "benign", "score": 0.93}"#);
        assert_eq!(row.unwrap().score, 0.0);
    }

    #[test]
    fn what_is_wrong_is_said_in_words() {
        let error = |scored, line: &str| judge(scored).row(line.as_bytes()).unwrap_err();
        let cases = [
            (
                false,
                r#"{"text": "x"}"#,
                "label is missing: attack or benign",
            ),
            (
                false,
                r#"{"text": "x", "label": "maybe"}"#,
                "label \"maybe\" is neither attack nor benign",
            ),
            (false, r#"{"label": "attack"}"#, "field 'text' is missing"),
            (false, r#"{"label": "attack""#, "not a labelled row: "),
            (
                true,
                r#"{"text": "x", "label": "attack"}"#,
                "score is missing: --scored reads it from each row",
            ),
            (
                true,
                r#"{"label": "attack", "score": 1.5}"#,
                "score 1.5 is not from 0 to 1",
            ),
        ];
        for (scored, line, wanted) in cases {
            let found = error(scored, line);
            assert!(found.starts_with(wanted), "{line}: {found}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(shortened("one\ntwo"), r"one\ntwo");
        assert!(shortened(&"x".repeat(161)).ends_with("xx…"));
        assert!(!shortened(&"x".repeat(160)).contains('…'));
    }
}
