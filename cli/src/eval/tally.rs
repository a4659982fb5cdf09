//! Gathers rows as they come by.

use std::collections::BTreeMap;

use tamis::{Level, Source};

use super::{
    Evaluation, Row, Setting,
    evaluation::Assessed,
    group::{By, Group},
    surprise::Surprises,
};
use crate::measure::{Calibration, Curve, Figures, Judged, Rate, Thresholds};

/// The levels, from the lowest up.
const LEVELS: [Level; 5] = [
    Level::None,
    Level::Low,
    Level::Medium,
    Level::High,
    Level::Critical,
];

/// The rows so far: of each its score in each of its groups, eight bytes, and the texts of a few.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    groups: BTreeMap<Group, Vec<Judged>>,
    surprises: Surprises,
    bad_rows: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, file: &str, line: usize, row: &Row) {
        let judged = Judged {
            score: row.score,
            attack: row.attack,
        };
        for group in Group::of(file, row) {
            self.groups.entry(group).or_default().push(judged);
        }
        self.surprises.see(file, line, row);
    }

    /// Counts a row that could not be read.
    pub(crate) const fn add_bad(&mut self) {
        self.bad_rows += 1;
    }

    /// What came of all rows.
    pub(crate) fn finish(self, setting: Setting) -> Evaluation {
        let none = Vec::new();
        let all = self.groups.get(&Group::all()).unwrap_or(&none);
        let curve = Curve::of(all);
        let thresholds = Thresholds::of(&curve, setting.threshold);
        let levels = LEVELS.map(|level| {
            let of_level = |attack| {
                let same = all.iter().filter(|one| one.attack == attack);
                Rate::of(same, |one| Level::of(one.score) == level)
            };
            (level, of_level(false), of_level(true))
        });
        let sources = [Source::User, Source::Document, Source::Tool, Source::Model];
        let calibrations = sources.into_iter().filter_map(|source| {
            let group = Group {
                by: By::Source,
                name: source.id().into(),
            };
            let judged = self.groups.get(&group)?;
            Some((source, Calibration::of(judged, setting.attack_share)))
        });
        let groups = self.groups.iter().map(|(group, judged)| {
            let curve = Curve::of(judged);
            Assessed {
                group: group.clone(),
                figures: Figures::of(judged, &curve, &thresholds),
            }
        });
        Evaluation {
            groups: groups.collect(),
            calibrations: calibrations.collect(),
            points: curve.points(),
            levels,
            thresholds,
            surprises: self.surprises,
            bad_rows: self.bad_rows,
            setting,
        }
    }
}
