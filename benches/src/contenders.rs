//! Who is measured. They do not do the same work, so the table says what each one does.

use std::hint::black_box;

use unicode_normalization::{UnicodeNormalization, is_nfc_quick};

/// One way to get through a text.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    /// The last part of a benchmark's id.
    pub id: &'static str,
    /// What it does, for the table.
    pub about: &'static str,
    /// The longest text it is measured on.
    pub max_bytes: usize,
    /// Runs it. What comes back is a digest of the result, so that every iteration can be held to the first.
    pub run: fn(&str) -> usize,
}

/// All of them; tamis first, since ratios are to it.
pub const ALL: [Contender; 5] = [
    Contender {
        id: "tamis",
        about: "sanitize: cleans, finds, decodes, scores",
        max_bytes: usize::MAX,
        run: |text| {
            let report = tamis::sanitize(text);
            black_box(&report);
            report.clean().len() + report.findings().len()
        },
    },
    Contender {
        id: "nfc-quick",
        about: "unicode-normalization, is_nfc_quick: a question, changes nothing",
        max_bytes: usize::MAX,
        run: |text| black_box(is_nfc_quick(text.chars())) as usize,
    },
    Contender {
        id: "nfc-collect",
        about: "unicode-normalization, nfc().collect(): normalizes only",
        max_bytes: usize::MAX,
        run: |text| black_box(text.nfc().collect::<String>()).len(),
    },
    Contender {
        id: "decancer",
        about: "decancer, cure: folds everything to lower-case look-alikes",
        // its time grows with the square of the length: half a minute for one iteration on 1 MB
        max_bytes: 64 << 10,
        run: |text| {
            // an error is an answer too: it is what this text gets from it
            decancer::cure(text, decancer::Options::default())
                .map_or(0, |cured| black_box(cured).len())
        },
    },
    Contender {
        id: "disarm",
        about: "disarm, api::strip_format: removes format, control and zero-width characters",
        max_bytes: usize::MAX,
        run: |text| black_box(disarm::api::strip_format(text)).len(),
    },
];
