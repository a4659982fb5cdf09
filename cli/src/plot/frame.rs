//! A field with two axes.

use maud::{Markup, html};

use super::scale::Scale;

/// Where the field stands in the picture, and what its axes say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    /// Its width and height.
    pub(crate) side: f64,
    pub(crate) x: Scale,
    pub(crate) y: Scale,
}

impl Frame {
    pub(crate) fn x(&self, value: f64) -> f64 {
        self.left + self.side * self.x.place(value)
    }

    pub(crate) fn y(&self, value: f64) -> f64 {
        self.top + self.side * (1.0 - self.y.place(value))
    }

    /// The grid, its numbers (`label` writes those of the axis across), and the names of the axes.
    pub(crate) fn axes(&self, across: &str, up: &str, label: fn(f64) -> String) -> Markup {
        let (right, bottom) = (self.left + self.side, self.top + self.side);
        let (middle_x, middle_y) = (self.left + self.side / 2.0, self.top + self.side / 2.0);
        let name_y = self.left - 42.0;
        html! {
            @for value in self.x.ticks() {
                path class="grid" d=(format!("M{:.1} {:.1}V{bottom:.1}", self.x(value), self.top)) {}
                text class="quiet" text-anchor="middle" x=(short(self.x(value))) y=(short(bottom + 18.0)) { (label(value)) }
            }
            @for value in self.y.ticks() {
                path class="grid" d=(format!("M{:.1} {:.1}H{right:.1}", self.left, self.y(value))) {}
                text class="quiet" text-anchor="end" x=(short(self.left - 6.0)) y=(short(self.y(value) + 4.5)) { (percent(value)) }
            }
            text text-anchor="middle" x=(short(middle_x)) y=(short(bottom + 38.0)) { (across) }
            text text-anchor="middle" transform=(format!("translate({name_y:.1} {middle_y:.1}) rotate(-90)")) { (up) }
        }
    }
}

/// A length, as exact as is seen.
pub(crate) fn short(length: f64) -> String {
    format!("{length:.1}")
}

/// `20 %`, `0.1 %`.
pub(crate) fn percent(value: f64) -> String {
    let number = format!("{:.2}", 100.0 * value);
    let number = number.trim_end_matches('0').trim_end_matches('.');
    format!("{number} %")
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_written_in_percent() {
        assert_eq!(
            [0.0, 0.0001, 0.001, 0.2, 1.0].map(percent),
            ["0 %", "0.01 %", "0.1 %", "20 %", "100 %"]
        );
    }
}
