//! `tamis score`: how likely is it that a text is an attack?

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use clap::Args;
use serde::Serialize;
use tamis::{Level, Sanitizer};

use crate::{
    args::{Color, Format, JsonLines, Sifting},
    exit::Exit,
    input::Input,
    jsonl,
    report::{
        human::{self, level_style},
        inspect::{Detail, Inspection},
        json::{self, Document, Tool},
        shape::RiskShape,
    },
    rules::OwnRulesArgs,
    show::escape,
    trouble::Trouble,
};

/// Score the risk that a text is trying to take a model over: from 0 to 1, with the reasons.
///
/// With --jsonl, one JSON object out for every line in, in the same order: {"score":…,"level":…,"signals":[…]}, or
/// {"error":…,"line":…} for a line that cannot be read (an empty one too), which makes the exit status 2 at the end.
/// With --explain, signals have "words" and, where those hide a message, "reads".
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Score {
    /// Files; none or '-' is stdin
    files: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    #[command(flatten)]
    own: OwnRulesArgs,

    #[command(flatten)]
    lines: JsonLines,

    /// Show the words that gave rise to each signal, and what hidden ones read as
    #[arg(long)]
    explain: bool,

    /// The shape of the report
    #[arg(long, value_enum, default_value_t = Format::Human, conflicts_with = "jsonl")]
    format: Format,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

const EXAMPLES: &str = "\
Examples:
  tamis score --source user prompt.txt
  tamis score --explain mail.txt
  tamis score --source tool --format json result.txt
  tamis score --rules ours.toml --pack theirs.pack --key theirs.pub mail.txt
  tamis score --jsonl --field message.text --source user < log.jsonl > scores.jsonl";

/// One file of the JSON report.
#[derive(Debug, Serialize)]
struct ScoredFile {
    path: String,
    #[serde(flatten)]
    risk: RiskShape,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    highest_risk: &'static str,
}

impl Score {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let Some(sanitizer) = self.own.give(self.sifting.sanitizer()) else {
            return Ok(Exit::Failed);
        };
        if self.lines.jsonl {
            return self.run_jsonl(&sanitizer, &mut trouble);
        }
        let stdout = anstream::AutoStream::new(io::stdout().lock(), self.color.into());
        let mut out = BufWriter::new(stdout);
        let mut files = Vec::new();
        for input in Input::named(&self.files) {
            let path = input.name();
            match input.read() {
                Ok(bytes) => {
                    let source = self.sifting.source;
                    let seen = Inspection::of_bytes(&bytes, &sanitizer, source, self.detail());
                    let file = ScoredFile {
                        path,
                        risk: seen.risk,
                    };
                    if self.format == Format::Human {
                        file.write(&mut out)?;
                    }
                    files.push(file);
                }
                Err(error) => trouble.report(path, &error),
            }
        }
        if self.format == Format::Json {
            let highest_risk = files.iter().map(|file| file.risk.level).max();
            let document = Document {
                tool: Tool::this(),
                policy: sanitizer.policy().id(),
                source: self.sifting.source.id(),
                files,
                errors: trouble.errors(),
                summary: Summary {
                    highest_risk: highest_risk.unwrap_or(Level::None).id(),
                },
            };
            json::write_line(&mut out, &document)?;
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }

    fn run_jsonl(&self, sanitizer: &Sanitizer, trouble: &mut Trouble) -> io::Result<Exit> {
        jsonl::run_field(
            &self.files,
            &self.lines.field,
            sanitizer,
            self.sifting.source,
            trouble,
            |report, seen| match self.explain {
                true => Inspection::new(report, Detail::Words).risk,
                false => seen.risk,
            },
        )
    }

    const fn detail(&self) -> Detail {
        match self.explain {
            true => Detail::Words,
            false => Detail::Places,
        }
    }
}

impl ScoredFile {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let style = level_style(self.risk.level);
        let (path, score, level) = (escape(&self.path), self.risk.score, self.risk.level);
        writeln!(out, "{path}: {style}{score:.2} {level}{style:#}")?;
        for signal in &self.risk.signals {
            write!(out, "  ")?;
            human::write_signal(out, signal)?;
            human::write_words(out, signal)?;
        }
        Ok(())
    }
}
