//! `tamis clean`: the text without what hides in it.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use clap::Args;
use serde::Serialize;
use tamis::{Action, Decoded, Report, Rule};

use crate::{
    args::{JsonLines, Sifting},
    exit::Exit,
    input::Input,
    jsonl,
    report::{human::counted, shape::FindingShape},
    show::escape,
    trouble::{self, Trouble},
};

/// Write clean text to stdout, as UTF-8, and what was done on stderr.
///
/// Several files are cleaned one by one and written one after the other, as 'cat' does. Input is UTF-8, or UTF-16 with a
/// byte-order mark; the mark is not part of the text and is left out. Clean text goes out as it is: under the policies that
/// only report, so do the control characters in it.
///
/// With --jsonl, one JSON object out for every line in, in the same order: {"clean":…,"changed":…,"findings":[…]}, or
/// {"error":…,"line":…} for a line that cannot be read (an empty one too), which makes the exit status 2 at the end.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Clean {
    /// Files; none or '-' is stdin
    files: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    #[command(flatten)]
    lines: JsonLines,

    /// Say nothing on stderr about what was done
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  tamis clean < mail.txt > clean.txt
  tamis clean --policy strict notes.txt
  tamis clean --jsonl --field body --policy document < pages.jsonl > clean.jsonl";

/// One line out for one line in.
#[derive(Debug, Serialize)]
struct CleanLine {
    clean: String,
    changed: bool,
    findings: Vec<FindingShape>,
}

impl Clean {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        if self.lines.jsonl {
            return self.run_jsonl(&mut trouble);
        }
        let mut out = BufWriter::new(io::stdout().lock());
        let sanitizer = self.sifting.sanitizer();
        for input in Input::named(&self.files) {
            let path = input.name();
            match input.read() {
                Ok(bytes) => {
                    let decoded = Decoded::from_bytes(&bytes);
                    let report = sanitizer.sanitize_decoded_from(self.sifting.source, &decoded);
                    out.write_all(report.clean().as_bytes())?;
                    out.flush()?;
                    if !self.quiet {
                        trouble::say(&format!("{}: {}", escape(&path), summary(&report)));
                    }
                }
                Err(error) => trouble.report(path, &error),
            }
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }

    fn run_jsonl(&self, trouble: &mut Trouble) -> io::Result<Exit> {
        jsonl::run_field(
            &self.files,
            &self.lines.field,
            &self.sifting.sanitizer(),
            self.sifting.source,
            trouble,
            |report, seen| CleanLine {
                clean: report.clean().clone().into_owned(),
                changed: report.changed(),
                findings: seen.findings,
            },
        )
    }
}

/// `removed 46 tag-characters, kept 2 private-use; 1 message revealed`, counted in characters.
fn summary(report: &Report<'_>) -> String {
    let mut counts: Vec<(Action, Rule, usize)> = Vec::new();
    for finding in report.findings() {
        let found = report.dirty().get(finding.byte_span()).unwrap_or_default();
        let count = found.chars().count();
        let (action, rule) = (finding.action(), finding.rule());
        match counts
            .iter_mut()
            .find(|known| (known.0, known.1) == (action, rule))
        {
            Some(known) => known.2 += count,
            None => counts.push((action, rule, count)),
        }
    }
    if counts.is_empty() {
        return "nothing found".into();
    }
    let list: Vec<String> = counts
        .iter()
        .map(|(action, rule, count)| {
            format!("{} {} ({rule})", action.id(), counted(*count, "character"))
        })
        .collect();
    match report.reveals().count() {
        0 => list.join(", "),
        reveals => format!(
            "{}; {} revealed",
            list.join(", "),
            counted(reveals, "message")
        ),
    }
}
