//! The chances of rows that were held back, for `tamis eval --scored`.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    calibrate::{Calibration, logistic},
    rows::{Origin, Row},
};

/// Rows of one set, at most: each set counts about the same.
const ROWS: usize = 500;

/// The beginning of a text is enough to know it by, in characters.
const TEXT: usize = 200;

/// A line of JSON for each row.
pub(crate) fn lines(rows: &[(&Row, f32)], calibration: Calibration) -> Vec<String> {
    let mut counts: BTreeMap<(&str, &str, bool), usize> = BTreeMap::new();
    let mut lines = Vec::new();
    for (row, sum) in rows {
        // the news still hold the requests of the prompts that they were the data of
        if row.file == "benign_news_train" {
            continue;
        }
        let count = counts
            .entry((&row.file, &row.kind, row.attack))
            .or_default();
        *count += 1;
        if *count > ROWS {
            continue;
        }
        let line = json!({
            "text": row.text.chars().take(TEXT).collect::<String>(),
            "label": if row.attack { "attack" } else { "benign" },
            "score": logistic(calibration.slope * sum + calibration.shift),
            "source": match row.origin {
                Origin::User => "user",
                Origin::Data => "document",
            },
            "kind": row.kind,
            "lang": row.lang,
        });
        lines.push(format!("{line}\n"));
    }
    lines
}
