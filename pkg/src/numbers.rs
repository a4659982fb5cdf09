//! Numbers as JavaScript should see them.

use std::ops::Range;

/// The number a person would write: 0.95 and not 0.949999988079071, which is what a wider float makes of it.
pub(crate) fn short(number: f32) -> f64 {
    (f64::from(number) * 1e6).round() / 1e6
}

/// A span in wasm memory, where no offset needs more.
pub(crate) fn span(range: &Range<usize>) -> [u32; 2] {
    [range.start as u32, range.end as u32]
}

#[cfg(test)]
mod tests {
    #[test]
    fn short_is_what_was_written() {
        assert_eq!(super::short(0.95), 0.95);
        assert_eq!(super::short(0.05), 0.05);
        assert_eq!(super::short(1.0), 1.0);
    }
}
