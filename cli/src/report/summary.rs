//! What was seen in all files together.

use std::io::{self, Write};

use serde::Serialize;
use tamis::Level;

use super::{
    human::{counted, level_style},
    inspect::Inspection,
    shape::level_id,
};

/// Counts over all files.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Summary {
    files_scanned: usize,
    files_skipped: usize,
    files_with_findings: usize,
    pub(crate) findings: usize,
    messages_revealed: usize,
    #[serde(serialize_with = "level_id")]
    pub(crate) highest_risk: Level,
}

impl Default for Summary {
    fn default() -> Self {
        Self {
            files_scanned: 0,
            files_skipped: 0,
            files_with_findings: 0,
            findings: 0,
            messages_revealed: 0,
            highest_risk: Level::None,
        }
    }
}

impl Summary {
    /// Counts one more file; `None` for a binary one.
    pub(crate) fn add(&mut self, seen: Option<&Inspection>) {
        let Some(seen) = seen else {
            self.files_skipped += 1;
            return;
        };
        self.files_scanned += 1;
        self.files_with_findings += usize::from(!seen.findings.is_empty());
        self.findings += seen.findings.len();
        self.messages_revealed += seen.reveals().count();
        self.highest_risk = self.highest_risk.max(seen.risk.level);
    }

    /// The last line of the report.
    pub(crate) fn write(&self, out: &mut impl Write, errors: usize) -> io::Result<()> {
        let mut parts = vec![
            format!("{} scanned", counted(self.files_scanned, "file")),
            format!("{} with findings", self.files_with_findings),
            counted(self.findings, "finding"),
            format!("{} revealed", counted(self.messages_revealed, "message")),
        ];
        if self.files_skipped > 0 {
            parts.push(format!("{} skipped as binary", self.files_skipped));
        }
        if errors > 0 {
            parts.push(format!("{errors} could not be read"));
        }
        let style = level_style(self.highest_risk);
        let (list, level) = (parts.join(", "), self.highest_risk);
        writeln!(out, "{list}, {style}highest risk {level}{style:#}")
    }
}
