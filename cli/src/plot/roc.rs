//! The ROC curve: what is found against what is flagged wrongly.

use std::fmt::Write as _;

use maud::html;

use super::{
    Picture,
    frame::{Frame, percent},
    scale::Scale,
};
use crate::measure::Point;

const SIDE: f64 = 320.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 16.0;
/// The ends of the log axis.
const LOWEST: f64 = 1e-4;
const HIGHEST: f64 = 0.1;

/// Which part of the curve is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Range {
    /// All of it.
    Whole,
    /// Where it is used: 0.01 % to 10 % of false alarms, each power of ten as wide as the next.
    Low,
}

/// Draws the curve through `points`, and a dot at `chosen`, the threshold in use.
pub(crate) fn roc(points: &[Point], chosen: Point, range: Range, description: String) -> Picture {
    let (id, title, x) = match range {
        Range::Whole => ("roc", "ROC curve", Scale::Linear),
        Range::Low => (
            "roc-low",
            "ROC curve, 0.01 % to 10 % false alarms",
            Scale::Log {
                from: LOWEST,
                to: HIGHEST,
            },
        ),
    };
    let frame = Frame {
        left: LEFT,
        top: TOP,
        side: SIDE,
        x,
        y: Scale::Linear,
    };
    let is_inside = range == Range::Whole || (LOWEST..=HIGHEST).contains(&chosen.false_alarms);
    let content = html! {
        (frame.axes("false alarms, of all benign texts", "found, of all attacks", percent))
        @if range == Range::Whole {
            path class="chance" d=(format!("M{:.1} {:.1}L{:.1} {:.1}", frame.x(0.0), frame.y(0.0), frame.x(1.0), frame.y(1.0))) {}
        }
        path class="curve" d=(path(points, &frame, range)) {}
        @if is_inside {
            circle class="dot" r="5" cx=(format!("{:.1}", frame.x(chosen.false_alarms))) cy=(format!("{:.1}", frame.y(chosen.recall))) {}
        }
    };
    Picture {
        id: id.into(),
        width: LEFT + SIDE + 24.0,
        height: TOP + SIDE + 52.0,
        title: title.into(),
        description,
        content,
    }
}

/// The line through the points. On the log axis it is of steps: what is found without more false alarms than that.
fn path(points: &[Point], frame: &Frame, range: Range) -> String {
    let points = match range {
        Range::Whole => points,
        Range::Low => {
            // the log axis has no beginning: what is found left of it is found there
            let left = points.partition_point(|point| point.false_alarms <= LOWEST);
            let right = points.partition_point(|point| point.false_alarms <= HIGHEST);
            points
                .get(left.saturating_sub(1)..right)
                .unwrap_or_default()
        }
    };
    let mut path = String::new();
    let mut last = None;
    for (at, point) in points.iter().enumerate() {
        let place = (frame.x(point.false_alarms), frame.y(point.recall));
        // what cannot be told from the last place is left out, but for the end
        let is_near =
            last.is_some_and(|(x, y): (f64, f64)| (place.0 - x).abs() + (place.1 - y).abs() < 0.5);
        if is_near && at + 1 < points.len() {
            continue;
        }
        // writing to a string cannot fail
        let _ = match (last, range) {
            (None, _) => write!(path, "M{:.1} {:.1}", place.0, place.1),
            (Some(_), Range::Whole) => write!(path, "L{:.1} {:.1}", place.0, place.1),
            (Some(_), Range::Low) => write!(path, "H{:.1}V{:.1}", place.0, place.1),
        };
        last = Some(place);
    }
    if range == Range::Low {
        let _ = write!(path, "H{:.1}", frame.x(HIGHEST));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{Point, Range, roc};

    fn point(false_alarms: f64, recall: f64) -> Point {
        Point {
            false_alarms,
            recall,
        }
    }

    fn drawn(points: &[Point], range: Range) -> String {
        let file = roc(points, point(0.5, 0.9), range, "text".into()).file();
        let start = file.split("class=\"curve\" d=\"").nth(1).unwrap();
        start.split('"').next().unwrap().to_owned()
    }

    #[test]
    fn the_curve_goes_from_corner_to_corner() {
        let points = [
            point(0.0, 0.0),
            point(0.0, 0.5),
            point(0.5, 1.0),
            point(1.0, 1.0),
        ];
        assert_eq!(
            drawn(&points, Range::Whole),
            "M64.0 336.0L64.0 176.0L224.0 16.0L384.0 16.0"
        );
    }

    #[test]
    fn the_log_axis_has_steps_and_ends_at_ten_percent() {
        let points = [
            point(0.0, 0.0),
            point(0.0, 0.5),
            point(0.01, 0.75),
            point(1.0, 1.0),
        ];
        assert_eq!(drawn(&points, Range::Low), "M64.0 176.0H277.3V96.0H384.0");
    }

    #[test]
    fn many_points_make_a_short_line() {
        let points: Vec<Point> = (0..=100_000)
            .map(|n| f64::from(n) / 1e5)
            .map(|n| point(n, n.sqrt()))
            .collect();
        for range in [Range::Whole, Range::Low] {
            let drawn = drawn(&points, range);
            assert!(drawn.len() < 20_000, "{}", drawn.len());
        }
    }
}
