//! One string out of a line of JSON.

use tamis::{Decoded, Report, Sanitizer, Source};

use crate::report::inspect::{Detail, Inspection};

/// Sifts a string as JSON has it: in WTF-8, possibly with bad bytes, and never with a byte-order mark: a
/// U+FEFF at its beginning is a character like any other, and spans count it.
pub(crate) fn sift<T>(
    bytes: &[u8],
    sanitizer: &Sanitizer,
    source: Source,
    keep: impl FnOnce(&Report<'_>, Inspection) -> T,
) -> T {
    let decoded = Decoded::from_wtf8(bytes);
    let report = sanitizer.sanitize_decoded_from(source, &decoded);
    keep(&report, Inspection::new(&report, Detail::Spans))
}

#[cfg(test)]
mod tests {
    use tamis::{Sanitizer, Source};

    use super::sift;

    type Found = (&'static str, [usize; 2], Option<[usize; 2]>);

    fn sifted(bytes: &[u8]) -> (String, Vec<Found>) {
        sift(
            bytes,
            &Sanitizer::default(),
            Source::User,
            |report, seen| {
                let findings = seen.findings.iter();
                let list =
                    findings.map(|finding| (finding.id, finding.utf16_span, finding.origin_span));
                (report.dirty().to_owned(), list.collect())
            },
        )
    }

    #[test]
    fn faults_are_placed_in_the_string_itself() {
        let (dirty, findings) = sifted(b"caf\xE9 \xED\xA0\x80");
        assert_eq!(dirty, "caf\u{FFFD} \u{FFFD}");
        assert_eq!(
            findings,
            [
                ("invalid-utf8", [3, 4], Some([3, 4])),
                ("lone-surrogate", [5, 6], Some([5, 8])),
            ]
        );
    }

    #[test]
    fn what_looks_like_a_byte_order_mark_is_text() {
        let (dirty, findings) = sifted("\u{FEFF}a".as_bytes()); // ZERO WIDTH NO-BREAK SPACE
        assert_eq!(dirty, "\u{FEFF}a");
        assert_eq!(findings[0].1, [0, 1]);
        let (dirty, findings) = sifted(b"\xEF\xBB\xBFa\xFF");
        assert_eq!(dirty, "\u{FEFF}a\u{FFFD}");
        assert_eq!(findings[1], ("invalid-utf8", [2, 3], Some([4, 5])));
        let (dirty, _) = sifted(b"\xFF\xFEab");
        assert_eq!(dirty, "\u{FFFD}\u{FFFD}ab");
    }
}
