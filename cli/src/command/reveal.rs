//! `tamis reveal`: only the hidden messages.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use clap::Args;
use serde::Serialize;

use crate::{
    args::{Color, Format, Sifting},
    exit::Exit,
    input::Input,
    report::{
        human,
        inspect::{Detail, Inspection},
        json::{self, Document, Tool},
        places::Place,
        shape::RevealShape,
    },
    trouble::Trouble,
};

/// Show the messages hidden in text, one per line: path:line:column: chain: text
///
/// The chain names the steps that decoded the message, outermost first. The text is escaped to stay on its line and
/// harmless on a terminal; --format json has it exactly.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Reveal {
    /// Files; none or '-' is stdin
    files: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    /// The shape of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

const EXAMPLES: &str = "\
Examples:
  tamis reveal mail.txt
  curl -s https://example.com/ | tamis reveal
  tamis reveal --format json *.txt | jq -r '.files[].reveals[].text'";

/// The messages of one file.
#[derive(Debug, Serialize)]
struct RevealedFile {
    path: String,
    reveals: Vec<PlacedReveal>,
}

#[derive(Debug, Serialize)]
struct PlacedReveal {
    #[serde(flatten)]
    place: Option<Place>,
    #[serde(flatten)]
    reveal: RevealShape,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    messages_revealed: usize,
}

impl Reveal {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let stdout = anstream::AutoStream::new(io::stdout().lock(), self.color.into());
        let mut out = BufWriter::new(stdout);
        let mut trouble = Trouble::default();
        let sanitizer = self.sifting.sanitizer();
        let mut files = Vec::new();
        let mut summary = Summary::default();
        for input in Input::named(&self.files) {
            let path = input.name();
            let bytes = match input.read() {
                Ok(bytes) => bytes,
                Err(error) => {
                    trouble.report(path, &error);
                    continue;
                }
            };
            let seen =
                Inspection::of_bytes(&bytes, &sanitizer, self.sifting.source, Detail::Places);
            summary.messages_revealed += seen.reveals().count();
            match self.format {
                Format::Human => {
                    for (finding, reveal) in seen.reveals() {
                        human::write_reveal(&mut out, &path, finding, reveal)?;
                    }
                }
                Format::Json => files.push(RevealedFile::new(path, seen)),
            }
        }
        if self.format == Format::Json {
            let document = Document {
                tool: Tool::this(),
                policy: sanitizer.policy().id(),
                source: self.sifting.source.id(),
                files,
                errors: trouble.errors(),
                summary,
            };
            json::write_line(&mut out, &document)?;
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }
}

impl RevealedFile {
    fn new(path: String, seen: Inspection) -> Self {
        let reveals = seen.findings.into_iter().filter_map(|finding| {
            Some(PlacedReveal {
                place: finding.place,
                reveal: finding.reveal?,
            })
        });
        Self {
            path,
            reveals: reveals.collect(),
        }
    }
}
