//! The texts are what their ids say.

use tamis_benches::texts::{self, SIZES};

#[test]
fn clean_texts_are_left_alone_and_hostile_ones_are_not() {
    for text in texts::all() {
        for (size, bytes) in SIZES {
            let dirty = text.repeated(bytes);
            let report = tamis::sanitize(&dirty);
            assert_eq!(
                report.findings().is_empty(),
                text.is_clean(),
                "{}-{size}: {:?}",
                text.id,
                report.findings().first()
            );
            assert_eq!(report.changed(), !text.is_clean(), "{}-{size}", text.id);
        }
    }
}

#[test]
fn invisible_characters_are_written_as_escapes() {
    let file = include_str!("../data/texts.json");
    let raw: Vec<_> = file
        .chars()
        .filter(|&c| tamis::unicode::name(c).is_some() && c != '\n')
        .collect();
    assert!(raw.is_empty(), "{raw:?}");
}
