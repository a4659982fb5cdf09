//! Numbers for a person.

use crate::measure::Rate;

/// `12,345`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 row`, `2,000 rows`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// `12.3`, in percent; a dash for what is not known.
pub(crate) fn percent(value: Option<f64>) -> String {
    value.map_or("-".into(), |value| format!("{:.1}", 100.0 * value))
}

/// `0.123`, or a dash.
pub(crate) fn decimal(value: Option<f64>) -> String {
    value.map_or("-".into(), |value| format!("{value:.3}"))
}

/// `12.3 (4.5-67.8)`, in percent.
pub(crate) fn percent_within(rate: Rate) -> String {
    let ends = |ends: [f64; 2]| ends.map(|end| percent(Some(end))).join("-");
    match rate.interval() {
        Some(interval) => format!("{} ({})", percent(rate.value()), ends(interval)),
        None => "-".into(),
    }
}

/// `0.123 (0.045-0.678)`; without the interval if there is none.
pub(crate) fn decimal_within(value: Option<f64>, interval: Option<[f64; 2]>) -> String {
    match interval {
        Some(ends) => {
            let ends = ends.map(|end| decimal(Some(end))).join("-");
            format!("{} ({ends})", decimal(value))
        }
        None => decimal(value),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rate, counted, decimal_within, grouped, percent_within};

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(
            (counted(1, "row"), counted(2000, "row")),
            ("1 row".into(), "2,000 rows".into())
        );
        assert_eq!(percent_within(Rate { hits: 8, of: 10 }), "80.0 (49.0-94.3)");
        assert_eq!(percent_within(Rate { hits: 0, of: 0 }), "-");
        assert_eq!(
            decimal_within(Some(0.5), Some([0.25, 0.75])),
            "0.500 (0.250-0.750)"
        );
        assert_eq!(decimal_within(Some(1.0), None), "1.000");
    }
}
