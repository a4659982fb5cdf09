//! The report for a program.

use std::io::{self, Write};

use serde::Serialize;

use super::{Evaluation, evaluation::Assessed, surprise::Surprises};
use crate::{
    measure::{Calibration, Rate, Thresholds},
    report::json::{self, Tool},
    trouble::InputError,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    tool: Tool,
    policy: &'static str,
    source: &'static str,
    scored: bool,
    thresholds: &'a Thresholds,
    groups: &'a [Assessed],
    levels: Vec<LevelShape>,
    calibration: Vec<CalibrationShape<'a>>,
    surprises: &'a Surprises,
    notes: Vec<String>,
    errors: &'a [InputError],
}

#[derive(Serialize)]
struct LevelShape {
    level: &'static str,
    benign: Rate,
    attacks: Rate,
}

#[derive(Serialize)]
struct CalibrationShape<'a> {
    source: &'static str,
    #[serde(flatten)]
    calibration: &'a Calibration,
}

pub(crate) fn write(
    out: &mut impl Write,
    evaluation: &Evaluation,
    errors: &[InputError],
) -> io::Result<()> {
    let levels = evaluation.levels.iter();
    let calibrations = evaluation.calibrations.iter();
    let document = Document {
        tool: Tool::this(),
        policy: evaluation.setting.policy.id(),
        source: evaluation.setting.source.id(),
        scored: evaluation.setting.scored,
        thresholds: &evaluation.thresholds,
        groups: &evaluation.groups,
        levels: levels
            .map(|&(level, benign, attacks)| LevelShape {
                level: level.id(),
                benign,
                attacks,
            })
            .collect(),
        calibration: calibrations
            .map(|(source, calibration)| CalibrationShape {
                source: source.id(),
                calibration,
            })
            .collect(),
        surprises: &evaluation.surprises,
        notes: evaluation.notes(),
        errors,
    };
    json::write_line(out, &document)
}
