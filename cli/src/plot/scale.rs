//! From values to places on an axis.

/// An axis of shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scale {
    /// From 0 to 1, each tenth as long as the next.
    Linear,
    /// Between two powers of ten, each as long as the next.
    Log { from: f64, to: f64 },
}

/// The marks of a linear axis.
const FIFTHS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

impl Scale {
    /// Where a value stands: 0 at the beginning of the axis, 1 at its end. What lies beyond stands at the nearest end.
    pub(crate) fn place(self, value: f64) -> f64 {
        let place = match self {
            Self::Linear => value,
            Self::Log { from, to } => (value.max(from) / from).log10() / (to / from).log10(),
        };
        place.clamp(0.0, 1.0)
    }

    /// The values that are marked.
    pub(crate) fn ticks(self) -> Vec<f64> {
        match self {
            Self::Linear => FIFTHS.into(),
            Self::Log { from, to } => {
                let powers = (0..12).map(|power| from * 10_f64.powi(power));
                powers.take_while(|&value| value <= to * 1.001).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn a_power_of_ten_is_a_step_on_a_log_axis() {
        let log = Scale::Log {
            from: 1e-4,
            to: 0.1,
        };
        let places: Vec<f64> = [0.0, 1e-4, 1e-3, 1e-2, 0.1, 1.0]
            .map(|value| (log.place(value) * 300.0).round())
            .into();
        assert_eq!(places, [0.0, 0.0, 100.0, 200.0, 300.0, 300.0]);
        assert_eq!(log.ticks().len(), 4);
        assert_eq!(Scale::Linear.place(0.25), 0.25);
    }
}
