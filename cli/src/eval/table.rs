//! The report for a person at a terminal.

use std::io::{self, Write};

use super::Evaluation;
use crate::{
    number::{counted, decimal, decimal_within, grouped, percent, percent_within},
    show::escape,
};

/// The figures of a group, in the table here and on the page.
pub(super) const COLUMNS: [&str; 10] = [
    "attacks",
    "benign",
    "accuracy",
    "precision",
    "recall",
    "F1",
    "false alarms",
    "AUC",
    "recall at 1 %",
    "recall at 0.1 %",
];

pub(crate) fn write(out: &mut impl Write, evaluation: &Evaluation) -> io::Result<()> {
    if evaluation.all().is_some() {
        write_groups(out, evaluation)?;
        write_levels(out, evaluation)?;
        write_calibrations(out, evaluation)?;
    }
    let notes = evaluation.notes();
    if !notes.is_empty() {
        writeln!(out)?;
    }
    for note in notes {
        writeln!(out, "note: {note}")?;
    }
    Ok(())
}

fn write_groups(out: &mut impl Write, evaluation: &Evaluation) -> io::Result<()> {
    let names = evaluation
        .groups
        .iter()
        .map(|one| escape(&one.group.to_string()));
    let names: Vec<String> = names.collect();
    let longest = names.iter().map(|name| name.chars().count()).max();
    let width = longest.unwrap_or(0);
    let [
        attacks,
        benign,
        accuracy,
        precision,
        recall,
        f1,
        false_alarms,
        auc,
        at_one,
        at_tenth,
    ] = COLUMNS;
    writeln!(
        out,
        "{:width$} {attacks:>7} {benign:>7} {accuracy:>8} {precision:>9} {recall:>19} {f1:>5} {false_alarms:>19} {auc:>19} {at_one:>19} {at_tenth:>19}",
        "group",
    )?;
    for (name, one) in names.iter().zip(&evaluation.groups) {
        let figures = &one.figures;
        writeln!(
            out,
            "{name:width$} {:>7} {:>7} {:>8} {:>9} {:>19} {:>5} {:>19} {:>19} {:>19} {:>19}",
            figures.attacks,
            figures.benign,
            percent(figures.accuracy.value()),
            percent(figures.precision.value()),
            percent_within(figures.recall),
            decimal(figures.f1),
            percent_within(figures.false_alarms),
            decimal_within(figures.auc, figures.auc_interval),
            percent_within(figures.recall_at_one_percent),
            percent_within(figures.recall_at_tenth_of_percent),
        )?;
    }
    Ok(())
}

fn write_levels(out: &mut impl Write, evaluation: &Evaluation) -> io::Result<()> {
    writeln!(
        out,
        "\n{:8} {:>10} {:>18} {:>10} {:>18}",
        "level", "benign", "%", "attacks", "%"
    )?;
    for (level, benign, attacks) in evaluation.levels {
        writeln!(
            out,
            "{level:8} {:>10} {:>18} {:>10} {:>18}",
            grouped(benign.hits),
            percent_within(benign),
            grouped(attacks.hits),
            percent_within(attacks),
        )?;
    }
    Ok(())
}

fn write_calibrations(out: &mut impl Write, evaluation: &Evaluation) -> io::Result<()> {
    writeln!(out)?;
    for (source, calibration) in &evaluation.calibrations {
        let texts = calibration.bins.iter().map(|bin| bin.texts).sum();
        writeln!(
            out,
            "calibration, source {}: error {} over {}, Brier score {}, {} % attacks",
            source.id(),
            decimal(calibration.error),
            counted(texts, "text"),
            decimal(calibration.brier),
            percent(calibration.attack_share),
        )?;
    }
    Ok(())
}
