//! `tamis scan`: what hides in these files?

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    str::FromStr,
};

use clap::Args;
use rayon::prelude::*;
use serde::Serialize;
use tamis::{Level, Sanitizer, Source};

use crate::{
    args::{Color, Format, Sifting},
    exit::Exit,
    input::Input,
    progress::Progress,
    report::{
        human,
        inspect::{Detail, Inspection},
        json::{self, Document, FileShape, Tool},
        summary::Summary,
    },
    rules::OwnRulesArgs,
    trouble::Trouble,
    walk,
};

/// How many files are read at once; what is found in them is printed in their order.
const BATCH: usize = 64;
/// How many groups of findings of one file are shown unless all are asked for.
const MAX_SHOWN: usize = 20;

/// Look for hidden text in files and folders, and change nothing.
///
/// Folders are walked as .gitignore says, hidden files included. Binary files (a NUL in the first 8 KiB, and not UTF-16) are
/// skipped. Lines and columns count from 1; a column is one Unicode scalar value, whatever its width. Nothing of a
/// text reaches the terminal unescaped: hidden characters are shown as ‹U+200B›.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Scan {
    /// Files and folders; none or '-' is stdin
    paths: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    #[command(flatten)]
    own: OwnRulesArgs,

    /// The shape of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,

    /// Exit with 1 on any finding (any), or when a file's risk is at least low, medium, high or critical
    #[arg(long, value_name = "LEVEL", value_parser = FailOn::from_str)]
    fail_on: Option<FailOn>,

    /// Show every finding of a file, not only the first 20 groups
    #[arg(long)]
    all: bool,

    /// Say nothing about files in which nothing was found
    #[arg(long, short)]
    quiet: bool,

    /// Look at files that .gitignore and .ignore leave out, too
    #[arg(long)]
    no_ignore: bool,

    /// Look at binary files as if they were text
    #[arg(long, short = 'a')]
    text: bool,
}

const EXAMPLES: &str = "\
Examples:
  tamis scan .                                  this folder
  tamis scan --fail-on medium docs AGENTS.md    a check before a merge: exits with 1
  tamis scan --policy code src                  source code: Trojan Source and the rest
  pbpaste | tamis scan                          what am I about to paste?
  tamis scan --format json . | jq '.files[].findings[].id'";

/// What makes a scan fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FailOn {
    Any,
    Level(Level),
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match (name, name.parse()) {
            ("any", _) => Ok(Self::Any),
            (_, Ok(level)) if level > Level::None => Ok(Self::Level(level)),
            _ => Err("expected any, low, medium, high or critical".into()),
        }
    }
}

/// One file of the JSON report.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Scanned {
    Text(FileShape),
    Binary { path: String, skipped: &'static str },
}

impl Scan {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let Some(sanitizer) = self.own.give(self.sifting.sanitizer()) else {
            return Ok(Exit::Failed);
        };
        let inputs = walk::inputs(&self.paths, self.no_ignore, &mut trouble);
        let mut out = BufWriter::new(anstream::AutoStream::new(
            io::stdout().lock(),
            self.color.into(),
        ));
        match self.scan(&inputs, &sanitizer, &mut trouble, &mut out) {
            Ok(summary) => Ok(trouble.exit_or(self.verdict(&summary))),
            // without the rest of the scan there is no saying that it passed
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe && self.fail_on.is_some() => {
                Ok(Exit::Failed)
            }
            Err(error) => Err(error),
        }
    }

    fn scan(
        &self,
        inputs: &[Input],
        sanitizer: &Sanitizer,
        trouble: &mut Trouble,
        out: &mut impl Write,
    ) -> io::Result<Summary> {
        let progress = Progress::files(inputs.len());
        let mut summary = Summary::default();
        let mut files = Vec::new();
        for batch in inputs.chunks(BATCH) {
            let scanned: Vec<_> = batch
                .par_iter()
                .map(|input| {
                    (
                        input.name(),
                        self.look_at(input, sanitizer, self.sifting.source),
                    )
                })
                .inspect(|_| progress.advance(1))
                .collect();
            progress.suspend(|| -> io::Result<()> {
                for (path, seen) in scanned {
                    let seen = match seen {
                        Ok(seen) => seen,
                        Err(error) => {
                            trouble.report(path, &error);
                            continue;
                        }
                    };
                    summary.add(seen.as_ref());
                    match self.format {
                        Format::Human => self.write(out, &path, seen.as_ref())?,
                        Format::Json => files.push(Scanned::new(path, seen)),
                    }
                }
                out.flush()
            })?;
        }
        drop(progress);
        match self.format {
            Format::Human => summary.write(out, trouble.errors().len())?,
            Format::Json => json::write_line(
                out,
                &Document {
                    tool: Tool::this(),
                    policy: sanitizer.policy().id(),
                    source: self.sifting.source.id(),
                    files,
                    errors: trouble.errors(),
                    summary: &summary,
                },
            )?,
        }
        out.flush()?;
        Ok(summary)
    }

    /// `None` for a binary file.
    fn look_at(
        &self,
        input: &Input,
        sanitizer: &Sanitizer,
        source: Source,
    ) -> io::Result<Option<Inspection>> {
        let bytes = if self.text {
            Some(input.read()?)
        } else {
            input.read_text()?
        };
        let detail = match self.format {
            Format::Human => Detail::Excerpts(self.max_groups()),
            Format::Json => Detail::Places,
        };
        Ok(bytes.map(|bytes| Inspection::of_bytes(&bytes, sanitizer, source, detail)))
    }

    fn write(&self, out: &mut impl Write, path: &str, seen: Option<&Inspection>) -> io::Result<()> {
        match seen {
            None => human::write_quiet(out, path, "binary, skipped"),
            Some(seen) if seen.is_calm() && self.quiet => Ok(()),
            Some(seen) if seen.is_calm() => human::write_quiet(out, path, "nothing found"),
            Some(seen) => human::write_file(out, path, seen, self.max_groups()),
        }
    }

    /// How many groups of findings of one file are shown.
    fn max_groups(&self) -> usize {
        if self.all { usize::MAX } else { MAX_SHOWN }
    }

    fn verdict(&self, summary: &Summary) -> Exit {
        let is_reached = match self.fail_on {
            None => false,
            Some(FailOn::Any) => summary.findings > 0,
            Some(FailOn::Level(level)) => summary.highest_risk >= level,
        };
        if is_reached { Exit::Found } else { Exit::Done }
    }
}

impl Inspection {
    fn is_calm(&self) -> bool {
        self.findings.is_empty() && self.risk.level == Level::None
    }
}

impl Scanned {
    fn new(path: String, seen: Option<Inspection>) -> Self {
        match seen {
            Some(Inspection { findings, risk }) => Self::Text(FileShape {
                path,
                findings,
                risk,
            }),
            None => Self::Binary {
                path,
                skipped: "binary",
            },
        }
    }
}
