//! What the command line may say.

use std::{fmt, num::NonZeroUsize, process::ExitCode, str::FromStr};

use clap::{Args, Parser, Subcommand, ValueEnum};
use tamis::{Limits, NormalizationForm, Policy, Sanitizer, Source, unicode::UNICODE_VERSION};

use crate::{
    command::{clean, eval, pack, reveal, scan, score, spotlight},
    exit::Exit,
    jsonl::field::Field,
    show, trouble,
};

/// The sieve in front of language models: removes hidden Unicode from text, shows what was hidden,
/// scores the risk of prompt injection.
#[derive(Debug, Parser)]
#[command(name = "tamis", version = version(), after_help = EXAMPLES, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  tamis scan .                          what hides in this folder?
  tamis clean < mail.txt > clean.txt    the text without it
  tamis reveal mail.txt                 only the hidden messages
  tamis score --source user prompt.txt  how likely is it an attack?
  tamis spotlight mail.txt              the text between unguessable boundaries

Exit status: 0 done, 1 found what --fail-on names, 2 something could not be read.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Clean(clean::Clean),
    Scan(scan::Scan),
    Reveal(reveal::Reveal),
    Score(score::Score),
    Eval(eval::Eval),
    Spotlight(spotlight::Spotlight),
    Pack(pack::Pack),
}

impl Command {
    pub(crate) fn run(self) -> std::io::Result<Exit> {
        match self {
            Self::Clean(clean) => clean.run(),
            Self::Scan(scan) => scan.run(),
            Self::Reveal(reveal) => reveal.run(),
            Self::Score(score) => score.run(),
            Self::Eval(eval) => eval.run(),
            Self::Spotlight(spotlight) => spotlight.run(),
            Self::Pack(pack) => pack.run(),
        }
    }
}

/// How to look at the text.
#[derive(Debug, Args)]
pub(crate) struct Sifting {
    /// What is done about what is found: chat, document, code, strict or report-only
    #[arg(long, value_name = "POLICY", default_value = "chat", value_parser = Policy::from_str)]
    pub(crate) policy: Policy,

    /// Who wrote the text: user, document, tool or model
    #[arg(long, value_name = "SOURCE", default_value = "document", value_parser = Source::from_str)]
    pub(crate) source: Source,

    /// Deliver the text in this normalization form: nfc, nfd, nfkc, nfkd, or none for as it is
    /// written [default: the policy's, nfc unless it changes nothing]
    #[arg(long, value_name = "FORM", value_parser = Normalize::from_str)]
    normalize: Option<Normalize>,

    /// Look at no more than this of each text and report the rest as input-limit [default: 64 MiB]
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<NonZeroUsize>,

    /// Decode no more than this many steps one after the other, 32 at most [default: 8]
    #[arg(long, value_name = "STEPS")]
    max_reveal_depth: Option<usize>,

    /// Decode no more than this from each text in all [default: 64 MiB]
    #[arg(long, value_name = "BYTES")]
    max_decoded_bytes: Option<usize>,

    /// Read markup over the whole text, or line by line (=false) [default: the policy's, whole for
    /// document, strict and report-only]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    whole_markup: Option<bool>,
}

impl Sifting {
    pub(crate) fn sanitizer(&self) -> Sanitizer {
        let mut limits = Limits::new();
        if let Some(bytes) = self.max_bytes {
            limits = limits.with_max_input_bytes(bytes.get());
        }
        if let Some(steps) = self.max_reveal_depth {
            limits = limits.with_max_reveal_depth(steps);
        }
        if let Some(bytes) = self.max_decoded_bytes {
            limits = limits.with_max_decoded_bytes(bytes);
        }
        let mut policy = self.policy.with_limits(limits);
        if let Some(Normalize(form)) = self.normalize {
            policy = policy.with_normalization(form);
        }
        if let Some(is_whole) = self.whole_markup {
            policy = policy.with_whole_markup(is_whole);
        }
        Sanitizer::new(policy)
    }
}

/// A normalization form, or none.
#[derive(Clone, Copy, Debug)]
struct Normalize(Option<NormalizationForm>);

impl FromStr for Normalize {
    type Err = tamis::Error;

    fn from_str(name: &str) -> Result<Self, tamis::Error> {
        if name.eq_ignore_ascii_case("none") {
            return Ok(Self(None));
        }
        name.to_ascii_uppercase()
            .parse()
            .map(|form| Self(Some(form)))
    }
}

/// Whether the input is JSON Lines, and which part of a line is the text.
#[derive(Debug, Args)]
pub(crate) struct JsonLines {
    /// Read JSON Lines, write JSON Lines
    #[arg(long)]
    pub(crate) jsonl: bool,

    /// Where the text stands in each line: a name, a dotted path (message.text) or a JSON pointer (/messages/0/text)
    #[arg(long, value_name = "PATH", default_value = "text", requires = "jsonl")]
    pub(crate) field: Field,
}

/// The shape of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person.
    Human,
    /// For a program: one JSON document.
    Json,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

/// The version of the program and of the Unicode data in it.
fn version() -> String {
    format!("{} (Unicode {})", env!("CARGO_PKG_VERSION"), UnicodeVersion)
}

/// `18.0.0`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnicodeVersion;

impl fmt::Display for UnicodeVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (major, minor, patch) = UNICODE_VERSION;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// Says what is wrong with the command line, or gives the help that was asked for.
///
/// A shell puts file names on the command line (`tamis scan *`), so an argument can be as hostile as a file.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    let is_calm = |arg: std::ffi::OsString| arg.to_string_lossy().chars().all(show::is_calm);
    if std::env::args_os().all(is_calm) || !error.use_stderr() {
        let _ = error.print();
    } else {
        for line in error.to_string().lines() {
            trouble::say(&show::escape(line));
        }
    }
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    ExitCode::from(code)
}
