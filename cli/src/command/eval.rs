//! `tamis eval`: what is the score worth on labelled texts?

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    str::FromStr as _,
};

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use tamis::Level;

use crate::{
    args::Sifting,
    eval::{self, Evaluation, Judge, Row, Setting, Tally},
    exit::Exit,
    input::Input,
    jsonl::{
        lines::{Line, Lines},
        too_long,
    },
    number::counted,
    plot::{self, Panel},
    progress::Progress,
    rules::OwnRulesArgs,
    trouble::Trouble,
};

/// Measure the score on labelled texts: JSON Lines with "text" and "label" ("attack" or "benign").
///
/// Rows may also say "lang", "kind", and who wrote them in "source" (user, document, tool or model); else --source
/// holds. Figures are of all rows and of each file, source, language and kind, with their 95 % intervals: Wilson's for
/// shares, DeLong's for the area under the curve. The thresholds at 1 % and 0.1 % are those above which so many of all
/// benign rows lie. A row that cannot be read is named and left out, and makes the exit status 2 at the end.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Eval {
    /// Files of labelled rows; none or '-' is stdin
    files: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    #[command(flatten)]
    own: OwnRulesArgs,

    /// Scores from here on count as found: a number from 0 to 1, or the name of a level
    #[arg(long, value_name = "SCORE", default_value = "high", value_parser = threshold)]
    threshold: f32,

    /// Take the score of each row from its "score", from 0 to 1, instead of judging its text, which it then need not have
    #[arg(long)]
    scored: bool,

    /// Show the calibration for texts of which this share are attacks, from 0 to 1 [default: as it is in the rows]
    #[arg(long, value_name = "SHARE", value_parser = share)]
    attack_share: Option<f64>,

    /// The shape of the report
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,

    /// Write the report as a page too, with curves, levels and the most surprising scores
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,

    /// Write the reliability diagram as a picture (SVG) too, with a panel for each source
    #[arg(long, value_name = "FILE")]
    reliability: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For a person.
    Table,
    /// For a program: one JSON document.
    Json,
}

const EXAMPLES: &str = "\
Examples:
  tamis eval --source user prompts.jsonl
  tamis eval --source tool --threshold critical --format json results.jsonl
  tamis eval --html report.html prompts.jsonl documents.jsonl
  tamis eval --scored --attack-share 0.2 --reliability reliability.svg held-back.jsonl";

/// So many rows that could not be read are named in each file, and the others counted.
const MAX_NAMED: usize = 20;

fn threshold(word: &str) -> Result<f32, String> {
    if let Ok(number) = word.parse::<f32>() {
        let is_score = (0.0..=1.0).contains(&number);
        return is_score
            .then_some(number)
            .ok_or_else(|| "a score is from 0 to 1".into());
    }
    match Level::from_str(word).map_err(|error| error.to_string())? {
        Level::None => Ok(0.0),
        Level::Low => Ok(0.05),
        Level::Medium => Ok(0.3),
        Level::High => Ok(0.6),
        _ => Ok(0.9),
    }
}

fn share(word: &str) -> Result<f64, String> {
    let share: f64 = word.parse().map_err(|_| "not a number".to_owned())?;
    let is_between = 0.0 < share && share < 1.0;
    is_between
        .then_some(share)
        .ok_or_else(|| "a share is between 0 and 1".into())
}

impl Eval {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let mut tally = Tally::default();
        let Some(sanitizer) = self.own.give(self.sifting.sanitizer()) else {
            return Ok(Exit::Failed);
        };
        let policy = *sanitizer.policy();
        let judge = Judge::new(sanitizer, self.sifting.source, self.scored);
        for input in Input::named(&self.files) {
            let max_line_bytes = policy.limits().max_input_bytes();
            if let Err(error) = read(&input, max_line_bytes, &judge, &mut tally, &mut trouble) {
                trouble.report(input.name(), &error);
            }
        }
        let evaluation = tally.finish(Setting {
            policy,
            source: self.sifting.source,
            scored: self.scored,
            threshold: self.threshold,
            attack_share: self.attack_share,
        });
        if let Some(path) = &self.html {
            save(path, &eval::page(&evaluation), &mut trouble);
        }
        if let Some(path) = &self.reliability {
            save(path, &reliability(&evaluation), &mut trouble);
        }
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Shape::Table => eval::write_table(&mut out, &evaluation)?,
            Shape::Json => eval::write_json(&mut out, &evaluation, trouble.errors())?,
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }
}

/// Judges every line of `input`, many at once, and counts them in order, so that the result is the same for any number of
/// threads.
fn read(
    input: &Input,
    max_line_bytes: usize,
    judge: &Judge,
    tally: &mut Tally,
    trouble: &mut Trouble,
) -> io::Result<()> {
    let (reader, len) = input.open()?;
    let file = input.name();
    let progress = Progress::bytes(len);
    let mut lines = Lines::new(reader, max_line_bytes);
    let (mut line, mut bad) = (0, 0);
    let result = loop {
        let (batch, end) = lines.batch();
        let rows: Vec<Option<Result<Row, String>>> = batch
            .par_iter()
            .map(|line| match line {
                Line::Whole(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => None,
                Line::Whole(bytes) => Some(judge.row(bytes)),
                Line::TooLong => Some(Err(too_long(max_line_bytes))),
            })
            .collect();
        progress.advance(lines.take_bytes());
        for row in rows {
            line += 1;
            match row {
                Some(Ok(row)) => tally.add(&file, line, &row),
                Some(Err(error)) => {
                    bad += 1;
                    tally.add_bad();
                    if bad <= MAX_NAMED {
                        progress.suspend(|| trouble.report(format!("{file}:{line}"), &error));
                    }
                }
                None => {}
            }
        }
        if let Some(end) = end {
            break end;
        }
    };
    drop(progress);
    if bad > MAX_NAMED {
        let more = counted(bad - MAX_NAMED, "more row");
        trouble.report(file, &format!("{more} could not be read"));
    }
    result
}

/// The diagram of all who wrote, side by side.
fn reliability(evaluation: &Evaluation) -> String {
    let panels = evaluation.calibrations.iter();
    let panels = panels.map(|(source, calibration)| Panel {
        name: source.id(),
        calibration,
    });
    plot::reliability("reliability", &panels.collect::<Vec<_>>()).file()
}

fn save(path: &Path, text: &str, trouble: &mut Trouble) {
    if let Err(error) = fs::write(path, text) {
        trouble.report(path.to_string_lossy().into_owned(), &error);
    }
}
