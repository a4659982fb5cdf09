//! `tamis eval`: what is the score worth on labelled texts?

use std::{
    collections::BTreeMap,
    io::{self, BufWriter, Read as _, Write},
    path::PathBuf,
    str::FromStr as _,
};

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tamis::{Level, Sanitizer, Source};

use crate::{
    args::Sifting,
    exit::Exit,
    input::Input,
    measure::{Curve, Judged, Rate},
    progress::Progress,
    report::json,
    show::escape,
    trouble::Trouble,
};

/// Measure the score on labelled texts: JSON Lines with "text" and "label" ("attack" or "benign").
///
/// Rows may also say "lang", "kind", and who wrote them in "source" (user, document, tool or model); else --source
/// holds. Rates come with their 95 % intervals. The thresholds at 1 % and 0.1 % are those above which so many of all
/// benign rows lie.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Eval {
    /// Files of labelled rows; none or '-' is stdin
    files: Vec<PathBuf>,

    #[command(flatten)]
    sifting: Sifting,

    /// Scores from here on count as found: a number, or the name of a level
    #[arg(long, value_name = "SCORE", default_value = "high", value_parser = threshold)]
    threshold: f32,

    /// The shape of the report
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    Table,
    Json,
}

const EXAMPLES: &str = "\
Examples:
  tamis eval --source user prompts.jsonl
  tamis eval --source tool --threshold critical --format json results.jsonl";

fn threshold(word: &str) -> Result<f32, String> {
    if let Ok(number) = word.parse::<f32>() {
        return Ok(number);
    }
    match Level::from_str(word).map_err(|error| error.to_string())? {
        Level::None => Ok(0.0),
        Level::Low => Ok(0.05),
        Level::Medium => Ok(0.3),
        Level::High => Ok(0.6),
        _ => Ok(0.9),
    }
}

#[derive(Deserialize)]
struct Row {
    text: String,
    label: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    source: String,
}

/// What is known of one group of rows.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    group: String,
    attacks: usize,
    benign: usize,
    accuracy: Rate,
    precision: Rate,
    recall: Rate,
    f1: Option<f64>,
    false_alarms: Rate,
    auc: Option<f64>,
    auc_interval: Option<[f64; 2]>,
    recall_at_one_percent: Rate,
    recall_at_tenth_of_percent: Rate,
}

/// The thresholds of a report.
struct Thresholds {
    given: f32,
    one_percent: f32,
    tenth: f32,
}

impl Eval {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let sanitizer = self.sifting.sanitizer();
        let mut groups: BTreeMap<String, Vec<Judged>> = BTreeMap::new();
        let inputs = Input::named(&self.files);
        let progress = Progress::files(inputs.len());
        for input in inputs {
            let name = input.name();
            match read(&input).and_then(|text| self.judge(&sanitizer, &text)) {
                Ok(rows) => {
                    for (row, judged) in rows {
                        for (by, value) in
                            [("file", &name), ("kind", &row.kind), ("lang", &row.lang)]
                        {
                            if !value.is_empty() {
                                groups
                                    .entry(format!("{by} {value}"))
                                    .or_default()
                                    .push(judged);
                            }
                        }
                        groups.entry("all".into()).or_default().push(judged);
                    }
                }
                Err(error) => trouble.report(name, &error),
            }
            progress.advance(1);
        }
        drop(progress);
        let all = Curve::of(groups.get("all").into_iter().flatten().copied());
        let thresholds = Thresholds {
            given: self.threshold,
            one_percent: all.threshold(0.01),
            tenth: all.threshold(0.001),
        };
        let figures: Vec<Figures> = groups
            .into_iter()
            .map(|(group, judged)| Figures::of(group, &judged, &thresholds))
            .collect();
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Shape::Table => table(&mut out, &figures)?,
            Shape::Json => json::write_line(&mut out, &figures)?,
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }

    fn judge(&self, sanitizer: &Sanitizer, text: &str) -> io::Result<Vec<(Row, Judged)>> {
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        lines
            .into_par_iter()
            .map(|line| {
                let row: Row = serde_json::from_str(line).map_err(io::Error::other)?;
                let attack = match row.label.as_str() {
                    "attack" => true,
                    "benign" => false,
                    other => {
                        return Err(io::Error::other(format!(
                            "label {other:?} is neither attack nor benign"
                        )));
                    }
                };
                let source = Source::from_str(&row.source).unwrap_or(self.sifting.source);
                let score = sanitizer.sanitize_from(source, &row.text).risk().score();
                Ok((row, Judged { score, attack }))
            })
            .collect()
    }
}

fn read(input: &Input) -> io::Result<String> {
    let mut text = String::new();
    input.open()?.0.read_to_string(&mut text)?;
    Ok(text)
}

impl Figures {
    fn of(group: String, judged: &[Judged], thresholds: &Thresholds) -> Self {
        let attacks = || judged.iter().filter(|one| one.attack);
        let benign = || judged.iter().filter(|one| !one.attack);
        let found = |one: &Judged| one.score >= thresholds.given;
        let recall = Rate::of(attacks(), found);
        let precision = Rate::of(judged.iter().filter(|one| found(one)), |one| one.attack);
        let curve = Curve::of(judged.iter().copied());
        let f1 = recall
            .value()
            .zip(precision.value())
            .filter(|(r, p)| r + p > 0.0);
        Self {
            group,
            attacks: attacks().count(),
            benign: benign().count(),
            accuracy: Rate::of(judged, |one| found(one) == one.attack),
            precision,
            recall,
            f1: f1.map(|(recall, precision)| 2.0 * recall * precision / (recall + precision)),
            false_alarms: Rate::of(benign(), found),
            auc: curve.area(),
            auc_interval: curve.area_interval(),
            recall_at_one_percent: Rate::of(attacks(), |one| one.score > thresholds.one_percent),
            recall_at_tenth_of_percent: Rate::of(attacks(), |one| one.score > thresholds.tenth),
        }
    }
}

fn table(out: &mut impl Write, figures: &[Figures]) -> io::Result<()> {
    let width = figures
        .iter()
        .map(|one| one.group.chars().count())
        .max()
        .unwrap_or(0);
    writeln!(
        out,
        "{:width$} {:>7} {:>7} {:>8} {:>9} {:>18} {:>5} {:>18} {:>5} {:>18} {:>18}",
        "group",
        "attacks",
        "benign",
        "accuracy",
        "precision",
        "recall",
        "F1",
        "false alarms",
        "AUC",
        "recall at 1 %",
        "recall at 0.1 %"
    )?;
    for one in figures {
        writeln!(
            out,
            "{:width$} {:>7} {:>7} {:>8} {:>9} {:>18} {:>5} {:>18} {:>5} {:>18} {:>18}",
            escape(&one.group),
            one.attacks,
            one.benign,
            percent(one.accuracy.value()),
            percent(one.precision.value()),
            with_interval(one.recall),
            number(one.f1),
            with_interval(one.false_alarms),
            number(one.auc),
            with_interval(one.recall_at_one_percent),
            with_interval(one.recall_at_tenth_of_percent),
        )?;
    }
    Ok(())
}

fn percent(value: Option<f64>) -> String {
    value.map_or("-".into(), |value| format!("{:.1}", 100.0 * value))
}

fn number(value: Option<f64>) -> String {
    value.map_or("-".into(), |value| format!("{value:.3}"))
}

fn with_interval(rate: Rate) -> String {
    match rate.interval() {
        Some([low, high]) => format!(
            "{} ({:.1}-{:.1})",
            percent(rate.value()),
            100.0 * low,
            100.0 * high
        ),
        None => "-".into(),
    }
}
