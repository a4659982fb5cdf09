//! `tamis spotlight`: untrusted text, marked so that a model can tell it from the words around it.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    str::FromStr,
};

use clap::Args;
use serde::Serialize;
use tamis::{Decoded, SpotlightMode, spotlight};

use crate::{
    args::{Format, Sifting},
    exit::Exit,
    input::Input,
    report::json,
    trouble::{self, Trouble},
};

/// Clean a text and put it between boundaries that nobody can foresee.
///
/// The marked text goes to stdout, and the sentences for the system prompt to stderr; with --format json, both are in one
/// document. The boundary is new in every run, from the random numbers of the operating system.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Spotlight {
    /// A file; none or '-' is stdin
    file: Option<PathBuf>,

    /// How the text is marked: delimit, datamark (a marker before each word), base64 or rot13
    #[arg(long, value_name = "MODE", default_value = "delimit", value_parser = SpotlightMode::from_str)]
    mode: SpotlightMode,

    #[command(flatten)]
    sifting: Sifting,

    /// The shape of the answer
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  tamis spotlight mail.txt > marked.txt
  tamis spotlight --mode datamark --policy document page.html
  tamis spotlight --format json < result.txt";

/// The JSON answer.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    text: &'a str,
    system_prompt: &'a str,
    boundary: &'a str,
    mode: &'static str,
}

impl Spotlight {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let mut out = BufWriter::new(io::stdout().lock());
        let input = self.file.as_slice();
        for input in Input::named(input) {
            let bytes = match input.read() {
                Ok(bytes) => bytes,
                Err(error) => {
                    trouble.report(input.name(), &error);
                    continue;
                }
            };
            let decoded = Decoded::from_bytes(&bytes);
            let sanitizer = self.sifting.sanitizer();
            let report = sanitizer.sanitize_decoded_from(self.sifting.source, &decoded);
            let mut nonce = [0; 16];
            getrandom::fill(&mut nonce)?;
            let marked = spotlight(report.clean(), self.mode, &nonce).map_err(io::Error::other)?;
            match self.format {
                Format::Human => {
                    trouble::say(&format!("system prompt: {}", marked.system_prompt()));
                    writeln!(out, "{}", marked.text())?;
                }
                Format::Json => json::write_line(
                    &mut out,
                    &Answer {
                        text: marked.text(),
                        system_prompt: marked.system_prompt(),
                        boundary: marked.boundary(),
                        mode: self.mode.id(),
                    },
                )?,
            }
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }
}
