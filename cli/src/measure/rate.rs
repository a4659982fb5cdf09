//! A share, and how sure one can be of it.

use serde::Serialize;

use super::Z;

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) hits: usize,
    pub(crate) of: usize,
}

impl Rate {
    /// How many of these hold.
    pub(crate) fn of<T>(items: impl IntoIterator<Item = T>, holds: impl Fn(T) -> bool) -> Self {
        items
            .into_iter()
            .fold(Self { hits: 0, of: 0 }, |rate, item| Self {
                hits: rate.hits + usize::from(holds(item)),
                of: rate.of + 1,
            })
    }

    /// From 0 to 1; none of nothing is `None`.
    pub(crate) fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.hits as f64 / self.of as f64)
    }

    /// The interval that holds the true rate in 95 of 100 cases (Wilson's).
    pub(crate) fn interval(self) -> Option<[f64; 2]> {
        let (p, n) = (self.value()?, self.of as f64);
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some([(middle - half).max(0.0), (middle + half).min(1.0)])
    }
}

impl Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape {
            value: Option<f64>,
            interval: Option<[f64; 2]>,
            hits: usize,
            of: usize,
        }
        let (value, interval) = (self.value(), self.interval());
        Shape {
            value,
            interval,
            hits: self.hits,
            of: self.of,
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn the_interval_is_wilsons() {
        // R, prop.test(8, 10, correct = FALSE)
        let [low, high] = Rate { hits: 8, of: 10 }.interval().unwrap();
        assert!(
            (low - 0.4902).abs() < 1e-4 && (high - 0.9433).abs() < 1e-4,
            "{low} {high}"
        );
        assert_eq!(Rate { hits: 0, of: 0 }.interval(), None);
        assert_eq!(Rate { hits: 0, of: 9 }.interval().unwrap()[0], 0.0);
    }
}
